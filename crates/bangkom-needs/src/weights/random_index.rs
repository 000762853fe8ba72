use serde::{Deserialize, Serialize};

/// The mean consistency index of judgements made at random, by the number of items.
///
/// Published tables differ, so the one used is named in every result. No table is needed for
/// one or two items, whose judgements cannot contradict each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RandomIndex {
    /// Who published it.
    pub name: String,
    /// The index of three items, of four, and so on.
    pub from_three: Vec<f64>,
}

impl Default for RandomIndex {
    /// [`RandomIndex::saaty_1980`].
    fn default() -> Self {
        Self::saaty_1980()
    }
}

impl RandomIndex {
    /// The table of Saaty, up to fifteen items; it falls from 1.51 to 1.48 at twelve.
    ///
    /// # Examples
    /// ```
    /// use bangkom_needs::weights::RandomIndex;
    ///
    /// assert_eq!(RandomIndex::saaty_1980().of(7), Some(1.32));
    /// assert_eq!(RandomIndex::saaty_1980().of(16), None);
    /// ```
    ///
    /// # References
    /// Saaty 1980.
    pub fn saaty_1980() -> Self {
        Self::named(
            "Saaty 1980",
            &[
                0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
            ],
        )
    }

    /// The table of Alonso and Lamata from 100 000 matrices, up to fifteen items.
    ///
    /// # Examples
    /// ```
    /// use bangkom_needs::weights::RandomIndex;
    ///
    /// assert_eq!(RandomIndex::alonso_lamata_2006().of(3), Some(0.5245));
    /// ```
    ///
    /// # References
    /// Alonso and Lamata 2006.
    pub fn alonso_lamata_2006() -> Self {
        Self::named(
            "Alonso and Lamata 2006",
            &[
                0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365,
                1.5551, 1.5713, 1.5838,
            ],
        )
    }

    /// The index of `n` items; 0 for one and two, `None` beyond the table or where the table
    /// holds no positive number.
    pub fn of(&self, n: usize) -> Option<f64> {
        if n < 3 {
            return Some(0.0);
        }
        let index = self.from_three.get(n - 3).copied();
        index.filter(|index| index.is_finite() && *index > 0.0)
    }

    fn named(name: &str, from_three: &[f64]) -> Self {
        Self {
            name: name.to_owned(),
            from_three: from_three.to_vec(),
        }
    }
}
