use bangkom_domain::progress::Observer;
use chrono::NaiveDate;

use super::engine::Engine;
use super::kernel::Kernel;
use super::watch::Watch;
use super::{Collector, Columns, ColumnsError, Key, RowReport, Workforce};
use crate::exact::{FastSums, SourceSums};
use crate::state::{ScoreConfig, ScoreMode};

/// What came of scoring columns.
#[derive(Debug, Clone)]
#[must_use]
pub struct Scored<C> {
    /// Everything that the collectors took.
    pub collector: C,
    /// How many rows were used, and what was wrong with the others.
    pub report: RowReport,
}

/// Scores every (person, competency) pair that somebody spoke of.
///
/// Rows that cannot be used are counted and named in [`Scored::report`]; the others count.
/// The numbers are those of [`analyze`](crate::analyze) for the same answers: each source gives
/// its mean, newer answers counting more; sources that are present are weighed; what is missing
/// lowers the coverage. In exact mode the result is the same for any order of the rows; for any
/// number of threads it is the same in both modes.
///
/// # Errors
/// [`ColumnsError`] when columns differ in length, a kind of source has no rule or two codes,
/// the day lies too far after the landmark, or the observer asked to stop.
///
/// # Examples
/// The page of the [module](crate::columns) has a whole example.
pub fn score<K: Key, R: Columns<K>, C: Collector<K>>(
    columns: &R,
    workforce: &Workforce<K>,
    config: &ScoreConfig,
    as_of: NaiveDate,
    make: impl Fn() -> C + Sync,
    observer: &mut (dyn Observer + Send),
) -> Result<Scored<C>, ColumnsError> {
    let watch = Watch::new(observer, columns.rows() as u64);
    match config.mode() {
        ScoreMode::Fast => {
            let kernel = Kernel::<FastSums>::new(config, columns.kinds(), as_of)?;
            Engine::new(columns, workforce, &kernel, &make, &watch).run()
        }
        ScoreMode::Exact => {
            let kernel = Kernel::<SourceSums>::new(config, columns.kinds(), as_of)?;
            Engine::new(columns, workforce, &kernel, &make, &watch).run()
        }
    }
}
