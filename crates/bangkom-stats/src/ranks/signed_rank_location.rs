use super::differences::Difference;
use super::null::MOST_RANKS;
use super::{SignSums, SignedRankOptions, ZeroMethod, location};
use crate::distributions::raw::normal;
use crate::paired::Pairs;
use crate::{ConfidenceLevel, Interval};

/// Median of the means of two differences, with an interval from the distribution without ties.
pub(super) struct Location {
    pub(super) estimate: f64,
    pub(super) ci: Interval,
    pub(super) level: f64,
}

impl Location {
    pub(super) fn of(pairs: &Pairs, options: &SignedRankOptions, exact: bool) -> Self {
        let mut sorted = pairs.differences.clone();
        if options.zeros == ZeroMethod::Wilcoxon {
            let keep = |d: &f64| !Difference::new(0.0, *d, options.resolution).is_zero();
            sorted.retain(keep);
        }
        sorted.sort_unstable_by(f64::total_cmp);
        let n = sorted.len() as u64;
        let total = n * (n + 1) / 2;
        let (outside, level) = cut(n, options.level, exact && n <= u64::from(MOST_RANKS));
        let ci = Interval {
            low: location::walsh(&sorted, outside),
            high: location::walsh(&sorted, total + 1 - outside),
        };
        Self {
            estimate: location::walsh_median(&sorted),
            ci,
            level,
        }
    }
}

/// Position of the lower end among the sorted means, and the level that it gives.
fn cut(n: u64, level: ConfidenceLevel, exact: bool) -> (u64, f64) {
    let n_float = n as f64;
    let mean = n_float * (n_float + 1.0) / 4.0;
    let sd = (mean * (2.0 * n_float + 1.0) / 6.0).sqrt();
    if !exact {
        let below = (mean + normal::quantile(level.tail()) * sd - 0.5)
            .floor()
            .max(0.0);
        return (below as u64 + 1, level.get());
    }
    // Chances of 0..: the ends move in while the chance beyond stays within the tail.
    let chances = SignSums::new((1..=n).collect()).chances(mean as u64);
    let mut beyond = 0.0;
    let mut position = 0;
    for chance in chances {
        if beyond + chance > level.tail() {
            break;
        }
        beyond += chance;
        position += 1;
    }
    let position = position.max(1);
    let beyond = if beyond == 0.0 {
        0.5_f64.powi(n.min(1_100) as i32)
    } else {
        beyond
    };
    (position, 1.0 - 2.0 * beyond)
}
