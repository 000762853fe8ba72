use super::relaxation::PersonPart;

/// Of a person with more claims than this only the most valuable are looked at.
pub(super) const MOST_WANTS: usize = 16;

/// Claims that one person could follow together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Subset {
    pub(super) claims: u32,
    /// The slots away from the unit.
    pub(super) away: u32,
}

/// Every subset of the claims, but the empty one, that keeps limits and prerequisites.
pub(super) fn subsets(person: &PersonPart, found: &mut Vec<Subset>) {
    found.clear();
    let count = person.wants.len().min(MOST_WANTS);
    let empty = Taken {
        claims: 0,
        slots: 0,
        hours: 0,
        away: 0,
    };
    go(person, &mut vec![(0, empty)], count, found);
}

#[derive(Debug, Clone, Copy)]
struct Taken {
    claims: u32,
    slots: u32,
    hours: u32,
    away: u32,
}

fn go(person: &PersonPart, open: &mut Vec<(usize, Taken)>, count: usize, found: &mut Vec<Subset>) {
    while let Some((at, taken)) = open.pop() {
        if at == count {
            if taken.claims != 0 && is_closed(person, taken.claims) {
                found.push(Subset {
                    claims: taken.claims,
                    away: taken.away,
                });
            }
            continue;
        }
        let want = &person.wants[at];
        open.push((at + 1, taken));
        let more = Taken {
            claims: taken.claims | 1 << at,
            slots: taken.slots.saturating_add(want.slots),
            hours: taken.hours.saturating_add(want.hours),
            away: taken.away.saturating_add(want.away),
        };
        if more.slots <= person.slots && more.hours <= person.hours {
            open.push((at + 1, more));
        }
    }
}

/// Whether each claim's prerequisites are there.
fn is_closed(person: &PersonPart, claims: u32) -> bool {
    let wants = person.wants.iter().enumerate();
    wants
        .filter(|(at, _)| claims >> at & 1 == 1)
        .all(|(_, want)| want.needs & !claims == 0)
}
