use crate::check::timetable::{Impossible, impossible_given};
use crate::rules::timetable::Rule;
use crate::timetable::problem::Problem;
use crate::timetable::state::State;
use crate::timetable::tables::{Place, Tables};

/// What no plan can do; the slots that each session can take come from the compiled rules.
pub(super) fn impossible(problem: &Problem, tables: &Tables) -> Vec<Impossible> {
    if tables.compactness.blocks || tables.prices.of(Rule::WorkingDays).blocks {
        // Sessions that keep such a rule only together are refused alone.
        return crate::check::timetable::impossible(problem);
    }
    let state = State::new(tables);
    let mut session = 0;
    impossible_given(problem, |_, _| {
        session += 1;
        open(&state, session - 1)
    })
}

/// The slots that a session can take beside the pinned ones.
fn open(state: &State<'_>, session: usize) -> Vec<u32> {
    let t = state.tables;
    let kind = t.sessions.kind_of[session] as usize;
    let now = state.places()[session];
    if state.is_pinned(session) {
        return t.block(kind, now).collect();
    }
    let starts = t.kinds.starts.of(kind).iter();
    let open = starts.filter(|slot| is_open(state, session, **slot));
    let length = u32::from(t.kinds.all[kind].length);
    let mut slots: Vec<u32> = open
        .flat_map(|slot| u32::from(*slot)..u32::from(*slot) + length)
        .collect();
    slots.sort_unstable();
    slots.dedup();
    slots
}

/// Whether the slot, some room and some team are possible.
///
/// Rooms and teams are looked at apart, because no rule looks at both, but for the one on what
/// was published.
fn is_open(state: &State<'_>, session: usize, slot: u16) -> bool {
    let t = state.tables;
    let kind = t.sessions.kind_of[session] as usize;
    let none = [Place::NONE];
    let of = &t.kinds.all[kind];
    let rooms = if of.in_room {
        t.kinds.fits.rooms(kind)
    } else {
        &none
    };
    let teams = if of.instructors > 0 {
        t.kinds.teams.of(kind)
    } else {
        &none
    };
    let is_free = |room: u16, team: u16| {
        let place = Place { slot, room, team };
        state.place_delta(session, place).is_some()
    };
    let told = t.sessions.told[session].is_some() && t.prices.of(Rule::Perturbation).blocks;
    if told {
        return rooms
            .iter()
            .any(|room| teams.iter().any(|team| is_free(*room, *team)));
    }
    is_free(Place::NONE, Place::NONE)
        && rooms.iter().any(|room| is_free(*room, Place::NONE))
        && teams.iter().any(|team| is_free(Place::NONE, *team))
}
