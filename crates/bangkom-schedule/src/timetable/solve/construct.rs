use crate::search::Rng;
use crate::timetable::state::State;
use crate::timetable::tables::{CLOSED, FREE, Place};

/// How often each session may be pushed out before the construction gives up.
const PATIENCE: u64 = 30;

/// How many sessions are compared to find the most constrained.
const COMPARED: u32 = 8;

/// How many rooms, and instructors, are compared for each slot.
const CHOICES: usize = 6;

/// Gives every session a place, the most constrained first; one that finds none pushes others
/// out, those that were pushed out least often.
///
/// The plan is kept as the best so far if it is better. Ends when all have a place, or after so many pushes that some will have none.
pub(super) fn construct(state: &mut State<'_>, rng: &mut Rng) {
    let t = state.tables;
    let mut open: Vec<u32> = t
        .sessions
        .movable
        .iter()
        .copied()
        .filter(|session| state.places()[*session as usize].is_nowhere())
        .collect();
    let mut pushed = vec![0_u32; t.sessions.kind_of.len()];
    let mut left = PATIENCE * open.len() as u64;
    while !open.is_empty() && left > 0 {
        left -= 1;
        let session = open.swap_remove(most_constrained(state, &open, rng));
        if let Some((place, delta)) = cheapest(state, session as usize, rng) {
            state.set(session as usize, place);
            state.set_energy(state.energy() + delta);
        } else if let Some((place, outs)) = least_pushed(state, session, &pushed, rng) {
            push(state, session, place, &outs, &mut open);
            for out in &outs {
                pushed[*out as usize] += 1;
            }
        }
    }
    if state.energy() < state.best_energy() {
        state.remember();
    }
}

/// The place in the list of a session that matters most and has few slots, among some drawn by
/// chance.
fn most_constrained(state: &State<'_>, open: &[u32], rng: &mut Rng) -> usize {
    let t = state.tables;
    let free = |at: usize| {
        let session = open[at] as usize;
        let batch = t.sessions.batch_of[session] as usize;
        let starts = t
            .kinds
            .starts
            .of(t.sessions.kind_of[session] as usize)
            .iter();
        starts
            .filter(|slot| state.blocked(batch, usize::from(**slot)) == 0)
            .count()
    };
    let drawn = (0..COMPARED).map(|_| rng.below(open.len() as u32) as usize);
    drawn
        .min_by_key(|at| (-t.sessions.lost[open[*at] as usize], free(*at)))
        .unwrap_or(0)
}

/// The place without conflicts that costs least.
fn cheapest(state: &State<'_>, session: usize, rng: &mut Rng) -> Option<(Place, i64)> {
    let t = state.tables;
    let kind = t.sessions.kind_of[session] as usize;
    let batch = t.sessions.batch_of[session] as usize;
    let mut best: Option<(i64, u64, Place)> = None;
    for slot in t.kinds.starts.of(kind) {
        if state.blocked(batch, usize::from(*slot)) != 0 {
            continue;
        }
        for room in rooms(state, kind, *slot).take(CHOICES) {
            for instructor in instructors(state, kind).take(CHOICES) {
                let place = Place {
                    slot: *slot,
                    room,
                    instructor,
                };
                if let Some(delta) = state.place_delta(session, place) {
                    let key = (delta, rng.bits(), place);
                    if best.is_none_or(|best| (key.0, key.1) < (best.0, best.1)) {
                        best = Some(key);
                    }
                }
            }
        }
    }
    best.map(|(delta, _, place)| (place, delta))
}

/// The rooms that are free in the first slot, the cheapest first.
fn rooms<'a>(state: &'a State<'_>, kind: usize, slot: u16) -> Box<dyn Iterator<Item = u16> + 'a> {
    if !state.tables.kinds.all[kind].in_room {
        return Box::new(std::iter::once(Place::NONE));
    }
    let rooms = state.tables.kinds.rooms.of(kind).iter().copied();
    Box::new(
        rooms.filter(move |room| state.occupant(usize::from(slot), usize::from(*room)) == FREE),
    )
}

