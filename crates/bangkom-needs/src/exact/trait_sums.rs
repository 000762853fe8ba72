use bangkom_domain::measure::Nano;

use super::GridLevel;

/// How much the mean of a source counts, and from how many answers on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Share {
    pub weight: u64,
    /// The weight as a floating-point number.
    pub factor: f64,
    pub min_answers: u64,
}

/// What answers of one kind of source add up to.
pub(crate) trait Sums: Copy + Default + PartialEq + Send + Sync {
    /// The weight of an answer.
    type Weight: Copy + Send + Sync;

    /// The weight of an answer so many days after the landmark, by the half-life in days.
    const WEIGH: fn(i64, f64) -> Self::Weight;

    /// What weighted means of several sources add up to.
    type Total: Copy + Default;

    /// Adds one answer, given `days` after the landmark; a first one forgets what was there.
    fn put(&mut self, is_first: bool, level: GridLevel, weight: Self::Weight, days: i64);

    /// Adds one record: `count` answers of one level, given `days` after the landmark.
    fn add(&mut self, level: GridLevel, weight: Self::Weight, count: u32, days: i64);

    /// Adds what others added up to.
    fn merge(&mut self, other: &Self);

    /// Whether nothing of weight was added.
    fn is_empty(&self) -> bool;

    /// The weighted mean in steps of 2^-48, ties to even.
    fn mean(&self) -> u64;

    /// Adds up the means of the sources that have answered, by their bits, and count.
    ///
    /// Gives the bits of those that count: that have answers enough, and answers of weight.
    fn gather(sums: &[Self], answered: u64, shares: &[Share]) -> (u64, Self::Total);

    /// The level that a total of so much weight comes to, in 1e-9 levels, ties to even.
    fn level(total: Self::Total, weight: u64) -> Nano;

    /// How many answers were added.
    fn answers(&self) -> u64;

    /// The days after the landmark of all answers together.
    fn days(&self) -> i64;

    /// Kish's effective number of answers.
    fn effective_number(&self) -> f64;

    /// The weighted variance of the answers in squared levels, with divisor n.
    fn variance(&self) -> f64;

    /// Whether answers with levels of 1 to 5 can add up to this.
    fn is_possible(&self) -> bool;

    /// The mean age in days, rounded down, seen so many days after the landmark.
    fn mean_age_days(&self, lead_days: i64) -> u32 {
        let answers = i64::try_from(self.answers().max(1)).unwrap_or(i64::MAX);
        let all = answers
            .saturating_mul(lead_days)
            .saturating_sub(self.days());
        u32::try_from(all.div_euclid(answers)).unwrap_or(0)
    }
}
