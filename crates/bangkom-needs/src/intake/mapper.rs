use std::collections::BTreeMap;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::{Aspect, EvidenceRecord, EvidenceSource, Subject};
use bangkom_domain::id::{CompetencyId, EvidenceId, UnitId};
use bangkom_domain::roster::Roster;
use bangkom_domain::unit::UnitKind;

use super::check::is_sound;
use super::sources::Sources;
use super::{EvidenceFinding, Observation, Topic};
use crate::exact::GridLevel;
use crate::policy::NeedsPolicy;
use crate::units::{Pending, Rate, UnitAnswer};

/// A full answer in thousandths of a link.
const FULL: u64 = 1_000;

/// Turns records into observations.
pub(super) struct Mapper<'a> {
    roster: &'a Roster,
    catalog: &'a Catalog,
    policy: &'a NeedsPolicy,
    places: BTreeMap<&'a UnitId, u32>,
    pub(super) persons: Vec<Observation>,
    pub(super) units: Pending<'a>,
    unlinked: BTreeMap<String, u32>,
}

impl<'a> Mapper<'a> {
    pub(super) fn new(roster: &'a Roster, catalog: &'a Catalog, policy: &'a NeedsPolicy) -> Self {
        let units = roster.units().iter().zip(0..);
        Self {
            roster,
            catalog,
            policy,
            places: units.map(|(unit, place)| (&unit.id, place)).collect(),
            persons: Vec::new(),
            units: Pending::default(),
            unlinked: BTreeMap::new(),
        }
    }

    pub(super) fn take(
        &mut self,
        record: &'a EvidenceRecord,
        source: &EvidenceSource,
        sources: &Sources<'_>,
        found: &mut Vec<EvidenceFinding>,
    ) {
        let (Some(level), Some(decay), Some(subject)) = (
            GridLevel::of(source.scale, *record.value.reveal()),
            sources.decay(source.kind),
            self.place(&record.subject),
        ) else {
            return;
        };
        let age_days = (self.policy.as_of - record.date).num_days().max(0) as u32;
        let weight = decay.weight(age_days);
        if weight == 0 {
            found.push(EvidenceFinding::Faded { record: record.id });
            return;
        }
        let topics = self.topics(&record.aspect);
        if topics.is_empty() {
            *self
                .unlinked
                .entry(aspect_code(&record.aspect))
                .or_default() += 1;
        }
        let seen = Seen {
            subject,
            level,
            decay: weight,
            age_days,
            topics,
        };
        match &record.subject {
            Subject::Person(_) => self.persons.extend(seen.observations(record, source)),
            Subject::Unit(unit) => {
                let unit = self.roster.units().unit(unit);
                let answer = unit.map(|unit| seen.answer(record, source, unit.kind));
                self.units.extend(answer);
            }
        }
    }

    fn place(&self, subject: &Subject) -> Option<u32> {
        match subject {
            Subject::Person(person) => self
                .roster
                .employees()
                .binary_search_by_key(person, |employee| employee.id)
                .ok()
                .map(|place| place as u32),
            Subject::Unit(unit) => self.places.get(unit).copied(),
        }
    }

    /// What an aspect is about, and how much of an answer counts there.
    fn topics(&self, aspect: &Aspect) -> Vec<(Topic, u64)> {
        let own = match aspect {
            Aspect::Competency(competency) => {
                return self
                    .competency(competency)
                    .map(|topic| (topic, FULL))
                    .into_iter()
                    .collect();
            }
            Aspect::Performance => Some((Topic::Performance, FULL)),
            Aspect::Behaviour => Some((Topic::Behaviour, FULL)),
            _ => None,
        };
        let links = self
            .policy
            .links
            .iter()
            .filter(|link| link.aspect == *aspect);
        let linked = links.filter_map(|link| {
            let share = u64::from(link.share.get());
            Some((self.competency(&link.competency)?, share)).filter(|_| share > 0)
        });
        own.into_iter().chain(linked).collect()
    }

    fn competency(&self, id: &CompetencyId) -> Option<Topic> {
        let competencies = self.catalog.competencies();
        let place = competencies
            .binary_search_by(|known| known.id.cmp(id))
            .ok()?;
        Some(Topic::Competency(place as u32))
    }

    pub(super) fn report_unlinked(&self, found: &mut Vec<EvidenceFinding>) {
        found.extend(self.unlinked.iter().map(|(aspect, records)| {
            EvidenceFinding::UnlinkedAspect {
                aspect: aspect.clone(),
                records: *records,
            }
        }));
    }
}

/// A record on the grid.
struct Seen {
    subject: u32,
    level: GridLevel,
    decay: u64,
    age_days: u32,
    topics: Vec<(Topic, u64)>,
}

impl Seen {
    fn observations(
        self,
        record: &EvidenceRecord,
        source: &EvidenceSource,
    ) -> impl Iterator<Item = Observation> {
        let (kind, rater, count) = (source.kind, record.rater, record.count);
        let key = key_of(record.id);
        let Self {
            subject,
            level,
            decay,
            age_days,
            topics,
        } = self;
        topics.into_iter().map(move |(topic, share)| Observation {
            subject,
            topic,
            kind,
            rater,
            level,
            weight: decay * share,
            count,
            age_days,
            key,
        })
    }

    fn answer<'a>(
        self,
        record: &'a EvidenceRecord,
        source: &EvidenceSource,
        unit_kind: UnitKind,
    ) -> UnitAnswer<'a> {
        UnitAnswer {
            unit: self.subject,
            unit_kind,
            kind: source.kind,
            aspect: &record.aspect,
            rater: record.rater,
            level: self.level,
            decay: self.decay,
            count: record.count,
            age_days: self.age_days,
            topics: self.topics,
            rate: rate(record, source),
            key: key_of(record.id),
        }
    }
}

/// The events and cases behind a rate, where the source states rates and the cases are known.
fn rate(record: &EvidenceRecord, source: &EvidenceSource) -> Option<Rate> {
    let per = f64::from(source.rate_per?.get());
    let cases = record.exposure.filter(|_| is_sound(record.exposure))?;
    let events = (*record.value.reveal() * cases / per).round();
    let countable = (0.0..9e15).contains(&events);
    countable.then_some(Rate {
        events: events as u64,
        cases,
        per,
        scale: source.scale,
    })
}

/// Both halves of the id in one word; ids made by hashing keep their spread.
fn key_of(id: EvidenceId) -> u64 {
    let (high, low) = id.uuid().as_u64_pair();
    high.rotate_left(32) ^ low
}

fn aspect_code(aspect: &Aspect) -> String {
    match aspect {
        Aspect::SurveyElement(element) => format!("survey_element:{}", element.code()),
        Aspect::Complaint(category) => format!("complaint:{category}"),
        Aspect::Competency(competency) => format!("competency:{competency}"),
        Aspect::Performance => "performance".to_owned(),
        Aspect::Behaviour => "behaviour".to_owned(),
    }
}
