use super::SignFlipOptions;
use crate::bootstrap::{End, Observer, Stream, observed};
use crate::ranks::ExactP;

/// Counts of patterns whose sum is as extreme as the observed one, rounding forgiven.
pub(super) struct Tally {
    observed: f64,
    slack: f64,
    far: u64,
    greater: u64,
    less: u64,
}

impl Tally {
    pub(super) fn new(differences: &[f64]) -> Self {
        let magnitude: f64 = differences.iter().map(|d| d.abs()).sum();
        Self {
            observed: differences.iter().sum(),
            slack: magnitude * f64::EPSILON * differences.len() as f64,
            far: 0,
            greater: 0,
            less: 0,
        }
    }

    fn add(&mut self, sum: f64) {
        self.far += u64::from(sum.abs() >= self.observed.abs() - self.slack);
        self.greater += u64::from(sum >= self.observed - self.slack);
        self.less += u64::from(sum <= self.observed + self.slack);
    }

    pub(super) fn shares(&self, extra: u64, of: u64) -> ExactP {
        let share = |count: u64| (count + extra) as f64 / (of + extra) as f64;
        ExactP {
            p_two: share(self.far),
            p_symmetric: share(self.far),
            p_greater: share(self.greater),
            p_less: share(self.less),
        }
    }

    /// The observed sum.
    pub(super) fn observed(&self) -> f64 {
        self.observed
    }

    /// Shares of all patterns.
    pub(super) fn listed(mut self, differences: &[f64]) -> ExactP {
        let patterns = 1_u64 << differences.len();
        for pattern in 0..patterns {
            self.add(signed_sum(differences, pattern));
        }
        self.shares(0, patterns)
    }

    /// Counts patterns drawn at random; how many, and why no more.
    pub(super) fn draw(
        &mut self,
        differences: &[f64],
        options: &SignFlipOptions,
        observer: &mut dyn Observer,
    ) -> (u32, End) {
        observed(options.replicates, observer, |number| {
            let mut stream = Stream::new(options.seed, number);
            let words = differences.chunks(64);
            self.add(
                words
                    .map(|chunk| signed_sum(chunk, stream.next_u64()))
                    .sum(),
            );
        })
    }
}

/// Sum with the sign flipped where the pattern has a one.
fn signed_sum(differences: &[f64], pattern: u64) -> f64 {
    let mut sum = 0.0;
    for (i, d) in differences.iter().enumerate() {
        let flip = (pattern >> i & 1) << 63;
        sum += f64::from_bits(d.to_bits() ^ flip);
    }
    sum
}
