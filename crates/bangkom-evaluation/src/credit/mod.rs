//! Learning hours and certificates of those who passed, for the ledger.

mod build;

pub(crate) use build::credits;
