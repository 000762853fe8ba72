//! Two measurements of the same people: one shape for learning and behaviour.

mod adjusted;
mod advise;
mod against;
mod assumption;
mod choice;
mod clusters;
mod comparison;
mod complete;
mod design;
mod doubt;
mod doubts;
mod flow;
mod losses;
mod measured;
mod opinion;
mod pairs;
mod regression;
mod resampled;
mod second_opinion;

pub(crate) use adjusted::holm;
pub use against::Against;
pub use assumption::{Assumed, Assumption, AssumptionState};
pub(crate) use choice::side;
pub use choice::{Advice, Because, Estimate, MethodChoice};
pub use clusters::ClusterEffect;
pub(crate) use comparison::Others;
pub use comparison::{Comparison, Status, compare};
pub use design::Design;
pub use doubt::Doubt;
pub use flow::Flow;
pub use losses::Losses;
pub use measured::Measured;
pub(crate) use opinion::HELD_WHOLE;
pub(crate) use pairs::{Participant, Scale, hide_small_rest, occasions};
pub use regression::ExpectedRegression;
pub use resampled::Resampled;
pub(crate) use second_opinion::{
    Asked, agreement, disagree, least_of_signs, least_of_splits, side_of,
};
pub use second_opinion::{NoOpinion, SecondOpinion};
