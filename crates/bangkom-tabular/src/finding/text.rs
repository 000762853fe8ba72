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
        let given = self.given(Language::En);
        match self {
            Self::MissingColumn { column, .. } => format!("column {column} is missing"),
            Self::RepeatedColumn { column, .. } => {
                format!("more than one column can be {column}, one was read")
            }
            Self::IgnoredColumn { .. } => format!("column {given} was not read"),
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
                column, expected, ..
            } => {
                let expected = expected.text(Language::En);
                format!("column {column}: {given} is not {expected}")
            }
            Self::UnknownPerson { column, .. } => {
                format!("column {column}: no employee has the number given ({given})")
            }
            Self::UnknownName { column, .. } => format!("column {column}: {given} is not known"),
            Self::AmbiguousName { column, count, .. } => {
                format!("column {column}: {given} stands for {count} entries")
            }
            Self::BadNumber {
                column, problem, ..
            }
            | Self::BadFormerNumber {
                column, problem, ..
            } => {
                format!("column {column}: not an employee number ({given}): {problem}")
            }
        }
    }

    fn text_id(&self) -> String {
        let given = self.given(Language::Id);
        match self {
            Self::MissingColumn { column, .. } => format!("kolom {column} tidak ada"),
            Self::RepeatedColumn { column, .. } => {
                format!("lebih dari satu kolom dapat menjadi {column}, satu yang dibaca")
            }
            Self::IgnoredColumn { .. } => format!("kolom {given} tidak dibaca"),
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
                column, expected, ..
            } => {
                let expected = expected.text(Language::Id);
                format!("kolom {column}: {given} bukan {expected}")
            }
            Self::UnknownPerson { column, .. } => {
                format!("kolom {column}: nomor pegawai tidak dikenal ({given})")
            }
            Self::UnknownName { column, .. } => format!("kolom {column}: {given} tidak dikenal"),
            Self::AmbiguousName { column, count, .. } => {
                format!("kolom {column}: {given} berarti {count} hal")
            }
            Self::BadNumber {
                column, problem, ..
            }
            | Self::BadFormerNumber {
                column, problem, ..
            } => {
                let problem = problem.text(Language::Id);
                format!("kolom {column}: bukan nomor pegawai ({given}): {problem}")
            }
        }
    }

    /// What was given, as far as it may be shown; nothing where no value is the matter.
    fn given(&self, language: Language) -> String {
        match self {
            Self::IgnoredColumn { column: value, .. }
            | Self::BadCell { value, .. }
            | Self::UnknownPerson { value, .. }
            | Self::UnknownName { value, .. }
            | Self::AmbiguousName { value, .. }
            | Self::BadNumber { value, .. }
            | Self::BadFormerNumber { value, .. } => value.text(language),
            _ => String::new(),
        }
    }
}
