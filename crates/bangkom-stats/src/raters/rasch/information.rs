use super::curve::Curve;
use super::likelihood::Parameters;
use super::responses::{Response, Responses};
use crate::linear::Matrix;
use crate::raters::kernel::{Constrained, sparse_quadratic};

/// What one target adds to the equations, and what its ability follows from.
struct TargetPart {
    /// Information about the ability.
    information: f64,
    /// Covariance of the ability's score with those of raters and thresholds, by place.
    shared: Vec<(usize, f64)>,
    /// Derivative of the likelihood by the ability.
    score: f64,
}

/// Score and information at some parameters, abilities eliminated.
pub(super) struct Equations {
    parts: Vec<TargetPart>,
    matrix: Matrix,
    right: Vec<f64>,
    /// Information about all abilities together.
    total: f64,
    n_raters: usize,
}

impl Equations {
    pub(super) fn new(responses: &Responses, at: &Parameters) -> Self {
        let n_raters = at.severities.len();
        let size = n_raters + at.thresholds.len();
        let mut equations = Self {
            parts: Vec::with_capacity(at.abilities.len()),
            matrix: Matrix::zeros(size, size),
            right: vec![0.0; size],
            total: 0.0,
            n_raters,
        };
        let mut curve = Curve::new(responses.used.len());
        for of_target in responses.given.chunk_by(|a, b| a.target == b.target) {
            let part = equations.take(of_target, at, &mut curve);
            equations.total += part.information;
            equations.eliminate(&part);
            equations.parts.push(part);
        }
        equations
    }

    /// Adds the responses of one target.
    fn take(&mut self, of_target: &[Response], at: &Parameters, curve: &mut Curve) -> TargetPart {
        let n_thresholds = at.thresholds.len();
        let mut with_thresholds = vec![0.0; n_thresholds];
        let mut part = TargetPart {
            information: 0.0,
            shared: Vec::with_capacity(of_target.len() + n_thresholds),
            score: 0.0,
        };
        for response in of_target {
            let (ability, severity) =
                (at.abilities[response.target], at.severities[response.rater]);
            curve.at(ability - severity, &at.thresholds);
            let residual = response.category as f64 - curve.mean;
            part.score += residual;
            part.information += curve.variance;
            part.shared.push((response.rater, -curve.variance));
            self.right[response.rater] -= residual;
            self.add(response.rater, response.rater, curve.variance);
            for (l, with_ability) in with_thresholds.iter_mut().enumerate() {
                let covariance = curve.covariance(l);
                *with_ability -= covariance;
                let place = self.n_raters + l;
                self.add(response.rater, place, covariance);
                self.add(place, response.rater, covariance);
                let reached = f64::from(u8::from(response.category > l));
                self.right[place] += curve.at_least[l] - reached;
                self.add_thresholds(l, curve);
            }
        }
        let thresholds = with_thresholds.into_iter().enumerate();
        part.shared
            .extend(thresholds.map(|(l, with)| (self.n_raters + l, with)));
        part
    }

    fn add_thresholds(&mut self, l: usize, curve: &Curve) {
        for (other, reached) in curve.at_least.iter().enumerate() {
            let both = curve.at_least[l.max(other)] - curve.at_least[l] * reached;
            self.add(self.n_raters + l, self.n_raters + other, both);
        }
    }

    fn add(&mut self, i: usize, j: usize, value: f64) {
        self.matrix.set(i, j, self.matrix.get(i, j) + value);
    }

    fn eliminate(&mut self, part: &TargetPart) {
        for (j, b) in &part.shared {
            for (i, a) in &part.shared {
                self.add(*i, *j, -a * b / part.information);
            }
            self.right[*j] -= b * part.score / part.information;
        }
    }

    /// Factors within the constraints: severities of a component, and thresholds, sum to zero.
    pub(super) fn factor(&self, responses: &Responses) -> Option<Constrained> {
        let components = responses.components.iter();
        let mut groups: Vec<Vec<usize>> = components.map(|group| group.raters.clone()).collect();
        groups.push((self.n_raters..self.right.len()).collect());
        let unit = self.total / self.right.len() as f64;
        Constrained::of(self.matrix.clone(), groups, unit)
    }

    /// The Newton step.
    pub(super) fn step(&self, factor: &Constrained) -> Parameters {
        let solution = factor.solve(&self.right);
        let ability = |part: &TargetPart| {
            let shared: f64 = part.shared.iter().map(|(i, b)| b * solution[*i]).sum();
            (part.score - shared) / part.information
        };
        let (severities, thresholds) = solution.split_at(self.n_raters);
        Parameters {
            abilities: self.parts.iter().map(ability).collect(),
            severities: severities.to_vec(),
            thresholds: thresholds.to_vec(),
        }
    }

    /// Rise of the likelihood that a step promises: score times step.
    pub(super) fn promise(&self, step: &Parameters) -> f64 {
        // The reduced right side times the step, and the eliminated part's own quadratic form.
        let outer = step.severities.iter().chain(&step.thresholds);
        let reduced: f64 = self.right.iter().zip(outer).map(|(g, d)| g * d).sum();
        let own = self
            .parts
            .iter()
            .map(|part| part.score * part.score / part.information);
        reduced + own.sum::<f64>()
    }

    /// Standard errors from the joint information.
    pub(super) fn standard_errors(&self, factor: &Constrained) -> Parameters {
        let inverse = factor.inverse();
        let ability = |part: &TargetPart| {
            let spread = sparse_quadratic(&inverse, &part.shared);
            (1.0 / part.information + spread / (part.information * part.information)).sqrt()
        };
        let outer: Vec<f64> = (0..self.right.len())
            .map(|i| inverse.get(i, i).max(0.0).sqrt())
            .collect();
        let (severities, thresholds) = outer.split_at(self.n_raters);
        Parameters {
            abilities: self.parts.iter().map(ability).collect(),
            severities: severities.to_vec(),
            thresholds: thresholds.to_vec(),
        }
    }
}
