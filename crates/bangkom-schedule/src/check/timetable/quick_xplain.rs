/// A smallest set of constraints that cannot hold together: without any of them the rest can.
///
/// `holds` says whether the constraints with these numbers, in rising order, can hold together;
/// leaving one out never makes the others harder. None when all of them can. Lower numbers are
/// kept out of the set where there is a choice, so that the set speaks of higher ones.
///
/// # References
/// Junker 2004, "`QuickXplain`: preferred explanations and relaxations for over-constrained
/// problems".
///
/// ```
/// use bangkom_schedule::check::timetable::minimal_conflict;
///
/// // Weights of at most ten together; 6 and 7 are too much.
/// let weights = [1, 6, 2, 7];
/// let holds = |of: &[usize]| of.iter().map(|at| weights[*at]).sum::<u32>() <= 10;
/// assert_eq!(minimal_conflict(4, holds), Some(vec![1, 3]));
/// ```
pub fn minimal_conflict(
    count: usize,
    mut holds: impl FnMut(&[usize]) -> bool,
) -> Option<Vec<usize>> {
    let all: Vec<usize> = (0..count).collect();
    if holds(&all) {
        return None;
    }
    let mut conflict = part(&[], false, &all, &mut holds);
    conflict.sort_unstable();
    Some(conflict)
}

/// A smallest part of the constraints that does not hold together with the background.
fn part(
    background: &[usize],
    grew: bool,
    constraints: &[usize],
    holds: &mut impl FnMut(&[usize]) -> bool,
) -> Vec<usize> {
    if grew && !holds(&sorted(background, &[])) {
        return Vec::new();
    }
    if constraints.len() <= 1 {
        return constraints.to_vec();
    }
    let (first, second) = constraints.split_at(constraints.len() / 2);
    let of_second = part(&sorted(background, first), true, second, holds);
    let with = sorted(background, &of_second);
    let mut of_first = part(&with, !of_second.is_empty(), first, holds);
    of_first.extend(of_second);
    of_first
}

fn sorted(first: &[usize], second: &[usize]) -> Vec<usize> {
    let mut all = [first, second].concat();
    all.sort_unstable();
    all
}
