use std::collections::{BTreeMap, BTreeSet};

use super::{CatalogFinding, CatalogPart};
use crate::competency::{Competency, Requirement, StandardEntry};
use crate::id::{CompetencyId, PositionId};
use crate::position::Position;

/// What records may refer to.
pub(super) struct Known<'a> {
    pub(super) positions: &'a BTreeMap<PositionId, Position>,
    pub(super) competencies: &'a BTreeMap<CompetencyId, Competency>,
}

impl Known<'_> {
    /// Whether an entry of a standard names only what is there; else finds what is not.
    pub(super) fn standard(
        &self,
        entry: &StandardEntry,
        findings: &mut Vec<CatalogFinding>,
    ) -> bool {
        let record = standard_key(entry);
        let position = self.position(CatalogPart::Standard, &record, &entry.position);
        let competency = self.competency(CatalogPart::Standard, &record, &entry.competency);
        let before = findings.len();
        findings.extend(position.into_iter().chain(competency));
        findings.len() == before
    }

    /// Whether a requirement names only what is there; else finds what is not.
    pub(super) fn requirement(
        &self,
        requirement: &Requirement,
        findings: &mut Vec<CatalogFinding>,
    ) -> bool {
        let part = CatalogPart::Requirement;
        let record = requirement_key(requirement);
        let before = findings.len();
        findings.extend(self.competency(part, &record, &requirement.competency));
        let positions = &requirement.scope.positions;
        findings.extend(
            positions
                .iter()
                .filter_map(|id| self.position(part, &record, id)),
        );
        findings.len() == before
    }

    fn position(
        &self,
        part: CatalogPart,
        record: &str,
        position: &PositionId,
    ) -> Option<CatalogFinding> {
        (!self.positions.contains_key(position)).then(|| CatalogFinding::PositionUnknown {
            part,
            record: record.to_owned(),
            position: position.clone(),
        })
    }

    fn competency(
        &self,
        part: CatalogPart,
        record: &str,
        competency: &CompetencyId,
    ) -> Option<CatalogFinding> {
        (!self.competencies.contains_key(competency)).then(|| CatalogFinding::CompetencyUnknown {
            part,
            record: record.to_owned(),
            competency: competency.clone(),
        })
    }
}

/// What names an entry of a standard.
pub(super) fn standard_key(entry: &StandardEntry) -> String {
    format!("{} {}", entry.position, entry.competency)
}

/// What names a requirement: its unit, competency, day, and the positions it is limited to.
pub(super) fn requirement_key(requirement: &Requirement) -> String {
    let mut key = format!(
        "{} {} {}",
        requirement.scope.unit, requirement.competency, requirement.by
    );
    let positions: BTreeSet<_> = requirement.scope.positions.iter().collect();
    for position in positions {
        key.push(' ');
        key.push_str(position.as_str());
    }
    key
}
