use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::{Cause, CauseMark, Subject};
use bangkom_domain::id::{CompetencyId, PersonId, UnitId};
use bangkom_domain::roster::Roster;
use chrono::NaiveDate;

use super::EvidenceFinding;

/// How often each cause was named.
pub(crate) type CauseCounts = BTreeMap<Cause, u32>;

/// The marks that can be used, by whom they are about.
#[derive(Debug, Default)]
pub(crate) struct CauseBook {
    by_subject: BTreeMap<Subject, BTreeMap<Option<CompetencyId>, CauseCounts>>,
}

impl CauseBook {
    pub(crate) fn new(
        marks: &[CauseMark],
        roster: &Roster,
        catalog: &Catalog,
        as_of: NaiveDate,
        found: &mut Vec<EvidenceFinding>,
    ) -> Self {
        let mut book = Self::default();
        let mut named = BTreeSet::new();
        for mark in marks {
            let problems = problems(mark, roster, catalog, as_of);
            if !problems.is_empty() {
                found.extend(problems);
                continue;
            }
            let key = (
                &mark.subject,
                &mark.competency,
                mark.cause,
                mark.date,
                mark.rater,
            );
            // Without a rater two equal marks may be two voices, so only named ones are merged.
            if mark.rater.is_some() && !named.insert(key) {
                continue;
            }
            let of_subject = book.by_subject.entry(mark.subject.clone()).or_default();
            let counts = of_subject.entry(mark.competency.clone()).or_default();
            *counts.entry(mark.cause).or_default() += 1;
        }
        book
    }

    /// The marks on a person and the units above, for one competency or for every gap.
    pub(crate) fn counts<'a>(
        &self,
        person: PersonId,
        units: impl Iterator<Item = &'a UnitId>,
        competency: &CompetencyId,
    ) -> CauseCounts {
        let mut total = CauseCounts::new();
        if self.by_subject.is_empty() {
            return total;
        }
        let units = units.map(|unit| Subject::Unit(unit.clone()));
        for subject in std::iter::once(Subject::Person(person)).chain(units) {
            let Some(of_subject) = self.by_subject.get(&subject) else {
                continue;
            };
            for key in [Some(competency.clone()), None] {
                for (cause, count) in of_subject.get(&key).into_iter().flatten() {
                    *total.entry(*cause).or_default() += count;
                }
            }
        }
        total
    }
}

fn problems(
    mark: &CauseMark,
    roster: &Roster,
    catalog: &Catalog,
    as_of: NaiveDate,
) -> Vec<EvidenceFinding> {
    let mut found = Vec::new();
    match &mark.subject {
        Subject::Person(person) if roster.employee(*person).is_none() => {
            found.push(EvidenceFinding::UnknownPerson {
                record: None,
                person: *person,
            });
        }
        Subject::Unit(unit) if roster.units().unit(unit).is_none() => {
            found.push(EvidenceFinding::UnknownUnit {
                record: None,
                unit: unit.clone(),
            });
        }
        _ => {}
    }
    if let Some(competency) = &mark.competency
        && catalog.competency(competency).is_none()
    {
        let competency = competency.clone();
        found.push(EvidenceFinding::UnknownCompetency {
            record: None,
            competency,
        });
    }
    if mark.date > as_of {
        found.push(EvidenceFinding::FutureDate {
            record: None,
            date: mark.date,
        });
    }
    found
}
