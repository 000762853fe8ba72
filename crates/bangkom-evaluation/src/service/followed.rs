use bangkom_domain::calendar::Period;
use bangkom_domain::results::ServiceCase;
use bangkom_stats::survival::{KaplanMeier, SurvivalOptions, kaplan_meier};
use bangkom_stats::{ConfidenceLevel, Interval};
use chrono::{Datelike, NaiveDate};

use super::CaseSpan;

/// Up to how many cases a side weeks are left out one by one.
pub(super) const MOST_CASES: usize = 20_000;

/// Days that cases were followed, and whether they were closed.
#[derive(Default)]
pub(super) struct Followed {
    pub(super) days: Vec<f64>,
    pub(super) closed: Vec<bool>,
    /// The week in which each came.
    weeks: Vec<i32>,
}

impl Followed {
    /// The cases that came before and after a time.
    pub(super) fn sides(cases: &[ServiceCase], time: Period, as_of: NaiveDate) -> (Self, Self) {
        let came = |keep: &dyn Fn(NaiveDate) -> bool, end| {
            let kept = cases.iter().filter(|case| keep(case.opened));
            Self::of(kept, end)
        };
        (
            came(&|day| day < time.first(), time.first()),
            came(&|day| day > time.last() && day <= as_of, as_of),
        )
    }

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
                followed.weeks.push(case.opened.num_days_from_ce() / 7);
            }
        }
        followed
    }

    /// The days up to which the curves of all are known: those of a stretch whose cases are all
    /// closed have no end.
    pub(super) fn limit(stretches: &[&Self]) -> f64 {
        let reaches = stretches.iter().map(|it| it.reach());
        let least = reaches.fold(f64::INFINITY, f64::min);
        if least.is_finite() {
            return least;
        }
        stretches.iter().map(|it| it.longest()).fold(0.0, f64::max)
    }

    fn reach(&self) -> f64 {
        let longest = self.longest();
        let mut pairs = self.days.iter().zip(&self.closed);
        let open_at_end = pairs.any(|(days, closed)| *days >= longest && !closed);
        if self.days.is_empty() || open_at_end {
            longest
        } else {
            f64::INFINITY
        }
    }

    fn longest(&self) -> f64 {
        self.days.iter().copied().fold(0.0, f64::max)
    }

    pub(super) fn open(&self) -> u32 {
        self.closed.iter().filter(|closed| !**closed).count() as u32
    }

    pub(super) fn curve(&self, tau: f64, level: ConfidenceLevel) -> Option<KaplanMeier> {
        let mut options = SurvivalOptions::default();
        options.level = level;
        if tau > 0.0 {
            options.tau = Some(tau);
        }
        kaplan_meier(&self.days, &self.closed, &options).ok()
    }

    /// The variance of the restricted mean with weeks left out one by one; none of few weeks or of
    /// too many cases.
    pub(super) fn by_week(&self, tau: f64, level: ConfidenceLevel) -> Option<f64> {
        let mut weeks = self.weeks.clone();
        weeks.sort_unstable();
        weeks.dedup();
        let n = weeks.len() as f64;
        if weeks.len() < 5 || self.days.len() > MOST_CASES {
            return None;
        }
        let without = |week: &i32| {
            let kept = (0..self.days.len()).filter(|at| self.weeks[*at] != *week);
            let mut rest = Self::default();
            for at in kept {
                rest.days.push(self.days[at]);
                rest.closed.push(self.closed[at]);
            }
            Some(rest.curve(tau, level)?.restricted_mean.mean)
        };
        let means: Vec<f64> = weeks.iter().map(without).collect::<Option<_>>()?;
        let mean = means.iter().sum::<f64>() / n;
        let squares: f64 = means.iter().map(|it| (it - mean) * (it - mean)).sum();
        Some(squares * (n - 1.0) / n)
    }

    pub(super) fn span(&self, curve: Option<&KaplanMeier>, target_days: Option<u32>) -> CaseSpan {
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
