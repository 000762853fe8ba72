use serde::{Deserialize, Serialize};

use super::problem::falling;
use super::run::TAU_DRAWS;
use super::tally::{DrawRanks, outcome};
use super::{PlaceLabel, Restriction, StabilityOptions};

/// How one place of the ranking stands.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Which alternative, counted from 0; of an analysis the needs first, then what is met.
    pub alternative: usize,
    /// Its place in the base ranking, counted from 1.
    pub rank: u32,
    /// The probability of being among the first `top`; alternatives that are equal share it.
    pub top_probability: f64,
    /// The rank at the lower end of the interval.
    pub rank_low: u32,
    /// The rank at its upper end.
    pub rank_high: u32,
    /// The mean rank, that of equal alternatives at the middle.
    pub mean_rank: f64,
    /// How firmly it stands on its side of the line after the first `top`.
    pub label: PlaceLabel,
    /// The share of draws at each of the first ranks, as many as were asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acceptability: Vec<f64>,
}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Place")
            .field("alternative", &self.alternative)
            .finish_non_exhaustive()
    }
}

/// How far the drawn rankings agree with the base ranking.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TauToBase {
    /// From how many draws, at most 200.
    pub draws: u32,
    /// The mean of Kendall's tau-b.
    pub mean: f64,
    /// The least tau-b among them.
    pub least: f64,
}

/// Why the drawing ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StabilityEnd {
    /// All draws were made.
    Complete,
    /// The observer ended it; the draws made by then count.
    Stopped,
}

/// How firmly the places of a ranking stand: a proposal, to be read beside the ranking.
///
/// The Monte Carlo error of a probability p is about sqrt(p (1 - p) / draws).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stability {
    /// What was drawn, and how.
    pub options: StabilityOptions,
    /// How many draws were made.
    pub draws: u32,
    /// Why no more.
    pub end: StabilityEnd,
    /// Which alternatives were followed.
    pub restriction: Restriction,
    /// The places followed, in the order of the base ranking.
    pub places: Vec<Place>,
    /// Agreement with the base ranking, among the alternatives followed; `None` where all of
    /// them are equal.
    pub tau: Option<TauToBase>,
}

impl Stability {
    /// The place of an alternative, if it was followed.
    pub fn of(&self, alternative: usize) -> Option<&Place> {
        let places = self.places.iter();
        places
            .into_iter()
            .find(|place| place.alternative == alternative)
    }

    /// What the draws say of the alternatives that were followed.
    pub(super) fn new(
        options: &StabilityOptions,
        restriction: Restriction,
        followed: &[usize],
        base: &[i64],
        drawn: &[DrawRanks],
    ) -> Self {
        let draws = drawn.len() as u32;
        let rank_of = ranks(base);
        let mut places: Vec<Place> = followed
            .iter()
            .enumerate()
            .map(|(place, &alternative)| {
                one(options, drawn, place, alternative, rank_of[alternative])
            })
            .collect();
        places.sort_unstable_by_key(|place| place.rank);
        let complete = draws == options.draws;
        Self {
            options: options.clone(),
            draws,
            end: if complete {
                StabilityEnd::Complete
            } else {
                StabilityEnd::Stopped
            },
            restriction,
            places,
            tau: tau_to_base(drawn),
        }
    }
}

fn one(
    options: &StabilityOptions,
    drawn: &[DrawRanks],
    place: usize,
    alternative: usize,
    rank: u32,
) -> Place {
    let seen = outcome(drawn, place, options);
    let own_side = if rank as usize <= options.top {
        seen.top
    } else {
        1.0 - seen.top
    };
    Place {
        alternative,
        rank,
        top_probability: seen.top,
        rank_low: seen.low,
        rank_high: seen.high,
        mean_rank: seen.mean,
        label: options.labels.of(own_side),
        acceptability: seen.acceptability,
    }
}

/// The rank of each alternative by base score, in the order given where equal.
fn ranks(base: &[i64]) -> Vec<u32> {
    let mut ranks = vec![0; base.len()];
    for (place, rank) in falling(base).into_iter().zip(1..) {
        ranks[place] = rank;
    }
    ranks
}

fn tau_to_base(drawn: &[DrawRanks]) -> Option<TauToBase> {
    let first = drawn.iter().take(TAU_DRAWS as usize);
    let taus: Vec<f64> = first.filter_map(|draw| draw.tau).collect();
    (!taus.is_empty()).then(|| TauToBase {
        draws: taus.len() as u32,
        mean: taus.iter().sum::<f64>() / taus.len() as f64,
        least: taus.iter().copied().fold(1.0, f64::min),
    })
}
