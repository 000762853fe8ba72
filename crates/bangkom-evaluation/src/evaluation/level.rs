use bangkom_domain::id::CompetencyId;
use bangkom_domain::measure::Level;
use bangkom_domain::program::Program;
use bangkom_domain::results::InstrumentKind;

use crate::intake::InstrumentInfo;

/// The level 1 to 5 that a score stands for: on a test, the program's entry level at the lowest
/// score and its exit level at mastery or, without a mark, at the highest score; on a checklist,
/// the level of its own scale.
pub(crate) fn level_of(
    info: &InstrumentInfo<'_>,
    program: &Program,
    competency: &CompetencyId,
    score: f64,
) -> Option<f64> {
    let scale = info.instrument.scale;
    let share = |top: f64| ((score - scale.low()) / (top - scale.low())).clamp(0.0, 1.0);
    match info.instrument.kind {
        InstrumentKind::BehaviourChecklist => Some(1.0 + 4.0 * share(scale.high())),
        InstrumentKind::KnowledgeTest | InstrumentKind::SkillTest => {
            let outcomes = program.modules.iter().flat_map(|module| &module.outcomes);
            let own = outcomes.filter(|outcome| outcome.competency == *competency);
            let (from, to) = own.fold((None, None), |(from, to), outcome| {
                let from = from.map_or(outcome.from, |known: Level| known.min(outcome.from));
                (Some(from), to.max(Some(outcome.to)))
            });
            let (from, to) = (f64::from(from?.get()), f64::from(to?.get()));
            let top = info
                .mastery
                .filter(|mark| *mark > scale.low())
                .unwrap_or(scale.high());
            Some(from + (to - from) * share(top))
        }
        _ => None,
    }
}
