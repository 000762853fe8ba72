use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::Direction;
use bangkom_domain::id::{IndicatorId, ProgramId, UnitId};
use bangkom_domain::results::ServiceCase;
use bangkom_stats::distributions::normal;
use bangkom_stats::survival::{KaplanMeier, log_rank};
use bangkom_stats::{ConfidenceLevel, Interval};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::followed::Followed;
use super::weekly::{silence, weekly};
use super::{CasesAgainst, Difference, ServiceReading};
use crate::compare::{
    Advice, Assumed, Assumption, Because, Doubt, Estimate, MethodChoice, NoOpinion, SecondOpinion,
    disagree,
};

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
    /// The units compared with, ordered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparison: Vec<UnitId>,
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
    /// After minus before of the mean days, up to the longest that open cases of either side were
    /// followed; absent where a side has no case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Difference>,
    /// The method, why, and what it says.
    pub advice: Advice,
    /// The p-value of the log-rank test; absent where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
    /// The change beyond that of units without participants; absent without such cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<CasesAgainst>,
    /// The variance of the change with cases of a week taken together, by that of cases each for
    /// themselves: above 1 where cases of a week go alike; absent below five weeks a side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waves: Option<f64>,
    /// What sturdier methods say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sturdier: Vec<SecondOpinion>,
    /// Why none has a say; absent where one has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_opinion: Option<NoOpinion>,
    /// What the method took for granted, and whether it holds.
    pub assumptions: Vec<Assumption>,
    /// How it reads: beyond others where there are any, else alone.
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
    case_times_beside(cases, &[], target_days, time, as_of, level)
}

/// How long cases took before and after a time, beside cases elsewhere.
///
/// # Examples
///
/// ```
/// use bangkom_domain::calendar::Period;
/// use bangkom_domain::results::ServiceCase;
/// use bangkom_evaluation::{ServiceReading, case_times_beside};
/// use bangkom_stats::ConfidenceLevel;
/// use chrono::{Days, NaiveDate};
///
/// let day = |at: u64| NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(at);
/// let case = |at: u64| {
///     let days = if at < 60 { 8 + at % 5 } else { 3 + at % 4 };
///     ServiceCase { opened: day(at), closed: Some(day(at + days)) }
/// };
/// let cases: Vec<ServiceCase> = (0..120).map(case).collect();
/// let training = Period::new(day(60), day(64))?;
/// let level = ConfidenceLevel::default();
/// // Cases elsewhere got as much faster: nothing beyond them is shown.
/// let times = case_times_beside(&cases, &[&cases], Some(7), training, day(140), level);
/// assert_eq!(times.against.unwrap().difference.estimate, 0.0);
/// assert_eq!(times.reading, ServiceReading::Unclear);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn case_times_beside(
    cases: &[ServiceCase],
    others: &[&[ServiceCase]],
    target_days: Option<u32>,
    time: Period,
    as_of: NaiveDate,
    level: ConfidenceLevel,
) -> CaseTimes {
    let (before, after) = Followed::sides(cases, time, as_of);
    let tau = Followed::limit(&[&before, &after]);
    let (first, second) = (before.curve(tau, level), after.curve(tau, level));
    let change = first
        .as_ref()
        .zip(second.as_ref())
        .and_then(|(a, b)| change(a, b, level));
    let p = log_rank_p(&before, &after);
    let elsewhere: Vec<ServiceCase> = others.concat();
    let elsewhere = Followed::sides(&elsewhere, time, as_of);
    let against = CasesAgainst::of((&before, &after), (&elsewhere.0, &elsewhere.1), level);
    let advice = advice(change, p, against.as_ref());
    let alone = weekly(&[&before, &after], tau, change, level);
    let stretches = [&before, &after, &elsewhere.0, &elsewhere.1];
    let (stretches, together) = match &against {
        None => (&stretches[..2], None),
        Some(it) => (
            &stretches[..],
            weekly(&stretches, it.limit, Some(it.difference), level),
        ),
    };
    let of_headline = together
        .as_ref()
        .or(alone.as_ref().filter(|_| against.is_none()));
    let own = advice.estimate.as_ref();
    let sturdier: Vec<SecondOpinion> = of_headline
        .map(|weekly| weekly.opinion(own, level))
        .into_iter()
        .collect();
    let no_opinion = NoOpinion::unless(&sturdier, || silence(stretches, own));
    let sure = |it: Estimate| (it.p <= level.alpha()).then_some(it);
    let headline = advice.estimate.and_then(sure).map(|it| Difference {
        estimate: it.value,
        interval: Some(it.interval),
        p: Some(it.p),
    });
    let mut times = CaseTimes {
        before: before.span(first.as_ref(), target_days),
        after: after.span(second.as_ref(), target_days),
        change,
        p,
        waves: alone.map(|weekly| weekly.waves),
        sturdier,
        no_opinion,
        assumptions: Vec::new(),
        reading: ServiceReading::new(headline.as_ref(), Direction::LowerIsBetter),
        doubts: Vec::new(),
        against,
        advice,
    };
    let open = f64::from(before.open() + after.open());
    times.judge(open / (before.days.len() + after.days.len()) as f64);
    times
}

/// From which growth of the variance cases of a week go alike.
const WAVES: f64 = 2.0;

impl CaseTimes {
    /// What was assumed and what a reader should know.
    fn judge(&mut self, open: f64) {
        let compared = self.against.is_some();
        self.assumptions = vec![
            Assumption::judged(Assumed::IndependentCases, self.waves, |waves| waves > WAVES),
            Assumption::unknown(if compared {
                Assumed::ParallelChange
            } else {
                Assumed::NothingElse
            }),
        ];
        if !compared {
            self.doubts.push(Doubt::NoComparison);
        }
        if open > 0.0 {
            self.doubts.push(Doubt::OpenCases { share: open });
        }
        let waves = self.waves.filter(|waves| *waves > WAVES);
        let waves = waves.map(|ratio| Doubt::Waves { ratio });
        self.doubts.extend(waves);
        if disagree(&self.sturdier) {
            self.doubts.push(Doubt::SturdierDisagrees);
        }
    }
}

/// The mean days within the limit of both, judged by the log-rank test, or beyond others.
fn advice(change: Option<Difference>, p: Option<f64>, against: Option<&CasesAgainst>) -> Advice {
    let alone = change.zip(p);
    let best = against.map(|it| (it.difference, it.p)).or(alone);
    let mut because = vec![Because::OpenCases];
    because.extend(against.map(|_| Because::ExistingGroup));
    Advice {
        method: MethodChoice::LogRank,
        because,
        estimate: best.and_then(|(it, p)| {
            Some(Estimate {
                value: it.estimate,
                interval: it.interval?,
                p,
            })
        }),
    }
}

/// The difference of mean days within the limit of both.
fn change(before: &KaplanMeier, after: &KaplanMeier, level: ConfidenceLevel) -> Option<Difference> {
    let (a, b) = (&before.restricted_mean, &after.restricted_mean);
    let estimate = b.mean - a.mean;
    let deviate = normal::quantile(1.0 - level.tail()).ok()?;
    let error = a.se.hypot(b.se);
    let reach = deviate * error;
    let interval = (reach > 0.0 && reach.is_finite()).then_some(Interval {
        low: estimate - reach,
        high: estimate + reach,
    });
    let p = interval.and_then(|_| normal::sf(estimate.abs() / error).ok());
    estimate.is_finite().then_some(Difference {
        estimate,
        interval,
        p: p.map(|p| (2.0 * p).clamp(f64::MIN_POSITIVE, 1.0)),
    })
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
