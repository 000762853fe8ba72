use std::fmt;

use bangkom_domain::Language;
use bangkom_domain::finding::{Explain, Place, Sensitive, Severity};
use bangkom_domain::people::NumberError;
use serde::Serialize;

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
    /// A column is there twice; the first was read.
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
        expected: &'static str,
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
    fn table(&self) -> &'static str {
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
            | Self::BadNumber { table, .. }
            | Self::BadFormerNumber { table, .. } => table,
        }
    }

    fn column(&self) -> Option<String> {
        match self {
            Self::IgnoredColumn { column, .. } => Some(column.to_string()),
            Self::MissingColumn { column, .. }
            | Self::RepeatedColumn { column, .. }
            | Self::EmptyCell { column, .. }
            | Self::BadCell { column, .. }
            | Self::UnknownPerson { column, .. }
            | Self::UnknownName { column, .. }
            | Self::BadNumber { column, .. }
            | Self::BadFormerNumber { column, .. } => Some((*column).to_owned()),
            Self::Encoding { .. }
            | Self::OpenQuote { .. }
            | Self::RepeatedHeader { .. }
            | Self::TooManyCells { .. } => None,
        }
    }

    fn row(&self) -> Option<u64> {
        match self {
            Self::RepeatedHeader { row, .. }
            | Self::TooManyCells { row, .. }
            | Self::EmptyCell { row, .. }
            | Self::BadCell { row, .. }
            | Self::UnknownPerson { row, .. }
            | Self::UnknownName { row, .. }
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

impl Explain for TableFinding {
    fn code(&self) -> &'static str {
        match self {
            Self::MissingColumn { .. } => "tabular.missing_column",
            Self::RepeatedColumn { .. } => "tabular.repeated_column",
            Self::IgnoredColumn { .. } => "tabular.ignored_column",
            Self::Encoding { .. } => "tabular.encoding",
            Self::OpenQuote { .. } => "tabular.open_quote",
            Self::RepeatedHeader { .. } => "tabular.repeated_header",
            Self::TooManyCells { .. } => "tabular.too_many_cells",
            Self::EmptyCell { .. } => "tabular.empty_cell",
            Self::BadCell { .. } => "tabular.bad_cell",
            Self::UnknownPerson { .. } => "tabular.unknown_person",
            Self::UnknownName { .. } => "tabular.unknown_name",
            Self::BadNumber { .. } => "tabular.bad_number",
            Self::BadFormerNumber { .. } => "tabular.bad_former_number",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::IgnoredColumn { .. } | Self::Encoding { .. } => Severity::Info,
            Self::RepeatedColumn { .. }
            | Self::OpenQuote { .. }
            | Self::TooManyCells { .. }
            | Self::BadFormerNumber { .. } => Severity::Warning,
            Self::MissingColumn { .. }
            | Self::RepeatedHeader { .. }
            | Self::EmptyCell { .. }
            | Self::BadCell { .. }
            | Self::BadNumber { .. }
            | Self::UnknownPerson { .. }
            | Self::UnknownName { .. } => Severity::Error,
        }
    }

    fn place(&self) -> Place {
        let mut place = Place::record(self.table());
        place.field = self.column().map(Into::into);
        place.row = self.row();
        place
    }

    fn text(&self, language: Language) -> String {
        match language {
            Language::Id => self.text_id(),
            Language::En => self.text_en(),
        }
    }

    fn action(&self, language: Language) -> String {
        let (id, en) = self.actions();
        match language {
            Language::Id => id,
            Language::En => en,
        }
        .to_owned()
    }
}

impl TableFinding {
    fn text_en(&self) -> String {
        match self {
            Self::MissingColumn { column, .. } => format!("column {column} is missing"),
            Self::RepeatedColumn { column, .. } => format!("column {column} is there twice"),
            Self::IgnoredColumn { column, .. } => format!("column {column} was not read"),
            Self::Encoding { encoding, .. } => format!("the text was read as {encoding}"),
            Self::OpenQuote { .. } => "a quotation mark is never closed".to_owned(),
            Self::RepeatedHeader { .. } => "the header stands among the rows".to_owned(),
            Self::TooManyCells { expected, got, .. } => {
                format!("the row has {got} cells under a header of {expected}")
            }
            Self::EmptyCell { column, .. } => format!("column {column} is empty"),
            Self::BadCell {
                column,
                expected,
                value,
                ..
            } => {
                format!("column {column}: {value} is not {expected}")
            }
            Self::UnknownPerson { column, value, .. } => {
                format!("column {column}: no employee has the number given ({value})")
            }
            Self::UnknownName { column, value, .. } => {
                format!("column {column}: {value} is not known")
            }
            Self::BadNumber {
                column,
                problem,
                value,
                ..
            }
            | Self::BadFormerNumber {
                column,
                problem,
                value,
                ..
            } => {
                format!("column {column}: not an employee number ({value}): {problem}")
            }
        }
    }

    fn text_id(&self) -> String {
        match self {
            Self::MissingColumn { column, .. } => format!("kolom {column} tidak ada"),
            Self::RepeatedColumn { column, .. } => format!("kolom {column} ada dua kali"),
            Self::IgnoredColumn { column, .. } => format!("kolom {column} tidak dibaca"),
            Self::Encoding { encoding, .. } => format!("teks dibaca sebagai {encoding}"),
            Self::OpenQuote { .. } => "ada tanda kutip yang tidak ditutup".to_owned(),
            Self::RepeatedHeader { .. } => "judul kolom terulang di antara baris".to_owned(),
            Self::TooManyCells { expected, got, .. } => {
                format!("baris berisi {got} sel, judul kolom {expected}")
            }
            Self::EmptyCell { column, .. } => format!("kolom {column} kosong"),
            Self::BadCell {
                column,
                expected,
                value,
                ..
            } => {
                format!("kolom {column}: {value} bukan {}", expected_id(expected))
            }
            Self::UnknownPerson { column, value, .. } => {
                format!("kolom {column}: nomor pegawai tidak dikenal ({value})")
            }
            Self::UnknownName { column, value, .. } => {
                format!("kolom {column}: {value} tidak dikenal")
            }
            Self::BadNumber {
                column,
                problem,
                value,
                ..
            }
            | Self::BadFormerNumber {
                column,
                problem,
                value,
                ..
            } => {
                format!("kolom {column}: bukan nomor pegawai ({value}): {problem}")
            }
        }
    }

    fn actions(&self) -> (&'static str, &'static str) {
        match self {
            Self::MissingColumn { .. } => (
                "tambahkan kolom itu, atau sebutkan nama lainnya dalam opsi pembacaan",
                "add the column, or name its other name in the reading options",
            ),
            Self::RepeatedColumn { .. } => {
                ("hapus salah satu kolom", "remove one of the two columns")
            }
            Self::IgnoredColumn { .. } => (
                "tidak perlu apa-apa; jika kolom itu penting, sebutkan sebagai nama lain",
                "nothing; if the column matters, declare it as another name",
            ),
            Self::Encoding { .. } => (
                "periksa huruf khusus, atau simpan sebagai UTF-8",
                "check special letters, or save as UTF-8",
            ),
            Self::OpenQuote { .. } => (
                "perbaiki tanda kutip di berkas asal",
                "mend the quotation mark in the file",
            ),
            Self::RepeatedHeader { .. } => (
                "hapus judul kolom yang terulang",
                "remove the repeated header",
            ),
            Self::TooManyCells { .. } => (
                "periksa pemisah kolom di dalam isi sel",
                "look for separators inside the cells",
            ),
            Self::EmptyCell { .. } => ("isi sel itu di sistem asal", "fill the cell at its source"),
            Self::BadCell { .. } => (
                "perbaiki isi sel di sistem asal",
                "mend the cell at its source",
            ),
            Self::UnknownPerson { .. } => (
                "periksa nomornya, atau tambahkan pegawai ke data pegawai",
                "check the number, or add the employee to the personnel records",
            ),
            Self::UnknownName { .. } => (
                "periksa ejaannya, atau tambahkan ke daftar rujukan",
                "check the spelling, or add it to the reference list",
            ),
            Self::BadNumber { .. } | Self::BadFormerNumber { .. } => (
                "ekspor ulang kolom nomor sebagai teks",
                "export the column of numbers again as text",
            ),
        }
    }
}

fn expected_id(expected: &'static str) -> &'static str {
    const WORDS: &[(&str, &str)] = &[
        ("a date such as 31-12-2026", "tanggal seperti 31-12-2026"),
        ("a number", "angka"),
        ("a whole number", "bilangan bulat"),
        (
            "one of the words of its column",
            "salah satu kata untuk kolom itu",
        ),
        ("a code", "kode"),
        ("on its scale", "dalam skalanya"),
    ];
    WORDS
        .iter()
        .find(|(en, _)| *en == expected)
        .map_or(expected, |(_, id)| id)
}

impl fmt::Display for TableFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text_en())
    }
}
