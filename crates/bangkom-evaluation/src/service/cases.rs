use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::Direction;
use bangkom_domain::id::{IndicatorId, ProgramId, UnitId};
use bangkom_domain::results::ServiceCase;
use bangkom_stats::survival::{KaplanMeier, SurvivalOptions, kaplan_meier, log_rank};
use bangkom_stats::{ConfidenceLevel, Interval};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Difference, ServiceReading};
use crate::compare::{Advice, Because, Doubt, Estimate, MethodChoice};

/// How long cases of a service took before and after a program, open ones counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseChange {
    /// The program.
    pub program: ProgramId,
    /// The unit.
    pub unit: UnitId,
    /// The service.
    pub service: IndicatorId,
    /// Before and after.
    pub times: CaseTimes,
}

/// Times of cases that came before and after a time, in days.
///
/// A case is followed until it is closed; one that came before, at most until the time begins,
/// so that the program cannot shorten it. Cases that came in between are left out.
///
/// # References
/// Kaplan and Meier 1958; Mantel 1966, the log-rank test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseTimes {
    /// Of the cases before.
    pub before: CaseSpan,
    /// Of the cases after.
    pub after: CaseSpan,
    /// After minus before of the mean days within the limit of both; absent where a side has no
    /// closed case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Difference>,
    /// The method, why, and what it says.
    pub advice: Advice,
    /// The p-value of the log-rank test; absent where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
    /// How it reads.
    pub reading: ServiceReading,
    /// What a reader should know beside the figures.
    pub doubts: Vec<Doubt>,
}

/// Times of the cases of one stretch.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseSpan {
    /// How many cases came.
    pub cases: u32,
    /// How many of them were not closed while they were followed.
    pub open: u32,
    /// The days until half are closed; absent while fewer are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub median: Option<f64>,
    /// Its interval, where both ends are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub median_interval: Option<Interval>,
    /// The days until nine of ten are closed; absent while fewer are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ninth_decile: Option<f64>,
    /// The share closed within the target, 0 to 1, open cases allowed for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_target: Option<f64>,
    /// Its interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_interval: Option<Interval>,
}

/// How long cases took before and after a time.
///
/// # Examples
///
/// ```
/// use bangkom_domain::calendar::Period;
/// use bangkom_domain::results::ServiceCase;
/// use bangkom_evaluation::{ServiceReading, case_times};
/// use bangkom_stats::ConfidenceLevel;
/// use chrono::{Days, NaiveDate};
///
/// let day = |at: u64| NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(at);
/// let case = |at: u64| {
///     let days = if at < 60 { 8 + at % 5 } else { 3 + at % 4 };
///     ServiceCase { opened: day(at), closed: (at < 119).then(|| day(at + days)) }
/// };
/// let cases: Vec<ServiceCase> = (0..120).map(case).collect();
/// let training = Period::new(day(60), day(64))?;
/// let times = case_times(&cases, Some(7), training, day(120), ConfidenceLevel::default());
/// assert_eq!(times.reading, ServiceReading::Better);
/// assert!(times.after.median < times.before.median && times.after.open > 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn case_times(
    cases: &[ServiceCase],
    target_days: Option<u32>,
    time: Period,
    as_of: NaiveDate,
    level: ConfidenceLevel,
) -> CaseTimes {
    let came = |keep: &dyn Fn(NaiveDate) -> bool, end| {
        let kept = cases.iter().filter(|case| keep(case.opened));
        Followed::of(kept, end)
    };
    let before = came(&|day| day < time.first(), time.first());
    let after = came(&|day| day > time.last() && day <= as_of, as_of);
    let tau = before.longest().min(after.longest());
    let (first, second) = (before.curve(tau, level), after.curve(tau, level));
    let change = first
        .as_ref()
        .zip(second.as_ref())
        .and_then(|(a, b)| change(a, b, level));
    let p = log_rank_p(&before, &after);
    let sure = p.is_some_and(|p| p <= level.alpha());
    let reading = ServiceReading::new(change.as_ref().filter(|_| sure), Direction::LowerIsBetter);
    let open = f64::from(before.open() + after.open());
    let all = (before.days.len() + after.days.len()) as f64;
    let mut doubts = vec![Doubt::NoComparison];
    if open > 0.0 {
        doubts.push(Doubt::OpenCases { share: open / all });
    }
    CaseTimes {
        before: before.span(first.as_ref(), target_days),
        after: after.span(second.as_ref(), target_days),
        advice: advice(change, p),
        change,
        p,
        reading,
        doubts,
    }
}

