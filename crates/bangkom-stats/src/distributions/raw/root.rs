//! Quantiles: a safeguarded Newton iteration on the logarithm of a tail.

use super::Tails;

/// Steps after which an iteration ends in any case; halving alone needs fewer.
const STEPS: usize = 200;

/// The tail that a quantile cuts off, never more than one half.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cut {
    /// This share lies below.
    Lower(f64),
    /// This share lies above.
    Upper(f64),
}

impl Cut {
    /// Share `p` below, stated by the smaller tail.
    pub(super) fn below(p: f64) -> Self {
        if p <= 0.5 {
            Self::Lower(p)
        } else {
            Self::Upper(1.0 - p)
        }
    }

    /// Share `p` above, stated by the smaller tail.
    pub(super) fn above(p: f64) -> Self {
        if p <= 0.5 {
            Self::Upper(p)
        } else {
            Self::Lower(1.0 - p)
        }
    }

    /// The end of a positive support, when the share is zero.
    pub(super) fn end(self, last: f64) -> Option<f64> {
        match self {
            Self::Lower(0.0) => Some(0.0),
            Self::Upper(0.0) => Some(last),
            _ => None,
        }
    }

    /// The normal deviate with this tail.
    pub(super) fn deviate(self) -> f64 {
        match self {
            Self::Lower(p) => super::normal::quantile(p),
            Self::Upper(p) => -super::normal::quantile(p),
        }
    }

    /// Newton step in the logarithm of the point; positive when the point is too low.
    fn step(self, tails: Tails) -> f64 {
        match self {
            Self::Lower(p) => libm::log(p / tails.lower) * (tails.lower / tails.density),
            Self::Upper(p) => libm::log(tails.upper / p) * (tails.upper / tails.density),
        }
    }

    /// Whether the quantile lies above the point.
    fn is_above(self, tails: Tails) -> bool {
        match self {
            Self::Lower(p) => tails.lower < p,
            Self::Upper(p) => tails.upper > p,
        }
    }
}

/// Positive point at which the tail is cut, from a guess, where `tails` has its density with
/// respect to the logarithm of the point.
///
/// Zero or infinity when the quantile is beyond the positive normal doubles.
pub(super) fn positive(cut: Cut, guess: f64, tails: impl Fn(f64) -> Tails) -> f64 {
    let (mut low, mut high) = (0.0, f64::INFINITY);
    let mut at = if guess.is_nan() {
        1.0
    } else {
        guess.clamp(f64::MIN_POSITIVE, f64::MAX)
    };
    let mut last_step = f64::INFINITY;
    for _ in 0..STEPS {
        let here = tails(at);
        if cut.is_above(here) {
            low = at;
        } else {
            high = at;
        }
        let step = cut.step(here);
        if step.abs() < 2e-16 {
            break;
        }
        let newton = moved(at, step);
        let shrinks = step.abs() < 0.7 * last_step;
        last_step = step.abs();
        let next = if shrinks && newton > low && newton < high {
            newton
        } else {
            middle(low, high)
        };
        if next == at || next <= low || next >= high {
            break;
        }
        at = next;
    }
    if high <= f64::MIN_POSITIVE {
        return 0.0;
    }
    if low >= f64::MAX { f64::INFINITY } else { at }
}

/// `at * e^step`, which a short step changes by no more than its own rounding.
fn moved(at: f64, step: f64) -> f64 {
    if step.abs() < 0.5 {
        at + at * libm::expm1(step)
    } else {
        at * libm::exp(step)
    }
}

/// Middle of a bracket: of the exponents while these differ, then of the values.
fn middle(low: f64, high: f64) -> f64 {
    let (low, high) = (low.max(f64::MIN_POSITIVE), high.min(f64::MAX));
    if high / 4.0 > low {
        low.sqrt() * high.sqrt()
    } else {
        f64::midpoint(low, high)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;

    use super::super::{fisher_f, incomplete_gamma};
    use super::*;

    /// The root, and how often a tail was asked for.
    fn counted(cut: Cut, guess: f64, tails: impl Fn(f64) -> Tails) -> (f64, usize) {
        let calls = Cell::new(0);
        let found = positive(cut, guess, |x| {
            calls.set(calls.get() + 1);
            tails(x)
        });
        (found, calls.get())
    }

    #[test]
    fn ends_within_the_limit_even_without_a_usable_slope() {
        for target in [1e-300, 1e-9, 1.0, 7e200] {
            let step = |x: f64| Tails::from_lower(if x < target { 0.0 } else { 1.0 }, 0.0);
            let (found, calls) = counted(Cut::Lower(0.5), 1.0, step);
            assert!(
                (found / target - 1.0).abs() < 1e-15,
                "{found} instead of {target}"
            );
            assert!(calls <= STEPS, "{calls} steps");
        }
    }

    fn magnitude() -> impl Strategy<Value = f64> {
        (-300.0..300.0_f64).prop_map(|exponent| 10.0_f64.powf(exponent))
    }

    proptest! {
        #[test]
        fn tails_of_any_shape_are_left_within_the_limit(
            p in -300.0..-0.31_f64, a in magnitude(), b in magnitude(), guess in magnitude(),
        ) {
            let p = 10.0_f64.powf(p);
            for cut in [Cut::Lower(p), Cut::Upper(p)] {
                let (found, calls) = counted(cut, guess, |x| incomplete_gamma::tails(a, x));
                prop_assert!(!found.is_nan() && calls <= STEPS);
                let (found, calls) = counted(cut, guess, |x| fisher_f::tails(x, a, b));
                prop_assert!(!found.is_nan() && calls <= STEPS);
            }
        }

        #[test]
        fn tails_of_usual_shapes_take_few_steps(
            p in -16.0..-0.31_f64, a in 0.5..1e4_f64, b in 0.5..1e4_f64,
        ) {
            let p = 10.0_f64.powf(p);
            for cut in [Cut::Lower(p), Cut::Upper(p)] {
                let (_, calls) = counted(cut, a, |x| incomplete_gamma::tails(a, x));
                prop_assert!(calls <= 120, "{calls} steps of gamma");
                let (_, calls) = counted(cut, 1.0, |x| fisher_f::tails(x, a, b));
                prop_assert!(calls <= 120, "{calls} steps of F");
            }
        }
    }
}
