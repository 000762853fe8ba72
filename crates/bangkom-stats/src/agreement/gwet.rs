use serde::{Deserialize, Serialize};

use super::ratings::{check_categories, positions};
use crate::distributions::raw::student_t;
use crate::sample::at_least;
use crate::{Basis, ConfidenceLevel, Interval, Method, StatsError};

/// Gwet's AC1 of two or more raters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GwetAc1 {
    /// What the result rests on; counts are subjects, used are those with a rating at all.
    pub basis: Basis,
    /// Observed agreement over the subjects with two or more ratings, 0..1.
    pub observed: f64,
    /// Agreement by chance, 0..1/2.
    pub expected: f64,
    /// Agreement beyond chance, at most 1.
    pub ac1: f64,
    /// Standard error over subjects; absent below two subjects.
    pub se: Option<f64>,
    /// Interval from the t distribution with subjects minus one degrees of freedom, cut at 1.
    pub interval: Option<Interval>,
}

/// Gwet's AC1 for any number of raters, with missing ratings.
///
/// Rows are subjects, columns raters, NaN a rating not given. AC1 does not fall apart when nearly
/// all ratings lie in one category, as kappa does.
///
/// # Formula
///
/// With `r_ik` raters that put subject `i` in category `k`, `r_i` ratings of it:
///
/// ```text
/// pi_k = mean over subjects of r_ik / r_i,  pe = sum pi_k (1 - pi_k) / (q - 1)
/// po   = mean over subjects with r_i >= 2 of sum_k r_ik (r_ik - 1) / (r_i (r_i - 1))
/// AC1  = (po - pe) / (1 - pe)
/// ```
///
/// The standard error is that of the mean of the subjects' linearised values.
///
/// # Errors
///
/// [`StatsError::NotFinite`] and [`StatsError::OutOfRange`] (a code that is not listed) with the
/// row's index, [`StatsError::TooFew`] below two categories or when no subject has two ratings.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::agreement::gwet_ac1;
///
/// let ratings = [[1.0, 1.0], [1.0, 1.0], [1.0, 2.0], [1.0, 1.0], [1.0, 1.0]];
/// let result = gwet_ac1(&ratings, &[1.0, 2.0], ConfidenceLevel::default())?;
/// assert!((result.ac1 - 0.756_097_56).abs() < 1e-8);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Gwet (2008); Gwet (2014), "Handbook of Inter-Rater Reliability", for missing ratings.
#[doc(alias = "AC1")]
pub fn gwet_ac1<R: AsRef<[f64]>>(
    ratings: &[R],
    categories: &[f64],
    level: ConfidenceLevel,
) -> Result<GwetAc1, StatsError> {
    check_categories(categories)?;
    let mut subjects = Vec::with_capacity(ratings.len());
    for (index, row) in ratings.iter().enumerate() {
        let row =
            positions("ratings", row.as_ref(), categories).map_err(|error| error.at_row(index))?;
        subjects.extend(Subject::new(&row, categories.len()));
    }
    let pairable = subjects.iter().filter(|subject| subject.n >= 2.0).count();
    at_least(1, pairable)?;
    let estimate = Estimate::new(&subjects, pairable as f64, categories.len());
    let se = estimate.se(&subjects);
    let half = se.map(|se| -se * student_t::quantile(level.tail(), subjects.len() as f64 - 1.0));
    let ac1 = estimate.ac1();
    let basis = Basis::new(Method::new("gwet_ac1"), ratings.len(), subjects.len());
    Ok(GwetAc1 {
        basis: basis.level(level),
        observed: estimate.observed,
        expected: estimate.expected,
        ac1,
        se,
        interval: half.map(|half| Interval {
            low: ac1 - half,
            high: (ac1 + half).min(1.0),
        }),
    })
}

/// Ratings of one subject, counted by category.
struct Subject {
    n: f64,
    counts: Vec<f64>,
}

impl Subject {
    /// `None` when nobody rated the subject.
    fn new(row: &[Option<usize>], q: usize) -> Option<Self> {
        let mut counts = vec![0.0; q];
        for position in row.iter().flatten() {
            counts[*position] += 1.0;
        }
        let n = row.iter().flatten().count() as f64;
        (n > 0.0).then_some(Self { n, counts })
    }

    /// Share of agreeing pairs of ratings, 0 when there is no pair.
    fn agreement(&self) -> f64 {
        let pairs = self
            .counts
            .iter()
            .map(|count| count * (count - 1.0))
            .sum::<f64>();
        if self.n < 2.0 {
            0.0
        } else {
            pairs / (self.n * (self.n - 1.0))
        }
    }
}

struct Estimate {
    observed: f64,
    expected: f64,
    /// `pi_k`.
    shares: Vec<f64>,
    pairable: f64,
}

impl Estimate {
    fn new(subjects: &[Subject], pairable: f64, q: usize) -> Self {
        let n = subjects.len() as f64;
        let share = |k: usize| subjects.iter().map(|s| s.counts[k] / s.n).sum::<f64>() / n;
        let shares: Vec<f64> = (0..q).map(share).collect();
        let spread: f64 = shares.iter().map(|share| share * (1.0 - share)).sum();
        Self {
            observed: subjects.iter().map(Subject::agreement).sum::<f64>() / pairable,
            expected: spread / (q - 1) as f64,
            shares,
            pairable,
        }
    }

    fn ac1(&self) -> f64 {
        (self.observed - self.expected) / (1.0 - self.expected)
    }

    fn se(&self, subjects: &[Subject]) -> Option<f64> {
        let n = subjects.len() as f64;
        let squares = subjects.iter().map(|subject| {
            let left = self.linearised(subject, n) - self.ac1();
            left * left
        });
        (n > 1.0).then(|| (squares.sum::<f64>() / (n * (n - 1.0))).sqrt())
    }

    fn linearised(&self, subject: &Subject, n: f64) -> f64 {
        let chance = if subject.n >= 2.0 { self.expected } else { 0.0 };
        let own = n / self.pairable * (subject.agreement() - chance) / (1.0 - self.expected);
        let rarity = subject
            .counts
            .iter()
            .zip(&self.shares)
            .map(|(count, pi)| count * (1.0 - pi));
        let expected = rarity.sum::<f64>() / subject.n / (self.shares.len() - 1) as f64;
        own - 2.0 * (1.0 - self.ac1()) * (expected - self.expected) / (1.0 - self.expected)
    }
}
