use super::leaf::Box;

/// The program on whose number of batches the parts leave something out; none if they hold all.
///
/// Parts come from splitting: at each step there is a program and a number that no part
/// straddles, and each side is held by its own parts. Other covers are not recognised.
pub(super) fn uncovered(whole: &Box, parts: &[&Box]) -> Result<(), Option<usize>> {
    if parts.iter().any(|part| holds(part, whole)) {
        return Ok(());
    }
    if parts.is_empty() {
        return Err(None);
    }
    let Some((program, most)) = cut(whole, parts) else {
        let narrow = (0..whole.len()).find(|p| parts.iter().any(|part| !side(part, whole, *p)));
        return Err(narrow);
    };
    let (mut few, mut many) = (whole.clone(), whole.clone());
    few[program].1 = most;
    many[program].0 = most + 1;
    for half in [few, many] {
        let meet =
            |part: &&&Box| part[program].0 <= half[program].1 && part[program].1 >= half[program].0;
        let inside: Vec<&Box> = parts.iter().filter(meet).copied().collect();
        uncovered(&half, &inside).map_err(|at| at.or(Some(program)))?;
    }
    Ok(())
}

fn side(part: &Box, whole: &Box, program: usize) -> bool {
    part[program].0 <= whole[program].0 && part[program].1 >= whole[program].1
}

fn holds(part: &Box, whole: &Box) -> bool {
    (0..whole.len()).all(|program| side(part, whole, program))
}

/// A program and a number such that each part is wholly at most it, or wholly above.
fn cut(whole: &Box, parts: &[&Box]) -> Option<(usize, u32)> {
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
