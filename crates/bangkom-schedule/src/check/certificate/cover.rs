use super::leaf::Ranges;

/// The program on whose number of batches the parts leave something out; none if they hold all.
///
/// Parts come from splitting: at each step there is a program and a number that no part
/// straddles, and each side is held by its own parts. Other covers are not recognised.
pub(super) fn uncovered(whole: &Ranges, parts: &[&Ranges]) -> Result<(), Option<usize>> {
    // A list of its own and no recursion: a forged certificate may split as often as it likes.
    let mut open = vec![(whole.clone(), parts.to_vec(), None)];
    while let Some((whole, parts, from)) = open.pop() {
        if parts.iter().any(|part| holds(part, &whole)) {
            continue;
        }
        if parts.is_empty() {
            return Err(from);
        }
        let Some((program, most)) = cut(&whole, &parts) else {
            let wide = |p: &usize| parts.iter().any(|part| !side(part, &whole, *p));
            return Err((0..whole.len()).find(wide));
        };
        let (mut few, mut many) = (whole.clone(), whole);
        few[program].1 = most;
        many[program].0 = most + 1;
        for half in [many, few] {
            let (least, greatest) = half[program];
            let meet = |part: &&&Ranges| part[program].0 <= greatest && part[program].1 >= least;
            let inside: Vec<&Ranges> = parts.iter().filter(meet).copied().collect();
            open.push((half, inside, Some(program)));
        }
    }
    Ok(())
}

fn side(part: &Ranges, whole: &Ranges, program: usize) -> bool {
    part[program].0 <= whole[program].0 && part[program].1 >= whole[program].1
}

fn holds(part: &Ranges, whole: &Ranges) -> bool {
    (0..whole.len()).all(|program| side(part, whole, program))
}

/// A program and a number such that each part is wholly at most it, or wholly above.
fn cut(whole: &Ranges, parts: &[&Ranges]) -> Option<(usize, u32)> {
    (0..whole.len()).find_map(|program| {
        let (least, greatest) = whole[program];
        let mut ends = parts.iter().map(|part| part[program].1);
        let most = ends.find(|most| {
            (least..greatest).contains(most)
                && parts
                    .iter()
                    .all(|part| part[program].1 <= *most || part[program].0 > *most)
        })?;
        Some((program, most))
    })
}

#[cfg(test)]
mod tests {
    use super::{Ranges, uncovered};

    #[test]
    fn parts_may_split_a_program_as_often_as_it_has_batches() {
        const BATCHES: u32 = 10_000;
        let whole = vec![(0, BATCHES - 1)];
        let mut parts: Vec<Ranges> = (0..BATCHES).map(|n| vec![(n, n)]).collect();
        assert_eq!(uncovered(&whole, &parts.iter().collect::<Vec<_>>()), Ok(()));
        parts.pop();
        let left_out = uncovered(&whole, &parts.iter().collect::<Vec<_>>());
        assert_eq!(left_out, Err(Some(0)));
    }
}
