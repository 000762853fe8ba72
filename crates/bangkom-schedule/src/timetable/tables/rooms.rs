use super::Price;
use crate::timetable::problem::Problem;

/// A place of a room that no session may take.
pub(crate) const CLOSED: u32 = u32::MAX - 1;

/// The cost of a closed slot that only a session with an exception may use.
pub(crate) const REFUSED: i64 = i64::MAX;

/// A place of a room that no session takes.
pub(crate) const FREE: u32 = u32::MAX;

/// For each copy of a room, the room; a room shared by several sessions has several copies.
pub(super) fn copies(problem: &Problem) -> Vec<u16> {
    let rooms = problem.rooms().iter().enumerate();
    let copies =
        rooms.flat_map(|(at, room)| std::iter::repeat_n(at as u16, usize::from(room.at_once)));
    copies.collect()
}

/// The occupancy of an empty plan, by slot and copy; and what using a closed slot costs.
///
/// `excepted` says that some session may use closed rooms all the same.
pub(super) fn empty(
    problem: &Problem,
    copies: &[u16],
    availability: Price,
    excepted: bool,
) -> (Vec<u32>, Vec<i64>) {
    let slots = problem.slots() as usize;
    let mut occupied = vec![FREE; slots * copies.len()];
    let mut cost = vec![0; slots * copies.len()];
    for (copy, room) in copies.iter().enumerate() {
        let room = &problem.rooms()[usize::from(*room)];
        let booked = |slot: u32| {
            let of_room = problem
                .bookings()
                .iter()
                .filter(|b| b.room.as_ref() == Some(&room.id));
            of_room
                .into_iter()
                .any(|booking| booking.window.contains(slot))
        };
        for slot in 0..slots {
            let at = slot * copies.len() + copy;
            let closed = room
                .closed
                .iter()
                .any(|window| window.contains(slot as u32));
            if booked(slot as u32) || (closed && availability.blocks && !excepted) {
                occupied[at] = CLOSED;
            } else if closed && availability.blocks {
                cost[at] = REFUSED;
            } else if closed {
                cost[at] = availability.weight;
            }
        }
    }
    if cost.iter().all(|cost| *cost == 0) {
        cost.clear();
    }
    (occupied, cost)
}
