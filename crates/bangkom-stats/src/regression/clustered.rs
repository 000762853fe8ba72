use serde::{Deserialize, Serialize};

use super::inference::Degrees;
use super::{Inference, LinearModel};
use crate::StatsError;
use crate::basis::{Method, Warning};
use crate::clusters::Grouping;
use crate::linear::{Eigen, Matrix, dot, symmetric_eigen};
use crate::sample::at_least;

/// How residuals of a cluster stand in for its covariance.
///
/// # Formula
///
/// ```text
/// V = (X'X)^-1 [sum_g X_g' A_g e_g e_g' A_g X_g] (X'X)^-1
/// CR0: A = I   CR1: A = I, V times G/(G-1) (n-1)/(n-k)   CR2: A_g = (I - H_gg)^(-1/2)
/// df of c'b under CR2: (sum_g P_gg)^2 / sum_gh P_gh^2,
///   P_gh = t_g' (I - H)_gh t_h, t_g = A_g X_g (X'X)^-1 c
/// ```
///
/// `t` has `G - 1` degrees of freedom under CR0 and CR1.
///
/// # References
///
/// Liang and Zeger (1986); Bell and `McCaffrey` (2002); Pustejovsky and Tipton (2018).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClusterCorrection {
    /// No correction.
    Cr0,
    /// The usual factor for few clusters.
    Cr1,
    /// Bias-reduced, with Satterthwaite degrees of freedom; the choice below forty clusters.
    #[default]
    Cr2,
}

impl ClusterCorrection {
    const fn method(self) -> &'static str {
        match self {
            Self::Cr0 => "ols, cr0",
            Self::Cr1 => "ols, cr1",
            Self::Cr2 => "ols, cr2, satterthwaite",
        }
    }
}

/// Clusters below which CR0 and CR1 intervals are known to be too narrow.
const ADVISED: usize = 40;

impl<'m> Inference<'m> {
    pub(super) fn clustered<K: Ord>(
        model: &'m LinearModel,
        clusters: &[K],
        kind: ClusterCorrection,
    ) -> Result<Self, StatsError> {
        let grouping = Grouping::of(clusters);
        at_least(2, grouping.count())?;
        model.refuse_exact_fit()?;
        let scores = scores(model, &grouping);
        let count = grouping.count() as f64;
        let fixed = Degrees::Fixed(count - 1.0);
        let (spread, degrees) = match kind {
            ClusterCorrection::Cr0 => (outer_sum(model, &scores, 1.0), fixed),
            ClusterCorrection::Cr1 => {
                let (n, df) = (model.n_used() as f64, model.df_residual() as f64);
                let factor = count / (count - 1.0) * ((n - 1.0) / df);
                (outer_sum(model, &scores, factor), fixed)
            }
            ClusterCorrection::Cr2 => {
                let leverages = Leverages::of(model, &grouping);
                let adjusted = leverages.adjust(&scores);
                let spread = outer_sum(model, &adjusted, 1.0);
                (spread, Degrees::Satterthwaite(leverages))
            }
        };
        Ok(Self {
            model,
            method: Method::new(kind.method()),
            spread,
            degrees,
            warnings: few_clusters(grouping.count(), kind),
        })
    }
}

fn few_clusters(clusters: usize, kind: ClusterCorrection) -> Vec<Warning> {
    let few = clusters < ADVISED && kind != ClusterCorrection::Cr2;
    let warning = Warning::FewClusters {
        clusters,
        advised: ADVISED,
    };
    few.then_some(warning).into_iter().collect()
}

/// `Q_g' e_g` of every cluster.
fn scores(model: &LinearModel, grouping: &Grouping) -> Vec<Vec<f64>> {
    let solved = &model.solved;
    let mut scores = vec![vec![0.0; solved.q.width()]; grouping.count()];
    for (j, column) in solved.q.columns().enumerate() {
        for ((code, q), e) in grouping.codes().iter().zip(column).zip(&solved.residuals) {
            scores[*code][j] += q * e;
        }
    }
    scores
}

fn outer_sum(model: &LinearModel, scores: &[Vec<f64>], factor: f64) -> Matrix {
    let p = model.solved.q.width();
    let mut spread = Matrix::zeros(p, p);
    for score in scores {
        spread.add_outer(factor, score, score);
    }
    spread
}

/// `Q_g' Q_g` of every cluster, in its own axes.
///
/// `I - Q_g Q_g'` has the size of the cluster, but its inverse root acts on `Q_g` as a matrix of
/// the size of the design: `A_g Q_g = Q_g M_g`, `M_g = U (1 - L)^(-1/2) U'`.
#[derive(Debug, Clone)]
pub(super) struct Leverages {
    clusters: Vec<Eigen>,
}

impl Leverages {
    fn of(model: &LinearModel, grouping: &Grouping) -> Self {
        let q = &model.solved.q;
        let p = q.width();
        let mut squares = vec![Matrix::zeros(p, p); grouping.count()];
        for (i, code) in grouping.codes().iter().enumerate() {
            let row = q.row(i);
            squares[*code].add_outer(1.0, &row, &row);
        }
        Self {
            clusters: squares.into_iter().map(symmetric_eigen).collect(),
        }
    }

    /// `Q_g' A_g e_g` from `Q_g' e_g`.
    fn adjust(&self, scores: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let pairs = self.clusters.iter().zip(scores);
        pairs
            .map(|(eigen, score)| eigen.apply(inverse_root, score))
            .collect()
    }

    /// Satterthwaite degrees of freedom of the contrast with these coordinates.
    pub(super) fn degrees(&self, coordinates: &[f64]) -> Result<f64, StatsError> {
        let p = coordinates.len();
        let (mut trace, mut squares) = (0.0, 0.0);
        let mut cross = Matrix::zeros(p, p);
        for eigen in &self.clusters {
            let weighted = eigen.apply(|l| l * inverse_root(l), coordinates);
            let length = dot(
                coordinates,
                &eigen.apply(|l| l * inverse_root(l).powi(2), coordinates),
            );
            let inside = dot(&weighted, &weighted);
            trace += length - inside;
            squares += (length - inside).powi(2) - inside * inside;
            cross.add_outer(1.0, &weighted, &weighted);
        }
        squares += cross
            .columns()
            .map(|column| dot(column, column))
            .sum::<f64>();
        if trace > 0.0 && squares > 0.0 {
            Ok(trace * trace / squares)
        } else {
            Err(StatsError::Undefined {
                what: "the degrees of freedom",
                why: "one cluster alone determines the contrast",
            })
        }
    }
}

/// `(1 - l)^(-1/2)`, zero where a cluster determines a coordinate alone (the generalised inverse).
fn inverse_root(leverage: f64) -> f64 {
    let left = 1.0 - leverage;
    if left > 1e-10 { 1.0 / left.sqrt() } else { 0.0 }
}
