use serde::{Deserialize, Serialize};

use super::design::indicator;
use super::{Coefficient, FTest, Inference, LinearModel};
use crate::StatsError;
use crate::basis::{Basis, ConfidenceLevel, Interval, Method};
use crate::clusters::Grouping;
use crate::moments::Moments;
use crate::sample::{at_least, refuse_infinite, representable, same_length};

/// A group's mean at the common value of the covariate.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupMean {
    /// Complete rows of the group.
    pub n: usize,
    /// Mean of the covariate, in its unit.
    pub covariate_mean: f64,
    /// Mean of the response, not adjusted.
    pub mean: f64,
    /// Mean of the response where the covariate has its grand mean.
    pub adjusted_mean: f64,
    /// Standard error of the adjusted mean.
    pub adjusted_se: f64,
    /// Confidence interval of the adjusted mean.
    pub adjusted_ci: Interval,
}

/// Result of [`ancova`]; groups are in the order of their labels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ancova {
    /// Rows given and used.
    pub basis: Basis,
    /// Intercept, each group but the first against the first, covariate.
    pub coefficients: Vec<Coefficient>,
    /// Residual standard deviation, in the unit of the response.
    pub sigma: f64,
    /// Residual sum of squares, in squared units of the response.
    pub rss: f64,
    /// Residual degrees of freedom.
    pub df_residual: usize,
    /// Share of the variation explained, 0..1.
    pub r_squared: f64,
    /// Test of the groups, adjusted for the covariate.
    pub group: FTest,
    /// Test of the covariate, adjusted for the groups.
    pub covariate: FTest,
    /// Test that the slope differs between groups; `None` when a group has too few different
    /// values of the covariate for a slope of its own.
    pub slopes: Option<FTest>,
    /// One entry a group.
    pub means: Vec<GroupMean>,
}

