use std::fmt;

use serde::{Deserialize, Serialize};

use super::{EmploymentKind, LegacyNumber, Nip, NumberError, PppkNumber, Sex};
use chrono::NaiveDate;

/// The number of an employee as a system wrote it, not yet checked.
///
/// [`Roster::new`](crate::roster::Roster::new) reads every number, finds the ones that cannot
/// be, and keeps the others as digits only. `Debug` never shows it.
///
/// ```
/// use bangkom_domain::people::EmployeeNumber;
///
/// let number = EmployeeNumber::new("19660801 198803 1 001");
/// assert_eq!(format!("{number:?}"), "EmployeeNumber(personal)");
/// assert_eq!(number.reveal(), "19660801 198803 1 001");
/// ```
#[doc(alias = "NIP")]
#[doc(alias = "NI PPPK")]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EmployeeNumber(String);

impl EmployeeNumber {
    /// The number as it was written.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text, for a caller who may see it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The number of somebody employed in this way: 18 digits of that kind, or 9 old ones.
    ///
    /// Spaces, dots, quotes and a leading apostrophe are left out before reading.
    ///
    /// ```
    /// use bangkom_domain::people::{EmployeeNumber, EmploymentKind, NumberError};
    ///
    /// let pppk = EmployeeNumber::new("199001012023211005");
    /// assert!(pppk.parse(EmploymentKind::Pppk).is_ok());
    /// assert_eq!(pppk.parse(EmploymentKind::Pns), Err(NumberError::AppointmentMonth));
    /// ```
    ///
    /// # Errors
    /// [`NumberError`] says what is wrong, without the number.
    pub fn parse(&self, kind: EmploymentKind) -> Result<ParsedNumber, NumberError> {
        let digits = self.digits()?;
        if digits.len() == LegacyNumber::DIGITS {
            return LegacyNumber::new(&digits).map(ParsedNumber::Legacy);
        }
        match kind {
            EmploymentKind::Cpns | EmploymentKind::Pns => Nip::new(&digits).map(ParsedNumber::Nip),
            EmploymentKind::Pppk | EmploymentKind::PppkPartTime => {
                PppkNumber::new(&digits).map(ParsedNumber::Pppk)
            }
        }
    }

    /// The number read as the first kind that it can be: old, PNS, then PPPK.
    ///
    /// For former numbers, whose kind nobody recorded.
    ///
    /// ```
    /// use bangkom_domain::people::{EmployeeNumber, ParsedNumber};
    ///
    /// let former = EmployeeNumber::new("131 263 190").parse_any()?;
    /// assert!(matches!(former, ParsedNumber::Legacy(_)));
    /// # Ok::<(), bangkom_domain::people::NumberError>(())
    /// ```
    ///
    /// # Errors
    /// [`NumberError`] when it is of no kind.
    pub fn parse_any(&self) -> Result<ParsedNumber, NumberError> {
        self.parse(EmploymentKind::Pns)
            .or_else(|_| self.parse(EmploymentKind::Pppk))
    }

    /// Whether it was written with spaces, non-breaking spaces or dots between the digits.
    ///
    /// ```
    /// use bangkom_domain::people::EmployeeNumber;
    ///
    /// assert!(EmployeeNumber::new("19660801.198803.1.001").is_spaced());
    /// ```
    pub fn is_spaced(&self) -> bool {
        self.0.contains(is_separator)
    }

    /// Whether it was written with quotes or an apostrophe around it or before it.
    ///
    /// ```
    /// use bangkom_domain::people::EmployeeNumber;
    ///
    /// assert!(EmployeeNumber::new("'196608011988031001").is_quoted());
    /// ```
    pub fn is_quoted(&self) -> bool {
        self.0.contains(is_quote)
    }

    /// The digits without what stands between them.
    fn digits(&self) -> Result<String, NumberError> {
        let bare = self.0.trim_matches(|c| is_quote(c) || c.is_whitespace());
        if is_float(bare) {
            return Err(NumberError::FloatDamaged);
        }
        let digits: String = bare.chars().filter(|c| !is_separator(*c)).collect();
        if digits.is_empty() {
            Err(NumberError::Empty)
        } else if digits.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(digits)
        } else {
            Err(NumberError::NotDigits)
        }
    }
}

fn is_separator(c: char) -> bool {
    c == '.' || c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

fn is_quote(c: char) -> bool {
    matches!(
        c,
        '\'' | '"' | '`' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}'
    )
}

/// Whether a spreadsheet or a program wrote the number as a floating-point one.
fn is_float(text: &str) -> bool {
    let exponent = crate::finding::Shape::of(text).exponent;
    let fraction = text
        .split_once(['.', ','])
        .is_some_and(|(whole, fraction)| {
            whole.len() > 15
                && whole.bytes().all(|byte| byte.is_ascii_digit())
                && fraction.bytes().all(|byte| byte == b'0')
        });
    exponent || fraction
}

impl fmt::Debug for EmployeeNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmployeeNumber(personal)")
    }
}

/// A number of an employee that was read, by its kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParsedNumber {
    /// Of a civil servant.
    Nip(Nip),
    /// Of an employee on contract.
    Pppk(PppkNumber),
    /// Of nine digits, from before 2007.
    Legacy(LegacyNumber),
}

impl ParsedNumber {
    /// The number as digits only.
    ///
    /// ```
    /// use bangkom_domain::people::EmployeeNumber;
    ///
    /// let written = EmployeeNumber::new("19660801 198803 1 001");
    /// assert_eq!(written.parse_any()?.number().reveal(), "196608011988031001");
    /// # Ok::<(), bangkom_domain::people::NumberError>(())
    /// ```
    pub fn number(&self) -> EmployeeNumber {
        EmployeeNumber::new(match self {
            Self::Nip(nip) => nip.reveal(),
            Self::Pppk(number) => number.reveal(),
            Self::Legacy(number) => number.reveal(),
        })
    }

    /// The date of birth that the number carries; none in an old one.
    pub fn birth_date(&self) -> Option<NaiveDate> {
        match self {
            Self::Nip(nip) => Some(nip.birth_date()),
            Self::Pppk(number) => Some(number.birth_date()),
            Self::Legacy(_) => None,
        }
    }

    /// The sex that the number carries; none in an old one.
    pub fn sex(&self) -> Option<Sex> {
        match self {
            Self::Nip(nip) => Some(nip.sex()),
            Self::Pppk(number) => Some(number.sex()),
            Self::Legacy(_) => None,
        }
    }
}
