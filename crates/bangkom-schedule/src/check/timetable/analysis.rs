use std::collections::BTreeMap;

use bangkom_domain::id::SessionId;
use serde::{Deserialize, Serialize};

use super::compare::compare;
use super::score::of_matches;
use crate::rules::Score;
use crate::rules::timetable::{Match, Rule, Setting, Severity, Subject, View, load, matches};
use crate::timetable::problem::{Problem, Timetable};

/// What one rule contributes to the score of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleReport {
    /// Which rule.
    pub rule: Rule,
    /// How it counts.
    pub setting: Setting,
    /// How often it is broken.
    pub matches: u64,
    /// By how many units, all together.
    pub units: u64,
}

/// How good a plan is, by level, by rule, and case by case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Analysis {
    /// The score.
    pub score: Score,
    /// The rules that are broken, in their order.
    pub rules: Vec<RuleReport>,
    /// Every case of a broken rule that is not ignored.
    pub matches: Vec<Match>,
    /// The cases of rules that block or warn which an exception allows; they cost nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excepted: Vec<Match>,
    /// The sessions without a place, in order.
    pub without_place: Vec<SessionId>,
    /// How evenly the instructors who teach or could teach are loaded, in thousandths.
    ///
    /// # References
    /// Jain, Chiu and Hawe 1984: (Σ load)² / (n × Σ load²); none when nobody teaches.
    pub jain_permille: Option<u16>,
}

/// Checks a plan, whoever made it.
///
/// ```
/// use bangkom_schedule::check::timetable::analyze;
/// use bangkom_schedule::timetable::{Input, Problem, Timetable};
///
/// let problem = Problem::new(Input::default()).value;
/// let analysis = analyze(&problem, &Timetable::default());
/// assert!(analysis.matches.is_empty() && analysis.is_feasible());
/// ```
pub fn analyze(problem: &Problem, plan: &Timetable) -> Analysis {
    let view = View::new(problem, &plan.assignments);
    let matches = matches(&view, problem.rules());
    let mut rules = BTreeMap::<Rule, RuleReport>::new();
    for found in &matches {
        let report = rules.entry(found.rule).or_insert(RuleReport {
            rule: found.rule,
            setting: problem.rules().of(found.rule),
            matches: 0,
            units: 0,
        });
        report.matches += 1;
        report.units += found.units;
    }
    let sessions = problem.batches().iter().flat_map(|batch| &batch.sessions);
    let missing = sessions.filter(|session| view.of(&session.id).is_none());
    let mut without_place: Vec<SessionId> = missing.map(|session| session.id.clone()).collect();
    without_place.sort();
    Analysis {
        score: of_matches(problem, plan, &matches),
        rules: rules.into_values().collect(),
        excepted: excepted(problem, plan, &matches),
        matches,
        without_place,
        jain_permille: jain(&view),
    }
}

impl Analysis {
    /// Whether no rule that blocks is broken; sessions may be without a place.
    pub fn is_feasible(&self) -> bool {
        self.score.hard == 0
    }

    /// The cases that break a rule that blocks.
    pub fn violations(&self) -> impl Iterator<Item = &Match> {
        let blocks = |rule| {
            let mut reports = self.rules.iter();
            reports.any(|r| r.rule == rule && r.setting.severity == Severity::Block)
        };
        self.matches.iter().filter(move |found| blocks(found.rule))
    }

    /// What hurts a person, room, instructor, session, batch, cohort or unit.
    pub fn concerning<'a>(&'a self, subject: &'a Subject) -> impl Iterator<Item = &'a Match> {
        self.matches
            .iter()
            .filter(move |found| found.subjects.contains(subject))
    }
}

/// The cases that would be broken without exceptions.
fn excepted(problem: &Problem, plan: &Timetable, kept: &[Match]) -> Vec<Match> {
    if problem.input().exceptions.is_empty() {
        return Vec::new();
    }
    let mut view = View::new(problem, &plan.assignments);
    view.forget_exceptions();
    compare(kept, &matches(&view, problem.rules())).1
}

fn jain(view: &View<'_>) -> Option<u16> {
    let qualified: std::collections::BTreeSet<_> = view
        .problem
        .batches()
        .iter()
        .flat_map(|batch| &batch.instructors)
        .collect();
    let loads = view.by_instructor();
    let loads: Vec<u128> = qualified
        .iter()
        .map(|id| {
            loads
                .get(id)
                .map_or(0, |(_, sessions)| u128::from(load(sessions)))
        })
        .collect();
    let sum: u128 = loads.iter().sum();
    let squares: u128 = loads.iter().map(|load| load * load).sum();
    let permille = (1_000 * sum * sum).checked_div(loads.len() as u128 * squares)?;
    u16::try_from(permille).ok()
}
