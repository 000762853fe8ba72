//! The workload, number for number as `peers/evaluation/workload.py` makes it.

/// Programs of the first tasks.
pub const PROGRAMS: usize = 1_000;
/// Learners of each program.
pub const LEARNERS: usize = 40;
/// Rows of the grouped summary.
pub const ROWS: usize = 1_000_000;
/// Groups of the grouped summary.
pub const GROUPS: u32 = 1_000;

/// `SplitMix64` of Steele, Lea and Flood (2014).
const fn mix(x: u64) -> u64 {
    let x = x.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

fn unit(stream: u64, index: usize) -> f64 {
    (mix((stream << 32) + index as u64) >> 11) as f64 * 2.0_f64.powi(-53)
}

/// Scores before training, 40..80.
///
/// # Examples
///
/// ```
/// use bangkom_benches::evaluation::data::before;
///
/// assert!(before(100).iter().all(|score| (40.0..80.0).contains(score)));
/// ```
pub fn before(n: usize) -> Vec<f64> {
    (0..n).map(|i| 40.0 + 40.0 * unit(1, i)).collect()
}

/// Gains: mean 5, triangular between -7 and 17.
///
/// # Examples
///
/// ```
/// use bangkom_benches::evaluation::data::gains;
///
/// assert!(gains(100).iter().all(|gain| (-7.0..17.0).contains(gain)));
/// ```
pub fn gains(n: usize) -> Vec<f64> {
    let gain = |i| 5.0 + 12.0 * (unit(2, i) + unit(3, i) - 1.0);
    (0..n).map(gain).collect()
}

/// Scores before and after, of `n` learners.
///
/// # Examples
///
/// ```
/// let (before, after) = bangkom_benches::evaluation::data::pairs(10);
/// assert_eq!((before.len(), after.len()), (10, 10));
/// ```
pub fn pairs(n: usize) -> (Vec<f64>, Vec<f64>) {
    let before = before(n);
    let after = before.iter().zip(gains(n)).map(|(x, d)| x + d).collect();
    (before, after)
}

/// Whole gains between -3 and 5, so with zeros and many ties.
///
/// # Examples
///
/// ```
/// let gains = bangkom_benches::evaluation::data::tied_gains(50);
/// assert!(gains.contains(&0.0));
/// ```
pub fn tied_gains(n: usize) -> Vec<f64> {
    (0..n).map(|i| (9.0 * unit(4, i)).floor() - 3.0).collect()
}

/// The group of each of `n` rows.
///
/// # Examples
///
/// ```
/// let groups = bangkom_benches::evaluation::data::groups(100);
/// assert!(groups.iter().all(|group| *group < 1_000));
/// ```
pub fn groups(n: usize) -> Vec<u32> {
    let group = |i| (mix((5 << 32) + i as u64) % u64::from(GROUPS)) as u32;
    (0..n).map(group).collect()
}
