use serde::{Deserialize, Serialize};

use super::View;
use super::found::Found;
use super::{Level, Setting, Severity};
use super::{
    availability, balance, bookings, capacity, compactness, daily_load, features, fee, form,
    instructor_conflict, load_limit, night_rest, participant_conflict, perturbation, precedence,
    preferences, qualification, rest, room_conflict, stability, staffing, travel, working_days,
};

/// What is fixed about a rule: its file, its default and whether it may be changed.
pub(crate) struct Entry {
    /// What holds unless the input says otherwise.
    pub(crate) default: Setting,
    /// Whether it always blocks.
    pub(crate) fixed: bool,
    /// Finds what breaks it.
    pub(crate) find: fn(&View<'_>, &mut Found<'_>),
}

macro_rules! rules {
    ($( $(#[$meta:meta])* $name:ident = $code:literal, $module:ident; )+) => {
        /// The rules of a timetable, one file each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum Rule {
            $( $(#[$meta])* #[serde(rename = $code)] $name, )+
        }

        impl Rule {
            /// All rules, in the order of their declaration.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )+ ];

            /// The id of the rule, as in JSON.
            pub fn id(self) -> &'static str {
                match self { $( Self::$name => $code, )+ }
            }

            pub(crate) fn entry(self) -> &'static Entry {
                match self { $( Self::$name => &$module::RULE, )+ }
            }
        }
    };
}

rules! {
    /// Every assignment names what exists and lies in a block of slots.
    Form = "form", form;
    /// A room holds no more sessions at a time than it may.
    RoomConflict = "room_conflict", room_conflict;
    /// An instructor teaches one session at a time.
    InstructorConflict = "instructor_conflict", instructor_conflict;
    /// Nobody attends two sessions at a time.
    ParticipantConflict = "participant_conflict", participant_conflict;
    /// Nothing that is booked by others is used.
    Bookings = "bookings", bookings;
    /// A room has a seat for everybody.
    Capacity = "capacity", capacity;
    /// A room has what the session needs.
    Features = "features", features;
    /// The instructor is qualified for the batch.
    Qualification = "qualification", qualification;
    /// Room, instructor, batch and people are available.
    Availability = "availability", availability;
    /// Sessions and batches follow each other in order and at the right distance.
    Precedence = "precedence", precedence;
    /// Nobody has more slots on a day than allowed.
    DailyLoad = "daily_load", daily_load;
    /// Nobody has more slots in a row than allowed.
    Rest = "rest", rest;
    /// Everybody has enough rest between the last slot of a day and the first of the next.
    NightRest = "night_rest", night_rest;
    /// Every unit keeps enough people on duty.
    #[doc(alias = "away cap")]
    #[doc(alias = "blackout")]
    Staffing = "staffing", staffing;
    /// An instructor teaches no more slots than agreed.
    LoadLimit = "load_limit", load_limit;
    /// The sessions of a batch are spread over enough days.
    WorkingDays = "working_days", working_days;
    /// Nobody is called in for one isolated slot.
    Compactness = "compactness", compactness;
    /// A batch keeps its room.
    RoomStability = "room_stability", stability;
    /// People do not travel far.
    Travel = "travel", travel;
    /// Slots that somebody would rather avoid are not used.
    Preferences = "preferences", preferences;
    /// Instructors teach about equally much.
    LoadBalance = "load_balance", balance;
    /// Invited instructors cost little.
    Fee = "fee", fee;
    /// What was published stays.
    Perturbation = "perturbation", perturbation;
}

impl Rule {
    /// Whether the rule always blocks: nobody may be in two places.
    ///
    /// ```
    /// use bangkom_schedule::rules::timetable::Rule;
    ///
    /// assert!(Rule::RoomConflict.is_fixed() && !Rule::Capacity.is_fixed());
    /// ```
    pub fn is_fixed(self) -> bool {
        self.entry().fixed
    }

    /// Whether one session may be excepted from the rule: it is about the place of a session.
    ///
    /// ```
    /// use bangkom_schedule::rules::timetable::Rule;
    ///
    /// assert!(Rule::Capacity.may_be_excepted() && !Rule::Staffing.may_be_excepted());
    /// ```
    pub fn may_be_excepted(self) -> bool {
        matches!(
            self,
            Self::Capacity
                | Self::Features
                | Self::Qualification
                | Self::Availability
                | Self::Travel
                | Self::Preferences
                | Self::Fee
        )
    }

    /// The rule as one bit of a set of rules.
    pub(crate) fn bit(self) -> u32 {
        1 << self as u32
    }

    /// What holds for the rule unless the input says otherwise.
    pub fn default_setting(self) -> Setting {
        self.entry().default
    }
}

/// A rule that always blocks.
pub(super) const fn fixed(find: fn(&View<'_>, &mut Found<'_>)) -> Entry {
    Entry {
        fixed: true,
        ..hard(find)
    }
}

/// A rule that blocks by default.
pub(super) const fn hard(find: fn(&View<'_>, &mut Found<'_>)) -> Entry {
    let default = Setting {
        severity: Severity::Block,
        level: Level::Quality,
        weight: 1,
    };
    Entry {
        default,
        fixed: false,
        find,
    }
}

/// A rule that counts by default.
pub(super) const fn soft(level: Level, weight: u32, find: fn(&View<'_>, &mut Found<'_>)) -> Entry {
    let default = Setting {
        severity: Severity::Warn,
        level,
        weight,
    };
    Entry {
        default,
        fixed: false,
        find,
    }
}

/// A rule that is ignored by default.
pub(super) const fn off(level: Level, weight: u32, find: fn(&View<'_>, &mut Found<'_>)) -> Entry {
    let default = Setting {
        severity: Severity::Ignore,
        level,
        weight,
    };
    Entry {
        default,
        fixed: false,
        find,
    }
}
