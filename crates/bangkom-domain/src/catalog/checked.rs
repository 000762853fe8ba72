use std::collections::BTreeMap;

use super::positions::echelon_finding;
use super::prerequisites::check_prerequisites;
use super::programs::check_programs;
use super::references::{Known, requirement_key, standard_key};
use super::{CatalogData, CatalogFinding, CatalogPart, CatalogSchema};
use crate::competency::{Competency, Requirement, StandardEntry};
use crate::distinct::distinct;
use crate::finding::{Checked, Findings};
use crate::id::{CompetencyId, PositionId, ProgramId};
use crate::position::Position;
use crate::preset::PresetUse;
use crate::program::Program;

/// What positions ask and programs give, each reference leading somewhere.
///
/// ```
/// use bangkom_domain::catalog::{Catalog, CatalogData};
///
/// let checked = Catalog::new(CatalogData::default());
/// assert!(checked.findings.is_sound());
/// assert!(checked.value.programs().is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalog {
    pub(super) positions: Vec<Position>,
    pub(super) competencies: Vec<Competency>,
    pub(super) standards: BTreeMap<PositionId, Vec<StandardEntry>>,
    requirements: Vec<Requirement>,
    programs: Vec<Program>,
    pub(super) presets: Vec<PresetUse>,
}

impl Catalog {
    /// The catalog of these parts; what is unsound is set aside and found, all at once.
    ///
    /// The order of the records does not matter; the order of modules and sessions within a
    /// program does.
    pub fn new(data: CatalogData) -> Checked<Self, CatalogFinding> {
        let mut findings = Vec::new();
        let out = &mut findings;
        let positions = once(
            CatalogPart::Position,
            data.positions,
            |it| it.id.clone(),
            out,
        );
        out.extend(positions.values().filter_map(echelon_finding));
        let competencies = once(
            CatalogPart::Competency,
            data.competencies,
            |it| it.id.clone(),
            out,
        );
        let standards = once(CatalogPart::Standard, data.standards, standard_key, out);
        let requirements = once(
            CatalogPart::Requirement,
            data.requirements,
            requirement_key,
            out,
        );
        let programs = once(CatalogPart::Program, data.programs, |it| it.id.clone(), out);
        let known = Known {
            positions: &positions,
            competencies: &competencies,
        };
        let standards = by_position(standards.into_values().filter(|it| known.standard(it, out)));
        let requirements = requirements
            .into_values()
            .filter(|it| known.requirement(it, out))
            .collect();
        let mut programs = check_programs(programs, &competencies, out);
        check_prerequisites(&mut programs, out);
        Checked {
            value: Self {
                positions: positions.into_values().collect(),
                competencies: competencies.into_values().collect(),
                standards,
                requirements,
                programs: programs.into_values().collect(),
                presets: Vec::new(),
            },
            findings: Findings::new(findings),
        }
    }

    /// The positions, ordered by code.
    pub fn positions(&self) -> &[Position] {
        &self.positions
    }

    /// The position with this code.
    pub fn position(&self, id: &PositionId) -> Option<&Position> {
        find(&self.positions, |position| position.id.cmp(id))
    }

    /// The competencies, ordered by code.
    pub fn competencies(&self) -> &[Competency] {
        &self.competencies
    }

    /// The competency with this code.
    pub fn competency(&self, id: &CompetencyId) -> Option<&Competency> {
        find(&self.competencies, |competency| competency.id.cmp(id))
    }

    /// The programs, ordered by code.
    pub fn programs(&self) -> &[Program] {
        &self.programs
    }

    /// The program with this code.
    pub fn program(&self, id: &ProgramId) -> Option<&Program> {
        find(&self.programs, |program| program.id.cmp(id))
    }

    /// The strategic requirements, ordered by unit, competency and day.
    pub fn requirements(&self) -> &[Requirement] {
        &self.requirements
    }

    /// What the position asks, ordered by competency; nothing where no standard is known.
    pub fn standard(&self, position: &PositionId) -> &[StandardEntry] {
        self.standards.get(position).map_or(&[], Vec::as_slice)
    }

    /// The presets that filled positions without a standard of their own.
    pub fn presets(&self) -> &[PresetUse] {
        &self.presets
    }

    /// The document of what was kept, for writing; entries that presets filled are in it.
    pub fn data(&self) -> CatalogData {
        CatalogData {
            schema: CatalogSchema::V1,
            positions: self.positions.clone(),
            competencies: self.competencies.clone(),
            standards: self.standards.values().flatten().cloned().collect(),
            requirements: self.requirements.clone(),
            programs: self.programs.clone(),
        }
    }
}

/// Each record once, with findings for what was given more often.
fn once<K: Ord + Clone + std::fmt::Display, T: PartialEq>(
    part: CatalogPart,
    records: Vec<T>,
    key: impl Fn(&T) -> K,
    findings: &mut Vec<CatalogFinding>,
) -> BTreeMap<K, T> {
    let records = distinct(records, key);
    let repeated = records.repeated.iter().map(ToString::to_string);
    findings.extend(repeated.map(|record| CatalogFinding::Repeated { part, record }));
    let conflicting = records.conflicting.iter().map(ToString::to_string);
    findings.extend(conflicting.map(|record| CatalogFinding::Conflict { part, record }));
    records.kept
}

fn by_position(
    entries: impl Iterator<Item = StandardEntry>,
) -> BTreeMap<PositionId, Vec<StandardEntry>> {
    let mut standards = BTreeMap::<PositionId, Vec<StandardEntry>>::new();
    for entry in entries {
        standards
            .entry(entry.position.clone())
            .or_default()
            .push(entry);
    }
    for entries in standards.values_mut() {
        entries.sort_by(|a, b| a.competency.cmp(&b.competency));
    }
    standards
}

fn find<T>(sorted: &[T], order: impl Fn(&T) -> std::cmp::Ordering) -> Option<&T> {
    sorted.get(sorted.binary_search_by(order).ok()?)
}
