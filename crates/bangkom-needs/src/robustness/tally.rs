use bangkom_stats::Alternative;
use bangkom_stats::agreement::kendall_tau;

use super::StabilityOptions;
use super::problem::falling;

/// One rank shared among alternatives that are equal, in fixed point: sums do not depend on
/// the order of draws.
const WHOLE: u64 = 1 << 32;

/// The ranks of one draw; equal alternatives have the ranks from `low` to `high` in common.
pub(super) struct DrawRanks {
    low: Vec<u32>,
    high: Vec<u32>,
    /// Agreement with the base ranking, where it was asked for and exists.
    pub tau: Option<f64>,
}

impl DrawRanks {
    pub(super) fn of(scores: &[i64], base: Option<&[f64]>) -> Self {
        let order = falling(scores);
        let (mut low, mut high) = (vec![0; scores.len()], vec![0; scores.len()]);
        let mut before = 0;
        for tied in order.chunk_by(|&a, &b| scores[a] == scores[b]) {
            let last = before + tied.len() as u32;
            for &place in tied {
                (low[place], high[place]) = (before + 1, last);
            }
            before = last;
        }
        let tau = base.and_then(|base| tau(base, scores));
        Self { low, high, tau }
    }
}

/// The scores as numbers for a rank correlation.
pub(super) fn as_numbers(scores: &[i64]) -> Vec<f64> {
    scores.iter().map(|score| *score as f64).collect()
}

fn tau(base: &[f64], scores: &[i64]) -> Option<f64> {
    let tau = kendall_tau(base, &as_numbers(scores), Alternative::TwoSided);
    tau.ok().map(|tau| tau.tau_b)
}

/// What one alternative did over all draws.
pub(super) struct Outcome {
    /// The share of draws among the first `top`, ties shared.
    pub top: f64,
    /// The mean rank, ties at the middle of their ranks.
    pub mean: f64,
    /// The rank at the lower end of the interval.
    pub low: u32,
    /// The rank at its upper end.
    pub high: u32,
    /// The share of draws at each of the first ranks, ties shared.
    pub acceptability: Vec<f64>,
}

/// What the alternative at `place` did over these draws, of which there is at least one.
pub(super) fn outcome(draws: &[DrawRanks], place: usize, options: &StabilityOptions) -> Outcome {
    let lows: Vec<u32> = draws.iter().map(|draw| draw.low[place]).collect();
    let highs: Vec<u32> = draws.iter().map(|draw| draw.high[place]).collect();
    let (mut inside, mut doubled) = (0, 0_u64);
    let ranks = options
        .ranks
        .min(draws.first().map_or(0, |draw| draw.low.len()));
    let mut shares = vec![0_u64; ranks];
    for (low, high) in lows.iter().zip(&highs) {
        let tied = u64::from(high - low) + 1;
        let first = (options.top as u64 + 1)
            .saturating_sub(u64::from(*low))
            .min(tied);
        inside += first * WHOLE / tied;
        doubled += u64::from(*low) + u64::from(*high);
        for rank in *low as usize..=(*high as usize).min(ranks) {
            shares[rank - 1] += WHOLE / tied;
        }
    }
    let count = draws.len() as f64;
    let share = |credit: u64| credit as f64 / WHOLE as f64 / count;
    let tail = (1.0 - options.interval) / 2.0;
    Outcome {
        top: share(inside),
        mean: doubled as f64 / 2.0 / count,
        low: end(lows, tail),
        high: end(highs, 1.0 - tail),
        acceptability: shares.into_iter().map(share).collect(),
    }
}

/// The least rank with at least this share of draws at it or before it.
fn end(mut ranks: Vec<u32>, share: f64) -> u32 {
    // What lies within rounding of a whole number is that number.
    let place = (ranks.len() as f64 * share - 1e-9).ceil().max(1.0) as usize - 1;
    let place = place.min(ranks.len() - 1);
    *ranks.select_nth_unstable(place).1
}
