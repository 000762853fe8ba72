use chrono::{NaiveDate, Weekday};

use crate::finding::{Place, findings};

findings! {
    /// What is wrong in calendar files, or missing from them.
    CalendarFinding {
        /// Two files of one year say different things; the year is unknown.
        YearConflict {
            /// The year.
            year: i32,
        } => "calendar.year_conflict", Error, Place::record(year);
            "dua berkas kalender {year} berbeda isinya, tahun itu tidak dipakai",
            "two calendar files of {year} differ, the year is not used";
            "hapus berkas yang tidak berlaku", "remove the file that does not hold";

        /// Identical files of one year; counted once.
        YearRepeated {
            /// The year.
            year: i32,
        } => "calendar.year_repeated", Info, Place::record(year);
            "berkas kalender {year} diberikan lebih dari sekali dan sama",
            "the calendar file of {year} was given more than once, identical";
            "berikan satu berkas saja per tahun", "give one file a year";

        /// No file covers the year; its days are unknown, never working.
        YearMissing {
            /// The year.
            year: i32,
        } => "calendar.year_missing", Error, Place::record(year);
            "tidak ada berkas kalender untuk {year}",
            "no calendar file covers {year}";
            "tambahkan berkas kalender tahun itu setelah SKB terbit",
            "add the calendar file of that year once its decree is out";

        /// A day off lies outside the year of its file; it was set aside.
        DayOutsideYear {
            /// The year of the file.
            year: i32,
            /// The day.
            date: NaiveDate,
        } => "calendar.day_outside_year", Error,
            Place::record(year).field(format!("days_off {date}"));
            "hari libur {date} di luar tahun {year}",
            "day off {date} lies outside the year {year}";
            "perbaiki tanggal, atau pindahkan ke berkas tahunnya",
            "correct the date, or move it to the file of its year";

        /// A day off is listed more than once; it is off, under its first name by kind.
        DayRepeated {
            /// The day.
            date: NaiveDate,
        } => "calendar.day_repeated", Warning, Place::record(date).field("days_off");
            "hari libur {date} ditulis lebih dari sekali",
            "day off {date} is listed more than once";
            "sisakan satu baris untuk hari itu", "keep one row for the day";

        /// A day of the week is listed twice with different slots; it is not worked.
        WeekdayConflict {
            /// The year of the file.
            year: i32,
            /// The day of the week.
            weekday: Weekday,
        } => "calendar.weekday_conflict", Error,
            Place::record(year).field(format!("week {weekday}"));
            "slot hari {weekday} tahun {year} ditulis dua kali dan berbeda",
            "the slots of {weekday} in {year} are listed twice and differ";
            "tulis slot hari itu sekali saja", "write the slots of the day once";

        /// Slots end before they begin, overlap, or are more than 255; the day of the week
        /// is not worked.
        SlotsUnsound {
            /// The year of the file.
            year: i32,
            /// The day of the week.
            weekday: Weekday,
        } => "calendar.slots_unsound", Error, Place::record(year).field(format!("week {weekday}"));
            "slot hari {weekday} tahun {year} terbalik, tumpang tindih, atau terlalu banyak",
            "the slots of {weekday} in {year} are reversed, overlap, or are too many";
            "tulis slot hari itu berurutan dan tidak tumpang tindih",
            "write the slots of the day in order, without overlap";

        /// The fasting month lies outside the year of its file; it was set aside.
        FastingOutsideYear {
            /// The year of the file.
            year: i32,
        } => "calendar.fasting_outside_year", Error, Place::record(year).field("fasting_month");
            "bulan Ramadan di luar tahun {year}",
            "the fasting month lies outside the year {year}";
            "perbaiki tanggal bulan Ramadan", "correct the days of the fasting month";
    }
}
