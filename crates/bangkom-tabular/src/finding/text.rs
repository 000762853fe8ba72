use std::fmt;

use bangkom_domain::Language;
use bangkom_domain::finding::{Explain, Place, Severity};

use super::TableFinding;

impl Explain for TableFinding {
    fn code(&self) -> &'static str {
        self.fixed().code
    }

    fn severity(&self) -> Severity {
        self.fixed().severity
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
        let fixed = self.fixed();
        match language {
            Language::Id => fixed.action_id,
            Language::En => fixed.action_en,
        }
        .to_owned()
    }
}

impl fmt::Display for TableFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text_en())
    }
}

impl TableFinding {
    fn text_en(&self) -> String {
        match self {
            Self::MissingColumn { column, .. } => format!("column {column} is missing"),
            Self::RepeatedColumn { column, .. } => {
                format!("more than one column can be {column}, one was read")
            }
            Self::IgnoredColumn { column, .. } => format!("column {column} was not read"),
            Self::Encoding { encoding, .. } => format!("the text was read as {encoding}"),
            Self::OpenQuote { .. } => "a quotation mark is never closed".to_owned(),
            Self::RepeatedRow { column, .. } => {
                format!("another row has the same {column} and says the same")
            }
            Self::ConflictingRow { column, .. } => {
                format!("rows with the same {column} differ, none is used")
            }
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
                let expected = expected.text(Language::En);
                format!("column {column}: {value} is not {expected}")
            }
            Self::UnknownPerson { column, value, .. } => {
                format!("column {column}: no employee has the number given ({value})")
            }
            Self::UnknownName { column, value, .. } => {
                format!("column {column}: {value} is not known")
            }
            Self::AmbiguousName {
                column,
                value,
                count,
                ..
            } => format!("column {column}: {value} stands for {count} entries"),
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
            Self::RepeatedColumn { column, .. } => {
                format!("lebih dari satu kolom dapat menjadi {column}, satu yang dibaca")
            }
            Self::IgnoredColumn { column, .. } => {
                format!("kolom {} tidak dibaca", column.text(Language::Id))
            }
            Self::Encoding { encoding, .. } => format!("teks dibaca sebagai {encoding}"),
            Self::OpenQuote { .. } => "ada tanda kutip yang tidak ditutup".to_owned(),
            Self::RepeatedRow { column, .. } => {
                format!("baris lain dengan {column} yang sama berisi sama")
            }
            Self::ConflictingRow { column, .. } => {
                format!("baris dengan {column} yang sama berbeda isinya, tidak dipakai")
            }
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
                let (value, expected) = (value.text(Language::Id), expected.text(Language::Id));
                format!("kolom {column}: {value} bukan {expected}")
            }
            Self::UnknownPerson { column, value, .. } => {
                let value = value.text(Language::Id);
                format!("kolom {column}: nomor pegawai tidak dikenal ({value})")
            }
            Self::UnknownName { column, value, .. } => {
                let value = value.text(Language::Id);
                format!("kolom {column}: {value} tidak dikenal")
            }
            Self::AmbiguousName {
                column,
                value,
                count,
                ..
            } => {
                let value = value.text(Language::Id);
                format!("kolom {column}: {value} berarti {count} hal")
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
                let (value, problem) = (value.text(Language::Id), problem.text(Language::Id));
                format!("kolom {column}: bukan nomor pegawai ({value}): {problem}")
            }
        }
    }
}
