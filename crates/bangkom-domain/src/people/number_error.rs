use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Language;

/// Why a text is not the number of an employee; it never holds the number.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Error, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum NumberError {
    /// There is no digit.
    #[error("the number is empty")]
    Empty,
    /// It went through a floating-point number, which loses the last digits.
    #[error("the number was damaged by a floating-point cell, its last digits are lost")]
    FloatDamaged,
    /// There is something other than digits.
    #[error("the number holds something other than digits")]
    NotDigits,
    /// It has neither 18 nor 9 digits.
    #[error("the number has {digits} digits, not 18 or 9")]
    WrongLength {
        /// How many it has.
        digits: usize,
    },
    /// Digits 1 to 8 are no date.
    #[error("digits 1 to 8 of the number are no date of birth")]
    BirthDate,
    /// Digits 13 and 14 of a civil servant's number are no month.
    #[error("digits 13 and 14 of the number are no month of appointment")]
    AppointmentMonth,
    /// Digit 15 is neither 1 nor 2.
    #[error("digit 15 of the number is no sex, 1 or 2")]
    SexDigit,
}

impl NumberError {
    /// What is wrong, in words; `Display` gives the English ones.
    ///
    /// ```
    /// use bangkom_domain::{Language, people::NumberError};
    ///
    /// let error = NumberError::WrongLength { digits: 17 };
    /// assert_eq!(error.text(Language::Id), "nomor terdiri dari 17 digit, bukan 18 atau 9");
    /// ```
    pub fn text(&self, language: Language) -> String {
        let text = match (self, language) {
            (_, Language::En) => return self.to_string(),
            (Self::Empty, Language::Id) => "nomor kosong",
            (Self::FloatDamaged, Language::Id) => {
                "nomor rusak oleh sel angka, digit terakhirnya hilang"
            }
            (Self::NotDigits, Language::Id) => "nomor memuat selain angka",
            (Self::WrongLength { digits }, Language::Id) => {
                return format!("nomor terdiri dari {digits} digit, bukan 18 atau 9");
            }
            (Self::BirthDate, Language::Id) => {
                "digit 1 sampai 8 nomor bukan tanggal lahir yang sah"
            }
            (Self::AppointmentMonth, Language::Id) => {
                "digit 13 dan 14 nomor bukan bulan pengangkatan"
            }
            (Self::SexDigit, Language::Id) => "digit 15 nomor bukan kode jenis kelamin, 1 atau 2",
        };
        text.to_owned()
    }
}
