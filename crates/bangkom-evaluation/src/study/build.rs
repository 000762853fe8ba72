use bangkom_domain::id::ProgramId;
use bangkom_domain::results::{Occasion, TestForms};

use crate::compare::{Comparison, Design, Others, Participant, Scale, occasions};
use crate::instrument::{FormShift, form_shift};
use crate::intake::{BatchInfo, InstrumentInfo, Intake, Measures};
use crate::policy::EvaluationPolicy;

/// The measurements of one program on one instrument.
pub(crate) struct Study<'a> {
    pub parts: Vec<(&'a BatchInfo<'a>, Vec<Participant>)>,
    program: &'a ProgramId,
    info: &'a InstrumentInfo<'a>,
    intake: &'a Intake<'a>,
    scale: Option<Scale>,
    forms: Option<FormShift>,
}

impl<'a> Study<'a> {
    pub(crate) fn new(
        program: &'a ProgramId,
        info: &'a InstrumentInfo<'a>,
        measures: &Measures,
        intake: &'a Intake<'a>,
        policy: &EvaluationPolicy,
    ) -> Self {
        let id = &info.instrument.id;
        let batches = intake
            .batches
            .iter()
            .filter(|batch| batch.program.id == *program);
        let scale = info.instrument.scale;
        Self {
            parts: batches
                .map(|batch| (batch, occasions(batch, id, measures)))
                .filter(|(_, people)| people.iter().any(Participant::is_measured))
                .collect(),
            program,
            info,
            intake,
            scale: Scale::new(scale.low(), scale.high()).ok(),
            forms: form_shift(info, intake, policy),
        }
    }

    /// Everybody with a seat in a batch that was measured.
    pub(crate) fn everybody(&self) -> Vec<Participant> {
        let people = self.parts.iter().flat_map(|(_, people)| people.clone());
        people.collect()
    }

    /// Compares two occasions; people without the program only stand beside the whole of it.
    pub(crate) fn compare(
        &self,
        people: &[Participant],
        step: (Occasion, Occasion),
        whole: bool,
        policy: &EvaluationPolicy,
    ) -> Comparison {
        let others = if whole {
            self.others(step)
        } else {
            Others::default()
        };
        let design = self.design(step.0);
        Comparison::new(people, step, self.scale, &design, &others, policy)
    }

    fn design(&self, first: Occasion) -> Design {
        let instrument = self.info.instrument;
        // What is remembered was asked by the form of the end.
        let shift = self.forms.as_ref();
        let shift = shift.filter(|_| first == Occasion::Before);
        let known = self.intake.designs.get(self.program);
        let population = known.and_then(|design| {
            let own = design.populations.iter();
            let mut own = own.filter(|one| one.instrument == instrument.id);
            own.next().map(|one| self.info.upward(one.mean))
        });
        Design {
            retrospective: first == Occasion::RetrospectiveBefore,
            selection: known.and_then(|design| design.selection),
            assignment: known.and_then(|design| design.assignment),
            forms: shift
                .and_then(FormShift::forms)
                .or(known.and_then(|design| design.forms))
                .or(shift.map(|_| TestForms::Different)),
            form_shift: shift
                .filter(|shift| shift.forms() == Some(TestForms::Different))
                .map(|shift| shift.easier),
            reliability: self.info.reliability,
            population_mean: population,
            attendance_unknown: !self.parts.iter().all(|(info, _)| info.attendance_known),
        }
    }

    fn others(&self, (first, second): (Occasion, Occasion)) -> Others {
        let mut others = Others::default();
        for one in self
            .intake
            .compared
            .of(self.program, &self.info.instrument.id)
        {
            others.first.push(one.at(first).unwrap_or(f64::NAN));
            others.second.push(one.at(second).unwrap_or(f64::NAN));
            others.groups.push(one.agency);
        }
        others
    }
}

/// The pairs of occasions that were measured, the main one first; none without a measurement.
pub(crate) fn steps(people: &[Participant]) -> Vec<(Occasion, Occasion)> {
    use Occasion::{After, Before, FollowUp, RetrospectiveBefore};
    if people.is_empty() {
        return Vec::new();
    }
    let measured = |occasion| people.iter().any(|one| one.at(occasion).is_some());
    let remembered = measured(RetrospectiveBefore);
    let main = if remembered && !measured(Before) {
        (RetrospectiveBefore, After)
    } else {
        (Before, After)
    };
    let others = [
        (Before, FollowUp),
        (After, FollowUp),
        (RetrospectiveBefore, After),
    ];
    let mut steps = vec![main];
    steps.extend(
        others
            .into_iter()
            .filter(|step| *step != main && measured(step.0) && measured(step.1)),
    );
    steps
}
