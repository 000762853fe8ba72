use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::catalog::Catalog;
use bangkom_domain::finding::Findings;
use bangkom_domain::id::{BatchId, IndicatorId, InstrumentId, ProgramId, RaterId, UnitId};
use bangkom_domain::plan::Plan;
use bangkom_domain::results::{InstrumentKind, Occasion, Results, StudyDesign};
use bangkom_domain::roster::Roster;

use super::answers::Answered;
use super::compared::Compared;
use super::measures::{Checker, Given};
use super::series::SoundSeries;
use super::service::ServiceRecords;
use super::{
    BatchInfo, InstrumentInfo, MeasureKey, Measures, ResultFinding, answers, attendance, batches,
    compared, instruments, observers, series, service,
};
use crate::policy::EvaluationPolicy;

/// Everything that the results say, checked and ordered.
pub(crate) struct Intake<'a> {
    /// The batches, by id.
    pub batches: Vec<BatchInfo<'a>>,
    /// The instruments, by id.
    pub instruments: BTreeMap<&'a InstrumentId, InstrumentInfo<'a>>,
    /// Scores of tests.
    pub scores: Measures,
    /// Observations of behaviour.
    pub observations: Measures,
    /// Answers to items, of those who may answer.
    pub answers: Vec<Answered<'a>>,
    /// Scores of people without the program.
    pub compared: Compared,
    /// How programs were measured.
    pub designs: BTreeMap<&'a ProgramId, &'a StudyDesign>,
    /// The series of the service.
    pub series: BTreeMap<(&'a IndicatorId, &'a UnitId), SoundSeries<'a>>,
    /// Cases, counts and surveys of the service.
    pub service: ServiceRecords,
    /// What was found on the way.
    pub findings: Findings<ResultFinding>,
}

impl<'a> Intake<'a> {
    pub(crate) fn new(
        plan: &'a Plan,
        results: &'a Results,
        sound: &'a Results,
        roster: &Roster,
        catalog: &'a Catalog,
        policy: &EvaluationPolicy,
    ) -> Self {
        let mut found = Vec::new();
        let mut batches = batches::batches(plan, roster, catalog, &mut found);
        let share = policy.attendance_share;
        attendance::attend(&mut batches, &results.attendance, share, &mut found);
        let instruments = instruments::instruments(&results.instruments, catalog, &mut found);
        let by_id: BTreeMap<&BatchId, &BatchInfo<'_>> =
            batches.iter().map(|info| (&info.batch.id, info)).collect();
        let checker = Checker {
            batches: &by_id,
            instruments: &instruments,
            roster,
            as_of: policy.as_of,
            schedule: &policy.schedule_months,
        };
        let answered = answers::answers(sound, &by_id, &mut found);
        let (scores, seen) = given(results, &answered);
        let scores = checker.admit(scores, &mut found);
        let observations = checker.admit(seen, &mut found);
        for measures in [&scores, &observations] {
            observers::report(measures, &instruments, policy.observer_gap, &mut found);
        }
        report_no_score_before(&scores, &instruments, &mut found);
        let compared = compared::compared(sound, &checker, &mut found);
        let series = series::series(&results.series, roster, policy.as_of, &mut found);
        let service = service::service(sound, roster, policy.as_of, &mut found);
        Self {
            service,
            designs: designs(&sound.designs),
            answers: answered,
            compared,
            batches,
            instruments,
            scores,
            observations,
            series,
            findings: Findings::new(found),
        }
    }
}

fn designs(given: &[StudyDesign]) -> BTreeMap<&ProgramId, &StudyDesign> {
    let designs = given.iter().map(|design| (&design.program, design));
    designs.collect()
}

/// Everything that was scored: on tests and questionnaires, and at work.
///
/// What observers saw of skill counts as their scores of the test, and what they ticked on a
/// checklist as what they saw, where no score is given.
fn given(results: &Results, answered: &[Answered<'_>]) -> (Vec<Given>, Vec<Given>) {
    let declared = results.instruments.iter();
    let kinds: BTreeMap<&InstrumentId, InstrumentKind> =
        declared.map(|one| (&one.id, one.kind)).collect();
    let is = |given: &Given, kind| kinds.get(&given.key.instrument) == Some(&kind);
    let tested = scores(results);
    let known: BTreeSet<MeasureKey> = tested.iter().map(|given| given.key.clone()).collect();
    let seen = observations(results);
    let by: BTreeSet<(MeasureKey, Option<RaterId>)> = seen
        .iter()
        .map(|given| (given.key.clone(), given.observer))
        .collect();
    let mut made = answers::scores(answered, results, &known);
    made.retain(|given| !by.contains(&(given.key.clone(), given.observer)));
    let (mut skill, seen): (Vec<Given>, Vec<Given>) = seen
        .into_iter()
        .partition(|given| is(given, InstrumentKind::SkillTest));
    skill.retain(|given| !known.contains(&given.key));
    let (ticked, made): (Vec<Given>, Vec<Given>) = made
        .into_iter()
        .partition(|given| is(given, InstrumentKind::BehaviourChecklist));
    ([tested, skill, made].concat(), [seen, ticked].concat())
}

fn scores(results: &Results) -> Vec<Given> {
    let given = results.scores.iter().map(|score| Given {
        key: MeasureKey {
            batch: score.batch.clone(),
            instrument: score.instrument.clone(),
            person: score.person,
            occasion: score.occasion,
            wave: 0,
        },
        observer: None,
        score: *score.score.reveal(),
        date: score.date,
    });
    given.collect()
}

fn observations(results: &Results) -> Vec<Given> {
    let given = results.observations.iter().map(|seen| Given {
        key: MeasureKey {
            batch: seen.batch.clone(),
            instrument: seen.instrument.clone(),
            person: seen.person,
            occasion: seen.occasion,
            wave: 0,
        },
        observer: Some(seen.observer),
        score: *seen.score.reveal(),
        date: seen.date,
    });
    given.collect()
}

/// Tests after the training without one before; questionnaires have none.
fn report_no_score_before(
    scores: &Measures,
    instruments: &BTreeMap<&InstrumentId, InstrumentInfo<'_>>,
    found: &mut Vec<ResultFinding>,
) {
    let after = scores.iter().map(|(key, _)| key);
    for key in after.filter(|key| key.occasion == Occasion::After) {
        let at = |occasion| MeasureKey {
            occasion,
            ..key.clone()
        };
        let before = [Occasion::Before, Occasion::RetrospectiveBefore];
        let known = before
            .into_iter()
            .any(|occasion| scores.contains(&at(occasion)));
        let kind = instruments
            .get(&key.instrument)
            .map(|info| info.instrument.kind);
        let once = [InstrumentKind::Reaction, InstrumentKind::TransferSurvey];
        if !kind.is_some_and(|kind| once.contains(&kind)) && !known {
            let (record, occasion) = (key.to_string(), key.occasion);
            found.push(ResultFinding::NoScoreBefore { record, occasion });
        }
    }
}
