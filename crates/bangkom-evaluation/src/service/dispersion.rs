use bangkom_domain::calendar::Period;
use bangkom_domain::results::CountPoint;
use bangkom_stats::distributions::chi_squared;
use serde::{Deserialize, Serialize};

/// From which p-value on events are not taken as independent.
const DOUBTFUL: f64 = 0.05;

/// Whether events of equal stretches vary more than independent events would.
///
/// # Formula
///
/// ```text
/// ratio   sum over points of (events - expected)^2 / expected, by (points - sides)
/// ```
///
/// expected being the exposure times the rate of its side; 1 for independent events, above where
/// they come in waves.
///
/// # References
/// `McCullagh` and Nelder 1989, Pearson's statistic and the widened error.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dispersion {
    /// How many points it rests on.
    pub points: u32,
    /// The ratio.
    pub ratio: f64,
    /// Its p-value under independent events, one-sided.
    pub p: f64,
}

impl Dispersion {
    /// By how much variances grow where events are shown to come in waves; 1 elsewhere.
    ///
    /// ```
    /// use bangkom_evaluation::Dispersion;
    ///
    /// assert_eq!(Dispersion { points: 12, ratio: 3.0, p: 0.001 }.factor(), 3.0);
    /// assert_eq!(Dispersion { points: 12, ratio: 1.2, p: 0.30 }.factor(), 1.0);
    /// ```
    pub fn factor(&self) -> f64 {
        if self.p <= DOUBTFUL && self.ratio > 1.0 {
            self.ratio
        } else {
            1.0
        }
    }

    /// The dispersion of several series before and after a time; none with too few points.
    pub(super) fn of(series: &[&[CountPoint]], time: Period) -> Option<Self> {
        let (mut statistic, mut points, mut freedom) = (0.0, 0_u32, 0_u32);
        for series in series {
            for after in [false, true] {
                let side = side(series, time, after);
                let (squares, n) = pearson(&side)?;
                statistic += squares;
                points += n;
                freedom += n.saturating_sub(1);
            }
        }
        let df = f64::from(freedom);
        let p = chi_squared::sf(statistic, df).ok()?.max(f64::MIN_POSITIVE);
        Some(Self {
            points,
            ratio: statistic / df,
            p,
        })
    }
}

/// The points of one side of a time, with what they could have happened to.
pub(super) fn side(series: &[CountPoint], time: Period, after: bool) -> Vec<(f64, f64)> {
    let on_side = |point: &&CountPoint| {
        if after {
            point.period.first() > time.last()
        } else {
            point.period.last() < time.first()
        }
    };
    let sound = |point: &&CountPoint| point.exposed() > 0.0 && point.exposed().is_finite();
    let points = series.iter().filter(on_side).filter(sound);
    points
        .map(|point| (f64::from(point.events), point.exposed()))
        .collect()
}

/// Pearson's statistic and the points of one side; none of a side where nothing happened.
fn pearson(side: &[(f64, f64)]) -> Option<(f64, u32)> {
    let events: f64 = side.iter().map(|(events, _)| events).sum();
    let exposed: f64 = side.iter().map(|(_, exposed)| exposed).sum();
    if events <= 0.0 || exposed <= 0.0 {
        return None;
    }
    let squares = side.iter().map(|(count, exposure)| {
        let expected = exposure * events / exposed;
        (count - expected) * (count - expected) / expected
    });
    Some((squares.sum(), side.len() as u32))
}