/// Compares groups after a program at the same starting value.
///
/// A small `p` in [`Ancova::slopes`] says that the difference depends on the starting value; the
/// adjusted means then describe the average start only. Between groups that were not formed by
/// lot, this answers another question than a comparison of gains (Lord 1967).
///
/// # Formula
///
/// ```text
/// y = b0 + sum b_g [group g] + c x + e; adjusted mean of g: b0 + b_g + c mean(x)
/// slopes: F of the products [group g] x; partial eta^2 = SS / (SS + RSS)
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`]; [`StatsError::NotFinite`]; [`StatsError::TooFew`] below two
/// groups, for a group without complete rows and unless there are more rows than coefficients;
/// [`StatsError::Degenerate`] when the covariate is constant within groups;
/// [`StatsError::NoVariation`] when the model fits exactly.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::regression::ancova;
///
/// let pre = [50.0, 60.0, 70.0, 52.0, 61.0, 69.0];
/// let post = [55.0, 66.0, 74.0, 63.0, 72.0, 81.0];
/// let group = ["control", "control", "control", "program", "program", "program"];
/// let result = ancova(&pre, &post, &group, ConfidenceLevel::default())?;
/// assert!((result.coefficients[1].estimate - (7.0 - 686.0 / 1034.0)).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Fisher (1932); Huitema (2011) for the slopes test.
pub fn ancova<K: Ord>(
    covariate: &[f64],
    response: &[f64],
    groups: &[K],
    level: ConfidenceLevel,
) -> Result<Ancova, StatsError> {
    let data = Data::new(covariate, response, groups)?;
    let columns = data.columns();
    let model = data.fit(&columns)?;
    let inference = model.classical()?;
    let k = data.count;
    let groups: Vec<usize> = (1..k).collect();
    representable("the sum of squares", &[model.rss()])?;
    Ok(Ancova {
        basis: Basis::new(Method::new("ancova"), covariate.len(), data.y.len()).level(level),
        coefficients: data.coefficients(&inference, level)?,
        sigma: model.sigma(),
        rss: model.rss(),
        df_residual: model.df_residual(),
        r_squared: model.r_squared().unwrap_or(0.0),
        group: model.hypothesis(&groups)?,
        covariate: model.hypothesis(&[k])?,
        slopes: data.slopes(columns)?,
        means: data.means(&inference, level)?,
    })
}

/// Complete rows, the covariate counted from its mean.
struct Data {
    x: Vec<f64>,
    y: Vec<f64>,
    codes: Vec<usize>,
    count: usize,
    centre: f64,
}

impl Data {
    fn new<K: Ord>(x: &[f64], y: &[f64], groups: &[K]) -> Result<Self, StatsError> {
        same_length(x.len(), y.len())?;
        same_length(x.len(), groups.len())?;
        refuse_infinite("covariate", x)?;
        refuse_infinite("response", y)?;
        let grouping = Grouping::of(groups);
        at_least(2, grouping.count())?;
        let complete = |i: &usize| !x[*i].is_nan() && !y[*i].is_nan();
        let rows: Vec<usize> = (0..x.len()).filter(complete).collect();
        let picked: Vec<f64> = rows.iter().map(|i| x[*i]).collect();
        let centre = Moments::of(&picked).mean().unwrap_or(0.0);
        let data = Self {
            x: picked.iter().map(|x| x - centre).collect(),
            y: rows.iter().map(|i| y[*i]).collect(),
            codes: rows.iter().map(|i| grouping.codes()[*i]).collect(),
            count: grouping.count(),
            centre,
        };
        for group in 0..data.count {
            at_least(1, data.codes.iter().filter(|code| **code == group).count())?;
        }
        Ok(data)
    }

    /// Ones, groups but the first, covariate.
    fn columns(&self) -> Vec<Vec<f64>> {
        let groups = (1..self.count).map(|group| indicator(&self.codes, group));
        std::iter::once(super::intercept(self.y.len()))
            .chain(groups)
            .chain([self.x.clone()])
            .collect()
    }

    fn fit(&self, columns: &[Vec<f64>]) -> Result<LinearModel, StatsError> {
        let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        LinearModel::fit(&slices, &self.y)
    }

    /// Coefficients for the covariate as it was given.
    fn coefficients(
        &self,
        inference: &Inference<'_>,
        level: ConfidenceLevel,
    ) -> Result<Vec<Coefficient>, StatsError> {
        let unit = |j: usize| {
            let mut weights = vec![0.0; self.count + 1];
            weights[j] = 1.0;
            if j == 0 {
                weights[self.count] = -self.centre;
            }
            inference.contrast(&weights, level)
        };
        (0..=self.count).map(unit).collect()
    }

    fn slopes(&self, mut columns: Vec<Vec<f64>>) -> Result<Option<FTest>, StatsError> {
        let first = columns.len();
        for group in 1..self.count {
            let inside = indicator(&self.codes, group);
            columns.push(inside.iter().zip(&self.x).map(|(d, x)| d * x).collect());
        }
        let added: Vec<usize> = (first..columns.len()).collect();
        let tested = self
            .fit(&columns)
            .and_then(|model| model.hypothesis(&added));
        match tested {
            Ok(test) => Ok(Some(test)),
            Err(
                StatsError::TooFew { .. }
                | StatsError::Degenerate { .. }
                | StatsError::NoVariation { .. },
            ) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn means(
        &self,
        inference: &Inference<'_>,
        level: ConfidenceLevel,
    ) -> Result<Vec<GroupMean>, StatsError> {
        (0..self.count)
            .map(|group| self.group_mean(group, inference, level))
            .collect()
    }

    fn group_mean(
        &self,
        group: usize,
        inference: &Inference<'_>,
        level: ConfidenceLevel,
    ) -> Result<GroupMean, StatsError> {
        let mut weights = vec![0.0; self.count + 1];
        weights[0] = 1.0;
        if group > 0 {
            weights[group] = 1.0;
        }
        let adjusted = inference.contrast(&weights, level)?;
        let members = |values: &[f64]| -> Vec<f64> {
            let pairs = values.iter().zip(&self.codes);
            pairs
                .filter(|(_, c)| **c == group)
                .map(|(v, _)| *v)
                .collect()
        };
        let (x, y) = (members(&self.x), members(&self.y));
        Ok(GroupMean {
            n: y.len(),
            covariate_mean: self.centre + Moments::of(&x).mean().unwrap_or(0.0),
            mean: Moments::of(&y).mean().unwrap_or(0.0),
            adjusted_mean: adjusted.estimate,
            adjusted_se: adjusted.se,
            adjusted_ci: adjusted.ci,
        })
    }
}
