use std::fmt;

use serde::{Deserialize, Serialize};

/// The number of an employee.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EmployeeNumber(String);

impl fmt::Debug for EmployeeNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmployeeNumber(personal)")
    }
}
