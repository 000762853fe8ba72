use super::Likelihood;
use crate::clusters::Grouping;
use crate::linear::{Cholesky, LeastSquares, Matrix, dot};

/// Sums from which the likelihood at any ratio of variances follows.
///
/// The design is represented by its orthonormal basis and the response by the residuals of least
/// squares: what is estimated here is only the difference from least squares.
#[derive(Debug)]
pub(super) struct Profile {
    likelihood: Likelihood,
    rows: f64,
    within: Matrix,
    within_cross: Vec<f64>,
    within_square: f64,
    clusters: Vec<Cluster>,
}

#[derive(Debug, Clone)]
struct Cluster {
    size: f64,
    basis: Vec<f64>,
    residual: f64,
}

/// The likelihood at one ratio of the variances.
#[derive(Debug)]
pub(super) struct Point {
    /// Variance between over variance within.
    pub(super) ratio: f64,
    /// Minus twice the log likelihood, in scaled units and without the design's own factor.
    pub(super) deviance: f64,
    /// Derivative of the deviance by the ratio.
    pub(super) slope: f64,
    /// Residual variance in scaled units.
    pub(super) variance: f64,
    /// Fixed effects in the basis, counted from least squares.
    pub(super) coordinates: Vec<f64>,
    /// Precision of the coordinates, over the residual variance.
    pub(super) precision: Cholesky,
}

impl Profile {
    pub(super) fn new(solved: &LeastSquares, grouping: &Grouping, likelihood: Likelihood) -> Self {
        let clusters = clusters(solved, grouping);
        let p = solved.q.width();
        let (mut within, mut within_cross) = (Matrix::zeros(p, p), vec![0.0; p]);
        let mut within_square = 0.0;
        for (i, (code, e)) in grouping.codes().iter().zip(&solved.residuals).enumerate() {
            let cluster = &clusters[*code];
            let row = solved.q.row(i);
            let row: Vec<f64> = row.iter().zip(&cluster.basis).map(|(a, b)| a - b).collect();
            let e = e - cluster.residual;
            within.add_outer(1.0, &row, &row);
            within_cross
                .iter_mut()
                .zip(&row)
                .for_each(|(sum, cell)| *sum += cell * e);
            within_square += e * e;
        }
        Self {
            likelihood,
            rows: solved.residuals.len() as f64,
            within,
            within_cross,
            within_square,
            clusters,
        }
    }

    /// Degrees of freedom that the residual variance is divided by.
    pub(super) fn degrees(&self) -> f64 {
        match self.likelihood {
            Likelihood::Restricted => self.rows - self.within_cross.len() as f64,
            Likelihood::Full => self.rows,
        }
    }

    /// The likelihood at a ratio, or `None` where the arithmetic cannot tell it.
    pub(super) fn at(&self, ratio: f64) -> Option<Point> {
        let (mut gram, mut cross) = (self.within.clone(), self.within_cross.clone());
        let (mut square, mut ln_sizes) = (self.within_square, 0.0);
        for cluster in &self.clusters {
            let weight = cluster.weight(ratio);
            gram.add_outer(weight, &cluster.basis, &cluster.basis);
            for (sum, cell) in cross.iter_mut().zip(&cluster.basis) {
                *sum += weight * cell * cluster.residual;
            }
            square += weight * cluster.residual * cluster.residual;
            ln_sizes += libm::log1p(cluster.size * ratio);
        }
        let precision = Cholesky::of(&gram)?;
        let coordinates = precision.solve(&cross);
        let variance = (square - dot(&coordinates, &cross)) / self.degrees();
        if variance <= 0.0 {
            return None;
        }
        let mut point = Point {
            ratio,
            deviance: self.degrees() * (1.0 + libm::log(std::f64::consts::TAU * variance))
                + ln_sizes,
            slope: 0.0,
            variance,
            coordinates,
            precision,
        };
        if self.likelihood == Likelihood::Restricted {
            point.deviance += point.precision.ln_det();
        }
        point.slope = self.slope(&point);
        Some(point)
    }

    fn slope(&self, point: &Point) -> f64 {
        let restricted = self.likelihood == Likelihood::Restricted;
        self.clusters
            .iter()
            .map(|cluster| {
                let weight = cluster.weight(point.ratio);
                let left = cluster.residual - dot(&cluster.basis, &point.coordinates);
                let fixed = if restricted {
                    point.precision.inverse_quadratic(&cluster.basis)
                } else {
                    0.0
                };
                weight - weight * weight * (left * left / point.variance + fixed)
            })
            .sum()
    }
}

impl Cluster {
    fn weight(&self, ratio: f64) -> f64 {
        self.size / (1.0 + self.size * ratio)
    }
}

fn clusters(solved: &LeastSquares, grouping: &Grouping) -> Vec<Cluster> {
    let empty = Cluster {
        size: 0.0,
        basis: vec![0.0; solved.q.width()],
        residual: 0.0,
    };
    let mut clusters = vec![empty; grouping.count()];
    for (code, e) in grouping.codes().iter().zip(&solved.residuals) {
        clusters[*code].size += 1.0;
        clusters[*code].residual += e;
    }
    for (j, column) in solved.q.columns().enumerate() {
        for (code, q) in grouping.codes().iter().zip(column) {
            clusters[*code].basis[j] += q;
        }
    }
    for cluster in &mut clusters {
        cluster.residual /= cluster.size;
        for cell in &mut cluster.basis {
            *cell /= cluster.size;
        }
    }
    clusters
}
