use crate::Moments;

/// Product-moment correlation that keeps its digits near 1 and -1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Correlation {
    /// The correlation, -1..1.
    pub(crate) r: f64,
    /// `1 - r`, not by subtraction when `r` is near 1.
    pub(crate) one_minus: f64,
    /// `1 + r`, not by subtraction when `r` is near -1.
    pub(crate) one_plus: f64,
}

impl Correlation {
    /// Correlation of two present samples of one length, `None` when either does not vary.
    pub(crate) fn of(first: &[f64], second: &[f64]) -> Option<Self> {
        Self::with(first, &Moments::of(first), second, &Moments::of(second))
    }

    /// The same with moments at hand.
    pub(crate) fn with(a: &[f64], am: &Moments, b: &[f64], bm: &Moments) -> Option<Self> {
        let (mean_a, sd_a) = (am.mean()?, am.sd()?);
        let (mean_b, sd_b) = (bm.mean()?, bm.sd()?);
        if sd_a == 0.0 || sd_b == 0.0 {
            return None;
        }
        // Standardised values u, v: 1 - r is half the mean square of u - v, 1 + r of u + v.
        let (mut minus, mut plus) = (0.0, 0.0);
        for (x, y) in a.iter().zip(b) {
            let (u, v) = ((x - mean_a) / sd_a, (y - mean_b) / sd_b);
            minus += (u - v) * (u - v);
            plus += (u + v) * (u + v);
        }
        let scale = 2.0 * (a.len() - 1) as f64;
        let (minus, plus) = (minus / scale, plus / scale);
        Some(if minus < plus {
            Self {
                r: 1.0 - minus,
                one_minus: minus,
                one_plus: 2.0 - minus,
            }
        } else {
            Self {
                r: plus - 1.0,
                one_minus: 2.0 - plus,
                one_plus: plus,
            }
        })
    }
}
