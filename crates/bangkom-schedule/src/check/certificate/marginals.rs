use bangkom_domain::finding::Findings;

use super::exact::{Overflow, times};
use super::facts::Facts;
use super::leaf::Leaf;
use super::verify::Parts;
use crate::certificate::{Certificate, CertificateFinding, Marginal, MarginalOf};
use crate::problem::Problem;

/// What one more batch, room slot, instructor slot or million rupiah can be worth at most.
///
/// Of each program, room, instructor and fund that is worth anything, in this order. With one
/// more of it the certificate proves a bound that is higher by no more than this.
///
/// # Errors
/// The findings of [`verify`](super::verify), but for the bound that is claimed.
///
/// ```
/// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
/// use bangkom_domain::progress::Silent;
/// use bangkom_schedule::certificate::{CertificateTarget, MarginalOf};
/// use bangkom_schedule::check::certificate::marginals;
/// use bangkom_schedule::{BoundOptions, Inputs, Problem, certify};
///
/// # let mut city = small::city();
/// # city.resources.funds[0].amount = bangkom_domain::measure::Rupiah::new(3_000);
/// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
/// let problem = Problem::new(inputs).value;
/// let target = CertificateTarget::Value { mandatory_unseated: None };
/// let certificate = certify(&problem, target, &BoundOptions::default(), &mut Silent);
/// let worth = marginals(&problem, &certificate).expect("the certificate is sound");
/// assert!(worth.iter().any(|one| matches!(one.of, MarginalOf::MillionRupiah(_))));
/// ```
pub fn marginals(
    problem: &Problem<'_>,
    certificate: &Certificate,
) -> Result<Vec<Marginal>, Findings<CertificateFinding>> {
    let facts = Facts::new(problem);
    let parts = Parts::read(&facts, certificate)?;
    let leaves = parts.list.iter().map(|(batches, prices)| Leaf {
        facts: &facts,
        prices,
        batches,
        target: certificate.target,
        one: parts.one,
    });
    let mut most = Vec::new();
    for (row, leaf) in leaves.enumerate() {
        let worth = of_leaf(&leaf).map_err(|Overflow| {
            Findings::new(vec![CertificateFinding::Overflow { leaf: row + 1 }])
        })?;
        if most.is_empty() {
            most = worth;
        } else {
            most.iter_mut()
                .zip(worth)
                .for_each(|(most, worth)| *most = worth.max(*most));
        }
    }
    let listed = things(problem)
        .into_iter()
        .zip(most)
        .filter(|(_, worth)| *worth > 0);
    let marginal = |(of, worth): (MarginalOf, i128)| {
        let thousandths = -(-worth.saturating_mul(1_000)).div_euclid(parts.one);
        let thousandths = i64::try_from(thousandths).unwrap_or(i64::MAX);
        Marginal { of, thousandths }
    };
    Ok(listed.map(marginal).collect())
}

fn things(problem: &Problem<'_>) -> Vec<MarginalOf> {
    let supply = &problem.supply;
    let programs = problem
        .programs
        .iter()
        .map(|p| MarginalOf::Batch(p.id.clone()));
    let rooms = supply
        .rooms
        .iter()
        .map(|r| MarginalOf::RoomSlot(r.id.clone()));
    let people = supply
        .instructors
        .iter()
        .map(|i| MarginalOf::InstructorSlot(i.id.clone()));
    let funds = supply
        .funds
        .keys()
        .map(|id| MarginalOf::MillionRupiah(id.clone()));
    programs.chain(rooms).chain(people).chain(funds).collect()
}

/// What each thing is worth, in the order of [`things`].
fn of_leaf(leaf: &Leaf<'_>) -> Result<Vec<i128>, Overflow> {
    let mut worth = Vec::new();
    for (p, program) in leaf.facts.programs.iter().enumerate() {
        let open = leaf.batches[p].1 == program.possible && program.possible > 0;
        worth.push(if open { leaf.batch(p)?.max(0) } else { 0 });
    }
    worth.extend(&leaf.prices.room);
    for instructor in 0..leaf.facts.instructors.len() {
        worth.push(leaf.instructor_slot(instructor)?);
    }
    for fund in leaf.facts.problem.supply.funds.values() {
        worth.push(times(leaf.prices.fund[*fund as usize], 1_000_000)?);
    }
    Ok(worth)
}
