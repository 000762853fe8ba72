use super::branch::Leaf;
use super::intervals::Intervals;
use super::relaxation::Relaxation;
use super::rows::Row;
use crate::certificate::{
    BatchInterval, Certificate, CertificateLeaf, CertificateRow, CertificateSchema,
    CertificateTarget, Multiplier,
};
use crate::problem::Problem;

/// The unit of multipliers, 2^-32: of a rupiah's worth there are still some digits left.
const SCALE_BITS: u8 = 32;

/// The certificate of these parts, as yet without its bound.
pub(super) fn prove(
    problem: &Problem<'_>,
    relaxation: &Relaxation,
    target: CertificateTarget,
    leaves: &[Leaf],
) -> Certificate {
    Certificate {
        schema: CertificateSchema::V1,
        target,
        scale_bits: SCALE_BITS,
        bound: 0,
        leaves: leaves
            .iter()
            .map(|leaf| CertificateLeaf {
                batches: intervals(problem, relaxation, &leaf.intervals),
                multipliers: multipliers(problem, relaxation, leaf),
            })
            .collect(),
    }
}

fn intervals(problem: &Problem<'_>, relaxation: &Relaxation, of: &Intervals) -> Vec<BatchInterval> {
    let programs = relaxation.programs.iter().enumerate();
    programs
        .map(|(p, part)| (p, (of.least(p), of.greatest(p)), (0, part.max_batches)))
        .filter(|(_, limited, whole)| limited != whole)
        .map(|(p, (least, greatest), _)| BatchInterval {
            program: problem.programs[p].id.clone(),
            least,
            greatest,
        })
        .collect()
}

fn multipliers(problem: &Problem<'_>, relaxation: &Relaxation, leaf: &Leaf) -> Vec<Multiplier> {
    let mut list = Vec::new();
    for (row, price) in &leaf.solved.prices {
        let value = (price * (1_u64 << SCALE_BITS) as f64).round();
        if !(1.0..=9e18).contains(&value) {
            continue;
        }
        list.extend(
            names(problem, relaxation, *row)
                .into_iter()
                .map(|row| Multiplier {
                    row,
                    value: value as i64,
                }),
        );
    }
    list.sort_by(|a, b| a.row.cmp(&b.row));
    list
}

/// The rows of the certificate that a row stands for.
fn names(problem: &Problem<'_>, relaxation: &Relaxation, row: Row) -> Vec<CertificateRow> {
    let program = |p: usize| problem.programs[p].id.clone();
    let unit = |unit: usize| problem.units.ids[unit].clone();
    vec![match row {
        Row::SeatsAtMost(p, session) => CertificateRow::SeatsAtMost {
            program: program(p),
            session,
        },
        Row::SeatsAtLeast(p) => CertificateRow::SeatsAtLeast {
            program: program(p),
        },
        Row::Teaching(p) => CertificateRow::Teaching {
            program: program(p),
        },
        Row::Experts(p) => CertificateRow::Experts {
            program: program(p),
        },
        Row::Share(p, of) => CertificateRow::Share {
            program: program(p),
            unit: unit(of),
        },
        Row::PerBatch(p, of) => CertificateRow::PerBatch {
            program: program(p),
            unit: unit(of),
        },
        Row::Release(of) => CertificateRow::Release { unit: unit(of) },
        Row::Mandatory => CertificateRow::Mandatory {},
        Row::Fund(fund) => {
            let mut funds = problem.supply.funds.iter();
            let id = funds.find(|(_, row)| **row as usize == fund);
            return id
                .map(|(id, _)| CertificateRow::Fund { fund: id.clone() })
                .into_iter()
                .collect();
        }
        Row::Room(class) => {
            let rooms = relaxation.rooms[class].members.iter();
            let id = |row: &usize| problem.supply.rooms[*row].id.clone();
            return rooms
                .map(|row| CertificateRow::Room { room: id(row) })
                .collect();
        }
        // The interval of the part says it already.
        Row::Least(_) => return Vec::new(),
    }]
}
