/// Category probabilities at one place of the scale, with what sums need of them.
pub(super) struct Curve {
    /// Probability of each category.
    pub(super) probability: Vec<f64>,
    /// Probability of category `l + 1` or above, for each threshold `l`.
    pub(super) at_least: Vec<f64>,
    /// Expected category.
    pub(super) mean: f64,
    /// Variance of the category.
    pub(super) variance: f64,
}

impl Curve {
    pub(super) fn new(n_categories: usize) -> Self {
        Self {
            probability: vec![0.0; n_categories],
            at_least: vec![0.0; n_categories - 1],
            mean: 0.0,
            variance: 0.0,
        }
    }

    /// Moves to `ability - severity`; gives the logarithm of the sum of the odds.
    pub(super) fn at(&mut self, place: f64, thresholds: &[f64]) -> f64 {
        let mut odds = 0.0;
        let mut greatest: f64 = 0.0;
        self.probability[0] = 0.0;
        for (tau, log_odds) in thresholds.iter().zip(&mut self.probability[1..]) {
            odds += place - tau;
            *log_odds = odds;
            greatest = greatest.max(odds);
        }
        let mut total = 0.0;
        for cell in &mut self.probability {
            *cell = libm::exp(*cell - greatest);
            total += *cell;
        }
        self.mean = 0.0;
        for (k, cell) in self.probability.iter_mut().enumerate() {
            *cell /= total;
            self.mean += k as f64 * *cell;
        }
        self.variance = 0.0;
        let mut above = 0.0;
        for (k, cell) in self.probability.iter().enumerate().rev() {
            self.variance += (k as f64 - self.mean).powi(2) * cell;
            above += cell;
            if k > 0 {
                self.at_least[k - 1] = above;
            }
        }
        greatest + libm::log(total)
    }

    /// Covariance of the category with reaching threshold `l`.
    pub(super) fn covariance(&self, l: usize) -> f64 {
        let reached = self.probability.iter().enumerate().skip(l + 1);
        reached.map(|(k, cell)| (k as f64 - self.mean) * cell).sum()
    }
}
