//! Civil servants: who they are, how they are employed, when they can be assigned.

mod employee;
mod employment;
mod grade;
mod number;

pub use employee::{Employee, Leave};
pub use employment::{EmploymentKind, LeaveKind, LegalStatus, Sex};
pub use grade::Grade;
pub use number::EmployeeNumber;
