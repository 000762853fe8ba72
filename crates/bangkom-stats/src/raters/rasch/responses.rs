use crate::StatsError;
use crate::raters::components::components;
use crate::raters::{Component, Rating, RatingTable};

/// Why an element has no finite measure, or that it may have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// No rating at all.
    Unrated,
    /// All of its ratings are in the lowest category that is left.
    Lowest,
    /// All of its ratings are in the highest category that is left.
    Highest,
    /// It stays, at this place among those that stay.
    Stays(usize),
}

/// One response between elements that stay, in categories numbered from 0 without gaps.
#[derive(Debug, Clone, Copy)]
pub(super) struct Response {
    pub(super) target: usize,
    pub(super) rater: usize,
    pub(super) category: usize,
}

/// What is left to estimate when extreme elements are set aside.
pub(super) struct Responses {
    pub(super) targets: Vec<Standing>,
    pub(super) raters: Vec<Standing>,
    pub(super) n_targets: usize,
    pub(super) n_raters: usize,
    /// Ordered by target.
    pub(super) given: Vec<Response>,
    /// Categories in use, ascending.
    pub(super) used: Vec<u32>,
    /// Components of what stays, by places among those that stay.
    pub(super) components: Vec<Component>,
}

impl Responses {
    /// Sets extreme elements aside until none is left.
    pub(super) fn new(table: &RatingTable, categories: u32) -> Result<Self, StatsError> {
        let highest = f64::from(categories) - 1.0;
        let whole = |value: f64| value.fract() == 0.0 && (0.0..=highest).contains(&value);
        if let Some(rating) = table.ratings.iter().find(|rating| !whole(rating.value)) {
            return Err(StatsError::OutOfRange {
                argument: "ratings of target",
                index: Some(rating.target),
                value: rating.value,
                low: 0.0,
                high: highest,
            });
        }
        let mut targets = vec![Standing::Unrated; table.n_targets];
        let mut raters = vec![Standing::Unrated; table.n_raters];
        for rating in &table.ratings {
            targets[rating.target] = Standing::Stays(0);
            raters[rating.rater] = Standing::Stays(0);
        }
        let mut left = table.ratings.clone();
        loop {
            let ends = ends(&left);
            if ends.0 == ends.1 {
                // Nothing tells the lowest from the highest, so nothing is left to measure.
                left.clear();
                forsake(&left, &mut targets, |rating| rating.target);
                forsake(&left, &mut raters, |rating| rating.rater);
                break;
            }
            let target = |rating: &Rating| rating.target;
            let rater = |rating: &Rating| rating.rater;
            let found = set_aside(&left, ends, &mut targets, target)
                + set_aside(&left, ends, &mut raters, rater);
            if found == 0 {
                break;
            }
            left.retain(|rating| {
                matches!(targets[rating.target], Standing::Stays(_))
                    && matches!(raters[rating.rater], Standing::Stays(_))
            });
            forsake(&left, &mut targets, target);
            forsake(&left, &mut raters, rater);
        }
        Ok(Self::compact(&left, targets, raters))
    }

    fn compact(left: &[Rating], mut targets: Vec<Standing>, mut raters: Vec<Standing>) -> Self {
        let n_targets = number(&mut targets);
        let n_raters = number(&mut raters);
        let mut used: Vec<u32> = left.iter().map(|rating| rating.value as u32).collect();
        used.sort_unstable();
        used.dedup();
        let place = |standing: Standing| match standing {
            Standing::Stays(place) => place,
            _ => 0,
        };
        let compacted: Vec<Rating> = left
            .iter()
            .map(|rating| Rating {
                target: place(targets[rating.target]),
                rater: place(raters[rating.rater]),
                value: rating.value,
            })
            .collect();
        let response = |rating: &Rating| Response {
            target: rating.target,
            rater: rating.rater,
            category: used.partition_point(|known| f64::from(*known) < rating.value),
        };
        Self {
            n_targets,
            n_raters,
            given: compacted.iter().map(response).collect(),
            components: components(n_targets, n_raters, &compacted),
            targets,
            raters,
            used,
        }
    }
}

/// Lowest and highest value in use.
fn ends(left: &[Rating]) -> (f64, f64) {
    left.iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |ends, rating| {
            (ends.0.min(rating.value), ends.1.max(rating.value))
        })
}

/// Marks elements whose ratings all lie at one end; gives how many.
fn set_aside(
    left: &[Rating],
    (lowest, highest): (f64, f64),
    standings: &mut [Standing],
    element: impl Fn(&Rating) -> usize,
) -> usize {
    let mut ranges = vec![(f64::INFINITY, f64::NEG_INFINITY); standings.len()];
    for rating in left {
        let range = &mut ranges[element(rating)];
        *range = (range.0.min(rating.value), range.1.max(rating.value));
    }
    let mut found = 0;
    for (standing, range) in standings.iter_mut().zip(ranges) {
        if !matches!(standing, Standing::Stays(_)) || range.0 > range.1 {
            continue;
        }
        if range.1 == lowest {
            *standing = Standing::Lowest;
        } else if range.0 == highest {
            *standing = Standing::Highest;
        } else {
            continue;
        }
        found += 1;
    }
    found
}

/// Elements whose every partner was set aside have nothing left that could measure them.
fn forsake(left: &[Rating], standings: &mut [Standing], element: impl Fn(&Rating) -> usize) {
    let mut seen = vec![false; standings.len()];
    for rating in left {
        seen[element(rating)] = true;
    }
    for (standing, seen) in standings.iter_mut().zip(seen) {
        if !seen && matches!(standing, Standing::Stays(_)) {
            *standing = Standing::Unrated;
        }
    }
}

fn number(standings: &mut [Standing]) -> usize {
    let mut next = 0;
    for standing in standings {
        if let Standing::Stays(place) = standing {
            *place = next;
            next += 1;
        }
    }
    next
}
