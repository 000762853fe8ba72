use super::State;
use crate::timetable::tables::Place;

/// What a kind of session may have at all, whoever else is there.
impl State<'_> {
    /// Whether the session may be at the place.
    pub(crate) fn may_be(&self, session: usize, place: Place) -> bool {
        let kinds = &self.tables.kinds;
        let kind = self.tables.sessions.kind_of[session] as usize;
        let teaches = kinds.teams.of(kind).contains(&place.team);
        let untaught = place.team == Place::NONE;
        self.may_begin(kind, place.slot)
            && self.may_use(kind, place.room)
            && (if kinds.all[kind].instructors > 0 {
                teaches
            } else {
                untaught
            })
    }

    /// Whether the kind may use the room, or none.
    #[inline]
    pub(crate) fn may_use(&self, kind: usize, room: u16) -> bool {
        let kinds = &self.tables.kinds;
        if !kinds.all[kind].in_room {
            return room == Place::NONE;
        }
        room != Place::NONE && kinds.fits.may_use(kind, room)
    }

    /// Whether the kind may begin in the slot.
    pub(crate) fn may_begin(&self, kind: usize, slot: u16) -> bool {
        self.tables
            .kinds
            .starts
            .of(kind)
            .binary_search(&slot)
            .is_ok()
    }
}
