use serde::{Deserialize, Serialize};

use super::bounds::Bounds;
use super::problem::falling;

/// Which alternatives were followed through the draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Restriction {
    /// All of them.
    All,
    /// Those that can be among the first `top` at all; what is said of the first `top` is exact.
    ///
    /// A score lies between bounds that hold in every draw. In every draw at least `top`
    /// alternatives reach the `top`-th greatest lower bound; an alternative whose upper bound is
    /// below it has `top` others before it in every draw, and stands before none of the first
    /// `top`. Ranks beyond `top` count the alternatives followed only.
    CanReachTop {
        /// How many were left out.
        left_out: usize,
    },
    /// Those of the greatest base score, because too many can reach the first `top`: an
    /// approximation, by which the probabilities may be a little too great.
    NearestToTop {
        /// How many were left out.
        left_out: usize,
    },
}

/// The alternatives to follow, rising, and how they were chosen.
pub(super) fn candidates(
    bounds: &[Bounds],
    base: &[i64],
    top: usize,
    most: usize,
) -> (Vec<usize>, Restriction) {
    let n = bounds.len();
    let most = most.max(top);
    if n <= most {
        return ((0..n).collect(), Restriction::All);
    }
    let mut lows: Vec<i64> = bounds.iter().map(|bound| bound.low).collect();
    let threshold = *lows.select_nth_unstable_by(top - 1, |a, b| b.cmp(a)).1;
    let able = |place: &usize| bounds[*place].high >= threshold;
    let kept: Vec<usize> = (0..n).filter(able).collect();
    if kept.len() <= most {
        let left_out = n - kept.len();
        return (kept, Restriction::CanReachTop { left_out });
    }
    let mut kept: Vec<usize> = falling(base).into_iter().take(most).collect();
    kept.sort_unstable();
    let left_out = n - most;
    (kept, Restriction::NearestToTop { left_out })
}
