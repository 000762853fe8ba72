/// A slot, room and team of instructors; or nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) slot: u16,
    pub(crate) room: u16,
    pub(crate) team: u16,
}

impl Place {
    /// No room, or nobody who teaches.
    pub(crate) const NONE: u16 = u16::MAX;

    /// Where a session is that has no place.
    pub(crate) const NOWHERE: Self = Self {
        slot: Self::NONE,
        room: Self::NONE,
        team: Self::NONE,
    };

    #[inline]
    pub(crate) fn is_nowhere(self) -> bool {
        self.slot == Self::NONE
    }
}
