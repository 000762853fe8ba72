use std::cmp::Ordering;

use crate::StatsError;

/// An exact difference: its rounding and what the rounding left.
///
/// Decimal scores are not exact in binary, so two differences that look equal may round alike and
/// still differ; comparing both parts compares the true differences of the numbers given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Difference {
    rounded: f64,
    rest: f64,
}

impl Difference {
    /// `b - a`, or with a resolution the nearest multiple of it, in multiples.
    pub(crate) fn new(a: f64, b: f64, resolution: Option<f64>) -> Self {
        let rounded = b - a;
        if let Some(resolution) = resolution {
            return Self {
                rounded: (rounded / resolution).round(),
                rest: 0.0,
            };
        }
        let back = rounded - b;
        let rest = (b - (rounded - back)) - (a + back);
        Self { rounded, rest }
    }

    pub(crate) fn is_zero(self) -> bool {
        self.rounded == 0.0
    }

    pub(crate) fn is_positive(self) -> bool {
        self.rounded > 0.0
    }

    fn magnitude(self) -> Self {
        if self.rounded < 0.0 {
            Self {
                rounded: -self.rounded,
                rest: -self.rest,
            }
        } else {
            self
        }
    }

    fn compare_magnitude(&self, other: &Self) -> Ordering {
        let (a, b) = (self.magnitude(), other.magnitude());
        a.rounded
            .total_cmp(&b.rounded)
            .then((a.rest + 0.0).total_cmp(&(b.rest + 0.0)))
    }
}

/// Fails unless the resolution is positive and finite.
pub(crate) fn check_resolution(resolution: Option<f64>) -> Result<(), StatsError> {
    match resolution {
        Some(r) if !(r > 0.0 && r.is_finite()) => Err(StatsError::parameter(
            "resolution",
            r,
            f64::MIN_POSITIVE,
            f64::MAX,
        )),
        _ => Ok(()),
    }
}

/// Doubled midranks of the magnitudes with the sign of each, and the number of groups of ties.
pub(crate) fn doubled_ranks(differences: &mut [Difference]) -> (Vec<(u64, Difference)>, usize) {
    differences.sort_unstable_by(Difference::compare_magnitude);
    let equal = |a: &Difference, b: &Difference| a.compare_magnitude(b).is_eq();
    let mut ranks = Vec::with_capacity(differences.len());
    let mut tied = 0;
    for group in differences.chunk_by(equal) {
        // First and last rank of the group, summed.
        let doubled = (2 * ranks.len() + group.len() + 1) as u64;
        tied += usize::from(group.len() > 1);
        ranks.extend(group.iter().map(|difference| (doubled, *difference)));
    }
    (ranks, tied)
}