fn instructors<'a>(state: &'a State<'_>, kind: usize) -> Box<dyn Iterator<Item = u16> + 'a> {
    if state.tables.kinds.all[kind].taught {
        Box::new(state.tables.kinds.instructors.of(kind).iter().copied())
    } else {
        Box::new(std::iter::once(Place::NONE))
    }
}

/// The place whose sessions were pushed out least often, and these sessions.
fn least_pushed(
    state: &State<'_>,
    session: u32,
    pushed: &[u32],
    rng: &mut Rng,
) -> Option<(Place, Vec<u32>)> {
    let t = state.tables;
    let kind = t.sessions.kind_of[session as usize] as usize;
    let mut best: Option<(u64, u64, Place, Vec<u32>)> = None;
    for slot in t.kinds.starts.of(kind) {
        let rooms = t.kinds.rooms.of(kind).iter().copied().take(CHOICES);
        let no_room = (!t.kinds.all[kind].in_room).then_some(Place::NONE);
        for room in rooms.chain(no_room) {
            let pick = instructors(state, kind).nth(rng.below(CHOICES as u32) as usize);
            let Some(instructor) = pick.or_else(|| instructors(state, kind).next()) else {
                continue;
            };
            let place = Place {
                slot: *slot,
                room,
                instructor,
            };
            let Some(outs) = in_the_way(state, session, place) else {
                continue;
            };
            let history: u64 = outs
                .iter()
                .map(|out| 1 + u64::from(pushed[*out as usize]))
                .sum();
            let key = (history, rng.bits());
            if best.as_ref().is_none_or(|best| key < (best.0, best.1)) {
                best = Some((key.0, key.1, place, outs));
            }
        }
    }
    best.map(|(_, _, place, outs)| (place, outs))
}

/// The sessions that a session at a place would push out; none when that would not help.
fn in_the_way(state: &State<'_>, session: u32, place: Place) -> Option<Vec<u32>> {
    let t = state.tables;
    let batch = t.sessions.batch_of[session as usize] as usize;
    let block = t.block(t.sessions.kind_of[session as usize] as usize, place);
    let mut outs = Vec::new();
    for slot in block.clone() {
        if place.room != Place::NONE {
            match state.occupant(slot as usize, usize::from(place.room)) {
                FREE => {}
                CLOSED => return None,
                who => outs.push(who),
            }
        }
    }
    let meets = |other: &u32| {
        let theirs = t.block(
            t.sessions.kind_of[*other as usize] as usize,
            state.places()[*other as usize],
        );
        let overlap = theirs.start < block.end && block.start < theirs.end;
        let same = place.instructor != Place::NONE
            && state.places()[*other as usize].instructor == place.instructor;
        overlap && (same || t.conflicts.get(batch, t.sessions.batch_of[*other as usize]))
    };
    outs.extend((0..t.sessions.kind_of.len() as u32).filter(meets));
    outs.sort_unstable();
    outs.dedup();
    // Nobody is pushed out by what matters less.
    let stays = |out: &u32| {
        state.is_pinned(*out as usize)
            || t.sessions.lost[*out as usize] > t.sessions.lost[session as usize]
    };
    (!outs.iter().any(stays) && !outs.is_empty()).then_some(outs)
}

/// Pushes sessions out and takes the place, if the rules then allow it.
fn push(state: &mut State<'_>, session: u32, place: Place, outs: &[u32], open: &mut Vec<u32>) {
    let mut energy = state.energy();
    for out in outs {
        if let Some(delta) = state.place_delta(*out as usize, Place::NOWHERE) {
            state.set(*out as usize, Place::NOWHERE);
            energy += delta;
            open.push(*out);
        }
    }
    match state.place_delta(session as usize, place) {
        Some(delta) => {
            state.set(session as usize, place);
            energy += delta;
        }
        None => open.push(session),
    }
    state.set_energy(energy);
}
