use std::collections::BTreeMap;

use bangkom_stats::distributions::{noncentral_t, student_t};
use bangkom_stats::effect::hedges_correction;
use bangkom_stats::{ConfidenceLevel, Interval};
use serde::{Deserialize, Serialize};

use super::CountingRule;
use super::rule::STEPS;
use super::tally::{CLASSES, Tally};
use crate::compare::{Assumed, Assumption, NoOpinion};

/// The figures of every program of a run, in its order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NationalFigures {
    /// Each program.
    pub programs: Vec<ProgramFigures>,
    /// Why no sturdier method has a say: nobody is held at once.
    pub no_opinion: NoOpinion,
    /// What every test of the run takes for granted; sums alone cannot tell whether it holds.
    pub assumptions: Vec<Assumption>,
}

impl NationalFigures {
    pub(super) fn of(programs: Vec<ProgramFigures>) -> Self {
        let unknown = [
            Assumed::Independence,
            Assumed::ModestSkew,
            Assumed::EqualForms,
            Assumed::ChoiceUnrelated,
        ];
        Self {
            programs,
            no_opinion: NoOpinion::TooMany,
            assumptions: unknown.map(Assumption::unknown).to_vec(),
        }
    }
}

/// The figures of one program; scores are in its unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgramFigures {
    /// Learners counted.
    pub seats: u64,
    /// Learners with both scores.
    pub pairs: u64,
    /// Learners with a first score only.
    pub first_only: u64,
    /// Learners with a second score only.
    pub second_only: u64,
    /// Learners set aside for a score that cannot be.
    pub set_aside: u64,
    /// The share of learners without both scores, 0 to 1; absent without learners.
    pub attrition: Option<f64>,
    /// Mean first score of pairs.
    pub mean_first: Option<f64>,
    /// Mean second score of pairs.
    pub mean_second: Option<f64>,
    /// Standard deviation of first scores of pairs.
    pub deviation_first: Option<f64>,
    /// Standard deviation of second scores of pairs.
    pub deviation_second: Option<f64>,
    /// Standard deviation of changes.
    pub deviation_change: Option<f64>,
    /// Correlation of first and second scores; absent where either does not vary.
    pub correlation: Option<f64>,
    /// The paired t test and effects; absent below two pairs or where all changes are equal.
    pub test: Option<NationalTest>,
    /// `(mean second - mean first) / (top - mean first)`; absent at the top.
    pub class_gain: Option<f64>,
    /// Shares at the upper end before and after, and at the lower end before, of pairs.
    pub at_ends: Option<[f64; 3]>,
    /// Learners who reached mastery.
    pub mastered: u64,
    /// Learners whose change was beyond measurement error upward, not beyond, and downward.
    pub classes: [u64; 3],
    /// How changes are spread.
    pub changes: GainHistogram,
}

/// The paired t test and the effects of one program.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NationalTest {
    /// Mean change.
    pub mean_change: f64,
    /// Its interval.
    pub interval: Interval,
    /// Student's t.
    pub t: f64,
    /// Its degrees of freedom.
    pub df: f64,
    /// Two-sided p-value.
    pub p: f64,
    /// The same adjusted over all programs of the run.
    pub p_adjusted: f64,
    /// Mean change by the deviation of changes.
    pub d_z: f64,
    /// Its exact interval; absent where it could not be found.
    pub d_z_interval: Option<Interval>,
    /// `d_z` without small-sample bias.
    pub g_z: f64,
    /// Mean change by the mean of both deviations; absent where neither varies.
    pub d_av: Option<f64>,
}

/// How many changes fall into each class of equal width from -1 to 1 of the scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GainHistogram(Vec<u32>);

impl GainHistogram {
    /// The counts, from the greatest fall to the greatest rise.
    pub fn counts(&self) -> &[u32] {
        &self.0
    }
}

