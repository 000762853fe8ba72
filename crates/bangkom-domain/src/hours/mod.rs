//! Learning hours credited to persons, and the duties and caps they are held against.

mod ledger;

pub use ledger::{HoursEntry, HoursLedger, HoursLedgerSchema};
