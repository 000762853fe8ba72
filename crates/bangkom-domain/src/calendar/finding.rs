use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::Language;
use crate::finding::{Explain, Place, Severity};

/// What is wrong in calendar files, or missing from them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum CalendarFinding {
    /// Two files of one year say different things; the year is unknown.
    #[serde(rename = "calendar.year_conflict")]
    YearConflict {
        /// The year.
        year: i32,
    },
    /// Identical files of one year; counted once.
    #[serde(rename = "calendar.year_repeated")]
    YearRepeated {
        /// The year.
        year: i32,
    },
    /// No file covers the year; its days are unknown, never working.
    #[serde(rename = "calendar.year_missing")]
    YearMissing {
        /// The year.
        year: i32,
    },
    /// A day off lies outside the year of its file; it was set aside.
    #[serde(rename = "calendar.day_outside_year")]
    DayOutsideYear {
        /// The year of the file.
        year: i32,
        /// The day.
        date: NaiveDate,
    },
    /// A day off is listed more than once; it is off, under its first name by kind.
    #[serde(rename = "calendar.day_repeated")]
    DayRepeated {
        /// The day.
        date: NaiveDate,
    },
    /// A day of the week is listed twice with different slots; it is not worked.
    #[serde(rename = "calendar.weekday_conflict")]
    WeekdayConflict {
        /// The year of the file.
        year: i32,
        /// The day of the week.
        weekday: Weekday,
    },
    /// Slots end before they begin, overlap, or are more than 255; the day of the week is
    /// not worked.
    #[serde(rename = "calendar.slots_unsound")]
    SlotsUnsound {
        /// The year of the file.
        year: i32,
        /// The day of the week.
        weekday: Weekday,
    },
    /// The fasting month lies outside the year of its file; it was set aside.
    #[serde(rename = "calendar.fasting_outside_year")]
    FastingOutsideYear {
        /// The year of the file.
        year: i32,
    },
}

impl Explain for CalendarFinding {
    fn code(&self) -> &'static str {
        match self {
            Self::YearConflict { .. } => "calendar.year_conflict",
            Self::YearRepeated { .. } => "calendar.year_repeated",
            Self::YearMissing { .. } => "calendar.year_missing",
            Self::DayOutsideYear { .. } => "calendar.day_outside_year",
            Self::DayRepeated { .. } => "calendar.day_repeated",
            Self::WeekdayConflict { .. } => "calendar.weekday_conflict",
            Self::SlotsUnsound { .. } => "calendar.slots_unsound",
            Self::FastingOutsideYear { .. } => "calendar.fasting_outside_year",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::YearRepeated { .. } => Severity::Info,
            Self::DayRepeated { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    fn place(&self) -> Place {
        match self {
            Self::YearConflict { year }
            | Self::YearRepeated { year }
            | Self::YearMissing { year } => Place::record(year),
            Self::DayOutsideYear { year, date } => {
                Place::record(year).field(format!("days_off {date}"))
            }
            Self::DayRepeated { date } => Place::record(date).field("days_off"),
            Self::WeekdayConflict { year, weekday } | Self::SlotsUnsound { year, weekday } => {
                Place::record(year).field(format!("week {weekday}"))
            }
            Self::FastingOutsideYear { year } => Place::record(year).field("fasting_month"),
        }
    }

    fn text(&self, language: Language) -> String {
        match language {
            Language::Id => self.text_id(),
            Language::En => self.text_en(),
        }
    }

    fn action(&self, language: Language) -> String {
        match (self, language) {
            (Self::YearRepeated { .. }, Language::Id) => "berikan satu berkas saja per tahun",
            (Self::YearRepeated { .. }, Language::En) => "give one file a year",
            (Self::YearConflict { .. }, Language::Id) => "hapus berkas yang tidak berlaku",
            (Self::YearConflict { .. }, Language::En) => "remove the file that does not hold",
            (Self::YearMissing { .. }, Language::Id) => {
                "tambahkan berkas kalender tahun itu setelah SKB terbit"
            }
            (Self::YearMissing { .. }, Language::En) => {
                "add the calendar file of that year once its decree is out"
            }
            (Self::DayOutsideYear { .. } | Self::FastingOutsideYear { .. }, Language::Id) => {
                "perbaiki tanggal, atau pindahkan ke berkas tahunnya"
            }
            (Self::DayOutsideYear { .. } | Self::FastingOutsideYear { .. }, Language::En) => {
                "correct the date, or move it to the file of its year"
            }
            (Self::DayRepeated { .. }, Language::Id) => "sisakan satu baris untuk hari itu",
            (Self::DayRepeated { .. }, Language::En) => "keep one row for the day",
            (Self::WeekdayConflict { .. } | Self::SlotsUnsound { .. }, Language::Id) => {
                "tulis slot hari itu sekali, berurutan, dan tidak tumpang tindih"
            }
            (Self::WeekdayConflict { .. } | Self::SlotsUnsound { .. }, Language::En) => {
                "write the slots of the day once, in order, without overlap"
            }
        }
        .to_owned()
    }
}

impl CalendarFinding {
    fn text_id(&self) -> String {
        match self {
            Self::YearConflict { year } => {
                format!("dua berkas kalender {year} berbeda isinya, tahun itu tidak dipakai")
            }
            Self::YearRepeated { year } => {
                format!("berkas kalender {year} diberikan lebih dari sekali dan sama")
            }
            Self::YearMissing { year } => format!("tidak ada berkas kalender untuk {year}"),
            Self::DayOutsideYear { year, date } => {
                format!("hari libur {date} di luar tahun {year}")
            }
            Self::DayRepeated { date } => format!("hari libur {date} ditulis lebih dari sekali"),
            Self::WeekdayConflict { year, weekday } => {
                format!("slot {weekday} tahun {year} ditulis dua kali dan berbeda")
            }
            Self::SlotsUnsound { year, weekday } => {
                format!("slot {weekday} tahun {year} terbalik, tumpang tindih, atau terlalu banyak")
            }
            Self::FastingOutsideYear { year } => {
                format!("bulan Ramadan di luar tahun {year}")
            }
        }
    }

    fn text_en(&self) -> String {
        match self {
            Self::YearConflict { year } => {
                format!("two calendar files of {year} differ, the year is not used")
            }
            Self::YearRepeated { year } => {
                format!("the calendar file of {year} was given more than once, identical")
            }
            Self::YearMissing { year } => format!("no calendar file covers {year}"),
            Self::DayOutsideYear { year, date } => {
                format!("day off {date} lies outside the year {year}")
            }
            Self::DayRepeated { date } => format!("day off {date} is listed more than once"),
            Self::WeekdayConflict { year, weekday } => {
                format!("the slots of {weekday} in {year} are listed twice and differ")
            }
            Self::SlotsUnsound { year, weekday } => {
                format!("the slots of {weekday} in {year} are reversed, overlap, or are too many")
            }
            Self::FastingOutsideYear { year } => {
                format!("the fasting month lies outside the year {year}")
            }
        }
    }
}
