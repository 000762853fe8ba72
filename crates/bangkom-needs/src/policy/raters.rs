use serde::{Deserialize, Serialize};

/// Whether and how the severity of raters is taken off their ratings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RaterRule {
    /// Whether gaps are found from ratings freed of severity.
    pub adjust: bool,
    /// The severity of raters with fewer ratings than this counts in part only.
    pub shrink_below: u32,
}

impl Default for RaterRule {
    /// Not adjusted; in part below five ratings.
    ///
    /// An adjustment makes the level of one person depend on the ratings of others, which an
    /// office should choose and not find.
    fn default() -> Self {
        Self {
            adjust: false,
            shrink_below: 5,
        }
    }
}
