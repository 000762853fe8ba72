use serde::{Deserialize, Serialize};

/// Direction of a test, said of the effect that is estimated.
///
/// # Examples
///
/// ```
/// use bangkom_stats::Alternative;
///
/// assert_eq!(Alternative::default(), Alternative::TwoSided);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Alternative {
    /// The effect differs from the null value in either direction.
    #[default]
    TwoSided,
    /// The effect is greater than the null value.
    Greater,
    /// The effect is less than the null value.
    Less,
}

impl Alternative {
    /// Picks the p-value of this direction.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::Alternative;
    ///
    /// assert_eq!(Alternative::Less.pick(0.02, 0.99, 0.01), 0.01);
    /// ```
    pub const fn pick(self, two_sided: f64, greater: f64, less: f64) -> f64 {
        match self {
            Self::TwoSided => two_sided,
            Self::Greater => greater,
            Self::Less => less,
        }
    }
}