/// The mean days within the limit of both, judged by the log-rank test.
fn advice(change: Option<Difference>, p: Option<f64>) -> Advice {
    let whole = change
        .and_then(|it| Some((it.estimate, it.interval?)))
        .zip(p);
    Advice {
        method: MethodChoice::LogRank,
        because: vec![Because::OpenCases],
        estimate: whole.map(|((value, interval), p)| Estimate { value, interval, p }),
    }
}

/// Days that cases were followed, and whether they were closed.
#[derive(Default)]
struct Followed {
    days: Vec<f64>,
    closed: Vec<bool>,
}

impl Followed {
    fn of<'a>(cases: impl Iterator<Item = &'a ServiceCase>, end: NaiveDate) -> Self {
        let mut followed = Self::default();
        for case in cases {
            let closed = case.closed.filter(|closed| *closed <= end);
            let last = closed.unwrap_or(end);
            let days = (last - case.opened).num_days();
            // A case that was never followed tells nothing.
            if days > 0 || closed.is_some() {
                followed.days.push(days.max(0) as f64);
                followed.closed.push(closed.is_some());
            }
        }
        followed
    }

    fn longest(&self) -> f64 {
        self.days.iter().copied().fold(0.0, f64::max)
    }

    fn open(&self) -> u32 {
        self.closed.iter().filter(|closed| !**closed).count() as u32
    }

    fn curve(&self, tau: f64, level: ConfidenceLevel) -> Option<KaplanMeier> {
        let mut options = SurvivalOptions::default();
        options.level = level;
        if tau > 0.0 {
            options.tau = Some(tau);
        }
        kaplan_meier(&self.days, &self.closed, &options).ok()
    }

    fn span(&self, curve: Option<&KaplanMeier>, target_days: Option<u32>) -> CaseSpan {
        let counts = CaseSpan {
            cases: self.days.len() as u32,
            open: self.open(),
            ..CaseSpan::default()
        };
        let Some(curve) = curve else {
            return counts;
        };
        let interval = curve.median_ci;
        let ends = interval.filter(|it| it.low.is_finite() && it.high.is_finite());
        let ninth = curve.steps.iter().find(|step| step.survival <= 0.1 + 1e-12);
        let target = target_days.map(f64::from);
        // Nobody was followed as long as the target: what share is within it is not known.
        let known = target.filter(|target| *target <= self.longest() || self.open() == 0);
        let at_target = known.map(|target| {
            let passed = curve.steps.iter().take_while(|step| step.time <= target);
            passed.last().map_or((0.0, None), |step| {
                let within = Interval {
                    low: 1.0 - step.ci.high,
                    high: 1.0 - step.ci.low,
                };
                (1.0 - step.survival, Some(within))
            })
        });
        CaseSpan {
            median: curve.median,
            median_interval: ends,
            ninth_decile: ninth.map(|step| step.time),
            within_target: at_target.map(|(share, _)| share),
            within_interval: at_target.and_then(|(_, interval)| interval),
            ..counts
        }
    }
}

/// The difference of mean days within the limit of both.
fn change(before: &KaplanMeier, after: &KaplanMeier, level: ConfidenceLevel) -> Option<Difference> {
    let (a, b) = (&before.restricted_mean, &after.restricted_mean);
    let estimate = b.mean - a.mean;
    let deviate = bangkom_stats::distributions::normal::quantile(1.0 - level.tail()).ok()?;
    let reach = deviate * a.se.hypot(b.se);
    let interval = (reach > 0.0 && reach.is_finite()).then_some(Interval {
        low: estimate - reach,
        high: estimate + reach,
    });
    estimate
        .is_finite()
        .then_some(Difference { estimate, interval })
}

fn log_rank_p(before: &Followed, after: &Followed) -> Option<f64> {
    let days = [before.days.as_slice(), after.days.as_slice()].concat();
    let closed = [before.closed.as_slice(), after.closed.as_slice()].concat();
    let groups: Vec<bool> = std::iter::repeat_n(false, before.days.len())
        .chain(std::iter::repeat_n(true, after.days.len()))
        .collect();
    log_rank(&days, &closed, &groups)
        .ok()
        .map(|result| result.p)
}
