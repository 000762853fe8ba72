use crate::{Moments, StatsError, sample};

/// Complete pairs and their differences.
#[derive(Debug, Clone)]
pub(crate) struct Pairs {
    pub(crate) n_input: usize,
    pub(crate) pre: Vec<f64>,
    pub(crate) post: Vec<f64>,
    /// Post minus pre.
    pub(crate) differences: Vec<f64>,
}

impl Pairs {
    pub(crate) fn new(pre: &[f64], post: &[f64], needed: usize) -> Result<Self, StatsError> {
        let n_input = pre.len();
        let (pre, post) = sample::present_pairs(["pre", "post"], pre, post, needed)?;
        let differences: Vec<f64> = pre.iter().zip(&post).map(|(a, b)| b - a).collect();
        sample::refuse_infinite("post - pre", &differences)?;
        Ok(Self {
            n_input,
            pre,
            post,
            differences,
        })
    }

    pub(crate) fn n(&self) -> usize {
        self.pre.len()
    }

    /// Moments of the differences, with a spread of exactly zero when the differences are equal but
    /// for the rounding of decimal scores to doubles.
    pub(crate) fn difference_moments(&self) -> Moments {
        let moments = Moments::of(&self.differences);
        if self.differences_equal() {
            return Moments::constant(moments.n(), moments.mean().unwrap_or_default());
        }
        moments
    }

    fn differences_equal(&self) -> bool {
        let mut largest = 0.0_f64;
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for ((a, b), d) in self.pre.iter().zip(&self.post).zip(&self.differences) {
            largest = largest.max(a.abs()).max(b.abs());
            low = low.min(*d);
            high = high.max(*d);
        }
        high - low <= 2.0 * f64::EPSILON * largest
    }
}
