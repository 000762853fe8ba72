use bangkom_domain::catalog::Catalog;
use bangkom_domain::follow_up::Support;
use bangkom_domain::id::{CompetencyId, ProgramId};
use bangkom_domain::program::{DeliveryMethod, Program};

/// The program in which a support takes place, where it needs time, people or a room.
///
/// A refresher is a seat in the same program. Coaching, mentoring and guidance at the place of
/// work are seats in a program of that form for the competency; of several the one with the fewest
/// hours, then by code. Without such a program the support is arranged by its owner alone.
pub(super) fn seat(
    support: Support,
    program: &ProgramId,
    competency: Option<&CompetencyId>,
    catalog: &Catalog,
) -> Option<ProgramId> {
    let method = match support {
        Support::Refresher => return Some(program.clone()),
        Support::Coaching => DeliveryMethod::Coaching,
        Support::Mentoring => DeliveryMethod::Mentoring,
        Support::FieldVisit => DeliveryMethod::OnTheJobGuidance,
        _ => return None,
    };
    let competency = competency?;
    let fits = |program: &&Program| {
        let modules = &program.modules;
        let mut outcomes = modules.iter().flat_map(|module| &module.outcomes);
        modules.iter().all(|module| module.method == method)
            && outcomes.any(|outcome| outcome.competency == *competency)
    };
    let hours = |program: &Program| -> u32 {
        let modules = program.modules.iter();
        modules.map(|module| u32::from(module.hours.get())).sum()
    };
    catalog
        .programs()
        .iter()
        .filter(fits)
        .min_by_key(|program| (hours(program), program.id.clone()))
        .map(|program| program.id.clone())
}
