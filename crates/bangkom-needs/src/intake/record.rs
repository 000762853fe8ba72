use std::collections::BTreeMap;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::{Aspect, Evidence, EvidenceRecord, EvidenceSource, Subject};
use bangkom_domain::finding::Findings;
use bangkom_domain::id::{EvidenceId, UnitId};
use bangkom_domain::roster::Roster;

use super::check::Checker;
use super::duplicates;
use super::sources::Sources;
use super::{CauseBook, EvidenceFinding, Observation, Topic};
use crate::exact::GridLevel;
use crate::policy::NeedsPolicy;

/// A full answer in thousandths of a link.
const FULL: u64 = 1_000;

/// Everything that the evidence says, ordered and on the grid.
pub(crate) struct Intake {
    /// About persons, by their place in the roster.
    pub persons: Observed,
    /// About units, by their place in the tree's list.
    pub units: Observed,
    /// What is said to cause gaps.
    pub causes: CauseBook,
    /// What was found on the way.
    pub findings: Findings<EvidenceFinding>,
}

/// Observations grouped by subject, topic and kind.
#[derive(Debug, Default)]
pub(crate) struct Observed(Vec<Observation>);

impl Observed {
    fn new(mut observations: Vec<Observation>) -> Self {
        observations.sort_unstable();
        Self(observations)
    }

    /// The observations of one subject and topic, ordered by kind.
    pub(crate) fn of(&self, subject: u32, topic: Topic) -> &[Observation] {
        let key = (subject, topic);
        let low = self
            .0
            .partition_point(|seen| (seen.subject, seen.topic) < key);
        let rest = &self.0[low..];
        &rest[..rest.partition_point(|seen| (seen.subject, seen.topic) == key)]
    }
}

impl Intake {
    pub(crate) fn new(
        evidence: &Evidence,
        roster: &Roster,
        catalog: &Catalog,
        policy: &NeedsPolicy,
    ) -> Self {
        let mut found = Vec::new();
        let sources = Sources::new(&evidence.sources, policy, &mut found);
        let as_of = policy.as_of;
        let checker = Checker {
            roster,
            catalog,
            sources: &sources,
            as_of,
        };
        let mut mapper = Mapper::new(roster, catalog, policy);
        for record in duplicates::unique(&evidence.records, &mut found) {
            if let Some(source) = checker.admit(record, &mut found) {
                mapper.take(record, source, &sources, &mut found);
            }
        }
        mapper.report_unlinked(&mut found);
        let causes = CauseBook::new(&evidence.causes, roster, catalog, as_of, &mut found);
        Self {
            persons: Observed::new(mapper.persons),
            units: Observed::new(mapper.units),
            causes,
            findings: Findings::new(found),
        }
    }
}

/// Turns records into observations.
struct Mapper<'a> {
    roster: &'a Roster,
    catalog: &'a Catalog,
    policy: &'a NeedsPolicy,
    places: BTreeMap<&'a UnitId, u32>,
    persons: Vec<Observation>,
    units: Vec<Observation>,
    unlinked: BTreeMap<String, u32>,
}

impl<'a> Mapper<'a> {
    fn new(roster: &'a Roster, catalog: &'a Catalog, policy: &'a NeedsPolicy) -> Self {
        let units = roster.units().iter().zip(0..);
        Self {
            roster,
            catalog,
            policy,
            places: units.map(|(unit, place)| (&unit.id, place)).collect(),
            persons: Vec::new(),
            units: Vec::new(),
            unlinked: BTreeMap::new(),
        }
    }

    fn take(
        &mut self,
        record: &EvidenceRecord,
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
        let list = match record.subject {
            Subject::Person(_) => &mut self.persons,
            Subject::Unit(_) => &mut self.units,
        };
        list.extend(topics.into_iter().map(|(topic, share)| Observation {
            subject,
            topic,
            kind: source.kind,
            rater: record.rater,
            level,
            weight: weight * share,
            count: record.count,
            age_days,
            key: key_of(record.id),
        }));
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

    fn competency(&self, id: &bangkom_domain::id::CompetencyId) -> Option<Topic> {
        let competencies = self.catalog.competencies();
        let place = competencies
            .binary_search_by(|known| known.id.cmp(id))
            .ok()?;
        Some(Topic::Competency(place as u32))
    }

    fn report_unlinked(&self, found: &mut Vec<EvidenceFinding>) {
        found.extend(self.unlinked.iter().map(|(aspect, records)| {
            EvidenceFinding::UnlinkedAspect {
                aspect: aspect.clone(),
                records: *records,
            }
        }));
    }
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
