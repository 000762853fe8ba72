use super::Csr;
use crate::timetable::problem::{Gap, Problem};

/// What one session asks of the time of another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Relation {
    pub(crate) other: u32,
    /// Whether the other comes after.
    pub(crate) other_later: bool,
    /// Whether they must be in order.
    pub(crate) ordered: bool,
    pub(crate) gap: Option<Gap>,
}

/// The relations of each session, each pair with both.
pub(super) fn compile(problem: &Problem, counts: bool) -> Csr<Relation> {
    let mut first = vec![0_usize];
    for batch in problem.batches() {
        first.push(first[first.len() - 1] + batch.sessions.len());
    }
    let sessions = first[problem.batches().len()];
    let mut lists: Vec<Vec<Relation>> = vec![Vec::new(); sessions];
    let mut relate = |before: usize, after: usize, ordered: bool, gap: Option<Gap>| {
        let relation = |other: usize, other_later| Relation {
            other: other as u32,
            other_later,
            ordered,
            gap,
        };
        lists[before].push(relation(after, true));
        lists[after].push(relation(before, false));
    };
    for (index, batch) in problem.batches().iter().enumerate().filter(|_| counts) {
        for (at, pair) in batch.sessions.windows(2).enumerate() {
            let gap = pair[1].gap;
            if batch.in_order || gap.is_some() {
                relate(first[index] + at, first[index] + at + 1, true, gap);
            }
        }
        for before in problem.before(index) {
            for one in first[before]..first[before + 1] {
                for two in first[index]..first[index + 1] {
                    relate(one, two, true, None);
                }
            }
        }
    }
    Csr::new(lists)
}
