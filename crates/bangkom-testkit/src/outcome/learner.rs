use std::collections::BTreeMap;

use bangkom_domain::id::{CompetencyId, PersonId, RaterId};
use bangkom_domain::plan::{Batch, Session};
use bangkom_domain::program::{Program, SessionKind};
use bangkom_domain::results::{Attendance, Observation, Occasion, Results, TestScore};
use chrono::{Days, NaiveDate};

use super::instruments::Instruments;
use crate::city::City;
use crate::rng::Rng;

/// The days on which a batch is measured.
pub(super) struct Days3 {
    before: NaiveDate,
    after: NaiveDate,
    follow_up: NaiveDate,
}

impl Days3 {
    /// The first and last day of the batch without its observations, and three months later.
    pub(super) fn of(batch: &Batch) -> Option<Self> {
        let days = |kind: fn(&Session) -> bool| batch.sessions.iter().filter(move |s| kind(s));
        let taught = |session: &Session| session.kind != SessionKind::Observation;
        let before = days(taught).filter_map(Session::first_day).min()?;
        let after = days(taught).filter_map(Session::last_day).max()?;
        Some(Self {
            before,
            after,
            follow_up: after + Days::new(90),
        })
    }

    pub(super) fn before(&self) -> NaiveDate {
        self.before
    }

    pub(super) fn after(&self) -> NaiveDate {
        self.after
    }
}

/// One participant of one batch: the level before, and what is learned.
pub(super) struct Learner<'a> {
    pub(super) batch: &'a Batch,
    pub(super) person: PersonId,
    /// The mean true level in what the program teaches.
    level: f64,
    /// How many levels the program can add.
    room: f64,
    /// Levels learned.
    pub(super) gain: f64,
    finished: bool,
}

impl<'a> Learner<'a> {
    /// Sends a person through the sessions of a batch and records who was there.
    pub(super) fn attend(
        rng: &mut Rng,
        city: &City,
        program: &Program,
        batch: &'a Batch,
        person: PersonId,
        results: &mut Results,
    ) -> Self {
        let (level, room) = standing(city, program, person);
        let leaves_at = if rng.chance(0.05) {
            rng.below(batch.sessions.len() as u32) as usize
        } else {
            usize::MAX
        };
        let (mut seen, mut held) = (0_u32, 0_u32);
        for (index, session) in batch.sessions.iter().enumerate() {
            if session.kind == SessionKind::Observation {
                continue;
            }
            let present = index < leaves_at && rng.chance(0.96);
            held += 1;
            seen += u32::from(present);
            results.attendance.push(Attendance {
                session: session.id.clone(),
                person,
                present: present.into(),
            });
        }
        let share = f64::from(seen) / f64::from(held.max(1));
        Self {
            batch,
            person,
            level,
            room,
            gain: (room * share * (0.6 + 0.15 * rng.normal())).max(0.0),
            finished: leaves_at == usize::MAX,
        }
    }

    /// Records the tests: a few answers are missing, and whoever left takes none at the end.
    pub(super) fn test(
        &self,
        rng: &mut Rng,
        instruments: &Instruments,
        days: &Days3,
        results: &mut Results,
    ) {
        let occasions = [
            (Occasion::Before, days.before, 0.0, 0.97),
            (Occasion::After, days.after, 1.0, 0.95),
            (Occasion::FollowUp, days.follow_up, 0.8, 0.65),
        ];
        for (occasion, date, kept, answered) in occasions {
            let points = points(self.level + kept * self.gain) + 6.0 * rng.normal();
            let taken = rng.chance(answered) && (self.finished || occasion == Occasion::Before);
            if taken {
                results.scores.push(TestScore {
                    batch: self.batch.id.clone(),
                    person: self.person,
                    instrument: instruments.test.clone(),
                    occasion,
                    score: points.round().clamp(0.0, 100.0).into(),
                    date,
                });
            }
        }
        let liking = 4.1 + 0.4 * self.gain + 0.5 * rng.normal();
        if self.finished && rng.chance(0.8) {
            results.scores.push(TestScore {
                batch: self.batch.id.clone(),
                person: self.person,
                instrument: instruments.reaction.clone(),
                occasion: Occasion::After,
                score: liking.round().clamp(1.0, 5.0).into(),
                date: days.after,
            });
        }
    }

    /// Records what two observers saw at work: not all that was learned is used.
    pub(super) fn observe(
        &self,
        rng: &mut Rng,
        instruments: &Instruments,
        days: &Days3,
        observers: [RaterId; 2],
        results: &mut Results,
    ) {
        let Some(instrument) = &instruments.checklist else {
            return;
        };
        let used = (0.65 + 0.2 * rng.normal()).clamp(0.0, 1.0);
        let occasions = [
            (Occasion::Before, days.before, 0.0),
            (Occasion::After, days.after + Days::new(30), used),
            (Occasion::FollowUp, days.follow_up, 0.9 * used),
        ];
        for (occasion, date, share) in occasions {
            for observer in observers {
                let seen = self.level + share * self.gain + 0.3 * rng.normal();
                if rng.chance(0.85) {
                    results.observations.push(Observation {
                        batch: self.batch.id.clone(),
                        person: self.person,
                        observer,
                        instrument: instrument.clone(),
                        occasion,
                        score: ((2.0 * seen).round().clamp(2.0, 10.0) / 2.0).into(),
                        date,
                    });
                }
            }
        }
    }

    /// How many levels the program could have added.
    pub(super) fn room(&self) -> f64 {
        self.room
    }
}

/// The points that a level earns in a test of 100 points.
pub(super) fn points(level: f64) -> f64 {
    15.0 + 20.0 * (level - 1.0)
}

/// The mean true level in what a program teaches, and how much it can add on average.
///
/// Somebody whose position does not ask for a competency stands where the program begins.
pub(super) fn standing(city: &City, program: &Program, person: PersonId) -> (f64, f64) {
    let mut targets = BTreeMap::<&CompetencyId, (f64, f64)>::new();
    for outcome in program.modules.iter().flat_map(|module| &module.outcomes) {
        let (from, to) = (f64::from(outcome.from.get()), f64::from(outcome.to.get()));
        let range = targets.entry(&outcome.competency).or_insert((from, to));
        *range = (range.0.min(from), range.1.max(to));
    }
    let count = targets.len().max(1) as f64;
    let (mut level, mut room) = (0.0, 0.0);
    for (competency, (from, to)) in targets {
        let now = city.truth.level(person, competency).unwrap_or(from);
        level += now / count;
        room += (to - now).max(0.0) / count;
    }
    (level, room)
}
