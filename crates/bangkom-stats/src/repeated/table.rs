use crate::StatsError;
use crate::sample::{at_least, refuse_infinite, same_length};

/// Complete rows of a table of persons by occasions.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) n_input: usize,
    pub(super) occasions: usize,
    pub(super) rows: Vec<Vec<f64>>,
}

impl Table {
    /// Rows without missing values, of which two are needed, in at least two occasions.
    pub(super) fn complete<R: AsRef<[f64]>>(rows: &[R]) -> Result<Self, StatsError> {
        let occasions = width(rows)?;
        at_least(2, occasions)?;
        let complete = |row: &&[f64]| row.iter().all(|value| !value.is_nan());
        let rows_present = rows.iter().map(AsRef::as_ref).filter(complete);
        let table = Self {
            n_input: rows.len(),
            occasions,
            rows: rows_present.map(<[f64]>::to_vec).collect(),
        };
        at_least(2, table.rows.len())?;
        Ok(table)
    }
}

/// Number of occasions, the same in every row; no value may be infinite.
pub(super) fn width<R: AsRef<[f64]>>(rows: &[R]) -> Result<usize, StatsError> {
    let occasions = rows.first().map_or(0, |row| row.as_ref().len());
    for row in rows {
        same_length(occasions, row.as_ref().len())?;
        refuse_infinite("rows", row.as_ref())?;
    }
    Ok(occasions)
}