/// Quantiles of Student's t by number of pairs, each found once.
pub(super) struct Quantiles {
    level: ConfidenceLevel,
    known: BTreeMap<u64, Option<f64>>,
}

impl Quantiles {
    pub(super) fn new(level: ConfidenceLevel) -> Self {
        let known = BTreeMap::new();
        Self { level, known }
    }

    fn of(&mut self, pairs: u64) -> Option<f64> {
        let share = 1.0 - self.level.tail();
        let find = || student_t::quantile(share, pairs as f64 - 1.0).ok();
        *self.known.entry(pairs).or_insert_with(find)
    }
}

pub(super) fn figures(
    rule: &CountingRule,
    tally: &Tally,
    quantiles: &mut Quantiles,
) -> ProgramFigures {
    let range = rule.scale().high() - rule.scale().low();
    let unit = range / STEPS;
    let n = tally.both as f64;
    let [firsts, seconds, changes, products] = tally.deviations();
    let deviation =
        |times_n: i128| (tally.both > 1).then(|| (times_n as f64 / (n * (n - 1.0))).sqrt() * unit);
    let mean = |sum: u64| (tally.both > 0).then(|| rule.scale().low() + sum as f64 / n * unit);
    let share = |count: u64| count as f64 / n;
    let vary = firsts > 0 && seconds > 0;
    let room = STEPS * n - tally.first as f64;
    let gained = tally.second as f64 - tally.first as f64;
    ProgramFigures {
        seats: tally.seats,
        pairs: tally.both,
        first_only: tally.first_only,
        second_only: tally.second_only,
        set_aside: tally.set_aside,
        attrition: (tally.seats > 0).then(|| 1.0 - n / tally.seats as f64),
        mean_first: mean(tally.first),
        mean_second: mean(tally.second),
        deviation_first: deviation(firsts),
        deviation_second: deviation(seconds),
        deviation_change: deviation(changes),
        correlation: vary.then(|| {
            let r = products as f64 / ((firsts as f64).sqrt() * (seconds as f64).sqrt());
            r.clamp(-1.0, 1.0)
        }),
        test: deviation(changes).filter(|_| changes > 0).and_then(|it| {
            test(
                gained / n * unit,
                it,
                tally.both,
                average(deviation(firsts), deviation(seconds)),
                quantiles,
            )
        }),
        class_gain: (tally.both > 0 && room > 0.0).then(|| gained / room),
        at_ends: (tally.both > 0)
            .then(|| [tally.top_first, tally.top_second, tally.bottom_first].map(share)),
        mastered: tally.mastered,
        classes: [tally.improved, tally.unchanged, tally.deteriorated],
        changes: GainHistogram(tally.changes[..CLASSES].to_vec()),
    }
}

fn average(first: Option<f64>, second: Option<f64>) -> Option<f64> {
    let average = f64::midpoint(first?, second?);
    (average > 0.0).then_some(average)
}

fn test(
    mean_change: f64,
    deviation: f64,
    pairs: u64,
    average: Option<f64>,
    quantiles: &mut Quantiles,
) -> Option<NationalTest> {
    let n = pairs as f64;
    let (df, error) = (n - 1.0, deviation / n.sqrt());
    let t = mean_change / error;
    let p = student_t::two_sided(t, df).ok()?.max(f64::MIN_POSITIVE);
    let reach = quantiles.of(pairs)? * error;
    let d_z = mean_change / deviation;
    let ends = noncentral_t::ncp_interval(t, df, quantiles.level).ok();
    Some(NationalTest {
        mean_change,
        interval: Interval {
            low: mean_change - reach,
            high: mean_change + reach,
        },
        t,
        df,
        p,
        p_adjusted: p,
        d_z,
        d_z_interval: ends.map(|it| Interval {
            low: it.low / n.sqrt(),
            high: it.high / n.sqrt(),
        }),
        g_z: d_z * hedges_correction(df).unwrap_or(1.0),
        d_av: average.map(|average| mean_change / average),
    })
}
