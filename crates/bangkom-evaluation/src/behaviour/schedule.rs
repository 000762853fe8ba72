use std::collections::BTreeSet;

use bangkom_domain::Language;
use bangkom_domain::id::{BatchId, InstrumentId, PersonId, ProgramId};
use bangkom_domain::results::{InstrumentKind, Occasion};
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::intake::{BatchInfo, InstrumentInfo, Intake};
use crate::policy::EvaluationPolicy;

/// A measurement at work that is due some months after a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScheduledMeasurement {
    /// The program.
    pub program: ProgramId,
    /// The batch.
    pub batch: BatchId,
    /// The instrument.
    pub instrument: InstrumentId,
    /// After how many months.
    pub months: u16,
    /// The day by which it is due.
    pub due: NaiveDate,
    /// How many attended and are to be measured.
    pub expected: u32,
    /// How many of them were.
    pub measured: u32,
    /// Where it stands.
    pub state: MeasurementState,
}

/// Where a scheduled measurement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MeasurementState {
    /// Everybody was measured.
    Done,
    /// Its day has not come.
    Ahead,
    /// Its day has come and somebody is missing.
    Overdue,
}

impl MeasurementState {
    /// The state in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::MeasurementState;
    ///
    /// assert_eq!(MeasurementState::Overdue.label(Language::Id), "terlambat");
    /// ```
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Done, Language::Id) => "selesai",
            (Self::Done, Language::En) => "done",
            (Self::Ahead, Language::Id) => "akan datang",
            (Self::Ahead, Language::En) => "ahead",
            (Self::Overdue, Language::Id) => "terlambat",
            (Self::Overdue, Language::En) => "overdue",
        }
    }
}

/// Every measurement at work that batches which are over call for, by batch, instrument, months.
pub(crate) fn schedule(
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Vec<ScheduledMeasurement> {
    let over = intake
        .batches
        .iter()
        .filter(|batch| batch.is_over(policy.as_of));
    let mut all = Vec::new();
    for batch in over {
        let own = intake.instruments.values().filter(|info| {
            info.instrument.kind == InstrumentKind::BehaviourChecklist
                && info.instrument.program == batch.program.id
        });
        for info in own {
            let months = policy.schedule_months.iter();
            all.extend(months.filter_map(|months| one(batch, info, *months, intake, policy)));
        }
    }
    all
}

fn one(
    batch: &BatchInfo<'_>,
    info: &InstrumentInfo<'_>,
    months: u16,
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Option<ScheduledMeasurement> {
    let due = batch
        .last_day()?
        .checked_add_months(Months::new(u32::from(months)))?;
    let instrument = &info.instrument.id;
    let seen = intake.observations.of(&batch.batch.id, instrument);
    let seen = seen.filter(|(key, _)| key.occasion == Occasion::FollowUp && key.wave == months);
    let seen: BTreeSet<PersonId> = seen.map(|(key, _)| key.person).collect();
    let (expected, measured) = (
        batch.attended.len(),
        batch.attended.intersection(&seen).count(),
    );
    Some(ScheduledMeasurement {
        program: batch.program.id.clone(),
        batch: batch.batch.id.clone(),
        instrument: instrument.clone(),
        months,
        due,
        expected: expected as u32,
        measured: measured as u32,
        state: if measured == expected {
            MeasurementState::Done
        } else if due <= policy.as_of {
            MeasurementState::Overdue
        } else {
            MeasurementState::Ahead
        },
    })
}
