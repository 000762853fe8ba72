//! How far raters, judges or rankings agree.

mod fleiss;
mod gwet;
mod icc;
mod icc_interval;
mod kappa;
mod kendall_tau;
mod kendall_w;
mod krippendorff;
mod percent;
mod ratings;
mod rwg;
mod w_null;

pub use fleiss::{FleissKappa, fleiss_kappa};
pub use gwet::{GwetAc1, gwet_ac1};
pub use icc::{IccEstimate, IccMeanSquares, IntraclassCorrelations, intraclass_correlations};
pub use kappa::{CohenKappa, KappaWeights, cohen_kappa};
pub use kendall_tau::{KendallTau, kendall_tau};
pub use kendall_w::{Concordance, kendall_w};
pub use krippendorff::{KrippendorffAlpha, Metric, krippendorff_alpha};
pub use percent::{PercentAgreement, percent_agreement};
pub use rwg::{WithinGroupAgreement, r_wg, r_wg_items};
