use std::collections::{BTreeMap, BTreeSet};

use super::{CatalogFinding, CatalogPart, ProgramFault};
use crate::competency::Competency;
use crate::id::{CompetencyId, ModuleId, ProgramId};
use crate::measure::Rupiah;
use crate::program::{Module, Program, SessionTemplate};

/// Keeps the programs that can run, without the outcomes that cannot be.
pub(super) fn check_programs(
    programs: BTreeMap<ProgramId, Program>,
    competencies: &BTreeMap<CompetencyId, Competency>,
    findings: &mut Vec<CatalogFinding>,
) -> BTreeMap<ProgramId, Program> {
    let mut kept = BTreeMap::new();
    for (id, mut program) in programs {
        drop_outcomes(&mut program, competencies, findings);
        let before = findings.len();
        findings.extend(module_findings(&program));
        findings.extend(
            faults(&program)
                .into_iter()
                .map(|fault| CatalogFinding::ProgramUnsound {
                    program: id.clone(),
                    fault,
                }),
        );
        if findings.len() == before {
            kept.insert(id, program);
        }
    }
    kept
}

fn drop_outcomes(
    program: &mut Program,
    competencies: &BTreeMap<CompetencyId, Competency>,
    findings: &mut Vec<CatalogFinding>,
) {
    for module in &mut program.modules {
        let Module { id, outcomes, .. } = module;
        outcomes.retain(|outcome| {
            if !competencies.contains_key(&outcome.competency) {
                findings.push(CatalogFinding::CompetencyUnknown {
                    part: CatalogPart::Program,
                    record: program.id.to_string(),
                    competency: outcome.competency.clone(),
                });
                return false;
            }
            if outcome.from >= outcome.to {
                findings.push(CatalogFinding::OutcomeNotRising {
                    program: program.id.clone(),
                    module: id.clone(),
                    competency: outcome.competency.clone(),
                    from: outcome.from,
                    to: outcome.to,
                });
                return false;
            }
            true
        });
    }
}

fn module_findings(program: &Program) -> Vec<CatalogFinding> {
    let mut known = BTreeSet::<&ModuleId>::new();
    let repeated: BTreeSet<&ModuleId> = program
        .modules
        .iter()
        .map(|module| &module.id)
        .filter(|id| !known.insert(id))
        .collect();
    let unknown: BTreeSet<&ModuleId> = program
        .sessions
        .iter()
        .filter_map(|session| session.module.as_ref())
        .filter(|id| !known.contains(id))
        .collect();
    let repeated = repeated
        .into_iter()
        .map(|module| CatalogFinding::ModuleRepeated {
            program: program.id.clone(),
            module: module.clone(),
        });
    let unknown = unknown
        .into_iter()
        .map(|module| CatalogFinding::ModuleUnknown {
            program: program.id.clone(),
            module: module.clone(),
        });
    repeated.chain(unknown).collect()
}

fn faults(program: &Program) -> BTreeSet<ProgramFault> {
    let mut faults: BTreeSet<ProgramFault> =
        program.sessions.iter().flat_map(session_faults).collect();
    let limits = &program.limits;
    let zero = Rupiah::new(0);
    let rules = [
        (program.modules.is_empty(), ProgramFault::NoModules),
        (program.sessions.is_empty(), ProgramFault::NoSessions),
        (
            limits.min_seats > limits.max_seats,
            ProgramFault::SeatsReversed,
        ),
        (limits.max_seats == 0, ProgramFault::ZeroSeats),
        (
            limits.min_units > limits.max_seats,
            ProgramFault::UnitsAboveSeats,
        ),
        (
            program.cost.per_batch < zero || program.cost.per_seat < zero,
            ProgramFault::NegativeCost,
        ),
    ];
    faults.extend(broken(rules));
    faults
}

fn session_faults(session: &SessionTemplate) -> impl Iterator<Item = ProgramFault> {
    let reversed = session.gap.is_some_and(|gap| gap.min_days > gap.max_days);
    broken([
        (session.slots == 0, ProgramFault::ZeroSlots),
        (reversed, ProgramFault::GapReversed),
        (
            session.experts > session.instructors,
            ProgramFault::ExpertsAboveInstructors,
        ),
    ])
}

fn broken<const N: usize>(rules: [(bool, ProgramFault); N]) -> impl Iterator<Item = ProgramFault> {
    rules
        .into_iter()
        .filter_map(|(broken, fault)| broken.then_some(fault))
}
