use serde::{Deserialize, Serialize};

use crate::distributions::raw::normal;
use crate::inversions::{self, EXACT_LIMIT, exact_tail};
use crate::p_value::never_zero;
use crate::sample::present_pairs;
use crate::{Alternative, Basis, Method, StatsError, Warning};

/// Kendall's tau-b of two paired samples.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KendallTau {
    /// What the result rests on; counts are pairs.
    pub basis: Basis,
    /// Concordant minus discordant pairs of pairs.
    pub s: i64,
    /// Rank correlation with allowance for ties, -1..1.
    pub tau_b: f64,
    /// `s` by its standard deviation under no association, ties allowed for.
    pub z: f64,
    /// P-value of `z` from the normal distribution, in the direction of the basis.
    pub p_normal: f64,
    /// Exact p-value, where there are no ties and at most 160 pairs.
    pub p_exact: Option<f64>,
}

impl KendallTau {
    /// The exact p-value where there is one, else the normal one.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::Alternative;
    /// use bangkom_stats::agreement::kendall_tau;
    ///
    /// let x = [1.0, 2.0, 3.0, 4.0, 5.0];
    /// assert_eq!(kendall_tau(&x, &x, Alternative::Greater)?.p(), 1.0 / 120.0);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn p(&self) -> f64 {
        self.p_exact.unwrap_or(self.p_normal)
    }
}

/// Kendall's tau-b in `O(n log n)`, with exact and normal p-values.
///
/// # Formula
///
/// With `n0 = n (n - 1) / 2` and tied pairs `n1` in `x`, `n2` in `y`:
///
/// ```text
/// tau_b = S / sqrt((n0 - n1)(n0 - n2))
/// var S = (v0 - vt - vu) / 18 + v1 + v2,  v0 = n (n-1) (2n+5), vt, vu likewise over ties t, u,
/// v1 = sum t(t-1) sum u(u-1) / (2n(n-1)),
/// v2 = sum t(t-1)(t-2) sum u(u-1)(u-2) / (9n(n-1)(n-2))
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] below two
/// pairs, [`StatsError::NoVariation`] when a side is constant.
///
/// # Examples
///
/// ```
/// use bangkom_stats::Alternative;
/// use bangkom_stats::agreement::kendall_tau;
///
/// let needs = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
/// let votes = [2.0, 1.0, 3.0, 5.0, 4.0, 6.0];
/// let result = kendall_tau(&needs, &votes, Alternative::TwoSided)?;
/// assert_eq!(result.s, 11);
/// assert!((result.p() - 0.055_555_6).abs() < 1e-6);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Kendall (1938, 1945); Knight (1966) for the algorithm.
pub fn kendall_tau(
    first: &[f64],
    second: &[f64],
    alternative: Alternative,
) -> Result<KendallTau, StatsError> {
    let (x, y) = present_pairs(["first", "second"], first, second, 2)?;
    let n = x.len();
    let counts = PairCounts::new(x, y);
    let pairs = pairs_of(n);
    if counts.tied_x.pairs == pairs || counts.tied_y.pairs == pairs {
        return Err(StatsError::NoVariation {
            what: "the values of a side",
        });
    }
    let s = counts.s(pairs);
    let free = |ties: &Ties| (pairs - ties.pairs) as f64;
    let z = s as f64 / counts.variance(n).sqrt();
    let groups = counts.tied_x.groups + counts.tied_y.groups;
    let p_exact = (groups == 0 && n <= EXACT_LIMIT).then(|| {
        let at_most = exact_tail(n, (pairs as i64 + s) as u64 / 2);
        let at_least = exact_tail(n, (pairs as i64 - s) as u64 / 2);
        alternative.pick((2.0 * at_most.min(at_least)).min(1.0), at_least, at_most)
    });
    let basis = Basis::new(Method::new("kendall_tau_b"), first.len(), n);
    Ok(KendallTau {
        basis: basis
            .alternative(alternative)
            .warn_if(groups > 0, Warning::Ties { groups })
            .warn_if(p_exact.is_none(), Warning::NormalApproximation),
        s,
        tau_b: (s as f64 / free(&counts.tied_x).sqrt() / free(&counts.tied_y).sqrt())
            .clamp(-1.0, 1.0),
        z,
        p_normal: never_zero(alternative.pick(
            2.0 * normal::sf(z.abs()),
            normal::sf(z),
            normal::cdf(z),
        )),
        p_exact,
    })
}

const fn pairs_of(n: usize) -> u64 {
    (n as u64) * (n as u64 - 1) / 2
}

/// Ties of one side.
#[derive(Default)]
struct Ties {
    groups: usize,
    /// Tied pairs.
    pairs: u64,
    /// Sums of `t (t-1) (2t+5)` and of `t (t-1) (t-2)`.
    linear: f64,
    cubic: f64,
}

impl Ties {
    /// Ties of values whose equals stand together.
    fn of<T>(values: &[T], equal: impl Fn(&T, &T) -> bool) -> Self {
        let mut ties = Self::default();
        for run in values.chunk_by(equal).filter(|run| run.len() > 1) {
            let t = run.len() as f64;
            ties.groups += 1;
            ties.pairs += pairs_of(run.len());
            ties.linear += t * (t - 1.0) * (2.0 * t + 5.0);
            ties.cubic += t * (t - 1.0) * (t - 2.0);
        }
        ties
    }
}

struct PairCounts {
    tied_x: Ties,
    tied_y: Ties,
    tied_both: u64,
    discordant: u64,
}

impl PairCounts {
    fn new(x: Vec<f64>, y: Vec<f64>) -> Self {
        // Adding zero gives zero one sign, so that total order and equality agree.
        let point = |(a, b): (f64, f64)| (a + 0.0, b + 0.0);
        let mut points: Vec<(f64, f64)> = x.into_iter().zip(y).map(point).collect();
        points.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let tied_x = Ties::of(&points, |a, b| a.0 == b.0);
        let tied_both = Ties::of(&points, |a, b| a == b).pairs;
        let mut y: Vec<f64> = points.iter().map(|(_, b)| *b).collect();
        let discordant = inversions::count(&mut y);
        Self {
            tied_x,
            tied_y: Ties::of(&y, |a, b| a == b),
            tied_both,
            discordant,
        }
    }

    fn s(&self, pairs: u64) -> i64 {
        let untied = pairs + self.tied_both - self.tied_x.pairs - self.tied_y.pairs;
        untied as i64 - 2 * self.discordant as i64
    }

    fn variance(&self, n: usize) -> f64 {
        let n = n as f64;
        let (t, u) = (&self.tied_x, &self.tied_y);
        let v0 = n * (n - 1.0) * (2.0 * n + 5.0);
        let v1 = 2.0 * t.pairs as f64 * u.pairs as f64 / (n * (n - 1.0));
        let v2 = if n > 2.0 {
            t.cubic * u.cubic / (9.0 * n * (n - 1.0) * (n - 2.0))
        } else {
            0.0
        };
        (v0 - t.linear - u.linear) / 18.0 + v1 + v2
    }
}
