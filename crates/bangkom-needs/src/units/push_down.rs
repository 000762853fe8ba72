use bangkom_domain::evidence::{Direction, Scale};
use bangkom_stats::StatsError;
use serde::{Deserialize, Serialize};

/// What a figure about a unit says of the people who served there.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PushDown {
    /// The level 1 to 5 of the figure, the same for everybody.
    pub level: f64,
    /// Each person's share of all that was served, 0 to 1; zero where nothing was served.
    pub shares: Vec<f64>,
    /// The share of the source's weight that counts for each person, 0 to 1.
    pub weight_factors: Vec<f64>,
}

impl std::fmt::Debug for PushDown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PushDown")
            .field("level", &self.level)
            .field("people", &self.shares.len())
            .finish_non_exhaustive()
    }
}

/// The share of what is said of a unit that touches somebody who served there.
///
/// # Formula
/// ```text
/// e / (e + k)      e served there, k the amount that counts half
/// ```
///
/// Both are not negative and `half` is positive.
pub(super) fn exposure_share(served: f64, half: f64) -> f64 {
    // The half keeps the sum finite, however great the amounts are.
    served / 2.0 / (served / 2.0 + half / 2.0)
}

/// The level 1 to 5 of a value on its scale, ends included.
pub(super) fn level_of(scale: Scale, value: f64) -> f64 {
    let place = ((value - scale.low()) / (scale.high() - scale.low())).clamp(0.0, 1.0);
    match scale.direction() {
        Direction::LowerIsBetter => 5.0 - 4.0 * place,
        _ => 1.0 + 4.0 * place,
    }
}

/// Pushes a figure about a unit down to the people who served there, as plain numbers.
///
/// # Formula
/// ```text
/// level   1 + 4 (value - low) / (high - low)        reversed where lower is better
/// share   e / sum e,   weight factor  e / (e + k)
/// ```
///
/// # Errors
/// [`StatsError::OutOfRange`] for a value off its scale, a negative or infinite exposure, or a
/// `half` that is not positive and finite.
///
/// # Examples
/// ```
/// use bangkom_domain::evidence::{Direction, Scale};
/// use bangkom_needs::units::push_down;
///
/// let index = Scale::new(25.0, 100.0, Direction::HigherIsBetter)?;
/// let people = push_down(index, 62.5, &[150.0, 50.0, 0.0], 50.0)?;
/// assert_eq!(people.level, 3.0);
/// assert_eq!(people.shares, [0.75, 0.25, 0.0]);
/// assert_eq!(people.weight_factors, [0.75, 0.5, 0.0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
/// Robinson 1950, on reading units as persons: the weight falls with the distance.
pub fn push_down(
    scale: Scale,
    value: f64,
    exposures: &[f64],
    half: f64,
) -> Result<PushDown, StatsError> {
    let wrong = |argument, index, value, low, high| StatsError::OutOfRange {
        argument,
        index,
        value,
        low,
        high,
    };
    if !scale.contains(value) {
        return Err(wrong("value", None, value, scale.low(), scale.high()));
    }
    if !(half > 0.0 && half.is_finite()) {
        return Err(wrong("half", None, half, 0.0, f64::MAX));
    }
    let sound = |served: &f64| (0.0..=f64::MAX).contains(served);
    if let Some(index) = exposures.iter().position(|served| !sound(served)) {
        let given = exposures[index];
        return Err(wrong("exposures", Some(index), given, 0.0, f64::MAX));
    }
    // Divided by the greatest first, so that the sum of huge amounts stays finite.
    let greatest = exposures.iter().copied().fold(0.0, f64::max);
    let unit = if greatest > 0.0 { greatest } else { 1.0 };
    let total: f64 = exposures.iter().map(|served| served / unit).sum();
    let share = |served: &f64| {
        if total > 0.0 {
            served / unit / total
        } else {
            0.0
        }
    };
    Ok(PushDown {
        level: level_of(scale, value),
        shares: exposures.iter().map(share).collect(),
        weight_factors: exposures
            .iter()
            .map(|served| exposure_share(*served, half))
            .collect(),
    })
}
