use bangkom_domain::finding::Findings;

use super::cover::uncovered;
use super::exact::Overflow;
use super::facts::Facts;
use super::leaf::{Leaf, Ranges};
use super::prices::Prices;
use crate::certificate::{
    Certificate, CertificateFinding as F, CertificateLeaf, CertificateTarget, Verified,
};
use crate::problem::Problem;

/// The finest unit of multipliers.
const MOST_BITS: u8 = 40;

/// Recomputes the bound, and says why if the certificate does not prove what it claims.
///
/// # Errors
/// Everything that is wrong: rows and programs that the problem does not have, multipliers that
/// are negative, repeated or too large, parts that leave plans out, a bound that does not follow.
///
/// ```
/// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
/// use bangkom_domain::progress::Silent;
/// use bangkom_schedule::certificate::CertificateTarget;
/// use bangkom_schedule::check::certificate::verify;
/// use bangkom_schedule::{BoundOptions, Inputs, Problem, certify};
///
/// # let city = small::city();
/// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
/// let problem = Problem::new(inputs).value;
/// let target = CertificateTarget::Value { mandatory_unseated: None };
/// let mut certificate = certify(&problem, target, &BoundOptions::default(), &mut Silent);
/// assert_eq!(verify(&problem, &certificate).map(|verified| verified.bound()), Ok(2_028));
///
/// certificate.bound -= 1;
/// assert!(verify(&problem, &certificate).is_err());
/// ```
pub fn verify(problem: &Problem<'_>, certificate: &Certificate) -> Result<Verified, Findings<F>> {
    let computed = recompute(problem, certificate)?;
    if computed != certificate.bound {
        let stated = certificate.bound;
        return Err(Findings::new(vec![F::WrongBound { stated, computed }]));
    }
    Ok(Verified::new(certificate.target, computed))
}

/// The bound that the parts prove, whatever the certificate claims.
pub(crate) fn recompute(
    problem: &Problem<'_>,
    certificate: &Certificate,
) -> Result<i64, Findings<F>> {
    let facts = Facts::new(problem);
    let parts = Parts::read(&facts, certificate)?;
    let mut found = Vec::new();
    let mut worst = None;
    for (row, (batches, prices)) in parts.list.iter().enumerate() {
        let leaf = Leaf {
            facts: &facts,
            prices,
            batches,
            target: certificate.target,
            one: parts.one,
        };
        match leaf.bound() {
            Ok(bound) => worst = worst.max(Some(bound)),
            Err(Overflow) => found.push(F::Overflow { leaf: row + 1 }),
        }
    }
    if !found.is_empty() {
        return Err(Findings::new(found));
    }
    let whole = worst.unwrap_or(0).div_euclid(parts.one);
    let bound = match certificate.target {
        CertificateTarget::MandatoryUnseated => (i128::from(facts.mandatory) - whole).max(0),
        CertificateTarget::Value { .. } => whole,
    };
    let too_large = |_| Findings::new(vec![F::Overflow { leaf: 0 }]);
    i64::try_from(bound).map_err(too_large)
}

/// The parts of a certificate, read.
pub(super) struct Parts {
    pub(super) list: Vec<(Ranges, Prices)>,
    pub(super) one: i128,
}

impl Parts {
    pub(super) fn read(facts: &Facts<'_>, certificate: &Certificate) -> Result<Self, Findings<F>> {
        let mut found = Vec::new();
        let scale_bits = certificate.scale_bits;
        if scale_bits > MOST_BITS {
            let greatest = MOST_BITS;
            found.push(F::Scale {
                scale_bits,
                greatest,
            });
        }
        let assumes = matches!(
            certificate.target,
            CertificateTarget::Value {
                mandatory_unseated: Some(_)
            }
        );
        let leaves = certificate.leaves.iter().zip(1..);
        let list: Vec<(Ranges, Prices)> = leaves
            .map(|(part, leaf)| {
                let batches = intervals(facts, part, leaf, &mut found);
                (
                    batches,
                    Prices::read(facts, part, leaf, assumes, &mut found),
                )
            })
            .collect();
        if found.is_empty() {
            let whole: Ranges = facts.programs.iter().map(|p| (0, p.possible)).collect();
            let boxes: Vec<&Ranges> = list.iter().map(|(batches, _)| batches).collect();
            if let Err(program) = uncovered(&whole, &boxes) {
                let program =
                    program.map_or(String::new(), |p| facts.problem.programs[p].id.to_string());
                found.push(F::Uncovered {
                    leaves: list.len(),
                    program,
                });
            }
        }
        if found.is_empty() {
            Ok(Self {
                list,
                one: 1 << scale_bits,
            })
        } else {
            Err(Findings::new(found))
        }
    }
}

fn intervals(facts: &Facts<'_>, part: &CertificateLeaf, leaf: usize, found: &mut Vec<F>) -> Ranges {
    let mut batches: Ranges = facts.programs.iter().map(|p| (0, p.possible)).collect();
    let mut seen = vec![false; batches.len()];
    for interval in &part.batches {
        let program = interval.program.clone();
        let row = facts
            .problem
            .programs
            .binary_search_by(|p| p.id.cmp(&program));
        let Ok(row) = row else {
            found.push(F::UnknownProgram { leaf, program });
            continue;
        };
        let (least, greatest) = (interval.least, interval.greatest);
        let possible = facts.programs[row].possible;
        if seen[row] {
            found.push(F::IntervalRepeated { leaf, program });
        } else if least > greatest || greatest > possible {
            found.push(F::IntervalImpossible {
                leaf,
                program,
                least,
                greatest,
                possible,
            });
        }
        seen[row] = true;
        batches[row] = (least, greatest);
    }
    batches
}
