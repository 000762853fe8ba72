use crate::linear::Matrix;

/// A rating as the solver sees it: places of both sides within a component.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    /// Place on the side that is kept.
    pub(super) kept: usize,
    /// Place on the side that is eliminated.
    pub(super) other: usize,
    /// Value less the component's mean.
    pub(super) value: f64,
}

/// Normal equations of an additive table after one side is eliminated.
///
/// With counts `n_ek` of ratings that join `e` of the eliminated side to `k` of the kept one:
///
/// ```text
/// S = diag(n_.k) - sum_e n_e n_e' / n_e.,   b_k = sum over ratings of k of (y - mean of e)
/// ```
pub(super) struct Reduced {
    /// For each eliminated place, the kept places that it is joined to and how often.
    pub(super) links: Vec<Vec<(usize, f64)>>,
    /// Number of ratings of each eliminated place.
    pub(super) totals: Vec<f64>,
    /// Mean value of each eliminated place.
    pub(super) means: Vec<f64>,
    /// Number of ratings of each kept place.
    pub(super) counts: Vec<f64>,
    /// Right side.
    pub(super) right: Vec<f64>,
}

impl Reduced {
    /// The equations of a component's ratings.
    pub(super) fn new(n_kept: usize, n_other: usize, ratings: &[Link]) -> Self {
        let mut links: Vec<Vec<(usize, f64)>> = vec![Vec::new(); n_other];
        let (mut totals, mut means) = (vec![0.0; n_other], vec![0.0; n_other]);
        let mut counts = vec![0.0; n_kept];
        for link in ratings {
            links[link.other].push((link.kept, 1.0));
            totals[link.other] += 1.0;
            means[link.other] += link.value;
            counts[link.kept] += 1.0;
        }
        links.iter_mut().for_each(merge);
        for (mean, total) in means.iter_mut().zip(&totals) {
            *mean /= total;
        }
        let mut right = vec![0.0; n_kept];
        for link in ratings {
            right[link.kept] += link.value - means[link.other];
        }
        Self {
            links,
            totals,
            means,
            counts,
            right,
        }
    }

    /// `S x`.
    pub(super) fn times(&self, x: &[f64]) -> Vec<f64> {
        let mut out: Vec<f64> = self.counts.iter().zip(x).map(|(n, x)| n * x).collect();
        for (joined, total) in self.links.iter().zip(&self.totals) {
            let mean = joined.iter().map(|(k, n)| n * x[*k]).sum::<f64>() / total;
            for (k, n) in joined {
                out[*k] -= n * mean;
            }
        }
        out
    }

    /// `S` as a matrix.
    pub(super) fn dense(&self) -> Matrix {
        let size = self.counts.len();
        let mut matrix = Matrix::zeros(size, size);
        for (k, count) in self.counts.iter().enumerate() {
            matrix.set(k, k, *count);
        }
        for (joined, total) in self.links.iter().zip(&self.totals) {
            for (j, b) in joined {
                for (i, a) in joined {
                    matrix.set(*i, *j, matrix.get(*i, *j) - a * b / total);
                }
            }
        }
        matrix
    }

    /// Mean of each eliminated place less the mean of what the kept side adds to it.
    pub(super) fn others(&self, kept: &[f64]) -> Vec<f64> {
        let joined = self.links.iter().zip(&self.totals).zip(&self.means);
        joined
            .map(|((links, total), mean)| {
                mean - links.iter().map(|(k, n)| n * kept[*k]).sum::<f64>() / total
            })
            .collect()
    }

    /// Shares of the kept places in the ratings of an eliminated one.
    pub(super) fn shares(&self, other: usize) -> Vec<(usize, f64)> {
        let total = self.totals[other];
        self.links[other]
            .iter()
            .map(|(k, n)| (*k, n / total))
            .collect()
    }
}

/// Puts repeated places together, ascending.
fn merge(joined: &mut Vec<(usize, f64)>) {
    joined.sort_unstable_by_key(|(place, _)| *place);
    joined.dedup_by(|next, first| {
        let same = next.0 == first.0;
        if same {
            first.1 += next.1;
        }
        same
    });
}
