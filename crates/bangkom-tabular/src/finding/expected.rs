use bangkom_domain::Language;
use serde::Serialize;

/// What a cell should hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Expected {
    /// A date, day or year first.
    Date,
    /// A date that is not before the beginning that another column gives.
    DateFromBeginning,
    /// A year of four digits.
    Year,
    /// A number with a decimal point or comma.
    Number,
    /// A number without decimals.
    WholeNumber,
    /// One of the words that the column knows.
    Word,
    /// A code of visible ASCII characters.
    Code,
    /// A number on the scale of its column.
    OnScale,
}

impl Expected {
    /// What it is, as the end of a sentence.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_tabular::Expected;
    ///
    /// assert_eq!(Expected::WholeNumber.text(Language::Id), "bilangan bulat");
    /// ```
    pub const fn text(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Date, Language::Id) => "tanggal seperti 31-12-2026",
            (Self::Date, Language::En) => "a date such as 31-12-2026",
            (Self::DateFromBeginning, Language::Id) => "tanggal yang tidak mendahului awalnya",
            (Self::DateFromBeginning, Language::En) => "a date on or after its beginning",
            (Self::Year, Language::Id) => "tahun",
            (Self::Year, Language::En) => "a year",
            (Self::Number, Language::Id) => "angka",
            (Self::Number, Language::En) => "a number",
            (Self::WholeNumber, Language::Id) => "bilangan bulat",
            (Self::WholeNumber, Language::En) => "a whole number",
            (Self::Word, Language::Id) => "salah satu kata untuk kolom itu",
            (Self::Word, Language::En) => "one of the words of its column",
            (Self::Code, Language::Id) => "kode",
            (Self::Code, Language::En) => "a code",
            (Self::OnScale, Language::Id) => "angka dalam skalanya",
            (Self::OnScale, Language::En) => "on its scale",
        }
    }
}
