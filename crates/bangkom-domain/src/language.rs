use serde::{Deserialize, Serialize};

/// The language of a text made for people.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Bahasa Indonesia, the language of the offices.
    #[default]
    Id,
    /// English.
    En,
}
