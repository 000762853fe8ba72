//! Learning hours credited to persons, and the duties and caps they are held against.

mod accounts;
mod conversion;
mod conversion_preset;
mod duty;
mod finding;
mod ledger;
mod preset;
mod status;

pub use accounts::HoursAccounts;
pub use conversion::{
    Activity, ConversionRow, ConversionRule, ConversionTable, Credit, CreditCap, Supplement,
};
pub use duty::{HoursBound, HoursDuty, HoursWindow, contract_year};
pub use finding::HoursFinding;
pub use ledger::{HoursEntry, HoursLedger, HoursLedgerSchema};
pub use status::{HoursRefusal, HoursStatus, refusals, who_may_take};
