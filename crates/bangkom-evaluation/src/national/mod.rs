//! Many programs in one pass: sums that can be merged, in memory that does not grow with learners.

mod figures;
mod rule;
mod run;
mod tally;

pub use figures::{GainHistogram, NationalFigures, NationalTest, ProgramFigures};
pub use rule::CountingRule;
pub use run::NationalRun;
