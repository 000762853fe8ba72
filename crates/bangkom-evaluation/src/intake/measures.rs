use std::collections::BTreeMap;

use bangkom_domain::finding::Sensitive;
use bangkom_domain::id::{BatchId, InstrumentId, PersonId, RaterId};
use bangkom_domain::results::Occasion;
use bangkom_domain::roster::Roster;
use chrono::NaiveDate;
use uuid::Uuid;

use super::{BatchInfo, InstrumentInfo, ResultFinding};

/// Of whom, with what and when something was measured.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct MeasureKey {
    pub batch: BatchId,
    pub instrument: InstrumentId,
    pub person: PersonId,
    pub occasion: Occasion,
    /// The months after the end that a follow-up belongs to; 0 for other occasions.
    pub wave: u16,
}

impl std::fmt::Display for MeasureKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let occasion = self.occasion.code();
        write!(
            f,
            "{}/{}/{}/{occasion}",
            self.batch, self.person, self.instrument
        )
    }
}

/// A score or an observation as it was given.
#[derive(Clone)]
pub(super) struct Given {
    pub key: MeasureKey,
    pub observer: Option<RaterId>,
    pub score: f64,
    pub date: NaiveDate,
}

/// One score that can be used: the observer, the score, the day.
pub(crate) type Scored = (Option<RaterId>, f64, NaiveDate);

/// Scores that can be used, turned so that more is better.
#[derive(Clone, Default)]
pub(crate) struct Measures(BTreeMap<MeasureKey, Vec<Scored>>);

impl Measures {
    /// All of them, by batch, instrument, person, occasion and wave.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&MeasureKey, &Vec<Scored>)> {
        self.0.iter()
    }

    /// Those of one batch and instrument.
    pub(crate) fn of(
        &self,
        batch: &BatchId,
        instrument: &InstrumentId,
    ) -> impl Iterator<Item = (&MeasureKey, &Vec<Scored>)> {
        let from = MeasureKey {
            batch: batch.clone(),
            instrument: instrument.clone(),
            person: PersonId::new(Uuid::nil()),
            occasion: Occasion::Before,
            wave: 0,
        };
        let (batch, instrument) = (batch.clone(), instrument.clone());
        let own = move |key: &MeasureKey| key.batch == batch && key.instrument == instrument;
        self.0.range(from..).take_while(move |(key, _)| own(key))
    }

    /// Whether there is a score.
    pub(crate) fn contains(&self, key: &MeasureKey) -> bool {
        self.0.contains_key(key)
    }
}

/// What measures are checked against.
pub(super) struct Checker<'a> {
    pub batches: &'a BTreeMap<&'a BatchId, &'a BatchInfo<'a>>,
    pub instruments: &'a BTreeMap<&'a InstrumentId, InstrumentInfo<'a>>,
    pub roster: &'a Roster,
    pub as_of: NaiveDate,
    pub schedule: &'a [u16],
}

impl Checker<'_> {
    /// The measures in which nothing is wrong.
    pub(super) fn admit(&self, given: Vec<Given>, found: &mut Vec<ResultFinding>) -> Measures {
        let mut groups: BTreeMap<(MeasureKey, Option<RaterId>), Vec<Given>> = BTreeMap::new();
        for mut one in given {
            one.key.wave = self.wave(&one);
            groups
                .entry((one.key.clone(), one.observer))
                .or_default()
                .push(one);
        }
        let mut kept = Measures::default();
        for ((key, observer), mut group) in groups {
            let Some(info) = self.check(&key, &group, found) else {
                continue;
            };
            newest(&key, &mut group, found);
            let (first, times) = (&group[0], group.len() as u32);
            let differs = |other: &Given| (other.score, other.date) != (first.score, first.date);
            if group.iter().any(differs) {
                found.push(ResultFinding::ConflictingRecord {
                    record: key.to_string(),
                    times,
                });
                continue;
            }
            if times > 1 {
                found.push(ResultFinding::RepeatedRecord {
                    record: key.to_string(),
                    times,
                });
            }
            kept.0
                .entry(key)
                .or_default()
                .push((observer, info.upward(first.score), first.date));
        }
        kept
    }

    /// The months of the schedule that a follow-up is nearest to.
    fn wave(&self, given: &Given) -> u16 {
        let batch = self.batches.get(&given.key.batch);
        let end = batch.and_then(|batch| batch.last_day());
        let (Some(end), Occasion::FollowUp) = (end, given.key.occasion) else {
            return 0;
        };
        let days = (given.date - end).num_days();
        let distance = |months: &&u16| (days * 12 - i64::from(**months) * 365).abs();
        self.schedule
            .iter()
            .min_by_key(distance)
            .copied()
            .unwrap_or(0)
    }

    fn check(
        &self,
        key: &MeasureKey,
        group: &[Given],
        found: &mut Vec<ResultFinding>,
    ) -> Option<&InstrumentInfo<'_>> {
        let before = found.len();
        let record = key.to_string();
        let batch = self.batches.get(&key.batch);
        let info = self.instruments.get(&key.instrument);
        match batch {
            None => found.push(ResultFinding::UnknownBatch {
                record: record.clone(),
                batch: key.batch.clone(),
            }),
            Some(_) if self.roster.employee(key.person).is_none() => {
                let (record, person) = (record.clone(), key.person);
                found.push(ResultFinding::UnknownPerson { record, person });
            }
            Some(batch) if !batch.seats.contains_key(&key.person) => {
                let (record, person) = (record.clone(), key.person);
                found.push(ResultFinding::NotSeated { record, person });
            }
            Some(_) => {}
        }
        let instrument = key.instrument.clone();
        match info {
            None => found.push(ResultFinding::UnknownInstrument {
                record: record.clone(),
                instrument,
            }),
            Some(info) => {
                if batch.is_some_and(|batch| batch.program.id != info.instrument.program) {
                    let record = record.clone();
                    found.push(ResultFinding::ForeignInstrument { record, instrument });
                }
            }
        }
        for one in group {
            self.check_value(one, &record, info, found);
        }
        info.filter(|_| found.len() == before)
    }

    fn check_value(
        &self,
        given: &Given,
        record: &str,
        info: Option<&InstrumentInfo<'_>>,
        found: &mut Vec<ResultFinding>,
    ) {
        let record = record.to_owned();
        if given.date > self.as_of {
            let (record, date) = (record.clone(), given.date);
            found.push(ResultFinding::FutureDate { record, date });
        }
        if !given.score.is_finite() {
            found.push(ResultFinding::NotANumber { record });
        } else if info.is_some_and(|info| !info.instrument.scale.contains(given.score)) {
            let given = Sensitive::personal(given.score.to_string());
            found.push(ResultFinding::OffScale { record, given });
        }
    }
}

/// Leaves the newest of several follow-ups of one wave, and says so.
fn newest(key: &MeasureKey, group: &mut Vec<Given>, found: &mut Vec<ResultFinding>) {
    let last = group.iter().map(|one| one.date).max();
    let given = group.len();
    if key.occasion == Occasion::FollowUp {
        group.retain(|one| Some(one.date) == last);
    }
    if group.len() < given {
        found.push(ResultFinding::EarlierFollowUp {
            record: key.to_string(),
            times: (given - group.len()) as u32,
        });
    }
}
