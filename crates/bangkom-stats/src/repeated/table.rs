use crate::StatsError;
use crate::grid::Grid;
use crate::sample::at_least;

/// Complete rows, of which two are needed, in at least two occasions.
pub(super) fn complete<R: AsRef<[f64]>>(rows: &[R]) -> Result<Grid, StatsError> {
    let grid = Grid::complete("rows", rows)?;
    at_least(2, grid.n_columns())?;
    at_least(2, grid.n_rows())?;
    Ok(grid)
}
