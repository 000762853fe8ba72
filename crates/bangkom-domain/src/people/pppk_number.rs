use std::fmt;

use chrono::NaiveDate;

use super::digits::Digits;
use super::{NumberError, Sex};

/// The number of an employee on contract: birth date, year of appointment, sex, serial.
///
/// It changes with the employer. Digits 13 and 14 count the agreement and are no month; they
/// are stored and not interpreted.
///
/// ```
/// use bangkom_domain::people::PppkNumber;
///
/// let number = PppkNumber::new("199001012023212005")?;
/// assert_eq!((number.appointment_year(), number.agreement()), (2023, 21));
/// # Ok::<(), bangkom_domain::people::NumberError>(())
/// ```
///
/// # References
/// Peraturan BKN 1/2019.
#[doc(alias = "NI PPPK")]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PppkNumber(Digits);

impl PppkNumber {
    /// The number of these 18 digits.
    ///
    /// # Errors
    /// [`NumberError`] when length, birth date, sex or serial cannot be.
    pub fn new(digits: &str) -> Result<Self, NumberError> {
        Digits::new(digits).map(Self)
    }

    /// The digits, for a caller who may see them.
    pub fn reveal(&self) -> &str {
        self.0.text()
    }

    /// The date of birth, digits 1 to 8.
    pub fn birth_date(&self) -> NaiveDate {
        self.0.birth_date()
    }

    /// The year of the first appointment, digits 9 to 12.
    pub fn appointment_year(&self) -> u32 {
        self.0.part(8, 12)
    }

    /// Digits 13 and 14 as they stand.
    pub fn agreement(&self) -> u32 {
        self.0.part(12, 14)
    }

    /// The sex, digit 15.
    pub fn sex(&self) -> Sex {
        self.0.sex()
    }

    /// The serial, digits 16 to 18, at least 1.
    pub fn serial(&self) -> u32 {
        self.0.part(15, 18)
    }
}

impl fmt::Debug for PppkNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PppkNumber(personal)")
    }
}
