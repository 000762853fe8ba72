//! A monotone equation solved on an increasing scale with a bounded number of steps.

/// Steps after which the bracket of doubles is exhausted in any case.
const STEPS: usize = 200;

/// Root of an increasing function between `low` and `high`.
pub(super) fn bisect(mut low: f64, mut high: f64, f: impl Fn(f64) -> f64) -> f64 {
    for _ in 0..STEPS {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if f(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}
