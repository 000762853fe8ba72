use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// Name of the method that gave a result, in `snake_case`, with variants after a comma.
///
/// # Examples
///
/// ```
/// use bangkom_stats::Method;
///
/// let method = Method::new("signed_rank, pratt");
/// assert_eq!(method.as_str(), "signed_rank, pratt");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Method(Cow<'static, str>);

impl Method {
    /// Names a method.
    pub const fn new(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
