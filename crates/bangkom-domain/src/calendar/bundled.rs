use super::CalendarYear;
use crate::json;

/// The bundled file of 2026 as text, to be copied, corrected and read back.
///
/// ```
/// use bangkom_domain::calendar::{self, CalendarYear};
/// use bangkom_domain::json;
///
/// let mut year: CalendarYear = json::read(calendar::YEAR_2026_JSON)?;
/// year.days_off.retain(|day| day.name != "Hari Buruh Internasional");
/// assert_eq!(year.days_off.len(), 24);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub const YEAR_2026_JSON: &str = include_str!("../../data/calendar_2026.json");

/// The year 2026: 17 national holidays, 8 days of joint leave, two slots on five days a week.
///
/// Friday leaves room for the midday prayer. The slots of the fasting month are shorter; its
/// days and hours are not verified, as its `source` says. Replace the file where the city has
/// other days or hours.
///
/// ```
/// use bangkom_domain::calendar::{self, DayOffKind};
///
/// let year = calendar::year_2026();
/// let holidays = year.days_off.iter().filter(|day| day.kind == DayOffKind::NationalHoliday);
/// assert_eq!(holidays.count(), 17);
/// assert_eq!(year.days_off.len(), 25);
/// ```
///
/// # References
/// Joint decree of three ministers 1497/2025, 2/2025 and 5/2025 on holidays and joint leave
/// in 2026; Perpres 21/2023 on working hours.
#[expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "the text is part of the crate and a test reads it"
)]
pub fn year_2026() -> CalendarYear {
    json::read(YEAR_2026_JSON).expect("the bundled calendar is a calendar document")
}
