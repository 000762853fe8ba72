//! Days, holidays, working hours and slots: one replaceable file a year.

mod period;
mod year;

pub use period::{Period, PeriodError};
pub use year::{
    CalendarSchema, CalendarYear, DayOff, DayOffKind, FastingMonth, Slot, WeekdaySlots,
};
