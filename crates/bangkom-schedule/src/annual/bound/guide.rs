use super::appeal::appeals;
use super::intervals::Intervals;
use super::people::People;
use super::relaxation::{Relaxation, Want};
use super::rounds::Solver;
use super::rows::Rows;
use super::worth::Worth;
use crate::problem::Problem;

/// The distances from the best at which the rounds of the linear program end.
const GAPS: [f64; 3] = [5e-2, 1e-2, 1e-3];

/// The most steps of the interior point method.
const STEPS: u32 = 120;

/// What a good plan looks like if nobody minds the dates.
///
/// Mandatory claims count by their weight, so that they come first.
#[derive(Debug)]
pub(in crate::annual) struct Guide {
    /// What the seat of each claim adds to the best that the person could have at these prices.
    pub(in crate::annual) appeal: Vec<i64>,
    /// How many batches of each program are opened.
    pub(in crate::annual) batches: Vec<f64>,
    /// What one more slot of each instructor is worth.
    pub(in crate::annual) teaching: Vec<i64>,
}

impl Guide {
    /// No more than the weights of the claims.
    pub(in crate::annual) fn plain(problem: &Problem<'_>, weight: &[i64]) -> Self {
        Self {
            appeal: weight.to_vec(),
            batches: vec![0.0; problem.programs.len()],
            teaching: vec![0; problem.supply.instructors.len()],
        }
    }

    /// Solves a linear program over subsets of claims and batches, roughly.
    pub(in crate::annual) fn new(problem: &Problem<'_>, weight: &[i64]) -> Self {
        let relaxation = Relaxation::new(problem);
        let extra = extra(problem, weight);
        let gain = |want: &Want| f64::from(want.value) + if want.mandatory { extra } else { 0.0 };
        let wants = || relaxation.persons.iter().flat_map(|person| &person.wants);
        let unit = (wants().map(gain).sum::<f64>() / wants().count().max(1) as f64).max(1.0);
        let people = People::new(&relaxation, |want| gain(want) / unit);
        let mut solver = Solver {
            relaxation: &relaxation,
            people: &people,
            rows: Rows::base(&relaxation, false),
            mandatory: None,
            unit,
        };
        let whole = Intervals::new(relaxation.programs.iter().map(|part| part.max_batches));
        let solved = solver.settle(&whole, &GAPS, STEPS);
        let worth = Worth::new(&relaxation, &solved.prices);
        Self {
            appeal: appeals(problem, &relaxation, &worth, gain),
            teaching: worth.teaching(&relaxation),
            batches: solved.batches,
        }
    }
}

/// What being mandatory adds to the weight of a claim.
fn extra(problem: &Problem<'_>, weight: &[i64]) -> f64 {
    let claims = weight.iter().zip(&problem.claims);
    let extra = claims.filter(|(_, claim)| claim.mandatory);
    let extra = extra.map(|(weight, claim)| weight - i64::from(claim.value));
    extra.max().unwrap_or(0) as f64
}
