use super::ScoreMode;
use crate::exact::{FastSums, SourceSums, Sums};

/// The sums of each source that answered, by the place of its rule.
#[derive(Clone, PartialEq)]
pub(super) enum Book {
    Exact(Vec<(u8, SourceSums)>),
    Fast(Vec<(u8, FastSums)>),
}

impl Book {
    pub(super) const fn new(mode: ScoreMode) -> Self {
        match mode {
            ScoreMode::Exact => Self::Exact(Vec::new()),
            ScoreMode::Fast => Self::Fast(Vec::new()),
        }
    }

    /// Adds the sums of another book of the same mode.
    pub(super) fn merge(&mut self, other: &Self) {
        match (self, other) {
            (Self::Exact(mine), Self::Exact(theirs)) => merge(mine, theirs),
            (Self::Fast(mine), Self::Fast(theirs)) => merge(mine, theirs),
            _ => {}
        }
    }
}

/// The sums of the source at this place.
pub(super) fn at<S: Sums>(list: &mut Vec<(u8, S)>, place: u8) -> &mut S {
    let index = match list.binary_search_by_key(&place, |(place, _)| *place) {
        Ok(index) => index,
        Err(index) => {
            list.insert(index, (place, S::default()));
            index
        }
    };
    &mut list[index].1
}

fn merge<S: Sums>(mine: &mut Vec<(u8, S)>, theirs: &[(u8, S)]) {
    for (place, sums) in theirs {
        at(mine, *place).merge(sums);
    }
}
