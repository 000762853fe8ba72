//! Complete rows of a rectangular sample.

use crate::StatsError;
use crate::sample::same_length;

/// Rows without a missing value, stored one after the other.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    /// Rows given, complete or not.
    pub(crate) n_input: usize,
    columns: usize,
    values: Vec<f64>,
}

impl Grid {
    /// Keeps the rows that have no NaN.
    ///
    /// # Errors
    ///
    /// [`StatsError::LengthMismatch`] when a row differs in length from the first,
    /// [`StatsError::NotFinite`] with the index of the first row that holds an infinite value.
    pub(crate) fn complete<R: AsRef<[f64]>>(
        argument: &'static str,
        rows: &[R],
    ) -> Result<Self, StatsError> {
        let rows = even_rows(argument, rows)?;
        let columns = rows.first().map_or(0, |row| row.len());
        let mut values = Vec::with_capacity(rows.len() * columns);
        for row in &rows {
            if !row.iter().any(|value| value.is_nan()) {
                values.extend_from_slice(row);
            }
        }
        Ok(Self {
            n_input: rows.len(),
            columns,
            values,
        })
    }

    /// Number of complete rows.
    pub(crate) fn n_rows(&self) -> usize {
        self.values.len().checked_div(self.columns).unwrap_or(0)
    }

    /// Number of columns.
    pub(crate) const fn n_columns(&self) -> usize {
        self.columns
    }

    /// The complete rows, in input order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.values.chunks_exact(self.columns.max(1))
    }

    /// One column of the complete rows.
    pub(crate) fn column(&self, j: usize) -> Vec<f64> {
        self.rows().map(|row| row[j]).collect()
    }

    /// All values of the complete rows.
    pub(crate) fn values(&self) -> &[f64] {
        &self.values
    }
}

/// Rows of one length, with missing values but without infinite ones.
pub(crate) fn even_rows<'a, R: AsRef<[f64]>>(
    argument: &'static str,
    rows: &'a [R],
) -> Result<Vec<&'a [f64]>, StatsError> {
    let rows: Vec<&[f64]> = rows.iter().map(AsRef::as_ref).collect();
    for (index, row) in rows.iter().enumerate() {
        same_length(rows[0].len(), row.len())?;
        if row.iter().any(|value| value.is_infinite()) {
            return Err(StatsError::NotFinite { argument, index });
        }
    }
    Ok(rows)
}
