//! Days, holidays, working hours and slots: one replaceable file a year.

mod bundled;
mod days;
mod finding;
mod period;
mod week;
mod year;

pub use bundled::{YEAR_2026_JSON, year_2026};
pub use days::{Calendar, DayStatus};
pub use finding::CalendarFinding;
pub use period::{Period, PeriodError};
pub use year::{
    CalendarSchema, CalendarYear, DayOff, DayOffKind, FastingMonth, Slot, WeekdaySlots,
};
