use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{InstrumentId, PersonId, ProgramId};
use bangkom_domain::results::{ComparisonScore, Occasion, Results};

use super::ResultFinding;
use super::batches::Agencies;
use super::measures::Checker;

/// Scores of people without a program, by program, instrument, person and occasion; the newest
/// of several follow-ups.
#[derive(Clone, Default)]
pub(crate) struct Compared(BTreeMap<(ProgramId, InstrumentId), BTreeMap<PersonId, Other>>);

/// One person without the program.
#[derive(Clone, Default)]
pub(crate) struct Other {
    pub agency: u32,
    scores: BTreeMap<Occasion, f64>,
}

impl Other {
    /// The score of an occasion.
    pub(crate) fn at(&self, occasion: Occasion) -> Option<f64> {
        self.scores.get(&occasion).copied()
    }
}

impl Compared {
    /// The people compared with on one instrument.
    pub(crate) fn of(
        &self,
        program: &ProgramId,
        instrument: &InstrumentId,
    ) -> impl Iterator<Item = &Other> {
        let key = (program.clone(), instrument.clone());
        self.0.get(&key).into_iter().flat_map(BTreeMap::values)
    }
}

/// The scores that can be used, turned so that more is better.
pub(super) fn compared(
    results: &Results,
    checker: &Checker<'_>,
    found: &mut Vec<ResultFinding>,
) -> Compared {
    let agencies = Agencies::of(checker.roster);
    let seats = checker.batches.values().flat_map(|batch| {
        let seats = batch.seats.keys();
        seats.map(|person| (&batch.program.id, *person))
    });
    let participants: BTreeSet<(&ProgramId, PersonId)> = seats.collect();
    let mut rows: Vec<&ComparisonScore> = results.comparison.iter().collect();
    rows.sort_by_key(|row| (row.person, row.date));
    let mut kept = Compared::default();
    for row in rows {
        let problem = problem(row, checker, &agencies, &participants);
        let info = checker.instruments.get(&row.instrument);
        if let Some(problem) = problem {
            found.push(problem);
        } else if let (Some(info), Some(agency)) = (info, agencies.number(row.person)) {
            let people = kept
                .0
                .entry((row.program.clone(), row.instrument.clone()))
                .or_default();
            let other = people.entry(row.person).or_default();
            other.agency = agency;
            let score = info.upward(*row.score.reveal());
            other.scores.insert(row.occasion, score);
        }
    }
    kept
}

fn problem(
    row: &ComparisonScore,
    checker: &Checker<'_>,
    agencies: &Agencies<'_>,
    participants: &BTreeSet<(&ProgramId, PersonId)>,
) -> Option<ResultFinding> {
    let record = format!(
        "{}/{}/{}/{}",
        row.program,
        row.person,
        row.instrument,
        row.occasion.code()
    );
    let (instrument, person) = (row.instrument.clone(), row.person);
    Some(match checker.instruments.get(&row.instrument) {
        None => ResultFinding::UnknownInstrument { record, instrument },
        Some(info) if info.instrument.program != row.program => {
            ResultFinding::ForeignInstrument { record, instrument }
        }
        Some(_) if agencies.number(person).is_none() => {
            ResultFinding::UnknownPerson { record, person }
        }
        Some(_) if participants.contains(&(&row.program, person)) => {
            ResultFinding::ComparedParticipant { record, person }
        }
        Some(_) if row.date > checker.as_of => ResultFinding::FutureDate {
            record,
            date: row.date,
        },
        Some(_) => return None,
    })
}
