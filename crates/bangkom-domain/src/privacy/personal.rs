use std::fmt;

use serde::{Deserialize, Serialize};

/// A value about a person: stored and compared, but never shown by `Debug`.
///
/// ```
/// use bangkom_domain::privacy::Personal;
///
/// let score = Personal::new(3.5);
/// assert_eq!(format!("{score:?}"), "(personal)");
/// assert_eq!(*score.reveal(), 3.5);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Personal<T>(T);

impl<T> Personal<T> {
    /// Marks a value as personal.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, for code that computes with it or shows it to somebody who may see it.
    pub const fn reveal(&self) -> &T {
        &self.0
    }

    /// The value, owned.
    pub fn into_revealed(self) -> T {
        self.0
    }
}

impl<T> From<T> for Personal<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(personal)")
    }
}
