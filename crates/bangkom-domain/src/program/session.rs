use serde::{Deserialize, Serialize};

use crate::enumeration::enumeration;
use crate::id::{FeatureId, ModuleId};

enumeration! {
    /// What happens in a session.
    SessionKind {
        /// Teaching in a room.
        Class => "class", "kelas", "class";
        /// Teaching at a distance at a fixed time.
        Online => "online", "daring", "online";
        /// Coaching or mentoring.
        Coaching => "coaching", "coaching", "coaching";
        /// Practice at the place of work or service.
        FieldPractice => "field_practice", "praktik lapangan", "field practice";
        /// Test before the training.
        PreTest => "pre_test", "pre-test", "pre-test";
        /// Test after the training.
        PostTest => "post_test", "post-test", "post-test";
        /// Observation of behaviour at work.
        Observation => "observation", "observasi", "observation";
    }
}

/// Where a session takes place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Venue {
    /// In a room that has every one of these features.
    Room(Vec<FeatureId>),
    /// At a distance.
    Online,
    /// At the place of work or service.
    Workplace,
}

/// One session of a batch as the program describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionTemplate {
    /// What happens.
    pub kind: SessionKind,
    /// The module it belongs to, where it belongs to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub module: Option<ModuleId>,
    /// How many consecutive working slots it takes, at least one.
    pub slots: u16,
    /// Where.
    pub venue: Venue,
    /// How many instructors it needs; none for self-study or tests.
    pub instructors: u8,
    /// How many of them are invited experts.
    #[doc(alias = "narasumber")]
    #[serde(default)]
    pub experts: u8,
    /// Days between the last day of the session before and the first of this one.
    ///
    /// Absent for the first session, and for one that follows in the next free slot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<Gap>,
}

/// A least and a greatest distance in calendar days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// The least number of days; 0 allows the same day.
    pub min_days: u16,
    /// The greatest number of days.
    pub max_days: u16,
}
