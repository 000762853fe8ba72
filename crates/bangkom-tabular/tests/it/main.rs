//! Tables as city systems export them, good and bad.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod answers;
mod bad_input;
mod calendar;
mod files;
mod findings_table;
mod good;
mod known;
mod personnel;
