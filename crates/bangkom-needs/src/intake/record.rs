use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::Evidence;
use bangkom_domain::finding::Findings;
use bangkom_domain::roster::Roster;

use super::check::Checker;
use super::duplicates;
use super::mapper::Mapper;
use super::sources::Sources;
use super::{CauseBook, EvidenceFinding, Observation, Topic};
use crate::policy::NeedsPolicy;
use crate::raters::Adjusted;
use crate::units::{Blends, ExposureBook, ExposureFinding};

/// Everything that the evidence says, ordered and on the grid.
pub(crate) struct Intake<'a> {
    /// About persons, by their place in the roster.
    pub persons: Observed,
    /// What was said of persons before the severity of raters was taken off, where it was.
    pub adjusted: Option<Adjusted>,
    /// About units, by their place in the tree's list.
    pub units: Observed,
    /// How the means of units came about.
    pub blends: Blends,
    /// Who served how much where.
    pub exposures: ExposureBook<'a>,
    /// What is said to cause gaps.
    pub causes: CauseBook,
    /// What was found on the way.
    pub findings: Findings<EvidenceFinding>,
    /// What was found in who served where.
    pub exposure_findings: Findings<ExposureFinding>,
}

/// Observations grouped by subject, topic and kind.
#[derive(Debug, Clone, Default)]
pub(crate) struct Observed(Vec<Observation>);

impl Observed {
    fn new(mut observations: Vec<Observation>) -> Self {
        observations.sort_unstable();
        Self(observations)
    }

    /// Every observation, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Observation> {
        self.0.iter()
    }

    /// Changes observations one by one; what they are about must stay.
    pub(crate) fn change(&mut self, change: impl FnMut(&mut Observation)) {
        self.0.iter_mut().for_each(change);
        self.0.sort_unstable();
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

impl<'a> Intake<'a> {
    pub(crate) fn new(
        evidence: &'a Evidence,
        roster: &'a Roster,
        catalog: &Catalog,
        policy: &NeedsPolicy,
    ) -> Self {
        let mut found = Vec::new();
        let sources = Sources::new(&evidence.sources, policy, &mut found);
        let checker = Checker {
            roster,
            catalog,
            sources: &sources,
            policy,
        };
        let mut mapper = Mapper::new(roster, catalog, policy);
        for record in duplicates::unique(&evidence.records, &mut found) {
            if let Some(source) = checker.admit(record, &mut found) {
                mapper.take(record, source, &sources, &mut found);
            }
        }
        mapper.report_unlinked(&mut found);
        let causes = CauseBook::new(&evidence.causes, roster, catalog, policy.as_of, &mut found);
        let half = policy.units.half_exposure;
        let mut served = Vec::new();
        let exposures = ExposureBook::new(&evidence.exposures, roster, half, &mut served);
        let (units, blends) = mapper.units.settle(policy);
        let mut persons = Observed::new(mapper.persons);
        let adjusted = Adjusted::new(&mut persons, &policy.raters);
        Self {
            persons,
            adjusted,
            units: Observed::new(units),
            blends,
            exposures,
            causes,
            findings: Findings::new(found),
            exposure_findings: Findings::new(served),
        }
    }
}
