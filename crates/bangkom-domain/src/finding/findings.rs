use serde::{Deserialize, Serialize};

use super::{Explain, Severity};

/// An ordered list of findings: by code, record, field, then row.
///
/// The order does not depend on the order of the input, but for the row numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Findings<T>(Vec<T>);

impl<T> Default for Findings<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Explain> Findings<T> {
    /// The list of these findings, brought into order.
    pub fn new(mut items: Vec<T>) -> Self {
        items.sort_by_cached_key(|item| {
            let place = item.place();
            (item.code(), place.record, place.field, place.row)
        });
        Self(items)
    }

    /// Whether nothing had to be set aside: no finding is an error.
    pub fn is_sound(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    /// How many findings have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.0
            .iter()
            .filter(|item| item.severity() == severity)
            .count()
    }

    /// This list and another in one.
    #[must_use]
    pub fn merged(self, other: Self) -> Self {
        let mut items = self.0;
        items.extend(other.0);
        Self::new(items)
    }
}

impl<T> Findings<T> {
    /// Whether there is no finding at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many findings there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The findings in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// The findings in order, as a slice.
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// The findings in order, owned.
    pub fn into_vec(self) -> Vec<T> {
        self.0
    }
}

impl<T: Explain> FromIterator<T> for Findings<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::new(items.into_iter().collect())
    }
}

impl<T> IntoIterator for Findings<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Findings<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
