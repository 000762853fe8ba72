use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::catalog::Catalog;
use bangkom_domain::id::{CompetencyId, ProgramId};
use bangkom_domain::measure::{Level, Nano};
use bangkom_domain::program::Program;

/// What one program does for one competency, its modules taken together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub from: Level,
    pub to: Level,
}

/// What the programs of the catalog teach, and what must come before them.
pub(super) struct Offer<'a> {
    steps: BTreeMap<&'a ProgramId, BTreeMap<&'a CompetencyId, Step>>,
    teaching: BTreeMap<&'a CompetencyId, Vec<&'a Program>>,
    before: BTreeMap<&'a ProgramId, BTreeSet<&'a ProgramId>>,
    entry_tolerance: Nano,
}

impl<'a> Offer<'a> {
    pub(super) fn new(catalog: &'a Catalog, entry_tolerance: f64) -> Self {
        let programs = catalog.programs();
        let steps: BTreeMap<_, _> = programs
            .iter()
            .map(|program| (&program.id, steps(program)))
            .collect();
        let mut teaching: BTreeMap<&CompetencyId, Vec<&Program>> = BTreeMap::new();
        for program in programs {
            for competency in steps[&program.id].keys() {
                teaching.entry(competency).or_default().push(program);
            }
        }
        let before = programs
            .iter()
            .map(|program| (&program.id, before(program, catalog)));
        Self {
            steps,
            teaching,
            before: before.collect(),
            entry_tolerance: Nano::from_f64(entry_tolerance).unwrap_or_default(),
        }
    }

    /// The programs that teach a competency, by id.
    pub(super) fn teaching(&self, competency: &CompetencyId) -> &[&'a Program] {
        self.teaching.get(competency).map_or(&[], Vec::as_slice)
    }

    /// What the program does for the competency.
    pub(super) fn step(&self, program: &ProgramId, competency: &CompetencyId) -> Option<Step> {
        self.steps.get(program)?.get(competency).copied()
    }

    /// Everything that must be finished before the program, at any distance, by id.
    pub(super) fn before(&self, program: &ProgramId) -> impl Iterator<Item = &'a ProgramId> {
        self.before.get(program).into_iter().flatten().copied()
    }

    /// Whether somebody at this level may enter.
    pub(super) fn admits(&self, step: Step, level: Nano) -> bool {
        level + self.entry_tolerance >= Nano::from_units(i32::from(step.from.get()))
    }
}

fn steps(program: &Program) -> BTreeMap<&CompetencyId, Step> {
    let mut steps: BTreeMap<&CompetencyId, Step> = BTreeMap::new();
    for outcome in program.modules.iter().flat_map(|module| &module.outcomes) {
        let step = Step {
            from: outcome.from,
            to: outcome.to,
        };
        let all = steps.entry(&outcome.competency).or_insert(step);
        all.from = all.from.min(step.from);
        all.to = all.to.max(step.to);
    }
    steps
}

fn before<'a>(program: &'a Program, catalog: &'a Catalog) -> BTreeSet<&'a ProgramId> {
    let mut all = BTreeSet::new();
    let mut open: Vec<&ProgramId> = program.prerequisites.iter().collect();
    while let Some(id) = open.pop() {
        if let Some(known) = catalog.program(id)
            && known.id != program.id
            && all.insert(&known.id)
        {
            open.extend(&known.prerequisites);
        }
    }
    all
}
