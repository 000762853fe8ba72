use std::fmt;

use super::NumberError;

/// The nine digits of a civil servant's number from before 2007; they carry no date.
///
/// ```
/// use bangkom_domain::people::{LegacyNumber, NumberError};
///
/// assert_eq!(LegacyNumber::new("131263190")?.reveal(), "131263190");
/// assert_eq!(LegacyNumber::new("13126319"), Err(NumberError::WrongLength { digits: 8 }));
/// # Ok::<(), NumberError>(())
/// ```
#[doc(alias = "NIP lama")]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LegacyNumber(String);

impl LegacyNumber {
    /// How many digits it has.
    pub const DIGITS: usize = 9;

    /// The number of these nine digits.
    ///
    /// # Errors
    /// [`NumberError`] when they are not nine, or not digits.
    pub fn new(digits: &str) -> Result<Self, NumberError> {
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NumberError::NotDigits);
        }
        if digits.len() != Self::DIGITS {
            return Err(NumberError::WrongLength {
                digits: digits.len(),
            });
        }
        Ok(Self(digits.to_owned()))
    }

    /// The digits, for a caller who may see them.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for LegacyNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LegacyNumber(personal)")
    }
}
