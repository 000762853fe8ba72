/// A sum of doubles and of products of doubles held in twice the working precision.
///
/// After Dekker (1971) and Ogita, Rump and Oishi (2005).
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Compensated {
    high: f64,
    low: f64,
}

impl Compensated {
    /// Sum of the values.
    pub(crate) fn sum(values: impl IntoIterator<Item = f64>) -> Self {
        values.into_iter().fold(Self::default(), Self::plus)
    }

    /// Mean of the values, to twice the working precision; zero of none.
    pub(crate) fn mean(values: &[f64]) -> Self {
        let total = Self::sum(values.iter().copied());
        let n = values.len().max(1) as f64;
        let high = total.value() / n;
        let rest = total.plus_product(-n, high).value() / n;
        Self { high, low: rest }
    }

    pub(crate) fn plus(self, value: f64) -> Self {
        let (high, error) = two_sum(self.high, value);
        Self {
            high,
            low: self.low + error,
        }
    }

    pub(crate) fn plus_product(self, a: f64, b: f64) -> Self {
        let (product, error) = two_product(a, b);
        let sum = self.plus(product);
        Self {
            high: sum.high,
            low: sum.low + error,
        }
    }

    /// `value - self`, rounded once.
    pub(crate) fn subtracted_from(self, value: f64) -> f64 {
        let (high, error) = two_sum(value, -self.high);
        high + (error - self.low)
    }

    /// `self - other`, rounded once.
    pub(crate) fn minus(self, other: Self) -> f64 {
        let (high, error) = two_sum(self.high, -other.high);
        high + (error + (self.low - other.low))
    }

    pub(crate) fn value(self) -> f64 {
        self.high + self.low
    }
}

fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let part = sum - a;
    (sum, (a - (sum - part)) + (b - part))
}

/// Product and its rounding error; factors up to about 1e150 in size.
fn two_product(a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    let ((a1, a2), (b1, b2)) = (split(a), split(b));
    (product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2)
}

fn split(a: f64) -> (f64, f64) {
    let wide = 134_217_729.0 * a;
    let high = wide - (wide - a);
    (high, a - high)
}
