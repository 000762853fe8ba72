use serde::{Deserialize, Serialize};

use crate::json::schema;
use crate::people::Employee;
use crate::unit::Unit;

schema! {
    /// The version of the roster document.
    RosterSchema for RosterData = "bangkom.roster/1"
}

/// Units and employees as they were delivered, not yet checked.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RosterData {
    /// The version of this form.
    pub schema: RosterSchema,
    /// The units.
    pub units: Vec<Unit>,
    /// The employees.
    pub employees: Vec<Employee>,
}
