use bangkom_domain::evidence::{Direction, Scale};
use bangkom_domain::id::{InstrumentId, ProgramId};
use bangkom_domain::program::{Program, SessionKind};
use bangkom_domain::results::{Instrument, InstrumentKind};

use crate::make::id;

/// The instruments of a program: a test, a reaction sheet, a checklist where it observes.
pub(super) struct Instruments {
    pub(super) test: InstrumentId,
    pub(super) reaction: InstrumentId,
    pub(super) checklist: Option<InstrumentId>,
}

impl Instruments {
    pub(super) fn of(program: &Program) -> Self {
        let code = |kind: &str| id(format!("{}/{kind}", program.id));
        let observes = program
            .sessions
            .iter()
            .any(|session| session.kind == SessionKind::Observation);
        Self {
            test: code("TEST"),
            reaction: code("REACTION"),
            checklist: observes.then(|| code("CHECKLIST")),
        }
    }

    /// The instruments as the results declare them.
    pub(super) fn declare(&self, program: &Program) -> Vec<Instrument> {
        let first = program
            .modules
            .iter()
            .flat_map(|module| &module.outcomes)
            .map(|outcome| outcome.competency.clone())
            .next();
        let mut all = vec![
            Instrument {
                mastery: Some(70.0),
                reliability: Some(0.84),
                competency: first.clone(),
                observers: None,
                ..instrument(
                    &self.test,
                    InstrumentKind::KnowledgeTest,
                    &program.id,
                    (0.0, 100.0),
                )
            },
            instrument(
                &self.reaction,
                InstrumentKind::Reaction,
                &program.id,
                (1.0, 5.0),
            ),
        ];
        all.extend(self.checklist.iter().map(|checklist| Instrument {
            competency: first.clone(),
            ..instrument(
                checklist,
                InstrumentKind::BehaviourChecklist,
                &program.id,
                (1.0, 5.0),
            )
        }));
        all
    }
}

#[expect(clippy::expect_used, reason = "the bounds are literals")]
fn instrument(
    id: &InstrumentId,
    kind: InstrumentKind,
    program: &ProgramId,
    (low, high): (f64, f64),
) -> Instrument {
    Instrument {
        id: id.clone(),
        kind,
        program: program.clone(),
        competency: None,
        scale: Scale::new(low, high, Direction::HigherIsBetter).expect("the lower bound is first"),
        mastery: None,
        reliability: None,
        observers: None,
    }
}
