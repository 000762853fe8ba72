use bangkom_domain::id::{BatchId, CohortId, InstructorId, PersonId, RoomId, SessionId, UnitId};
use serde::{Deserialize, Serialize};

use super::{Breach, Rule};

/// Somebody or something that a broken rule concerns.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A session.
    Session(SessionId),
    /// A batch.
    Batch(BatchId),
    /// A room.
    Room(RoomId),
    /// An instructor.
    Instructor(InstructorId),
    /// A cohort.
    Cohort(CohortId),
    /// A person.
    Person(PersonId),
    /// A unit.
    Unit(UnitId),
}

/// One case of a broken rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Match {
    /// Which rule.
    pub rule: Rule,
    /// By how much it is broken, in the unit of the rule.
    pub units: u64,
    /// What exactly is wrong.
    pub why: Breach,
    /// Whom and what it concerns.
    pub subjects: Vec<Subject>,
}

impl Match {
    /// Whether it is about the session.
    pub(crate) fn concerns(&self, session: &SessionId) -> bool {
        let about = |subject: &Subject| matches!(subject, Subject::Session(id) if id == session);
        self.subjects.iter().any(about)
    }
}

/// Collects the matches of one rule.
pub(crate) struct Found<'a> {
    pub(super) rule: Rule,
    pub(super) matches: &'a mut Vec<Match>,
}

impl<'a> Found<'a> {
    pub(crate) fn of(rule: Rule, matches: &'a mut Vec<Match>) -> Self {
        Self { rule, matches }
    }

    pub(super) fn add(
        &mut self,
        units: u64,
        why: Breach,
        subjects: impl IntoIterator<Item = Subject>,
    ) {
        if units > 0 {
            self.matches.push(Match {
                rule: self.rule,
                units,
                why,
                subjects: subjects.into_iter().collect(),
            });
        }
    }
}
