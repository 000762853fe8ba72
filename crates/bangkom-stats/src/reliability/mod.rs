//! How far a sum of items measures one thing without noise.

mod alpha;
mod feldt;
mod guttman;
mod items;
mod kuder_richardson;
mod omega;
mod one_factor;
mod split_half;

pub use alpha::{CronbachAlpha, cronbach_alpha};
pub use guttman::{GuttmanLambdas, guttman_lambdas};
pub use kuder_richardson::{KuderRichardson, kuder_richardson};
pub use omega::{OmegaTotal, omega_total};
pub use split_half::{SplitHalf, split_half};

pub(crate) use items::{Items, pearson, variance};
