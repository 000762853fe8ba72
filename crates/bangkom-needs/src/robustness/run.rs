use bangkom_domain::progress::{Observer, Progress};

use super::tally::{DrawRanks, as_numbers};

/// Draws between two calls of the observer.
const WAVE: u32 = 64;
/// For how many draws the agreement with the base ranking is computed.
pub(super) const TAU_DRAWS: u32 = 200;

/// Draws scores and ranks them, until all are drawn or the observer asks to stop.
///
/// `score` fills the scores of one draw; a draw depends on its number alone, so threads change
/// nothing. The first wave is drawn whatever the observer says.
pub(super) fn draws<S>(
    phase: &'static str,
    total: u32,
    base: &[i64],
    score: S,
    observer: &mut dyn Observer,
) -> Vec<DrawRanks>
where
    S: Fn(u64, &mut [i64]) + Sync,
{
    let base_numbers = as_numbers(base);
    let one = |number: u32| {
        let mut scores = vec![0; base.len()];
        score(u64::from(number), &mut scores);
        DrawRanks::of(&scores, (number < TAU_DRAWS).then_some(&base_numbers))
    };
    let mut all = Vec::with_capacity(total as usize);
    let mut done = 0;
    while done < total {
        let next = (done + WAVE).min(total);
        all.extend(wave(done..next, &one));
        done = next;
        let progress = Progress {
            phase,
            done: u64::from(done),
            total: u64::from(total),
        };
        if observer.observe(progress).is_break() {
            break;
        }
    }
    all
}

#[cfg(feature = "parallel")]
fn wave(numbers: std::ops::Range<u32>, one: &(impl Fn(u32) -> DrawRanks + Sync)) -> Vec<DrawRanks> {
    use rayon::prelude::*;

    numbers.into_par_iter().map(one).collect()
}

#[cfg(not(feature = "parallel"))]
fn wave(
    numbers: std::ops::Range<u32>,
    one: &(impl Fn(u32) -> DrawRanks + Sync),
) -> impl Iterator<Item = DrawRanks> {
    numbers.map(one)
}
