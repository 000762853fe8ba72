use std::fmt;

use chrono::NaiveDate;

use super::digits::Digits;
use super::{NumberError, Sex};

/// The number of a civil servant: birth date, month of appointment, sex, serial.
///
/// ```
/// use bangkom_domain::people::{Nip, NumberError, Sex};
///
/// let nip = Nip::new("196608011988031001")?;
/// assert_eq!(nip.birth_date().to_string(), "1966-08-01");
/// assert_eq!((nip.appointment_year(), nip.appointment_month()), (1988, 3));
/// assert_eq!((nip.sex(), nip.serial()), (Sex::Male, 1));
/// assert_eq!(Nip::new("196608011988133001"), Err(NumberError::SexDigit));
/// # Ok::<(), NumberError>(())
/// ```
///
/// # References
/// Perka BKN 22/2007 and 43/2007.
#[doc(alias = "nomor induk pegawai")]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nip(Digits);

impl Nip {
    /// The number of these 18 digits.
    ///
    /// # Errors
    /// [`NumberError`] when length, birth date, month, sex or serial cannot be.
    pub fn new(digits: &str) -> Result<Self, NumberError> {
        let digits = Digits::new(digits)?;
        if !(1..=12).contains(&digits.part(12, 14)) {
            return Err(NumberError::AppointmentMonth);
        }
        Ok(Self(digits))
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

    /// The month of the first appointment, digits 13 and 14, 1 to 12.
    pub fn appointment_month(&self) -> u32 {
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

impl fmt::Debug for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Nip(personal)")
    }
}
