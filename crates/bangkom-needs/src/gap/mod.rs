//! What is asked of people, and how far they are from it.

mod asks;
mod cause;
mod ground;
mod insufficient;
mod need;
mod performance;
mod sentence;

pub(crate) use asks::{Ask, AskBook};
pub use cause::{CauseScreen, ScreenAnswer};
pub use ground::GroundGap;
pub use insufficient::Insufficient;
pub use need::Need;
pub use performance::PerformanceGap;
pub(crate) use sentence::decimal;
