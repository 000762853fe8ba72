//! How firmly each place in a ranking stands when weights or evidence had been others.
//!
//! A [`RankProblem`] holds what is ranked: scores, or needs with what each source says of them.
//! [`weight_stability`] draws weights around the chosen ones, [`evidence_stability`] draws the
//! evidence again; both say for every place whether it is firm, likely or a toss-up.
//! [`smallest_weight_change`] finds what would exchange two of them.

mod answers;
mod answers_of;
mod bootstrap;
mod bounds;
mod dirichlet;
mod error;
mod gamma;
mod label;
mod moments;
mod needs;
mod options;
mod poisson;
mod problem;
mod rank_change;
mod restriction;
mod run;
mod simplex;
mod stability;
mod swap;
mod tally;
mod two_criteria;
mod weights;

pub use answers::{Answer, AnswerTable};
pub use bootstrap::evidence_stability;
pub use dirichlet::WeightDraws;
pub use error::{AlternativeFault, FaultKind, RankProblemError};
pub use label::{LabelRule, PlaceLabel};
pub use moments::{DirichletMoments, dirichlet_moments};
pub use options::{StabilityOptions, WeightModel};
pub use problem::{Alternative, Line, RankProblem, Reading};
pub use rank_change::{RankChange, rank_change};
pub use restriction::Restriction;
pub use simplex::{positive_on_simplex, positive_under_dirichlet};
pub use stability::{Place, Stability, StabilityEnd, TauToBase};
pub use swap::{WeightChange, smallest_weight_change, weight_changes};
pub use two_criteria::two_criteria_acceptability;
pub use weights::weight_stability;
