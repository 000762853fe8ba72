//! Tests of the words and documents of the domain.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first surprise"
)]

mod availability;
mod calendar;
mod catalog;
mod checks;
mod dirty;
mod employee_number;
mod enumerations;
mod finding_language;
mod finding_privacy;
mod findings_table;
mod golden;
mod hostile;
mod hours;
mod official_figures;
mod presets;
mod privacy;
mod roster;
mod sample;
mod spoiled;
