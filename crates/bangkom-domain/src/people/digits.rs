use chrono::NaiveDate;

use super::{NumberError, Sex};

/// The 18 digits that the numbers of civil servants and of contract employees share.
///
/// Birth date (8), six digits that differ by kind, sex (1), serial from 001 (3).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Digits {
    text: String,
    birth_date: NaiveDate,
    sex: Sex,
}

impl Digits {
    /// The digits of a text that holds nothing else.
    pub(super) fn new(text: &str) -> Result<Self, NumberError> {
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NumberError::NotDigits);
        }
        if text.len() != 18 {
            return Err(NumberError::WrongLength { digits: text.len() });
        }
        // Serials begin at 001: three zeros are what a spreadsheet leaves of any number.
        if text.ends_with("000") {
            return Err(NumberError::FloatDamaged);
        }
        let mut digits = Self {
            text: text.to_owned(),
            birth_date: NaiveDate::MIN,
            sex: Sex::Male,
        };
        let (year, month, day) = (digits.part(0, 4), digits.part(4, 6), digits.part(6, 8));
        digits.birth_date = i32::try_from(year)
            .ok()
            .filter(|year| *year > 0)
            .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
            .ok_or(NumberError::BirthDate)?;
        digits.sex = match digits.part(14, 15) {
            1 => Sex::Male,
            2 => Sex::Female,
            _ => return Err(NumberError::SexDigit),
        };
        Ok(digits)
    }

    /// The number that the digits from `start` to before `end` write.
    pub(super) fn part(&self, start: usize, end: usize) -> u32 {
        let digits = self.text.bytes().skip(start).take(end - start);
        digits.fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn birth_date(&self) -> NaiveDate {
        self.birth_date
    }

    pub(super) fn sex(&self) -> Sex {
        self.sex
    }
}
