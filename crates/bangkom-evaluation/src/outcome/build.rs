use std::collections::BTreeMap;

use bangkom_domain::id::{CompetencyId, InstrumentId, ProgramId};
use bangkom_domain::results::{Assignment, Instrument, Occasion};

use super::{Outcome, OutcomeDesign, OutcomeLevel};
use crate::behaviour::BehaviourChange;
use crate::compare::{Comparison, agreement};
use crate::evaluation::Evaluation;
use crate::learning::Learning;
use crate::reaction::Reaction;
use crate::returns::ProgramReturn;
use crate::service::{CaseChange, CountChange, SatisfactionChange, ServiceChange};

type Competencies<'a> = BTreeMap<&'a InstrumentId, &'a CompetencyId>;

impl Evaluation {
    /// Everything that was measured as rows of one shape, by level, in the order of the
    /// evaluation; the instruments say which competency each measures.
    ///
    /// ```
    /// # fn show(evaluation: &bangkom_evaluation::Evaluation, results: &bangkom_domain::results::Results) {
    /// for outcome in evaluation.outcomes(&results.instruments) {
    ///     println!("{:?} {} {:?}", outcome.level, outcome.program, outcome.value);
    /// }
    /// # }
    /// ```
    pub fn outcomes(&self, instruments: &[Instrument]) -> Vec<Outcome> {
        let competencies: Competencies<'_> = instruments
            .iter()
            .filter_map(|one| Some((&one.id, one.competency.as_ref()?)))
            .collect();
        let reactions = self.reactions.iter().map(reaction);
        let learned = self.programs.iter().flat_map(|program| {
            let rows = program.learning.iter();
            rows.map(|row| learning(&program.program, row, &competencies))
        });
        let behaviour = self
            .behaviour
            .iter()
            .map(|row| behaviour(row, &competencies));
        let services = self.services.iter().map(service);
        let cases = self.cases.iter().map(cases);
        let counts = self.counts.iter().map(counts);
        let surveys = self.satisfaction.iter().map(satisfaction);
        let returns = self.returns.iter().map(returned);
        let people = reactions.chain(learned).chain(behaviour);
        let citizens = services.chain(cases).chain(counts).chain(surveys);
        people.chain(citizens).chain(returns).collect()
    }
}

/// A row about a program with nothing else known of it.
fn row(level: OutcomeLevel, program: &ProgramId, instrument: &str) -> Outcome {
    Outcome {
        level,
        program: program.clone(),
        batch: None,
        unit: None,
        competency: None,
        instrument: instrument.to_owned(),
        measured_in: "points".to_owned(),
        value: None,
        interval: None,
        from: None,
        to: None,
        count: 0,
        design: OutcomeDesign::BeforeAfter,
        agrees: None,
        no_opinion: None,
    }
}

fn reaction(one: &Reaction) -> Outcome {
    Outcome {
        batch: one.batch.clone(),
        value: one.mean,
        interval: one.interval,
        to: Some(Occasion::After),
        count: one.answered.into(),
        design: OutcomeDesign::AfterOnly,
        agrees: agreement(&one.sturdier),
        no_opinion: one.no_opinion,
        ..row(
            OutcomeLevel::Reaction,
            &one.program,
            one.instrument.as_str(),
        )
    }
}

/// The headline of a comparison, else its mean change.
fn compared(change: &Comparison, row: Outcome) -> Outcome {
    let estimate = change.advice.as_ref().and_then(|advice| advice.estimate);
    let mean = change.summary.as_ref().map(|summary| summary.mean_diff);
    let by_lot = change.design.assignment == Some(Assignment::Lot);
    Outcome {
        value: estimate.map(|it| it.value).or(mean),
        interval: estimate.map(|it| it.interval),
        count: change.flow.both.into(),
        design: match &change.against {
            Some(_) if by_lot => OutcomeDesign::ByLot,
            Some(_) => OutcomeDesign::Compared,
            None if change.design.retrospective => OutcomeDesign::Retrospective,
            None => OutcomeDesign::BeforeAfter,
        },
        agrees: agreement(&change.sturdier),
        no_opinion: change.no_opinion,
        ..row
    }
}

