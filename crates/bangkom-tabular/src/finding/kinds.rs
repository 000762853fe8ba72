use bangkom_domain::finding::Sensitive;
use bangkom_domain::people::NumberError;
use serde::Serialize;

use super::Expected;

/// What is wrong or noteworthy in a table.
///
/// The record of its place is the table; the row is counted from 1 below the header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub enum TableFinding {
    /// A column without which the table cannot be read is not there.
    #[serde(rename = "tabular.missing_column")]
    MissingColumn {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// Its other names.
        also: Vec<String>,
    },
    /// More than one column can be the one meant; the one with the preferred name was read.
    #[serde(rename = "tabular.repeated_column")]
    RepeatedColumn {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
    },
    /// A column that the table does not know; its values were not read.
    #[serde(rename = "tabular.ignored_column")]
    IgnoredColumn {
        /// The table.
        table: &'static str,
        /// The name in the file.
        column: Sensitive<String>,
    },
    /// The text is not UTF-8 and was read in another encoding.
    #[serde(rename = "tabular.encoding")]
    Encoding {
        /// The table.
        table: &'static str,
        /// The encoding.
        encoding: &'static str,
    },
    /// A quotation mark is never closed; all were taken as plain characters.
    #[serde(rename = "tabular.open_quote")]
    OpenQuote {
        /// The table.
        table: &'static str,
    },
    /// A row says the same as another with the same key; it counts once.
    #[serde(rename = "tabular.repeated_row")]
    RepeatedRow {
        /// The table.
        table: &'static str,
        /// The row.
        row: u64,
        /// The column of the key.
        column: &'static str,
    },
    /// Rows with the same key differ; all were set aside.
    #[serde(rename = "tabular.conflicting_row")]
    ConflictingRow {
        /// The table.
        table: &'static str,
        /// One of the rows.
        row: u64,
        /// The column of the key.
        column: &'static str,
    },
    /// The header stands once more among the rows.
    #[serde(rename = "tabular.repeated_header")]
    RepeatedHeader {
        /// The table.
        table: &'static str,
        /// The row.
        row: u64,
    },
    /// A row has more cells than the header.
    #[serde(rename = "tabular.too_many_cells")]
    TooManyCells {
        /// The table.
        table: &'static str,
        /// The row.
        row: u64,
        /// The cells of the header.
        expected: usize,
        /// The cells of the row.
        got: usize,
    },
    /// A cell that the row cannot do without is empty.
    #[serde(rename = "tabular.empty_cell")]
    EmptyCell {
        /// The table.
        table: &'static str,
        /// The row.
        row: u64,
        /// The column.
        column: &'static str,
    },
    /// A cell is not what its column holds.
    #[serde(rename = "tabular.bad_cell")]
    BadCell {
        /// The table.
        table: &'static str,
        /// The row.
        row: u64,
        /// The column.
        column: &'static str,
        /// What it should be.
        expected: Expected,
        /// What it is.
        value: Sensitive<String>,
    },
    /// The employee number of a row is nobody's, or cannot be one.
    #[serde(rename = "tabular.unknown_person")]
    UnknownPerson {
        /// The table.
        table: &'static str,
        /// The row.
        row: u64,
        /// The column.
        column: &'static str,
        /// The number given.
        value: Sensitive<String>,
    },
    /// A name or code that stands for nothing the caller declared.
    #[serde(rename = "tabular.unknown_name")]
    UnknownName {
        /// The table.
        table: &'static str,
        /// The row.
        row: u64,
        /// The column.
        column: &'static str,
        /// The name given.
        value: Sensitive<String>,
    },
    /// A name stands for several things that the caller declared; none was chosen.
    #[serde(rename = "tabular.ambiguous_name")]
    AmbiguousName {
        /// The table.
        table: &'static str,
        /// The row.
        row: u64,
        /// The column.
        column: &'static str,
        /// The name given.
        value: Sensitive<String>,
        /// For how many things it stands.
        count: usize,
    },
    /// An employee number cannot be read.
    #[serde(rename = "tabular.bad_number")]
    BadNumber {
        /// The table.
        table: &'static str,
        /// The row.
        row: u64,
        /// The column.
        column: &'static str,
        /// Why.
        problem: NumberError,
        /// The number given.
        value: Sensitive<String>,
    },
    /// A former number cannot be read; the row was kept without it.
    #[serde(rename = "tabular.bad_former_number")]
    BadFormerNumber {
        /// The table.
        table: &'static str,
        /// The row.
        row: u64,
        /// The column.
        column: &'static str,
        /// Why.
        problem: NumberError,
        /// The number given.
        value: Sensitive<String>,
    },
}

impl TableFinding {
    pub(super) fn table(&self) -> &'static str {
        match self {
            Self::MissingColumn { table, .. }
            | Self::RepeatedColumn { table, .. }
            | Self::IgnoredColumn { table, .. }
            | Self::Encoding { table, .. }
            | Self::OpenQuote { table }
            | Self::RepeatedHeader { table, .. }
            | Self::TooManyCells { table, .. }
            | Self::EmptyCell { table, .. }
            | Self::BadCell { table, .. }
            | Self::UnknownPerson { table, .. }
            | Self::UnknownName { table, .. }
            | Self::AmbiguousName { table, .. }
            | Self::RepeatedRow { table, .. }
            | Self::ConflictingRow { table, .. }
            | Self::BadNumber { table, .. }
            | Self::BadFormerNumber { table, .. } => table,
        }
    }

    pub(super) fn column(&self) -> Option<String> {
        match self {
            Self::IgnoredColumn { column, .. } => Some(column.to_string()),
            Self::MissingColumn { column, .. }
            | Self::RepeatedColumn { column, .. }
            | Self::EmptyCell { column, .. }
            | Self::BadCell { column, .. }
            | Self::UnknownPerson { column, .. }
            | Self::UnknownName { column, .. }
            | Self::AmbiguousName { column, .. }
            | Self::RepeatedRow { column, .. }
            | Self::ConflictingRow { column, .. }
            | Self::BadNumber { column, .. }
            | Self::BadFormerNumber { column, .. } => Some((*column).to_owned()),
            Self::Encoding { .. }
            | Self::OpenQuote { .. }
            | Self::RepeatedHeader { .. }
            | Self::TooManyCells { .. } => None,
        }
    }

    pub(super) fn row(&self) -> Option<u64> {
        match self {
            Self::RepeatedHeader { row, .. }
            | Self::TooManyCells { row, .. }
            | Self::EmptyCell { row, .. }
            | Self::BadCell { row, .. }
            | Self::UnknownPerson { row, .. }
            | Self::UnknownName { row, .. }
            | Self::AmbiguousName { row, .. }
            | Self::RepeatedRow { row, .. }
            | Self::ConflictingRow { row, .. }
            | Self::BadNumber { row, .. }
            | Self::BadFormerNumber { row, .. } => Some(*row),
            Self::MissingColumn { .. }
            | Self::RepeatedColumn { .. }
            | Self::IgnoredColumn { .. }
            | Self::Encoding { .. }
            | Self::OpenQuote { .. } => None,
        }
    }
}
