use std::collections::BTreeMap;

use bangkom_domain::follow_up::Barrier;
use bangkom_domain::id::{BatchId, PersonId, ProgramId};
use bangkom_domain::results::Occasion;
use chrono::NaiveDate;

use super::BarrierFigure;
use crate::intake::{Answered, Intake};
use crate::policy::EvaluationPolicy;

/// The share of points that participants gave to what may stand in their way, by batch, person
/// and barrier; the newest answers of each instrument count.
pub(crate) struct Hindered(BTreeMap<(BatchId, PersonId), BTreeMap<Barrier, f64>>);

impl Hindered {
    pub(crate) fn new(intake: &Intake<'_>) -> Self {
        let mut sums = BTreeMap::<(BatchId, PersonId), BTreeMap<Barrier, (f64, f64)>>::new();
        for one in newest(intake) {
            let key = (one.given.batch.clone(), one.given.person);
            for (item, points) in one.items.iter().zip(&one.points) {
                let Some(barrier) = item.barrier.filter(|_| !points.is_nan()) else {
                    continue;
                };
                let (low, high) = item.range();
                let person = sums.entry(key.clone()).or_default();
                let (got, most) = person.entry(barrier).or_default();
                *got += item.weighs() * (points - low);
                *most += item.weighs() * (high - low);
            }
        }
        let share = |(barrier, (got, most)): (Barrier, (f64, f64))| (barrier, got / most);
        let people = sums.into_iter();
        Self(
            people
                .map(|(key, of)| (key, of.into_iter().map(share).collect()))
                .collect(),
        )
    }

    /// What stands in the way of one person after one batch.
    pub(crate) fn of(
        &self,
        batch: &BatchId,
        person: PersonId,
        policy: &EvaluationPolicy,
    ) -> Vec<Barrier> {
        let own = self.0.get(&(batch.clone(), person)).into_iter().flatten();
        let low = own.filter(|(_, share)| **share < policy.barrier_share);
        low.map(|(barrier, _)| *barrier).collect()
    }
}

/// The last answers of participants themselves with a seat, by batch, person and instrument.
fn newest<'a>(intake: &'a Intake<'_>) -> impl Iterator<Item = &'a Answered<'a>> {
    let mut newest = BTreeMap::<_, (NaiveDate, Occasion, &Answered<'_>)>::new();
    let seats: BTreeMap<&BatchId, _> = intake
        .batches
        .iter()
        .map(|batch| (&batch.batch.id, &batch.seats))
        .collect();
    for one in intake
        .answers
        .iter()
        .filter(|one| one.given.observer.is_none())
    {
        let given = one.given;
        let seated = seats.get(&given.batch);
        if seated.is_some_and(|seats| seats.contains_key(&given.person)) {
            let key = (&given.batch, given.person, &given.instrument);
            let when = (given.date, given.occasion);
            let known = newest.get(&key).map(|(date, at, _)| (*date, *at));
            if known.is_none_or(|known| known < when) {
                newest.insert(key, (given.date, given.occasion, one));
            }
        }
    }
    newest.into_values().map(|(_, _, one)| one)
}

/// What participants say of each barrier, by program and barrier.
pub(crate) fn figures(
    hindered: &Hindered,
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Vec<BarrierFigure> {
    let programs: BTreeMap<&BatchId, &ProgramId> = intake
        .batches
        .iter()
        .map(|batch| (&batch.batch.id, &batch.program.id))
        .collect();
    let mut all = BTreeMap::<(&ProgramId, Barrier), Vec<f64>>::new();
    for ((batch, _), of) in &hindered.0 {
        if let Some(program) = programs.get(batch) {
            for (barrier, share) in of {
                all.entry((*program, *barrier)).or_default().push(*share);
            }
        }
    }
    let figure = |((program, barrier), shares): ((&ProgramId, Barrier), Vec<f64>)| {
        let people = shares.len() as u32;
        let shown = people >= policy.min_group;
        let low = shares.iter().filter(|share| **share < policy.barrier_share);
        let hindered = low.count() as u32;
        BarrierFigure {
            program: program.clone(),
            barrier,
            people,
            mean: shown.then(|| shares.iter().sum::<f64>() / f64::from(people)),
            hindered: shown.then_some(hindered),
        }
    };
    all.into_iter().map(figure).collect()
}
