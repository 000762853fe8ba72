use bangkom_stats::StatsError;
use serde::{Deserialize, Serialize};

/// How the weight of an answer grows with the time from the landmark to the answer.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DecayLaw {
    /// `2^(n / half-life)`: the weight relative to now depends on the age alone.
    HalfLife(f64),
    /// `n^power`: answers near the landmark fade to nothing; 0 keeps all alike.
    Power(f64),
}

/// Answers weighted by their time.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecayedMean {
    /// The weight of each answer, 1 for one given now.
    pub weights: Vec<f64>,
    /// The sum of the weights: the decayed count.
    pub count: f64,
    /// The weighted sum of the values.
    pub sum: f64,
    /// The weighted mean; `None` where nothing has a weight.
    pub mean: Option<f64>,
    /// Kish's effective number of answers.
    pub effective_number: f64,
}

impl std::fmt::Debug for DecayedMean {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DecayedMean")
            .field("answers", &self.weights.len())
            .finish_non_exhaustive()
    }
}

/// The mean of answers that fade, each given as (time, value), read at the time `now`.
///
/// # Formula
/// ```text
/// w_i = g(t_i - landmark) / g(now - landmark)
/// count = sum w,  mean = sum w x / sum w,  effective number = (sum w)^2 / sum w^2
/// ```
///
/// # Errors
/// [`StatsError::NotFinite`] for a time or value, [`StatsError::OutOfRange`] for an answer before
/// the landmark or after `now`, for a half-life that is not positive or a negative power,
/// [`StatsError::Undefined`] when nothing weighs anything at the time `now`.
///
/// # Examples
/// ```
/// use bangkom_needs::recency::{DecayLaw, forward_decay};
///
/// let answers = [(0.0, 4.0), (10.0, 1.0)];
/// let read = forward_decay(&answers, 0.0, 10.0, DecayLaw::HalfLife(10.0))?;
/// assert_eq!(read.weights, [0.5, 1.0]);
/// assert_eq!(read.mean, Some(2.0));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Cormode, Shkapenyuk, Srivastava and Xu 2009; Kish 1965, the effective number.
pub fn forward_decay(
    answers: &[(f64, f64)],
    landmark: f64,
    now: f64,
    law: DecayLaw,
) -> Result<DecayedMean, StatsError> {
    check(answers, landmark, now)?;
    let relative = law.relative(landmark, now)?;
    let weights: Vec<f64> = answers.iter().map(|(time, _)| relative(*time)).collect();
    let count: f64 = weights.iter().sum();
    let squares: f64 = weights.iter().map(|w| w * w).sum();
    let sum: f64 = weights.iter().zip(answers).map(|(w, (_, x))| w * x).sum();
    Ok(DecayedMean {
        mean: (count > 0.0).then(|| sum / count),
        effective_number: if squares > 0.0 {
            count * count / squares
        } else {
            0.0
        },
        weights,
        count,
        sum,
    })
}

impl DecayLaw {
    /// The weight of an answer of a given time, relative to one given now.
    fn relative(self, landmark: f64, now: f64) -> Result<Box<dyn Fn(f64) -> f64>, StatsError> {
        match self {
            Self::HalfLife(days) if days.is_finite() && days > 0.0 => {
                // The landmark falls out of the ratio.
                Ok(Box::new(move |time| libm::exp2((time - now) / days)))
            }
            Self::HalfLife(days) => Err(out_of_range("half-life", None, days, 0.0, f64::MAX)),
            Self::Power(power) if !(0.0..=64.0).contains(&power) => {
                Err(out_of_range("power", None, power, 0.0, 64.0))
            }
            Self::Power(_) if now <= landmark => Err(StatsError::Undefined {
                what: "the decayed weight",
                why: "an answer given now would weigh nothing",
            }),
            Self::Power(power) => {
                let whole = now - landmark;
                Ok(Box::new(move |time| {
                    libm::pow((time - landmark) / whole, power)
                }))
            }
        }
    }
}

fn check(answers: &[(f64, f64)], landmark: f64, now: f64) -> Result<(), StatsError> {
    let not_finite = |argument, index| StatsError::NotFinite { argument, index };
    if !(landmark.is_finite() && now.is_finite()) {
        return Err(not_finite("landmark, now", 0));
    }
    for (index, (time, value)) in answers.iter().enumerate() {
        if !(time.is_finite() && value.is_finite()) {
            return Err(not_finite("answers", index));
        }
        if !(landmark..=now).contains(time) {
            return Err(out_of_range("times", Some(index), *time, landmark, now));
        }
    }
    Ok(())
}

const fn out_of_range(
    argument: &'static str,
    index: Option<usize>,
    value: f64,
    low: f64,
    high: f64,
) -> StatsError {
    StatsError::OutOfRange {
        argument,
        index,
        value,
        low,
        high,
    }
}
