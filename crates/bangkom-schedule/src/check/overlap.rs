use std::collections::BTreeMap;

use bangkom_domain::id::SessionId;

use super::context::At;

/// What each room, instructor or person does in each slot.
pub(super) struct Occupied<'a, K>(BTreeMap<K, Vec<(At, &'a SessionId)>>);

/// Two sessions of one member in one slot.
pub(super) struct Clash<'a, K> {
    pub(super) member: K,
    pub(super) first: &'a SessionId,
    pub(super) second: &'a SessionId,
    pub(super) at: At,
}

impl<'a, K: Ord + Copy> Occupied<'a, K> {
    pub(super) fn new() -> Self {
        Self(BTreeMap::new())
    }

    pub(super) fn take(
        &mut self,
        member: K,
        session: &'a SessionId,
        slots: impl Iterator<Item = At>,
    ) {
        let taken = self.0.entry(member).or_default();
        taken.extend(slots.map(|at| (at, session)));
    }

    /// The first clash of each pair of sessions of each member.
    pub(super) fn clashes(mut self) -> Vec<Clash<'a, K>> {
        let mut clashes = BTreeMap::new();
        for (member, taken) in &mut self.0 {
            taken.sort_unstable();
            for pair in taken.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
                let (first, second) = (pair[0].1, pair[1].1);
                clashes.entry((*member, first, second)).or_insert(pair[0].0);
            }
        }
        clashes
            .into_iter()
            .map(|((member, first, second), at)| Clash {
                member,
                first,
                second,
                at,
            })
            .collect()
    }
}
