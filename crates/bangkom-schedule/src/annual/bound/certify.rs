use bangkom_domain::progress::{Observer, Progress};

use super::BoundOptions;
use super::branch::{Effort, branch};
use super::intervals::Intervals;
use super::people::People;
use super::prove::prove;
use super::relaxation::{Relaxation, Want};
use super::rounds::Solver;
use super::rows::Rows;
use crate::certificate::{Certificate, CertificateLeaf, CertificateTarget};
use crate::check::certificate::recompute;
use crate::problem::Problem;

/// Finds a bound that no feasible plan can pass, with its proof.
///
/// The bound stated is the one that the checker computes from the certificate, never the one
/// that the method believes. Whatever stops the work, the certificate is sound.
///
/// # References
/// Geoffrion 1974, Lagrangean relaxation for integer programming: every price vector that is not
/// negative gives a bound.
///
/// ```
/// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
/// use bangkom_domain::progress::Silent;
/// use bangkom_schedule::certificate::CertificateTarget;
/// use bangkom_schedule::{BoundOptions, Inputs, PlanOptions, Problem, certify, plan};
///
/// # let city = small::city();
/// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
/// let problem = Problem::new(inputs).value;
/// let target = CertificateTarget::Value { mandatory_unseated: None };
/// let certificate = certify(&problem, target, &BoundOptions::default(), &mut Silent);
/// let solution = plan(&problem, &PlanOptions::default(), &mut Silent)?;
/// assert!(solution.score().value <= certificate.bound);
/// # Ok::<(), bangkom_schedule::PlanError>(())
/// ```
pub fn certify(
    problem: &Problem<'_>,
    target: CertificateTarget,
    options: &BoundOptions,
    observer: &mut dyn Observer,
) -> Certificate {
    let relaxation = Relaxation::new(problem);
    if options.programs == 0 {
        return state(problem, prove(problem, &relaxation, target, &[]));
    }
    let unit = unit(&relaxation, target);
    let people = People::new(&relaxation, |want| gain(want, target) / unit);
    let mandatory = match target {
        CertificateTarget::Value {
            mandatory_unseated: Some(most),
        } => {
            let all = problem
                .claims
                .iter()
                .filter(|claim| claim.mandatory)
                .count() as u64;
            Some(all.saturating_sub(u64::from(most)))
        }
        _ => None,
    };
    let mut solver = Solver {
        relaxation: &relaxation,
        people: &people,
        rows: Rows::base(&relaxation, mandatory.is_some()),
        mandatory,
        unit,
    };
    let whole = Intervals::new(relaxation.programs.iter().map(|part| part.max_batches));
    let effort = Effort {
        programs: options.programs,
        steps: options.steps,
        gap: options.gap,
    };
    let total = u64::from(options.programs);
    let leaves = branch(&mut solver, whole, effort, |done| {
        let progress = Progress {
            phase: "schedule.bound",
            done: u64::from(done),
            total,
        };
        observer.observe(progress).is_break()
    });
    state(problem, prove(problem, &relaxation, target, &leaves))
}

/// Puts in the bound that the checker computes; prices that prove nothing are left out.
fn state(problem: &Problem<'_>, mut certificate: Certificate) -> Certificate {
    if let (Ok(bound), false) = (
        recompute(problem, &certificate),
        certificate.leaves.is_empty(),
    ) {
        certificate.bound = bound;
        return certificate;
    }
    certificate.leaves = vec![CertificateLeaf::default()];
    certificate.bound = recompute(problem, &certificate).unwrap_or(i64::MAX);
    certificate
}

fn gain(want: &Want, target: CertificateTarget) -> f64 {
    match target {
        CertificateTarget::MandatoryUnseated => f64::from(u8::from(want.mandatory)),
        CertificateTarget::Value { .. } => f64::from(want.value),
    }
}

/// About what a seat is worth, so that numbers are about one.
fn unit(relaxation: &Relaxation, target: CertificateTarget) -> f64 {
    let wants = || relaxation.persons.iter().flat_map(|person| &person.wants);
    let worth: Vec<f64> = wants()
        .map(|want| gain(want, target))
        .filter(|gain| *gain > 0.0)
        .collect();
    if worth.is_empty() {
        1.0
    } else {
        worth.iter().sum::<f64>() / worth.len() as f64
    }
}
