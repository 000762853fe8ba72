use bangkom_stats::StatsError;

/// Exact rank acceptability of alternatives with two criteria, all weights being alike.
///
/// The cell of row i and column r is the share of weights under which alternative i has rank
/// r + 1; alternatives that are equal under all weights share their ranks.
///
/// # Formula
/// The score of i is `t x_i1 + (1 - t) x_i2` with t uniform on 0..1. Between the weights at which
/// two scores are equal the ranking is fixed; its share is the length of the piece.
///
/// # Errors
/// [`StatsError::TooFew`] without an alternative, [`StatsError::NotFinite`],
/// [`StatsError::OutOfRange`] for more than 300 alternatives: the work grows with their cube.
///
/// # Examples
/// ```
/// use bangkom_needs::robustness::two_criteria_acceptability;
///
/// let share = two_criteria_acceptability(&[[0.9, 0.2], [0.5, 0.6], [0.3, 0.95]])?;
/// assert!((share[0][0] - 4.0 / 9.0).abs() < 1e-12);
/// assert_eq!(share[1][0], 0.0);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Lahdelma and Salminen 2001 (SMAA-2), rank acceptability indices.
pub fn two_criteria_acceptability(scores: &[[f64; 2]]) -> Result<Vec<Vec<f64>>, StatsError> {
    check(scores)?;
    let n = scores.len();
    let mut shares = vec![vec![0.0; n]; n];
    let breaks = breaks(scores);
    for piece in breaks.windows(2) {
        let (length, middle) = (piece[1] - piece[0], piece[0].midpoint(piece[1]));
        let at = |[x, y]: [f64; 2]| middle * x + (1.0 - middle) * y;
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by(|&a, &b| at(scores[b]).total_cmp(&at(scores[a])));
        let mut rank = 0;
        for tied in order.chunk_by(|&a, &b| scores[a] == scores[b]) {
            for &alternative in tied {
                for share in &mut shares[alternative][rank..rank + tied.len()] {
                    *share += length / tied.len() as f64;
                }
            }
            rank += tied.len();
        }
    }
    Ok(shares)
}

/// The weights at which two alternatives are equal, with the ends 0 and 1, rising.
fn breaks(scores: &[[f64; 2]]) -> Vec<f64> {
    let mut breaks = vec![0.0, 1.0];
    for (i, a) in scores.iter().enumerate() {
        for b in &scores[i + 1..] {
            let (first, second) = (a[0] - b[0], a[1] - b[1]);
            // Only opposite differences cross inside.
            if first * second < 0.0 {
                breaks.push(second / (second - first));
            }
        }
    }
    breaks.sort_unstable_by(f64::total_cmp);
    breaks
}

fn check(scores: &[[f64; 2]]) -> Result<(), StatsError> {
    const MOST: usize = 300;
    if scores.is_empty() {
        return Err(StatsError::TooFew { needed: 1, got: 0 });
    }
    if let Some(index) = scores
        .iter()
        .position(|row| !row.iter().all(|x| x.is_finite()))
    {
        let argument = "scores";
        return Err(StatsError::NotFinite { argument, index });
    }
    if scores.len() > MOST {
        return Err(StatsError::OutOfRange {
            argument: "number of scores",
            index: None,
            value: scores.len() as f64,
            low: 1.0,
            high: MOST as f64,
        });
    }
    Ok(())
}
