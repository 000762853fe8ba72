use crate::search::Rng;
use crate::timetable::state::State;
use crate::timetable::tables::{CLOSED, FREE, Place};

/// How often each session may be pushed out before the construction gives up.
const PATIENCE: u64 = 30;

/// How many pushes the construction may make at least, however few sessions there are.
const LEAST_PUSHES: u64 = 4_000;

/// How many pushes the construction may make, however many sessions there are.
const MOST_PUSHES: u64 = 60_000;

/// How many starts are compared to find whom to push out.
const MOST_STARTS: usize = 60;

/// How many sessions are compared to find the most constrained.
const COMPARED: u32 = 8;

/// How many sessions of the same days may be pushed out for one.
const MOST_OTHERS: u32 = 8;

/// After how many sessions the construction asks whether it may go on.
const LOOK: u64 = 16;

/// How many rooms, and teams, are compared for each slot.
const CHOICES: usize = 6;

/// Gives every session a place, the most constrained first; one that finds none pushes others
/// out, those that were pushed out least often.
///
/// The best plan on the way is kept. Ends when all have a place, after so many pushes that some
/// will have none, or when it may not go on.
pub(super) fn construct(state: &mut State<'_>, rng: &mut Rng, mut may_go_on: impl FnMut() -> bool) {
    let t = state.tables;
    let mut open: Vec<u32> = t
        .sessions
        .movable
        .iter()
        .copied()
        .filter(|session| state.places()[*session as usize].is_nowhere())
        .collect();
    let mut pushed = vec![0_u32; t.sessions.kind_of.len()];
    let all = open.len() as u64;
    let mut left = all + (PATIENCE * all).clamp(LEAST_PUSHES, MOST_PUSHES);
    let mut later = Vec::new();
    while left > 0 {
        if open.is_empty() {
            std::mem::swap(&mut open, &mut later);
        }
        if open.is_empty() || (left.is_multiple_of(LOOK) && !may_go_on()) {
            break;
        }
        left -= 1;
        let session = open.swap_remove(most_constrained(state, &open, rng));
        if let Some((place, _)) = cheapest(state, session as usize, rng) {
            put(state, session, place);
        } else {
            let outs = make_way(state, session, &pushed, rng);
            for out in &outs {
                pushed[*out as usize] += 1;
            }
            open.extend(outs);
            if state.places()[session as usize].is_nowhere() {
                later.push(session);
            }
        }
        if state.energy() < state.best_energy() {
            state.remember();
        }
    }
    state.restore();
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
            for team in free_teams(state, kind, *slot).take(CHOICES) {
                let place = Place {
                    slot: *slot,
                    room,
                    team,
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
    let rooms = state.tables.kinds.fits.rooms(kind).iter().copied();
    Box::new(
        rooms.filter(move |room| state.occupant(usize::from(slot), usize::from(*room)) == FREE),
    )
}

/// The teams that are free in a block, the cheapest first.
fn free_teams<'a>(state: &'a State<'_>, kind: usize, slot: u16) -> impl Iterator<Item = u16> + 'a {
    let length = u32::from(state.tables.kinds.all[kind].length);
    let block = u32::from(slot)..u32::from(slot) + length;
    teams(state, kind).filter(move |team| state.is_free_team(kind, *team, &block))
}

fn teams<'a>(state: &'a State<'_>, kind: usize) -> Box<dyn Iterator<Item = u16> + 'a> {
    if state.tables.kinds.all[kind].instructors > 0 {
        Box::new(state.tables.kinds.teams.of(kind).iter().copied())
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
    for slot in some(t.kinds.starts.of(kind), rng) {
        let rooms = t.kinds.fits.rooms(kind).iter().copied().take(CHOICES);
        let no_room = (!t.kinds.all[kind].in_room).then_some(Place::NONE);
        for room in rooms.chain(no_room) {
            let Some(team) = a_team(state, kind, slot, rng) else {
                continue;
            };
            let place = Place { slot, room, team };
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

/// All starts, or many of them from one drawn by chance, when there are very many.
fn some(starts: &[u16], rng: &mut Rng) -> Vec<u16> {
    if starts.len() <= MOST_STARTS {
        return starts.to_vec();
    }
    let from = rng.below(starts.len() as u32) as usize;
    let step = starts.len().div_ceil(MOST_STARTS);
    let turned = starts[from..].iter().chain(&starts[..from]);
    turned.step_by(step).copied().collect()
}

/// A team that is free, or else one of the cheapest by chance.
fn a_team(state: &State<'_>, kind: usize, slot: u16, rng: &mut Rng) -> Option<u16> {
    let pick = rng.below(CHOICES as u32) as usize;
    let free = free_teams(state, kind, slot).take(pick + 1).last();
    let any = || teams(state, kind).take(pick + 1).last();
    free.or_else(any)
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
    let team = t.teams.of(place.team);
    let teaches = |other: &u32| {
        let theirs = t.teams.of(state.places()[*other as usize].team);
        theirs.iter().any(|who| team.contains(who))
    };
    let overlaps = |other: &u32| {
        let kind = t.sessions.kind_of[*other as usize] as usize;
        let theirs = t.block(kind, state.places()[*other as usize]);
        theirs.start < block.end && block.start < theirs.end
    };
    let near = t.neighbours.of(batch).iter();
    let near = near.flat_map(|other| t.sessions.of_batch(*other as usize));
    outs.extend(near.filter(overlaps));
    if !state.is_free_team(
        t.sessions.kind_of[session as usize] as usize,
        place.team,
        &block,
    ) {
        let all = 0..t.sessions.kind_of.len() as u32;
        outs.extend(all.filter(overlaps).filter(teaches));
    }
    let kind = t.sessions.kind_of[session as usize] as usize;
    outs.extend(state.out_of_order(session as usize, &t.block(kind, place)));
    outs.sort_unstable();
    outs.dedup();
    let stays = |out: &u32| !may_be_pushed(state, *out, session);
    (!outs.iter().any(stays)).then_some(outs)
}

/// Whether a session may be pushed out for another: nobody by what matters less.
fn may_be_pushed(state: &State<'_>, out: u32, session: u32) -> bool {
    let lost = &state.tables.sessions.lost;
    !state.is_pinned(out as usize) && lost[out as usize] <= lost[session as usize]
}

/// Puts a session at the least contested place and pushes out whoever stands against that: first
/// those who are in the way, then, for rules on days, loads and units, others of the same days
/// until the rules allow it. Who can goes back; gives the others.
fn make_way(state: &mut State<'_>, session: u32, pushed: &[u32], rng: &mut Rng) -> Vec<u32> {
    let Some((place, outs)) = least_pushed(state, session, pushed, rng) else {
        return Vec::new();
    };
    let mut gone: Vec<(u32, Place)> = Vec::new();
    for out in outs {
        let was = state.places()[out as usize];
        if put(state, out, Place::NOWHERE) {
            gone.push((out, was));
        }
    }
    let mut others = on_same_days(state, session, place);
    let mut more = MOST_OTHERS;
    while state.place_delta(session as usize, place).is_none() && more > 0 && !others.is_empty() {
        more -= 1;
        let out = others.swap_remove(rng.below(others.len() as u32) as usize);
        let was = state.places()[out as usize];
        if put(state, out, Place::NOWHERE) {
            gone.push((out, was));
        }
    }
    put(state, session, place);
    let back = gone.into_iter().rev();
    let out = back.filter(|(out, was)| !put(state, *out, *was));
    out.map(|(out, _)| out).collect()
}

/// The sessions that could be pushed out of the days of a place.
fn on_same_days(state: &State<'_>, session: u32, place: Place) -> Vec<u32> {
    let t = state.tables;
    let days = |session: u32, place: Place| {
        let block = t.block(t.sessions.kind_of[session as usize] as usize, place);
        let last = block.end.saturating_sub(1);
        let day = |slot: u32| t.day_of[slot as usize];
        (!block.is_empty()).then(|| day(block.start)..=day(last))
    };
    let Some(own) = days(session, place) else {
        return Vec::new();
    };
    let same = |other: &u32| {
        let theirs = days(*other, state.places()[*other as usize]);
        let meets =
            theirs.is_some_and(|days| days.start() <= own.end() && own.start() <= days.end());
        meets && *other != session && may_be_pushed(state, *other, session)
    };
    let movable = t.sessions.movable.iter().copied();
    movable.filter(same).collect()
}

/// Puts a session at a place if the rules allow it.
fn put(state: &mut State<'_>, session: u32, place: Place) -> bool {
    let delta = state.place_delta(session as usize, place);
    if let Some(delta) = delta {
        state.set(session as usize, place);
        state.set_energy(state.energy() + delta);
    }
    delta.is_some()
}
