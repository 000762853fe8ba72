//! Decimal scores as integers.

/// Differences as multiples of one decimal step, as the shortest decimals of the scores say.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    /// Non-zero magnitudes in steps.
    pub(super) magnitudes: Vec<u64>,
    /// Sum of the rises in steps.
    pub(super) rises: u64,
    /// Decimal exponent of a step.
    exponent: i32,
}

impl Grid {
    /// `None` when the scores share no step that integers of moderate size can count.
    pub(super) fn of(pre: &[f64], post: &[f64]) -> Option<Self> {
        let a: Option<Vec<Decimal>> = pre.iter().map(|x| Decimal::of(*x)).collect();
        let b: Option<Vec<Decimal>> = post.iter().map(|x| Decimal::of(*x)).collect();
        let (a, b) = (a?, b?);
        let step = a
            .iter()
            .chain(&b)
            .filter(|d| d.digits != 0)
            .map(|d| d.exponent)
            .min()?;
        let magnitudes = Vec::with_capacity(a.len());
        let mut grid = Self {
            magnitudes,
            rises: 0,
            exponent: step,
        };
        for (x, y) in a.iter().zip(&b) {
            let difference = y.in_steps(step)?.checked_sub(x.in_steps(step)?)?;
            let magnitude = u64::try_from(difference.unsigned_abs()).ok()?;
            if magnitude > 0 {
                grid.magnitudes.push(magnitude);
            }
            if difference > 0 {
                grid.rises = grid.rises.checked_add(magnitude)?;
            }
        }
        grid.magnitudes
            .iter()
            .try_fold(0_u64, |sum, m| sum.checked_add(*m))?;
        Some(grid)
    }

    /// Sum of all differences in score units, rounded once.
    pub(super) fn sum(&self) -> f64 {
        let total: u64 = self.magnitudes.iter().sum();
        let steps = 2 * i128::from(self.rises) - i128::from(total);
        format!("{steps}e{}", self.exponent)
            .parse()
            .unwrap_or(f64::NAN)
    }
}

/// `digits * 10^exponent`.
#[derive(Debug, Clone, Copy)]
struct Decimal {
    digits: i128,
    exponent: i32,
}

impl Decimal {
    /// The shortest decimal that is read back as the same double.
    fn of(value: f64) -> Option<Self> {
        let text = format!("{value:e}");
        let (mantissa, exponent) = text.split_once('e')?;
        let decimals = mantissa
            .split_once('.')
            .map_or(0, |(_, fraction)| fraction.len());
        let digits = mantissa.replace('.', "").parse().ok()?;
        Some(Self {
            digits,
            exponent: exponent.parse::<i32>().ok()? - decimals as i32,
        })
    }

    fn in_steps(self, step: i32) -> Option<i128> {
        if self.digits == 0 {
            return Some(0);
        }
        let power = u32::try_from(self.exponent - step).ok()?;
        self.digits.checked_mul(10_i128.checked_pow(power)?)
    }
}
