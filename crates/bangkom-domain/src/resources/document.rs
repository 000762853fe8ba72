use serde::{Deserialize, Serialize};

use super::{Fund, Instructor, Room, Site, StaffingRule};
use crate::calendar::{CalendarYear, Period};
use crate::json::schema;

schema! {
    /// The version of the resources document.
    ResourcesSchema for Resources = "bangkom.resources/1"
}

/// What a plan may use.
#[doc(alias = "sumber daya")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resources {
    /// The version of this form.
    pub schema: ResourcesSchema,
    /// The days that the plan covers.
    pub horizon: Period,
    /// The calendar files of the years that the horizon touches.
    pub calendar: Vec<CalendarYear>,
    /// Where rooms and units are.
    pub sites: Vec<Site>,
    /// The rooms.
    pub rooms: Vec<Room>,
    /// Instructors and invited experts.
    pub instructors: Vec<Instructor>,
    /// The money by source of funds.
    pub funds: Vec<Fund>,
    /// How many people each unit can spare; a unit without a rule can spare everybody.
    pub staffing: Vec<StaffingRule>,
}
