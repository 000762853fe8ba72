//! Civil servants: who they are, how they are employed, when they can be assigned.

mod availability;
mod digits;
mod employee;
mod employment;
mod grade;
mod legacy_number;
mod nip;
mod number;
mod number_error;
mod pppk_number;
mod siasn;

pub use availability::Unavailable;
pub use employee::{Employee, Leave};
pub use employment::{EmploymentKind, LeaveKind, LegalStatus, Sex};
pub use grade::Grade;
pub use legacy_number::LegacyNumber;
pub use nip::Nip;
pub use number::{EmployeeNumber, ParsedNumber};
pub use number_error::NumberError;
pub use pppk_number::PppkNumber;
