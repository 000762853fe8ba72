//! Learning hours credited to persons, and the duties and caps they are held against.

mod accounts;
mod duty;
mod finding;
mod ledger;
mod preset;
mod status;

pub use accounts::HoursAccounts;
pub use duty::{HoursBound, HoursDuty, HoursWindow, contract_year};
pub use finding::HoursFinding;
pub use ledger::{HoursEntry, HoursLedger, HoursLedgerSchema};
pub use status::{HoursRefusal, HoursStatus, refusals, who_may_take};
