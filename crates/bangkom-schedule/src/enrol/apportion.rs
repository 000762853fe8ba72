use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How seats are shared in proportion to need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Apportionment {
    /// The whole part of each quota, then one more by the largest remainder.
    ///
    /// # References
    /// Hamilton's method.
    LargestRemainder,
    /// Seat after seat to the greatest need / (2 × seats so far + 1).
    ///
    /// # References
    /// Webster's method, by Sainte-Laguë 1910; favours neither large nor small units.
    SainteLague,
}

/// Seats in proportion to needs; equal claims go to the smaller key.
///
/// All seats are given out unless no need is above zero, and none goes to a need of zero.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use bangkom_schedule::enrol::{Apportionment, apportion};
///
/// let needs = BTreeMap::from([("A", 53_000), ("B", 24_000), ("C", 23_000)]);
/// let seats = apportion(7, &needs, Apportionment::SainteLague);
/// assert_eq!(seats.into_values().collect::<Vec<_>>(), [3, 2, 2]);
/// let seats = apportion(7, &needs, Apportionment::LargestRemainder);
/// assert_eq!(seats.into_values().collect::<Vec<_>>(), [4, 2, 1]);
/// ```
#[doc(alias = "kuota")]
pub fn apportion<K: Ord + Clone>(
    seats: u32,
    needs: &BTreeMap<K, u64>,
    method: Apportionment,
) -> BTreeMap<K, u32> {
    let keys: Vec<&K> = needs.keys().collect();
    let needs: Vec<u64> = needs.values().copied().collect();
    let shares = match method {
        _ if needs.iter().all(|need| *need == 0) => vec![0; needs.len()],
        Apportionment::LargestRemainder => largest_remainder(seats, &needs),
        Apportionment::SainteLague => sainte_lague(seats, &needs),
    };
    keys.into_iter().cloned().zip(shares).collect()
}

fn largest_remainder(seats: u32, needs: &[u64]) -> Vec<u32> {
    let total: u128 = needs.iter().map(|need| u128::from(*need)).sum();
    let quota = |need: u64| u128::from(seats) * u128::from(need);
    let mut shares: Vec<u32> = needs
        .iter()
        .map(|need| (quota(*need) / total) as u32)
        .collect();
    let mut order: Vec<usize> = (0..needs.len()).collect();
    order.sort_by_key(|row| Reverse(quota(needs[*row]) % total));
    let given: u32 = shares.iter().sum();
    for row in order.into_iter().take((seats - given) as usize) {
        shares[row] += 1;
    }
    shares
}

fn sainte_lague(seats: u32, needs: &[u64]) -> Vec<u32> {
    let mut shares = vec![0_u32; needs.len()];
    for _ in 0..seats {
        let divisor = |row: usize| u128::from(2 * u64::from(shares[row]) + 1);
        let rows = 0..needs.len();
        let next = rows.reduce(|best, row| {
            // need / divisor, compared without a quotient.
            let (one, other) = (u128::from(needs[best]), u128::from(needs[row]));
            if other * divisor(best) > one * divisor(row) {
                row
            } else {
                best
            }
        });
        if let Some(row) = next {
            shares[row] += 1;
        }
    }
    shares
}
