use super::state::State;

/// One change of the plan in the making.
#[derive(Debug, Clone, Copy)]
pub(super) enum Change {
    Seated { batch: u32, person: u32 },
    Unseated { batch: u32, person: u32 },
    Opened { batch: u32 },
    Closed { batch: u32 },
}

/// The changes since a trial began, so that they can be taken back.
#[derive(Debug, Default)]
pub(super) struct Journal {
    trial: bool,
    changes: Vec<Change>,
}

impl Journal {
    pub(super) fn note(&mut self, change: Change) {
        if self.trial {
            self.changes.push(change);
        }
    }

    /// The persons who lost a seat since the trial began, in order.
    pub(super) fn unseated(&self) -> Vec<u32> {
        let changes = self.changes.iter();
        let mut persons: Vec<u32> = changes
            .filter_map(|change| match change {
                Change::Unseated { person, .. } => Some(*person),
                _ => None,
            })
            .collect();
        persons.sort_unstable();
        persons.dedup();
        persons
    }
}

impl State<'_> {
    /// From here on changes are noted.
    pub(super) fn begin(&mut self) {
        self.journal.trial = true;
        self.journal.changes.clear();
    }

    /// The changes stay.
    pub(super) fn keep(&mut self) {
        self.journal.trial = false;
        let closed = self
            .journal
            .changes
            .iter()
            .filter_map(|change| match change {
                Change::Closed { batch } => Some(*batch),
                _ => None,
            });
        self.vacant.extend(closed);
        self.journal.changes.clear();
    }

    /// The changes are taken back, the last first.
    pub(super) fn take_back(&mut self) {
        self.journal.trial = false;
        while let Some(change) = self.journal.changes.pop() {
            match change {
                Change::Seated { batch, person } => self.unseat(batch as usize, person),
                Change::Unseated { batch, person } => self.seat(batch as usize, person),
                Change::Opened { batch } => {
                    self.close(batch as usize);
                    self.vacant.push(batch);
                }
                Change::Closed { batch } => self.reopen(batch as usize),
            }
        }
    }
}
