use bangkom_domain::finding::Findings;

use crate::TableFinding;

/// How a table is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadOptions {
    /// Further names of columns: the name used in findings, and the name in the file.
    pub aliases: Vec<(String, String)>,
    /// The separator; found by itself where absent.
    pub separator: Option<u8>,
}

impl ReadOptions {
    /// The same, with a further name for a column.
    ///
    /// ```
    /// use bangkom_tabular::ReadOptions;
    ///
    /// let options = ReadOptions::default().alias("nip", "Nomor Pegawai");
    /// assert_eq!(options.aliases.len(), 1);
    /// ```
    #[must_use]
    pub fn alias(mut self, column: impl Into<String>, alias: impl Into<String>) -> Self {
        self.aliases.push((column.into(), alias.into()));
        self
    }

    /// The same, with a fixed separator.
    #[must_use]
    pub fn separator(mut self, separator: u8) -> Self {
        self.separator = Some(separator);
        self
    }
}

/// What a table gave, what was found in it, and counts that add up.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct Reading<T> {
    /// All that is valid.
    pub value: T,
    /// The rows below the header that hold anything.
    pub rows: usize,
    /// The rows that were used.
    pub kept: usize,
    /// What was found, in order.
    pub findings: Findings<TableFinding>,
}

impl<T> Reading<T> {
    /// The rows that were set aside: `rows - kept`.
    pub fn set_aside(&self) -> usize {
        self.rows - self.kept
    }

    /// The same reading of a value made from this one.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Reading<U> {
        Reading {
            value: change(self.value),
            rows: self.rows,
            kept: self.kept,
            findings: self.findings,
        }
    }
}