fn learning(program: &ProgramId, one: &Learning, competencies: &Competencies<'_>) -> Outcome {
    let row = Outcome {
        batch: one.batch.clone(),
        unit: one.unit.clone(),
        competency: competencies.get(&one.instrument).map(|id| (*id).clone()),
        from: Some(one.from),
        to: Some(one.to),
        ..row(OutcomeLevel::Learning, program, one.instrument.as_str())
    };
    compared(&one.change, row)
}

fn behaviour(one: &BehaviourChange, competencies: &Competencies<'_>) -> Outcome {
    let row = Outcome {
        competency: competencies.get(&one.instrument).map(|id| (*id).clone()),
        from: Some(one.from),
        to: Some(one.to),
        ..row(
            OutcomeLevel::Behaviour,
            &one.program,
            one.instrument.as_str(),
        )
    };
    compared(&one.change, row)
}

fn service(one: &ServiceChange) -> Outcome {
    let best = one.best();
    let beside = one.against_comparison.is_some() || one.against_course.is_some();
    Outcome {
        unit: Some(one.unit.clone()),
        measured_in: one.measured_in.clone(),
        value: best.map(|it| it.estimate),
        interval: best.and_then(|it| it.interval),
        count: u64::from(one.points_before) + u64::from(one.points_after),
        design: if beside {
            OutcomeDesign::Compared
        } else {
            OutcomeDesign::Series
        },
        agrees: agreement(&one.sturdier),
        no_opinion: one.no_opinion,
        ..row(OutcomeLevel::Results, &one.program, one.indicator.as_str())
    }
}

fn cases(one: &CaseChange) -> Outcome {
    let against = one.times.against.map(|it| it.difference);
    let best = against.or(one.times.change);
    Outcome {
        design: if against.is_some() {
            OutcomeDesign::Compared
        } else {
            OutcomeDesign::BeforeAfter
        },
        unit: Some(one.unit.clone()),
        measured_in: "days".to_owned(),
        value: best.map(|it| it.estimate),
        interval: best.and_then(|it| it.interval),
        count: u64::from(one.times.before.cases) + u64::from(one.times.after.cases),
        agrees: agreement(&one.times.sturdier),
        no_opinion: one.times.no_opinion,
        ..row(OutcomeLevel::Results, &one.program, one.service.as_str())
    }
}

fn counts(one: &CountChange) -> Outcome {
    let best = one.best();
    Outcome {
        unit: Some(one.unit.clone()),
        measured_in: "ratio of rates".to_owned(),
        value: best.and_then(|it| it.value),
        interval: best.and_then(|it| {
            Some(bangkom_stats::Interval {
                low: it.low,
                high: it.high?,
            })
        }),
        count: one.rates.events_before + one.rates.events_after,
        agrees: agreement(&one.sturdier),
        no_opinion: one.no_opinion,
        design: if !one.comparison.is_empty() {
            OutcomeDesign::Compared
        } else if one.course.is_some() {
            OutcomeDesign::Series
        } else {
            OutcomeDesign::BeforeAfter
        },
        ..row(OutcomeLevel::Results, &one.program, one.indicator.as_str())
    }
}

fn satisfaction(one: &SatisfactionChange) -> Outcome {
    let survey = &one.survey;
    Outcome {
        unit: Some(one.unit.clone()),
        measured_in: "index 25–100".to_owned(),
        value: Some(survey.index_change.estimate),
        interval: survey.index_change.interval,
        count: u64::from(survey.respondents_before) + u64::from(survey.respondents_after),
        agrees: agreement(survey.elements.iter().filter_map(|it| it.sturdier.as_ref())),
        no_opinion: survey.no_opinion,
        ..row(OutcomeLevel::Results, &one.program, "satisfaction")
    }
}

fn returned(one: &ProgramReturn) -> Outcome {
    Outcome {
        measured_in: "per cent of the cost".to_owned(),
        value: one.roi_percent,
        count: one.benefits.len() as u64,
        design: OutcomeDesign::Estimated,
        no_opinion: Some(one.no_opinion),
        ..row(OutcomeLevel::Return, &one.program, "return")
    }
}
