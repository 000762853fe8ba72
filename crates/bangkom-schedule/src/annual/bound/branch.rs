use super::intervals::Intervals;
use super::rounds::{Solved, Solver};
use super::rows::Row;

/// A count of batches is whole within this.
const WHOLE: f64 = 1e-4;

/// A part of all plans: so many batches of each program, and what proves their bound.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    pub(super) intervals: Intervals,
    pub(super) solved: Solved,
}

/// How far the work on a bound goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Effort {
    /// Linear programs solved in all.
    pub(super) programs: u32,
    /// Steps of each.
    pub(super) steps: u32,
    /// The distance at which the first program ends, as a share of its value.
    pub(super) gap: f64,
}

/// Splits the plans by numbers of batches, the part of the greatest bound first.
///
/// Every part is solved from the rows that bound the whole; a part keeps the better of its own
/// prices and those of the part that it was split from. It ends when all is split that can be,
/// when the effort is spent, or when `stop` says so.
pub(super) fn branch(
    solver: &mut Solver<'_>,
    whole: Intervals,
    effort: Effort,
    mut stop: impl FnMut(u32) -> bool,
) -> Vec<Leaf> {
    let first = solver.settle(&whole, &[5e-2, 1e-2, 1e-3, 1e-5, effort.gap], effort.steps);
    let mut leaves = vec![Leaf {
        intervals: whole,
        solved: first,
    }];
    let mut programs = 1;
    while programs + 2 <= effort.programs && !stop(programs) {
        let Some(worst) = greatest(&leaves) else {
            break;
        };
        let Some((program, most)) = split(solver, &leaves[worst]) else {
            break;
        };
        let parent = leaves.swap_remove(worst);
        solver.rows.insert(Row::Least(program));
        for intervals in parent.intervals.split(program, most) {
            let mut solved = solver.settle(&intervals, &[1e-6], effort.steps);
            if solved.value > parent.solved.value {
                let batches = solved.batches;
                solved = Solved {
                    batches,
                    ..parent.solved.clone()
                };
            }
            leaves.push(Leaf { intervals, solved });
        }
        programs += 2;
    }
    leaves
}

fn greatest(leaves: &[Leaf]) -> Option<usize> {
    (0..leaves.len()).max_by(|a, b| {
        let value = |at: usize| leaves[at].solved.value;
        value(*a).total_cmp(&value(*b)).then(b.cmp(a))
    })
}

/// The program whose number of batches is furthest from whole, by the seats that this moves.
fn split(solver: &Solver<'_>, leaf: &Leaf) -> Option<(usize, u32)> {
    let count = |p: usize| {
        let (least, greatest) = (leaf.intervals.least(p), leaf.intervals.greatest(p));
        leaf.solved.batches[p].clamp(f64::from(least), f64::from(greatest))
    };
    let part = |p: usize| count(p) - count(p).floor();
    let open =
        (0..leaf.intervals.programs()).filter(|p| part(*p) > WHOLE && part(*p) < 1.0 - WHOLE);
    open.map(|p| {
        let seats = f64::from(solver.relaxation.programs[p].max_seats);
        (p, part(p).min(1.0 - part(p)) * seats)
    })
    .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
    .map(|(p, _)| (p, count(p) as u32))
}
