use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a number is not a value of its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{what} must be {low} to {high}, got {given}")]
pub struct OutOfRange {
    /// What was to be measured.
    pub what: &'static str,
    /// The least value.
    pub low: u32,
    /// The greatest value.
    pub high: u32,
    /// The number given.
    pub given: u32,
}

macro_rules! bounded {
    ($( $(#[$meta:meta])* $name:ident($inner:ty) = $what:literal, $low:literal..=$high:literal; )+) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "u32", into = "u32")]
        pub struct $name($inner);

        impl $name {
            /// The least value.
            pub const MIN: Self = Self($low);
            /// The greatest value.
            pub const MAX: Self = Self($high);

            /// The value of this number.
            ///
            /// # Errors
            /// [`OutOfRange`] when the number is outside the range of the type.
            pub fn new(value: u32) -> Result<Self, OutOfRange> {
                if !($low..=$high).contains(&value) {
                    return Err(OutOfRange { what: $what, low: $low, high: $high, given: value });
                }
                Ok(Self(value as $inner))
            }

            /// The number.
            pub const fn get(self) -> $inner {
                self.0
            }
        }

        impl TryFrom<u32> for $name {
            type Error = OutOfRange;

            fn try_from(value: u32) -> Result<Self, OutOfRange> {
                Self::new(value)
            }
        }

        impl From<$name> for u32 {
            fn from(value: $name) -> Self {
                Self::from(value.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+ };
}

bounded! {
    /// A level of mastery, 1 (understands, in development) to 5 (expert).
    ///
    /// ```
    /// use bangkom_domain::measure::Level;
    ///
    /// assert_eq!(Level::new(3)?.get(), 3);
    /// assert_eq!(Level::new(6).unwrap_err().to_string(), "a level must be 1 to 5, got 6");
    /// # Ok::<(), bangkom_domain::measure::OutOfRange>(())
    /// ```
    ///
    /// # References
    /// PermenPANRB 38/2017: the five levels of the competency dictionary.
    Level(u8) = "a level", 1..=5;

    /// How much a competency matters for a position, 1 (little) to 5 (decisive).
    ///
    /// ```
    /// use bangkom_domain::measure::Importance;
    ///
    /// assert!(Importance::new(4)? > Importance::MIN);
    /// # Ok::<(), bangkom_domain::measure::OutOfRange>(())
    /// ```
    Importance(u8) = "an importance", 1..=5;

    /// A share in thousandths, 0 to 1000.
    ///
    /// ```
    /// use bangkom_domain::measure::Permille;
    ///
    /// assert_eq!(Permille::new(400)?.to_string(), "400");
    /// # Ok::<(), bangkom_domain::measure::OutOfRange>(())
    /// ```
    Permille(u16) = "a share in thousandths", 0..=1_000;

    /// Learning hours of one activity, at least one; one is 45 minutes.
    ///
    /// ```
    /// use bangkom_domain::measure::LearningHours;
    ///
    /// assert_eq!(LearningHours::new(20)?.minutes(), 900);
    /// # Ok::<(), bangkom_domain::measure::OutOfRange>(())
    /// ```
    #[doc(alias = "JP")]
    #[doc(alias = "jam pelajaran")]
    LearningHours(u16) = "learning hours", 1..=10_000;
}

impl LearningHours {
    /// The minutes of one learning hour.
    pub const MINUTES: u32 = 45;

    /// The same time in minutes.
    pub const fn minutes(self) -> u32 {
        self.0 as u32 * Self::MINUTES
    }
}
