use serde::{Deserialize, Serialize};

use super::icc_interval::{RatioInterval, absolute_interval, average, ratio_interval};
use crate::distributions::raw::fisher_f;
use crate::grid::Grid;
use crate::moments::{scaled, unit_exponent};
use crate::p_value::never_zero;
use crate::sample::{at_least, representable};
use crate::{Basis, ConfidenceLevel, Interval, Method, StatsError, Warning};

/// Mean squares of the subjects by raters table.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IccMeanSquares {
    /// Between subjects.
    pub subjects: f64,
    /// Between raters.
    pub raters: f64,
    /// What neither subject nor rater explains.
    pub error: f64,
    /// Within subjects: raters and error together.
    pub within: f64,
}

/// One intraclass correlation, at most 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IccEstimate {
    /// The estimate; negative when subjects differ less than the noise would make them.
    pub value: f64,
    /// Interval from the F distribution.
    pub interval: Interval,
}

/// The six intraclass correlations of Shrout and Fleiss.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntraclassCorrelations {
    /// What the result rests on; counts are subjects.
    pub basis: Basis,
    /// Number of raters.
    pub n_raters: usize,
    /// The analysis of variance behind the estimates.
    pub mean_squares: IccMeanSquares,
    /// ICC(1): one rating, each subject rated by other raters.
    pub one_way: IccEstimate,
    /// ICC(A,1), ICC2: one rating, absolute agreement of raters that are a sample.
    pub agreement: IccEstimate,
    /// ICC(C,1), ICC3: one rating, consistency apart from the raters' severity.
    pub consistency: IccEstimate,
    /// ICC(1,k): mean of all ratings, one way.
    pub one_way_mean: IccEstimate,
    /// ICC(A,k): mean of all ratings, absolute agreement; absent when raters contradict each other so
    /// much that it has no lower limit.
    pub agreement_mean: Option<IccEstimate>,
    /// ICC(C,k): mean of all ratings, consistency; equals Cronbach's alpha of the raters.
    pub consistency_mean: IccEstimate,
    /// P-value of no differences between subjects, from the two-way table; absent when the
    /// ratings leave no error at all.
    pub p: Option<f64>,
}

/// Intraclass correlations of ratings, rows are subjects and columns raters.
///
/// A row with a missing rating is dropped.
///
/// # Formula
///
/// With mean squares `R` (subjects), `C` (raters), `E` (error), `W` (within):
///
/// ```text
/// ICC(1)   (R - W) / (R + (k-1) W)                 mean: (R - W) / R
/// ICC(A,1) (R - E) / (R + (k-1) E + k (C - E)/n)   mean: (R - E) / (R + (C - E)/n)
/// ICC(C,1) (R - E) / (R + (k-1) E)                 mean: (R - E) / R
/// ```
///
/// Intervals of the first and third come from `F = R/W` and `R/E`, of the second from a
/// Satterthwaite combination of `C` and `E`.
///
/// # Errors
///
/// [`StatsError::TooFew`] below two complete subjects or two raters,
/// [`StatsError::LengthMismatch`] of ragged rows, [`StatsError::NotFinite`] with the row's index,
/// [`StatsError::NoVariation`] when all subjects have the same mean, [`StatsError::Undefined`] when
/// a mean square leaves the range of a double.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::agreement::intraclass_correlations;
///
/// let ratings = [[9.0, 2.0, 5.0], [6.0, 1.0, 3.0], [8.0, 4.0, 6.0], [7.0, 1.0, 2.0]];
/// let icc = intraclass_correlations(&ratings, ConfidenceLevel::default())?;
/// assert!(icc.consistency.value > icc.agreement.value);
/// assert!(icc.consistency.interval.contains(icc.consistency.value));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Shrout and Fleiss (1979); `McGraw` and Wong (1996), table 7 for the intervals.
#[doc(alias = "ICC")]
pub fn intraclass_correlations<R: AsRef<[f64]>>(
    ratings: &[R],
    level: ConfidenceLevel,
) -> Result<IntraclassCorrelations, StatsError> {
    let grid = Grid::complete("ratings", ratings)?;
    at_least(2, grid.n_rows())?;
    at_least(2, grid.n_columns())?;
    let (squares, exponent) = mean_squares(&grid);
    if squares.subjects == 0.0 {
        return Err(StatsError::NoVariation {
            what: "the means of the subjects",
        });
    }
    let sizes = [grid.n_rows() as f64, grid.n_columns() as f64];
    let [one_way, agreement, consistency] = single(&squares, sizes, level);
    let [one_way_mean, consistency_mean] = mean(&squares, sizes, level);
    let [d1, d2] = [sizes[0] - 1.0, (sizes[0] - 1.0) * (sizes[1] - 1.0)];
    let mean_squares = squares.in_units(exponent)?;
    let basis = Basis::new(Method::new("icc"), grid.n_input, grid.n_rows());
    let small = Warning::SmallSample {
        n: grid.n_rows(),
        advised: 10,
    };
    Ok(IntraclassCorrelations {
        basis: basis.level(level).warn_if(grid.n_rows() < 10, small),
        n_raters: grid.n_columns(),
        mean_squares,
        one_way,
        agreement,
        consistency,
        one_way_mean,
        agreement_mean: agreement_mean(&squares, sizes, agreement.interval),
        consistency_mean,
        p: (squares.error > 0.0)
            .then(|| never_zero(fisher_f::sf(squares.subjects / squares.error, d1, d2))),
    })
}

