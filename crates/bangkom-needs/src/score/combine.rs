use bangkom_domain::measure::Nano;

use super::uncertainty::{self, Spread};
use super::{Contribution, MissingSource, MissingWhy, Reading, WeightTable};
use crate::exact::{MEAN_BITS, SourceSums, Sums, apportion, nano_ratio};
use crate::policy::SourceRule;

/// What the sources say together.
#[derive(Debug, Clone)]
pub(crate) struct Combined {
    /// The level; `None` when the evidence is not enough.
    pub level: Option<Level>,
    /// The share of the expected weight that is present.
    pub coverage: Nano,
    /// What is not there, ordered by kind.
    pub missing: Vec<MissingSource>,
    /// Whether only evidence about the unit is present.
    pub only_unit: bool,
}

/// A level with its reasons.
#[derive(Debug, Clone)]
pub(crate) struct Level {
    pub current: Nano,
    pub contributions: Vec<Contribution>,
    pub effective_number: f64,
    pub standard_error: f64,
}

/// A source that counts, with its rule and integer weight.
type Present<'a, S = SourceSums> = (&'a Reading<'a, S>, &'a SourceRule, u128);

/// Combines the readings of one person and topic; below the floor there is no level.
pub(crate) fn combine<S: Sums>(
    readings: &[Reading<'_, S>],
    weights: &WeightTable,
    floor: Nano,
) -> Combined {
    let (present, mut missing, expected) = sort_out(readings, weights);
    missing.sort();
    let there: u128 = present.iter().map(|(_, _, weight)| weight).sum();
    let coverage = nano_ratio(there, there + expected);
    let about_person = present
        .iter()
        .any(|(reading, _, weight)| reading.unit.is_none() && *weight > 0);
    let enough = there > 0 && coverage >= floor && about_person;
    Combined {
        level: enough.then(|| level(&present, there, weights)),
        coverage,
        missing,
        only_unit: there > 0 && !about_person,
    }
}

/// What is present, what is missing, and the expected weight of what is missing.
fn sort_out<'a, S: Sums>(
    readings: &'a [Reading<'a, S>],
    weights: &'a WeightTable,
) -> (Vec<Present<'a, S>>, Vec<MissingSource>, u128) {
    let (mut present, mut missing, mut expected) = (Vec::new(), Vec::new(), 0);
    for (rule, weight) in weights.iter() {
        let reading = readings.iter().find(|reading| reading.kind == rule.kind);
        let why = match reading.filter(|reading| !reading.sums.is_empty()) {
            Some(reading) if !reading.touches() => {
                let (kind, why) = (rule.kind, MissingWhy::NotServed);
                missing.push(MissingSource { kind, why });
                continue;
            }
            Some(reading) if reading.raters >= u64::from(rule.min_answers) => {
                present.push((reading, rule, reading.weigh(weight)));
                continue;
            }
            Some(_) => MissingWhy::TooFewAnswers {
                needed: rule.min_answers,
            },
            None if rule.expected && weight > 0 => MissingWhy::Absent,
            None => continue,
        };
        if rule.expected {
            expected += weight;
        }
        missing.push(MissingSource {
            kind: rule.kind,
            why,
        });
    }
    (present, missing, expected)
}

fn level<S: Sums>(present: &[Present<'_, S>], there: u128, table: &WeightTable) -> Level {
    let parts: Vec<u128> = present
        .iter()
        .map(|(reading, _, weight)| weight * u128::from(reading.sums.mean()))
        .collect();
    let (current, amounts) = apportion(&parts, there << MEAN_BITS);
    let weights: Vec<u128> = present.iter().map(|(_, _, weight)| *weight).collect();
    let (_, shares) = apportion(&weights, there);
    let whole = there as f64 / Nano::PER_UNIT as f64;
    let spreads: Vec<Spread> = present
        .iter()
        .zip(&shares)
        .map(|((reading, rule, _), share)| Spread {
            share: share.to_f64(),
            share_sd: rule.weight_sd * reading.weight_share().to_f64() / whole,
            mean: libm::ldexp(reading.sums.mean() as f64, -(MEAN_BITS as i32)),
            n: reading.sums.effective_number(),
            variance: reading.sums.variance(),
            assumed_sd: rule.assumed_sd,
        })
        .collect();
    let (effective_number, standard_error) = uncertainty::of(&spreads, table.assumed_answers);
    let parts = present.iter().zip(shares.into_iter().zip(amounts));
    Level {
        current,
        contributions: parts
            .map(|((reading, ..), (share, amount))| {
                contribution(reading, share, amount, table.lead_days)
            })
            .collect(),
        effective_number,
        standard_error,
    }
}

fn contribution<S: Sums>(
    reading: &Reading<'_, S>,
    weight_share: Nano,
    amount: Nano,
    lead_days: i64,
) -> Contribution {
    Contribution {
        kind: reading.kind,
        unit: reading.unit.cloned(),
        unit_reading: reading.of_unit,
        weight_share,
        mean: nano_ratio(u128::from(reading.sums.mean()), 1 << MEAN_BITS),
        unadjusted: None,
        amount,
        age_days: reading.sums.mean_age_days(lead_days),
        answers: reading.sums.answers(),
        raters: reading.raters,
    }
}
