use super::bca::acceleration;
use super::quantile::{normal_scale, type7};
use super::{Bca, Bootstrap};
use crate::{Basis, ConfidenceLevel, Interval, Method, Moments, StatsError, Warning, sample};

/// Everything from replicates that have been drawn; those without a value are `None`.
pub(super) fn intervals(
    n: usize,
    theta: f64,
    replicates: &[Option<f64>],
    jackknife: &[Option<f64>],
    level: ConfidenceLevel,
) -> Result<Bootstrap, StatsError> {
    let mut sorted: Vec<f64> = replicates.iter().copied().flatten().collect();
    sample::at_least(2, sorted.len())?;
    sample::refuse_infinite("replicates", &sorted)?;
    let moments = Moments::of(&sorted);
    let mean = moments.mean().unwrap_or_default();
    sorted.sort_unstable_by(f64::total_cmp);
    let n_degenerate = replicates.len() - sorted.len();
    let jackknife: Option<Vec<f64>> = jackknife.iter().copied().collect();
    let acceleration = jackknife.as_deref().and_then(acceleration);
    let count = sorted.len() as f64;
    // The order of summation must not decide whether a replicate equals the estimate.
    let spread = sorted[sorted.len() - 1] - sorted[0];
    let slack = 1e-12 * spread + 4.0 * f64::EPSILON * theta.abs();
    let less = sorted.partition_point(|x| *x < theta - slack) as f64;
    let up_to = sorted.partition_point(|x| *x <= theta + slack) as f64;
    let bca = |share: f64| Bca::of(&sorted, share, acceleration?, level);
    let ends = |quantile: fn(&[f64], f64) -> f64| Interval {
        low: quantile(&sorted, level.tail()),
        high: quantile(&sorted, 1.0 - level.tail()),
    };
    let percentile = ends(type7);
    let basis = Basis::new(Method::new("bootstrap"), n, n)
        .level(level)
        .warn_if(
            true,
            Warning::MonteCarlo {
                replicates: replicates.len(),
            },
        )
        .warn_if(
            n_degenerate > 0,
            Warning::DegenerateReplicates {
                count: n_degenerate,
            },
        );
    Ok(Bootstrap {
        basis,
        theta,
        mean,
        se: moments.sd().unwrap_or_default(),
        bias: mean - theta,
        n_replicates: sorted.len(),
        seed: None,
        n_degenerate,
        percentile,
        percentile_interpolated: ends(normal_scale),
        basic: Interval {
            low: 2.0 * theta - percentile.high,
            high: 2.0 * theta - percentile.low,
        },
        acceleration,
        bca: bca(f64::midpoint(less, up_to) / count),
        bca_strict: bca(less / count),
    })
}