/// Estimates for one rating: one way, absolute agreement, consistency.
fn single(squares: &IccMeanSquares, sizes: [f64; 2], level: ConfidenceLevel) -> [IccEstimate; 3] {
    let [n, k] = sizes;
    let [one_way, two_way] = ratios(squares, sizes, level);
    let IccMeanSquares {
        subjects,
        raters,
        error,
        within,
    } = *squares;
    let against = |noise: f64| (subjects - noise) / (subjects + (k - 1.0) * noise);
    let severity = k * (raters - error) / n;
    let absolute = (subjects - error) / (subjects + (k - 1.0) * error + severity);
    [
        IccEstimate {
            value: against(within),
            interval: one_way.single(k),
        },
        IccEstimate {
            value: absolute,
            interval: absolute_interval(squares, absolute, sizes, level),
        },
        IccEstimate {
            value: against(error),
            interval: two_way.single(k),
        },
    ]
}

/// Estimates for the mean of all ratings: one way, consistency.
fn mean(squares: &IccMeanSquares, sizes: [f64; 2], level: ConfidenceLevel) -> [IccEstimate; 2] {
    let [one_way, two_way] = ratios(squares, sizes, level);
    let against = |noise: f64| (squares.subjects - noise) / squares.subjects;
    [
        IccEstimate {
            value: against(squares.within),
            interval: one_way.mean(),
        },
        IccEstimate {
            value: against(squares.error),
            interval: two_way.mean(),
        },
    ]
}

/// Absolute agreement of the mean of all ratings.
fn agreement_mean(
    squares: &IccMeanSquares,
    [n, k]: [f64; 2],
    single: Interval,
) -> Option<IccEstimate> {
    let whole = squares.subjects + (squares.raters - squares.error) / n;
    (whole > 0.0).then(|| IccEstimate {
        value: (squares.subjects - squares.error) / whole,
        interval: Interval {
            low: average(single.low, k),
            high: average(single.high, k),
        },
    })
}

/// Subjects against within, and against error.
fn ratios(
    squares: &IccMeanSquares,
    [n, k]: [f64; 2],
    level: ConfidenceLevel,
) -> [RatioInterval; 2] {
    let one_way = [n - 1.0, n * (k - 1.0)];
    let two_way = [n - 1.0, (n - 1.0) * (k - 1.0)];
    [
        ratio_interval(squares.subjects, squares.within, one_way, level),
        ratio_interval(squares.subjects, squares.error, two_way, level),
    ]
}

impl IccMeanSquares {
    /// In squared units of the ratings, of which these are `2^exponent`.
    fn in_units(self, exponent: i32) -> Result<Self, StatsError> {
        let square = |mean: f64| scaled(mean, 2 * exponent);
        let squares = Self {
            subjects: square(self.subjects),
            raters: square(self.raters),
            error: square(self.error),
            within: square(self.within),
        };
        let all = [
            squares.subjects,
            squares.raters,
            squares.error,
            squares.within,
        ];
        representable("the mean square", &all)?;
        Ok(squares)
    }
}

/// Mean squares from centred values, so that an offset costs no digits, and the exponent of their
/// unit.
fn mean_squares(grid: &Grid) -> (IccMeanSquares, i32) {
    let (n, k) = (grid.n_rows() as f64, grid.n_columns() as f64);
    let origin = grid.values()[0];
    let far = grid.values().iter().map(|v| (v - origin).abs());
    let exponent = unit_exponent(far.fold(0.0, f64::max));
    let centred = |value: f64| scaled(value - origin, -exponent);
    let grand = grid.values().iter().map(|v| centred(*v)).sum::<f64>() / (n * k);
    let rows: Vec<f64> = grid
        .rows()
        .map(|row| row.iter().map(|v| centred(*v)).sum::<f64>() / k - grand)
        .collect();
    let columns: Vec<f64> = (0..grid.n_columns())
        .map(|j| grid.rows().map(|row| centred(row[j])).sum::<f64>() / n - grand)
        .collect();
    let (mut error, mut within, mut largest) = (0.0, 0.0, 0.0_f64);
    for (row, effect) in grid.rows().zip(&rows) {
        for (value, severity) in row.iter().zip(&columns) {
            let left = centred(*value) - grand - effect;
            within += left * left;
            error += (left - severity) * (left - severity);
            largest = largest.max(centred(*value).abs());
        }
    }
    // Sums of squares that only rounding made are no variation at all.
    let rounding = n * k * (8.0 * f64::EPSILON * largest).powi(2);
    let clean = |sum: f64| if sum <= rounding { 0.0 } else { sum };
    let squares = |effects: &[f64]| effects.iter().map(|effect| effect * effect).sum::<f64>();
    let squares = IccMeanSquares {
        subjects: clean(k * squares(&rows)) / (n - 1.0),
        raters: clean(n * squares(&columns)) / (k - 1.0),
        error: clean(error) / ((n - 1.0) * (k - 1.0)),
        within: clean(within) / (n * (k - 1.0)),
    };
    (squares, exponent)
}
