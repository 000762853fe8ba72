use crate::inversions;

/// Order statistics of the slopes of all pairs of a series.
pub(super) enum Slopes {
    /// All slopes, sorted.
    Listed(Vec<f64>),
    /// The values with their positions, for series with too many pairs to list.
    Counted { values: Vec<(f64, f64)>, pairs: u64 },
}

/// Longest series whose pairs are listed: two million slopes.
const LISTED: usize = 2000;

impl Slopes {
    /// Positions are steps of time; there are at least two values.
    pub(super) fn of(values: Vec<(f64, f64)>) -> Self {
        let n = values.len();
        if n > LISTED {
            let pairs = n as u64 * (n as u64 - 1) / 2;
            return Self::Counted { values, pairs };
        }
        let mut slopes = Vec::with_capacity(n * (n - 1) / 2);
        for (i, (s, x)) in values.iter().enumerate() {
            slopes.extend(values[i + 1..].iter().map(|(t, y)| (y - x) / (t - s)));
        }
        slopes.sort_unstable_by(f64::total_cmp);
        Self::Listed(slopes)
    }

    pub(super) fn count(&self) -> u64 {
        match self {
            Self::Listed(slopes) => slopes.len() as u64,
            Self::Counted { pairs, .. } => *pairs,
        }
    }

    pub(super) fn median(&self) -> f64 {
        let n = self.count();
        self.nth((n - 1) / 2).midpoint(self.nth(n / 2))
    }

    /// Value at a rank from 1, interpolated, held inside the list.
    pub(super) fn at_rank(&self, rank: f64) -> f64 {
        let rank = rank.clamp(1.0, self.count() as f64);
        let below = self.nth(rank as u64 - 1);
        let share = rank.fract();
        if share == 0.0 {
            return below;
        }
        below + share * (self.nth(rank as u64) - below)
    }

    /// The slope with `index` slopes before it.
    fn nth(&self, index: u64) -> f64 {
        match self {
            Self::Listed(slopes) => slopes[index as usize],
            Self::Counted { values, .. } => smallest(values, index),
        }
    }
}

/// The slope with `index` slopes before it, by bisection over all doubles.
///
/// Taking off `b` times the position leaves the later value below the earlier one exactly when the
/// pair's slope is below `b`, so slopes are counted as inversions. Rounding leaves a narrow range
/// of `b`: zero when it lies inside, the middle otherwise.
fn smallest(values: &[(f64, f64)], index: u64) -> f64 {
    let below = |slope: f64| inversions::count(&mut detrended(values.iter(), slope));
    let above = |slope: f64| inversions::count(&mut detrended(values.iter().rev(), slope));
    let pairs = values.len() as u64 * (values.len() as u64 - 1) / 2;
    let high = last_double(|slope| below(slope) <= index);
    let low = -last_double(|slope| pairs - above(-slope) > index);
    if low <= 0.0 && 0.0 <= high {
        0.0
    } else {
        low.midpoint(high)
    }
}

fn detrended<'a>(values: impl Iterator<Item = &'a (f64, f64)>, slope: f64) -> Vec<f64> {
    values.map(|(t, y)| y - slope * t).collect()
}

/// The last double for which a condition holds that holds up to some double.
fn last_double(holds: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (ordered(f64::MIN), ordered(f64::MAX));
    while low < high {
        let middle = upper_middle(low, high);
        if holds(from_ordered(middle)) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    from_ordered(low)
}

/// Middle of two whole numbers, rounded up, so that the interval always shrinks.
fn upper_middle(low: i64, high: i64) -> i64 {
    let apart = high.abs_diff(low);
    low.wrapping_add_unsigned(apart - apart / 2)
}

/// Whole numbers in the order of the doubles.
fn ordered(value: f64) -> i64 {
    let bits = value.to_bits() as i64;
    if bits < 0 { i64::MIN - bits } else { bits }
}

fn from_ordered(number: i64) -> f64 {
    let bits = if number < 0 {
        i64::MIN - number
    } else {
        number
    };
    f64::from_bits(bits as u64)
}
