use std::collections::BTreeMap;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::finding::Findings;
use bangkom_domain::id::{BatchId, IndicatorId, InstrumentId, ProgramId, UnitId};
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
    compared, instruments, series, service,
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
        let given = [scores(results), answers::scores(&answered, results)].concat();
        let scores = checker.admit(given, &mut found);
        let observations = checker.admit(observations(results), &mut found);
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

/// Tests after the training without one before; a questionnaire of reactions has none.
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
        if kind != Some(InstrumentKind::Reaction) && !known {
            let (record, occasion) = (key.to_string(), key.occasion);
            found.push(ResultFinding::NoScoreBefore { record, occasion });
        }
    }
}
