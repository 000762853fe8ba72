use bangkom_domain::measure::Nano;

use super::divide::{nano, round_even};

/// Shares out a quotient so that the parts sum exactly to its rounded value.
///
/// The whole is the sum of the parts over the denominator, in 1e-9, ties to even; each part is
/// rounded down and what is left goes by largest remainder, in the order given where equal.
///
/// # References
/// Balinski and Young 1982, the method of largest remainders (Hamilton).
pub(crate) fn apportion(parts: &[u128], denominator: u128) -> (Nano, Vec<Nano>) {
    let unit = Nano::PER_UNIT as u128;
    let whole = round_even(parts.iter().sum::<u128>() * unit, denominator);
    let denominator = denominator.max(1);
    let mut shares: Vec<u128> = parts.iter().map(|part| part * unit / denominator).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(parts[index] * unit % denominator));
    let left = whole.saturating_sub(shares.iter().sum()) as usize;
    for &index in order.iter().take(left) {
        shares[index] += 1;
    }
    (nano(whole), shares.into_iter().map(nano).collect())
}
