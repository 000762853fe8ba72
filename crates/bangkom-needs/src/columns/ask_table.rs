use bangkom_domain::measure::{Importance, Level};

/// What profiles of people ask: level and importance by profile and competency.
///
/// A profile is what a position, or a position together with what its holder shall hold next,
/// asks; where several grounds ask for one competency, give the one that leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskTable {
    competencies: usize,
    /// Required level and importance, zero where nothing is asked.
    asked: Vec<(u8, u8)>,
}

/// Why a table of what is asked cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AskTableError {
    /// There are no competencies, or more than 65,536.
    #[error("a table must have 1 to 65536 competencies, got {given}")]
    Competencies {
        /// How many were given.
        given: usize,
    },
    /// The two columns differ in length, or are no whole number of profiles.
    #[error(
        "{required} levels and {importance} importances are no table of {competencies} columns"
    )]
    Shape {
        /// How many levels were given.
        required: usize,
        /// How many importances were given.
        importance: usize,
        /// How many competencies there are.
        competencies: usize,
    },
    /// A level or an importance is not 1 to 5, where the importance is not zero.
    #[error(
        "profile {profile}, competency {competency}: level {level} and importance {importance} must be 1 to 5"
    )]
    OutOfRange {
        /// The profile.
        profile: usize,
        /// The competency.
        competency: usize,
        /// The level given.
        level: u8,
        /// The importance given.
        importance: u8,
    },
}

impl AskTable {
    /// A table of profiles, each a row of so many competencies; importance 0 asks nothing.
    ///
    /// # Errors
    /// [`AskTableError`] naming the first cell that cannot be.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_needs::columns::AskTable;
    ///
    /// let table = AskTable::new(2, &[4, 0, 3, 5], &[5, 0, 2, 1])?;
    /// assert_eq!((table.profiles(), table.competencies()), (2, 2));
    /// assert!(AskTable::new(2, &[6, 0], &[5, 0]).is_err());
    /// # Ok::<(), bangkom_needs::columns::AskTableError>(())
    /// ```
    pub fn new(
        competencies: usize,
        required: &[u8],
        importance: &[u8],
    ) -> Result<Self, AskTableError> {
        if !(1..=usize::from(u16::MAX) + 1).contains(&competencies) {
            return Err(AskTableError::Competencies {
                given: competencies,
            });
        }
        if required.len() != importance.len() || !required.len().is_multiple_of(competencies) {
            return Err(AskTableError::Shape {
                required: required.len(),
                importance: importance.len(),
                competencies,
            });
        }
        let cells = required.iter().copied().zip(importance.iter().copied());
        for (place, (level, importance)) in cells.clone().enumerate() {
            let sound =
                Level::new(level.into()).is_ok() && Importance::new(importance.into()).is_ok();
            if importance != 0 && !sound {
                return Err(AskTableError::OutOfRange {
                    profile: place / competencies,
                    competency: place % competencies,
                    level,
                    importance,
                });
            }
        }
        Ok(Self {
            competencies,
            asked: cells.collect(),
        })
    }

    /// How many competencies a profile has.
    pub const fn competencies(&self) -> usize {
        self.competencies
    }

    /// How many profiles there are.
    pub fn profiles(&self) -> usize {
        self.asked.len() / self.competencies
    }

    /// Level and importance that a profile asks of each competency, zero where it asks nothing.
    #[inline]
    pub(super) fn of(&self, profile: u32) -> &[(u8, u8)] {
        let start = profile as usize * self.competencies;
        &self.asked[start..start + self.competencies]
    }
}
