use super::{Inference, LinearModel};
use crate::StatsError;
use crate::basis::Method;
use crate::linear::Matrix;

/// # Formula
///
/// ```text
/// V = (X'X)^-1 [G_0 + sum_l (1 - l/(L+1)) (G_l + G_l')] (X'X)^-1,
/// G_l = sum_t x_t e_t e_{t-l} x_{t-l}'; times n/(n-k) when asked
/// ```
///
/// # References
///
/// Newey and West (1987), Bartlett weights.
impl<'m> Inference<'m> {
    pub(super) fn newey_west(
        model: &'m LinearModel,
        lag: usize,
        small_sample: bool,
    ) -> Result<Self, StatsError> {
        let n = model.n_used();
        if lag >= n {
            let high = (n - 1) as f64;
            return Err(StatsError::parameter("lag", lag as f64, 0.0, high));
        }
        model.refuse_exact_fit()?;
        let (factor, name) = if small_sample {
            let factor = n as f64 / model.df_residual() as f64;
            (factor, "ols, newey_west, small_sample")
        } else {
            (1.0, "ols, newey_west")
        };
        let spread = long_run(&moments(model), lag, factor);
        Ok(Self::residual(model, Method::new(name), spread))
    }
}

/// `e_t q_t` of every row.
fn moments(model: &LinearModel) -> Vec<Vec<f64>> {
    let residuals = model.solved.residuals.iter().enumerate();
    residuals
        .map(|(i, e)| model.solved.q.row(i).iter().map(|q| q * e).collect())
        .collect()
}

fn long_run(u: &[Vec<f64>], lag: usize, factor: f64) -> Matrix {
    let p = u.first().map_or(0, Vec::len);
    let mut sum = Matrix::zeros(p, p);
    for l in 0..=lag {
        let weight = factor * (1.0 - l as f64 / (lag + 1) as f64);
        for (now, before) in u[l..].iter().zip(u) {
            sum.add_outer(weight, now, before);
            if l > 0 {
                sum.add_outer(weight, before, now);
            }
        }
    }
    sum
}
