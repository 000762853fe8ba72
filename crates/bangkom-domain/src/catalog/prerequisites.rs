use std::collections::{BTreeMap, BTreeSet};

use super::CatalogFinding;
use crate::id::ProgramId;
use crate::program::Program;

/// Sets aside programs that wait for each other, then those that wait for nothing that is there.
pub(super) fn check_prerequisites(
    programs: &mut BTreeMap<ProgramId, Program>,
    findings: &mut Vec<CatalogFinding>,
) {
    for circle in circles(programs) {
        for id in &circle {
            programs.remove(id);
        }
        findings.push(CatalogFinding::PrerequisiteCycle { programs: circle });
    }
    loop {
        let waiting: Vec<(ProgramId, ProgramId)> = programs
            .values()
            .flat_map(|program| missing(program, programs))
            .collect();
        if waiting.is_empty() {
            return;
        }
        for (program, prerequisite) in waiting {
            programs.remove(&program);
            findings.push(CatalogFinding::PrerequisiteUnknown {
                program,
                prerequisite,
            });
        }
    }
}

fn missing<'a>(
    program: &'a Program,
    programs: &'a BTreeMap<ProgramId, Program>,
) -> impl Iterator<Item = (ProgramId, ProgramId)> + 'a {
    let distinct: BTreeSet<_> = program.prerequisites.iter().collect();
    distinct
        .into_iter()
        .filter(|id| !programs.contains_key(*id))
        .map(|id| (program.id.clone(), id.clone()))
}

/// The sets of programs that reach each other, each ordered by code.
fn circles(programs: &BTreeMap<ProgramId, Program>) -> Vec<Vec<ProgramId>> {
    let reach: BTreeMap<&ProgramId, BTreeSet<&ProgramId>> = programs
        .keys()
        .map(|id| (id, reachable(id, programs)))
        .collect();
    let mut seen = BTreeSet::<ProgramId>::new();
    let mut circles = Vec::new();
    for (id, below) in reach.iter().filter(|(id, below)| below.contains(*id)) {
        if seen.contains(*id) {
            continue;
        }
        let circle: Vec<ProgramId> = below
            .iter()
            .filter(|other| reach.get(*other).is_some_and(|back| back.contains(id)))
            .map(|other| (*other).clone())
            .collect();
        seen.extend(circle.iter().cloned());
        circles.push(circle);
    }
    circles
}

/// The programs to be finished before this one, directly or not; itself only in a circle.
fn reachable<'a>(
    id: &ProgramId,
    programs: &'a BTreeMap<ProgramId, Program>,
) -> BTreeSet<&'a ProgramId> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&ProgramId> = programs
        .get(id)
        .map_or(&[][..], |p| &p.prerequisites)
        .iter()
        .collect();
    while let Some(next) = open.pop() {
        let Some((next, program)) = programs.get_key_value(next) else {
            continue;
        };
        if found.insert(next) {
            open.extend(&program.prerequisites);
        }
    }
    found
}
