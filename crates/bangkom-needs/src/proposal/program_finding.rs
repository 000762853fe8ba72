use bangkom_domain::Language;
use bangkom_domain::catalog::Catalog;
use bangkom_domain::finding::{Explain, Findings, Place, Severity};
use bangkom_domain::id::{CompetencyId, ModuleId, ProgramId};
use bangkom_domain::measure::Level;
use bangkom_domain::program::{DeliveryMethod, LearningTarget, Module, Program};
use serde::{Deserialize, Serialize};

use crate::policy::DesignRule;

/// What was found in the programs of the catalog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub enum ProgramFinding {
    /// The form of a module cannot reach the outcome that it states; the outcome is believed
    /// all the same.
    #[serde(rename = "needs.program_method_cannot_reach")]
    MethodCannotReach {
        /// The program.
        program: ProgramId,
        /// The module.
        module: ModuleId,
        /// The competency.
        competency: CompetencyId,
        /// The level stated.
        to: Level,
        /// The form.
        method: DeliveryMethod,
        /// What the level asks for.
        target: LearningTarget,
    },
}

/// Outcomes that no form of their module and no practice beside it can reach.
pub(super) fn unreachable(catalog: &Catalog, rule: &DesignRule) -> Findings<ProgramFinding> {
    let mut found = Vec::new();
    for program in catalog.programs() {
        for module in &program.modules {
            if !is_practised(program, module) {
                found.extend(of_module(program, module, catalog, rule));
            }
        }
    }
    Findings::new(found)
}

/// Whether a session of practice or coaching belongs to the module, or to no module.
fn is_practised(program: &Program, module: &Module) -> bool {
    let belongs = |id: &Option<ModuleId>| id.as_ref().is_none_or(|id| *id == module.id);
    let mut sessions = program.sessions.iter();
    sessions.any(|session| session.kind.is_practice() && belongs(&session.module))
}

fn of_module<'a>(
    program: &'a Program,
    module: &'a Module,
    catalog: &'a Catalog,
    rule: &'a DesignRule,
) -> impl Iterator<Item = ProgramFinding> + 'a {
    module.outcomes.iter().filter_map(|outcome| {
        let group = catalog.competency(&outcome.competency)?.group;
        let target = rule.target(group, outcome.to);
        (module.method.reaches() < target).then(|| ProgramFinding::MethodCannotReach {
            program: program.id.clone(),
            module: module.id.clone(),
            competency: outcome.competency.clone(),
            to: outcome.to,
            method: module.method,
            target,
        })
    })
}

impl Explain for ProgramFinding {
    fn code(&self) -> &'static str {
        match self {
            Self::MethodCannotReach { .. } => "needs.program_method_cannot_reach",
        }
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn place(&self) -> Place {
        match self {
            Self::MethodCannotReach {
                program,
                module,
                competency,
                ..
            } => Place::record(program).field(format!("modules {module} {competency}")),
        }
    }

    fn text(&self, language: Language) -> String {
        let Self::MethodCannotReach {
            competency,
            to,
            method,
            target,
            ..
        } = self;
        let (method, target) = (method.label(language), target.label(language));
        match language {
            Language::Id => format!(
                "{method} tanpa praktik atau coaching tidak mencapai {target}, \
                 padahal {competency} level {to} memerlukannya"
            ),
            Language::En => format!(
                "{method} without practice or coaching does not reach {target}, \
                 which {competency} at level {to} asks for"
            ),
        }
    }

    fn action(&self, language: Language) -> String {
        match language {
            Language::Id => {
                "tambahkan sesi praktik lapangan atau coaching, atau turunkan level yang dijanjikan"
                    .to_owned()
            }
            Language::En => {
                "add sessions of field practice or coaching, or promise a lower level".to_owned()
            }
        }
    }
}
