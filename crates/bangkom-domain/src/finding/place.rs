use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::Language;

/// Where a finding is: record, field, and the row of the file it came from.
///
/// ```
/// use bangkom_domain::finding::Place;
///
/// let place = Place::record("DPMPTSP").field("parent").row(12);
/// assert_eq!(place.to_string(), "DPMPTSP, field parent, row 12");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The id of the record; empty where the whole document is meant.
    pub record: String,
    /// The name of the field as the JSON document writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Cow<'static, str>>,
    /// The row of the input, counted from 1 after the header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
}

impl Place {
    /// A place in the record with this id.
    pub fn record(id: impl std::fmt::Display) -> Self {
        Self {
            record: id.to_string(),
            ..Self::default()
        }
    }

    /// The same place, narrowed to a field.
    #[must_use]
    pub fn field(mut self, field: impl Into<Cow<'static, str>>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// The same place, with the row it was read from.
    #[must_use]
    pub fn row(mut self, row: u64) -> Self {
        self.row = Some(row);
        self
    }

    /// The place in words; `Display` gives the English ones.
    ///
    /// ```
    /// use bangkom_domain::{Language, finding::Place};
    ///
    /// let place = Place::record("DPMPTSP").field("parent").row(12);
    /// assert_eq!(place.text(Language::Id), "DPMPTSP, kolom parent, baris 12");
    /// ```
    pub fn text(&self, language: Language) -> String {
        let (document, field, row) = match language {
            Language::Id => ("dokumen", "kolom", "baris"),
            Language::En => ("document", "field", "row"),
        };
        let record = Some(self.record.as_str()).filter(|id| !id.is_empty());
        let field = self.field.as_ref().map(|name| format!(", {field} {name}"));
        let row = self.row.map(|number| format!(", {row} {number}"));
        [
            record.unwrap_or(document),
            &field.unwrap_or_default(),
            &row.unwrap_or_default(),
        ]
        .concat()
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text(Language::En))
    }
}
