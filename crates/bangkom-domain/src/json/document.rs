use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{ReadError, WriteError};

/// Plain data with a documented JSON form and a named version.
pub trait Document: Serialize + DeserializeOwned {
    /// The value of the `schema` field, such as `bangkom.plan/1`.
    const SCHEMA: &'static str;
}

/// Declares the schema of a document: a one-variant enum that JSON writes first.
macro_rules! schema {
    ($(#[$meta:meta])* $schema:ident for $document:ty = $text:literal) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize,
        )]
        pub enum $schema {
            /// The first version.
            #[default]
            #[serde(rename = $text)]
            V1,
        }

        impl $crate::json::Document for $document {
            const SCHEMA: &'static str = $text;
        }
    };
}
pub(crate) use schema;

#[derive(Deserialize)]
struct Header {
    schema: String,
}

/// Reads a document from its JSON text.
///
/// The schema is checked before anything else, wherever it stands in the text.
///
/// # Errors
/// [`ReadError`] with line and column when the text is not JSON, is of another schema, misses
/// a field, or has a field that the document does not know.
///
/// ```
/// use bangkom_domain::follow_up::FollowUp;
/// use bangkom_domain::json;
///
/// let error = json::read::<FollowUp>(r#"{"schema": "bangkom.plan/1"}"#).unwrap_err();
/// assert_eq!(error.found_schema(), Some("bangkom.plan/1"));
/// ```
pub fn read<D: Document>(text: &str) -> Result<D, ReadError> {
    let header: Header = serde_json::from_str(text).map_err(|error| ReadError::syntax(&error))?;
    if header.schema != D::SCHEMA {
        return Err(ReadError::schema(D::SCHEMA, header.schema));
    }
    serde_json::from_str(text).map_err(|error| ReadError::syntax(&error))
}

/// Writes a document as JSON text: two spaces of indent, a line break at the end.
///
/// The same document gives the same bytes.
///
/// # Errors
/// [`WriteError`] when a number is not finite.
///
/// ```
/// use bangkom_domain::follow_up::FollowUp;
/// use bangkom_domain::json;
///
/// let text = json::write(&FollowUp::default())?;
/// assert!(text.starts_with("{\n  \"schema\": \"bangkom.follow_up/1\""));
/// assert_eq!(json::read::<FollowUp>(&text)?, FollowUp::default());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write<D: Document>(document: &D) -> Result<String, WriteError> {
    let mut text =
        serde_json::to_string_pretty(document).map_err(|error| WriteError::new(&error))?;
    text.push('\n');
    Ok(text)
}
