use std::fmt;

/// How long a search goes on.
#[derive(Clone, Copy)]
pub enum Budget<'a> {
    /// This many proposals: the same seed gives the same result.
    Moves(u64),
    /// Until the caller's clock has advanced by this many seconds.
    ///
    /// The clock is read on the thread that works, once a block of moves; what it measures is
    /// up to the caller. The result depends on the speed of the machine.
    Clock {
        /// Gives the seconds since any fixed moment.
        clock: &'a (dyn Fn() -> f64 + Sync),
        /// How many seconds to go on.
        seconds: f64,
    },
}

impl fmt::Debug for Budget<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Moves(moves) => write!(f, "Moves({moves})"),
            Self::Clock { seconds, .. } => write!(f, "Clock({seconds} s)"),
        }
    }
}

impl Budget<'_> {
    /// One of so many equal parts of this budget.
    #[must_use]
    pub fn share(self, parts: u32) -> Self {
        let parts = parts.max(1);
        match self {
            Self::Moves(moves) => Self::Moves(moves.div_ceil(u64::from(parts))),
            Self::Clock { clock, seconds } => Self::Clock {
                clock,
                seconds: seconds / f64::from(parts),
            },
        }
    }

    /// What the caller's clock says now; nothing of a budget of moves.
    pub(crate) fn now(&self) -> f64 {
        match self {
            Self::Moves(_) => 0.0,
            Self::Clock { clock, .. } => clock(),
        }
    }

    /// How much of the budget is used, from 0 to 1, after so many moves since it began.
    pub(crate) fn used(self, began: f64, moves: u64) -> f64 {
        let share = match self {
            Self::Moves(all) => moves as f64 / all as f64,
            Self::Clock { clock, seconds } => (clock() - began) / seconds,
        };
        // An empty budget, and a clock that gives no number, are used up.
        if share >= 0.0 { share.min(1.0) } else { 1.0 }
    }

    /// How many moves are left after so many, as far as moves are counted.
    pub(crate) fn rest(self, moves: u64) -> u64 {
        match self {
            Self::Moves(all) => all.saturating_sub(moves),
            Self::Clock { .. } => u64::MAX,
        }
    }

    /// Whether nothing is left of a clock.
    pub(crate) fn is_over(&self) -> bool {
        matches!(self, Self::Clock { seconds, .. } if *seconds <= 0.0)
    }

    /// What is left of a budget that began at this time.
    #[must_use]
    pub(crate) fn left(self, began: f64) -> Self {
        match self {
            Self::Moves(_) => self,
            Self::Clock { clock, seconds } => {
                let seconds = seconds - (clock() - began);
                Self::Clock { clock, seconds }
            }
        }
    }
}

/// In at least how many blocks a budget of moves is used.
const STEPS: u64 = 64;

/// A budget that has begun to run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Running<'a> {
    budget: Budget<'a>,
    began: f64,
}

impl<'a> Running<'a> {
    pub(super) fn new(budget: Budget<'a>) -> Self {
        let began = budget.now();
        Self { budget, began }
    }

    /// How much of the budget is used after so many moves, from 0 to 1.
    pub(super) fn progress(&self, moves: u64) -> f64 {
        self.budget.used(self.began, moves)
    }

    /// How many moves the next block may have, of at most `most`.
    pub(super) fn block(&self, moves: u64, most: u64) -> u64 {
        // Small budgets are cooled in as many steps as large ones.
        let even = match self.budget {
            Budget::Moves(all) => most.min((all / STEPS).max(1)),
            Budget::Clock { .. } => most,
        };
        self.budget.rest(moves).min(even)
    }

    pub(super) fn is_clock(&self) -> bool {
        matches!(self.budget, Budget::Clock { .. })
    }
}
