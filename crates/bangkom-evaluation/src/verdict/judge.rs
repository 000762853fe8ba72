use bangkom_stats::multiplicity::adjust_p_values;

use super::facts::Facts;
use super::{Verdict, VerdictAnswer, VerdictReason};
use crate::compare::Comparison;
use crate::policy::EvaluationPolicy;

/// The rule, with its version.
const RULE: &str = "evaluation.verdict/3";

/// What stands beside the tests of a program.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Beside {
    /// Behaviour at work surely fell.
    pub fell_at_work: bool,
    /// The service surely got worse beyond that of other units.
    pub service_worse: bool,
}

/// Judges programs by one comparison each; p-values are adjusted over all of them.
///
/// # Examples
///
/// ```
/// use bangkom_evaluation::{Design, EvaluationPolicy, Measured, VerdictAnswer, compare, judge};
/// use bangkom_stats::gain::Scale;
/// use chrono::NaiveDate;
///
/// let policy = EvaluationPolicy::new(NaiveDate::from_ymd_opt(2026, 12, 1).unwrap());
/// let before = [52.0, 61.0, 47.0, 70.0, 58.0, 64.0];
/// let after = [78.0, 86.0, 79.0, 91.0, 80.0, 86.0];
/// let measured = Measured::new(&before, &after).scale(Scale::new(0.0, 100.0)?);
/// let change = compare(&measured, &Design::default(), &policy)?;
/// assert_eq!(judge(&[change], &policy)[0].answer, VerdictAnswer::Keep);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Holm 1979, the usual adjustment; the rule is described at [`Verdict`].
pub fn judge(comparisons: &[Comparison], policy: &EvaluationPolicy) -> Vec<Verdict> {
    let programs: Vec<(Vec<&Comparison>, Beside)> = comparisons
        .iter()
        .map(|one| (vec![one], Beside::default()))
        .collect();
    let judged = judge_programs(&programs, policy).into_iter();
    judged.map(|one| one.verdict).collect()
}

/// A verdict with the p-values of its tests, adjusted over those of all programs.
pub(crate) struct Judged {
    pub verdict: Verdict,
    pub adjusted: Vec<Option<f64>>,
}

/// Judges programs by the tests of each; p-values are adjusted over all tests of all programs.
pub(crate) fn judge_programs(
    programs: &[(Vec<&Comparison>, Beside)],
    policy: &EvaluationPolicy,
) -> Vec<Judged> {
    let facts: Vec<Vec<Facts<'_>>> = programs
        .iter()
        .map(|(tests, _)| tests.iter().map(|test| Facts::of(test, policy)).collect())
        .collect();
    let given: Vec<f64> = facts.iter().flatten().filter_map(Facts::p).collect();
    let adjusted = adjust_p_values(&given, policy.adjustment).unwrap_or(given);
    let tests = adjusted.len() as u32;
    let mut adjusted = adjusted.into_iter();
    let verdict = |(facts, (_, beside)): (&Vec<Facts<'_>>, &(Vec<&Comparison>, Beside))| {
        let answers = facts.iter().map(|facts| {
            let p = facts.p().and_then(|_| adjusted.next());
            let (answer, reasons) = facts.answer(p);
            (answer, reasons, p)
        });
        let answers: Vec<Answered> = answers.collect();
        Judged {
            adjusted: answers.iter().map(|(.., p)| *p).collect(),
            verdict: with_others(gravest(answers), *beside, tests),
        }
    };
    facts.iter().zip(programs).map(verdict).collect()
}

type Answered = (VerdictAnswer, Vec<VerdictReason>, Option<f64>);

/// The gravest answer, with the reasons of all that gave it.
fn gravest(answers: Vec<Answered>) -> Answered {
    let worst = answers.iter().map(|(answer, ..)| *answer).max();
    let worst = worst.unwrap_or(VerdictAnswer::NotEnough);
    let mut reasons: Vec<VerdictReason> = Vec::new();
    let mut least: Option<f64> = None;
    for (_, given, p) in answers.into_iter().filter(|(answer, ..)| *answer == worst) {
        for reason in given {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        least = match (least, p) {
            (Some(known), Some(p)) => Some(known.min(p)),
            (known, p) => known.or(p),
        };
    }
    if reasons.is_empty() {
        reasons.push(VerdictReason::NoFigure);
    }
    (worst, reasons, least)
}

/// A program that looks worth keeping is revised where work or service contradict.
fn with_others(
    (mut answer, mut reasons, p_adjusted): Answered,
    beside: Beside,
    tests: u32,
) -> Verdict {
    if answer == VerdictAnswer::Keep {
        let before = reasons.len();
        reasons.extend(beside.fell_at_work.then_some(VerdictReason::FellAtWork));
        reasons.extend(beside.service_worse.then_some(VerdictReason::ServiceWorse));
        if reasons.len() > before {
            answer = VerdictAnswer::Revise;
        }
    }
    Verdict {
        answer,
        rule: RULE.to_owned(),
        reasons,
        p_adjusted,
        tests,
    }
}
