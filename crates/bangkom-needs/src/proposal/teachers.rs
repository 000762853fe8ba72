use bangkom_domain::Language;
use bangkom_domain::catalog::Catalog;
use bangkom_domain::id::CompetencyId;
use bangkom_domain::measure::Level;
use bangkom_domain::resources::{InstructorKind, Resources};
use serde::{Deserialize, Serialize};

use super::DesignNeed;
use crate::policy::DesignRule;

/// Who could teach a program that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeachersFound {
    /// The competency.
    pub competency: CompetencyId,
    /// The level to which the program should lead.
    pub to: Level,
    /// How many instructors on the staff teach the competency in some program.
    pub staff: u32,
    /// How many invited experts do.
    pub experts: u32,
    /// Whether an invited expert is still to be found.
    pub expert_missing: bool,
}

impl TeachersFound {
    /// The note as a sentence; none where nobody is missing.
    ///
    /// ```
    /// # use bangkom_domain::{Language, id::CompetencyId, measure::Level};
    /// # use bangkom_needs::TeachersFound;
    /// let found = TeachersFound {
    ///     competency: CompetencyId::new("arsip")?,
    ///     to: Level::MAX,
    ///     staff: 0,
    ///     experts: 0,
    ///     expert_missing: true,
    /// };
    /// assert!(found.note(Language::Id).unwrap().contains("narasumber"));
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    pub fn note(&self, language: Language) -> Option<String> {
        let Self {
            competency,
            to,
            staff,
            ..
        } = self;
        self.expert_missing.then(|| match language {
            Language::Id => format!(
                "belum ada narasumber undangan untuk {competency} sampai level {to} \
                 (pengajar dari dalam: {staff})"
            ),
            Language::En => format!(
                "no invited expert yet for {competency} up to level {to} \
                 (instructors on the staff: {staff})"
            ),
        })
    }
}

/// For each sketch, who could teach it, in the order given.
///
/// An invited expert is missing where none teaches the competency, and either nobody on the
/// staff does or the level asks for an expert.
///
/// # Examples
///
/// ```
/// use bangkom_domain::catalog::{Catalog, CatalogData};
/// use bangkom_domain::resources::Resources;
/// use bangkom_needs::{DesignRule, teachers};
///
/// # fn show(proposal: &bangkom_needs::Proposal, catalog: &Catalog, resources: &Resources) {
/// for found in teachers(&proposal.designs, catalog, resources, &DesignRule::default()) {
///     assert!(!found.expert_missing || found.experts == 0);
/// }
/// # }
/// ```
pub fn teachers(
    designs: &[DesignNeed],
    catalog: &Catalog,
    resources: &Resources,
    rule: &DesignRule,
) -> Vec<TeachersFound> {
    let found = designs.iter().map(|design| {
        let count = |kind| teaching(&design.competency, kind, catalog, resources);
        let staff = count(InstructorKind::Staff);
        let experts = count(InstructorKind::InvitedExpert);
        TeachersFound {
            competency: design.competency.clone(),
            to: design.to,
            staff,
            experts,
            expert_missing: experts == 0 && (staff == 0 || design.to >= rule.expert_from),
        }
    });
    found.collect()
}

fn teaching(
    competency: &CompetencyId,
    kind: InstructorKind,
    catalog: &Catalog,
    resources: &Resources,
) -> u32 {
    let teaches = |program: &bangkom_domain::id::ProgramId| {
        let modules = catalog.program(program).map(|program| &program.modules);
        let outcomes = modules
            .into_iter()
            .flatten()
            .flat_map(|module| &module.outcomes);
        outcomes.into_iter().any(|it| it.competency == *competency)
    };
    let of_kind = resources.instructors.iter().filter(|it| it.kind == kind);
    of_kind
        .filter(|it| it.qualified_for.iter().any(teaches))
        .count() as u32
}
