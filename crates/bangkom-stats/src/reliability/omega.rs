use serde::{Deserialize, Serialize};

use super::items::Items;
use super::one_factor::{LEAST_UNIQUENESS, fit};
use crate::sample::representable;
use crate::{Basis, Method, StatsError, Warning};

/// `McDonald`'s omega with the one-factor model behind it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OmegaTotal {
    /// What the result rests on; counts are persons.
    pub basis: Basis,
    /// Share of the total's variance that the common factor explains, 0..1.
    pub omega: f64,
    /// Loading of each item on a factor of variance 1, in score units.
    pub loadings: Vec<f64>,
    /// Variance of each item that is its own, in squared score units.
    pub uniquenesses: Vec<f64>,
    /// Standard error of measurement of the total score, in score units.
    pub sem: f64,
}

/// `McDonald`'s omega from a one-factor model by maximum likelihood: rows are persons.
///
/// Unlike alpha it does not assume that all items load alike.
///
/// # Formula
///
/// ```text
/// x_j = l_j f + e_j,  var f = 1,  var e_j = u_j   (normal likelihood, covariances by n)
/// omega = (sum l_j)^2 / ((sum l_j)^2 + sum u_j),  sem = sqrt(sum u_j)
/// ```
///
/// An item whose own variance falls to 0.5 % of its variance is held there and warned about
/// (a Heywood case), as R's `factanal` does.
///
/// # Errors
///
/// [`StatsError::TooFew`] below two complete persons or three items (two do not determine the
/// model), [`StatsError::NoVariation`] of a constant item, [`StatsError::NotConverged`], and for
/// ragged or infinite rows.
///
/// # Examples
///
/// ```
/// use bangkom_stats::reliability::omega_total;
///
/// let scores = [
///     [1.0, 2.0, 1.0], [2.0, 2.0, 3.0], [3.0, 4.0, 3.0], [4.0, 3.0, 4.0], [5.0, 5.0, 4.0],
/// ];
/// let result = omega_total(&scores)?;
/// assert!(0.9 < result.omega && result.omega < 1.0);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// `McDonald` (1999), formula 6.20b; Rubin and Thayer (1982) for the iteration.
#[doc(alias = "McDonald")]
pub fn omega_total<R: AsRef<[f64]>>(scores: &[R]) -> Result<OmegaTotal, StatsError> {
    let items = Items::new(scores, 3)?;
    let correlations = items.correlations().ok_or(StatsError::NoVariation {
        what: "the scores of an item",
    })?;
    let model = fit(&correlations, items.k())?;
    let shrink = (items.n() - 1) as f64 / items.n() as f64;
    let sd: Vec<f64> = (0..items.k())
        .map(|j| (items.covariance(j, j) * shrink).sqrt() * items.unit)
        .collect();
    let sign = if model.loadings.iter().sum::<f64>() < 0.0 {
        -1.0
    } else {
        1.0
    };
    let loadings: Vec<f64> = model
        .loadings
        .iter()
        .zip(&sd)
        .map(|(loading, sd)| sign * loading * sd)
        .collect();
    let own = model.uniquenesses.iter().zip(&sd);
    let held = model
        .uniquenesses
        .iter()
        .any(|own| *own <= LEAST_UNIQUENESS);
    let boundary = Warning::Boundary {
        what: "an item's own variance".into(),
    };
    // Dividing by the largest standard deviation keeps squares of any scale in range.
    let scale = sd.iter().copied().fold(0.0, f64::max);
    let common = (loadings.iter().sum::<f64>() / scale).powi(2);
    let noise: f64 = own
        .clone()
        .map(|(own, sd)| own * (sd / scale).powi(2))
        .sum();
    let basis = Basis::new(
        Method::new("omega_total, one_factor"),
        items.n_input,
        items.n(),
    );
    let small = Warning::SmallSample {
        n: items.n(),
        advised: 100,
    };
    let uniquenesses: Vec<f64> = own.map(|(own, sd)| own * sd * sd).collect();
    representable("the variance of an item", &uniquenesses)?;
    Ok(OmegaTotal {
        basis: basis
            .warn_if(items.n() < 100, small)
            .warn_if(held, boundary),
        omega: common / (common + noise),
        sem: noise.sqrt() * scale,
        loadings,
        uniquenesses,
    })
}
