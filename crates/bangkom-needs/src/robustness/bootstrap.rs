use bangkom_domain::progress::Observer;
use bangkom_stats::bootstrap::Stream;

use super::answers::Entry;
use super::bounds::Bounds;
use super::poisson::PoissonOne;
use super::problem::score;
use super::restriction::candidates;
use super::run::draws;
use super::{AnswerTable, RankProblem, RankProblemError, Stability, StabilityOptions};

/// How often an alternative is drawn again when none of its answers was drawn.
const ATTEMPTS: u64 = 64;

/// How firmly the places stand had other answers been given: a bootstrap of the answers.
///
/// Every answer counts as often as a Poisson number of mean one says, which depends on the
/// seed, the draw and the key of the answer alone: neither the order nor the partition of the
/// answers changes a byte, and an answer that speaks of two alternatives counts as often in
/// both. A source of which no answer was drawn is absent in that draw; an alternative without
/// any answer is drawn again. The weights are the chosen ones.
///
/// # Errors
/// As [`AnswerTable::problem`]; [`RankProblemError::Option`] for an option outside its range.
///
/// # Examples
/// ```
/// use bangkom_domain::progress::Silent;
/// use bangkom_needs::robustness::{
///     Answer, AnswerTable, Line, PlaceLabel, StabilityOptions, evidence_stability,
/// };
///
/// let mut table = AnswerTable::new(1);
/// for (alternative, values) in [[4.0, 4.0, 4.0], [1.0, 5.0, 5.0]].iter().enumerate() {
///     let keys = (alternative as u64 * 10)..;
///     let answers: Vec<Answer> = keys
///         .zip(values)
///         .map(|(key, value)| Answer { key, value: *value, weight: 1.0 })
///         .collect();
///     table.push(&[answers], &[Line::VALUE]);
/// }
/// let options = StabilityOptions::new(1).seed(7);
/// let result = evidence_stability(&table, &[1.0], &options, &mut Silent)?;
/// assert_eq!(result.places[0].alternative, 0);
/// assert_eq!(result.places[0].label, PlaceLabel::TossUp);
/// # Ok::<(), bangkom_needs::robustness::RankProblemError>(())
/// ```
///
/// # References
/// Chamandy, Muralidharan, Najmi and Naidu 2012, the Poisson bootstrap of streams; Efron and
/// Tibshirani 1993.
pub fn evidence_stability(
    table: &AnswerTable,
    weights: &[f64],
    options: &StabilityOptions,
    observer: &mut dyn Observer,
) -> Result<Stability, RankProblemError> {
    let problem = table.problem(weights)?;
    of_problem(table, &problem, options, observer)
}

/// The same with a base ranking that is known.
pub(super) fn of_problem(
    table: &AnswerTable,
    problem: &RankProblem,
    options: &StabilityOptions,
    observer: &mut dyn Observer,
) -> Result<Stability, RankProblemError> {
    options.check()?;
    let bounds: Vec<Bounds> = table
        .entries
        .iter()
        .map(|entry| bounds(entry, problem))
        .collect();
    let (followed, restriction) =
        candidates(&bounds, &problem.base, options.top, options.max_candidates);
    let drawers: Vec<Drawer<'_>> = followed
        .iter()
        .map(|&place| Drawer::new(&table.entries[place], problem, place, options.seed))
        .collect();
    let base: Vec<i64> = followed.iter().map(|&place| problem.base[place]).collect();
    let poisson = PoissonOne::new();
    let score = |number, scores: &mut [i64]| {
        for (score, drawer) in scores.iter_mut().zip(&drawers) {
            *score = drawer.score(number, &poisson);
        }
    };
    let drawn = draws(
        "needs.evidence_stability",
        options.draws,
        &base,
        score,
        observer,
    );
    Ok(Stability::new(
        options,
        restriction,
        &followed,
        &problem.base,
        &drawn,
    ))
}

/// A mean of answers lies between the least and the greatest of them.
fn bounds(entry: &Entry, problem: &RankProblem) -> Bounds {
    let counted = entry
        .answers
        .iter()
        .filter(|(source, _)| problem.weights[*source] > 0.0);
    let values = counted.map(|(_, answer)| answer.value);
    let least = values.clone().fold(f64::INFINITY, f64::min);
    let greatest = values.fold(f64::NEG_INFINITY, f64::max);
    Bounds::of(&entry.lines, least, greatest)
}

/// Draws the answers about one alternative.
struct Drawer<'a> {
    entry: &'a Entry,
    problem: &'a RankProblem,
    place: usize,
    /// The seed of each answer, from its key alone.
    seeds: Vec<u64>,
}

impl<'a> Drawer<'a> {
    fn new(entry: &'a Entry, problem: &'a RankProblem, place: usize, seed: u64) -> Self {
        let seeds = entry
            .answers
            .iter()
            .map(|(_, answer)| Stream::new(seed, answer.key).next_u64())
            .collect();
        Self {
            entry,
            problem,
            place,
            seeds,
        }
    }

    fn score(&self, number: u64, poisson: &PoissonOne) -> i64 {
        let drawn = (0..ATTEMPTS).find_map(|attempt| self.value(number, attempt, poisson));
        match drawn {
            Some(value) => score(&self.entry.lines, value),
            // Less likely than once in 10^27 draws.
            None => self.problem.base[self.place],
        }
    }

    /// The combined value of one draw; `None` where no answer was drawn.
    fn value(&self, number: u64, attempt: u64, poisson: &PoissonOne) -> Option<f64> {
        let (mut total, mut weight) = (0.0, 0.0);
        let (mut sum, mut count) = (0.0, 0.0);
        let answers = &self.entry.answers;
        for (place, (source, answer)) in answers.iter().enumerate() {
            let word = Stream::new(self.seeds[place], number | attempt << 32).next_u64();
            let times = f64::from(poisson.of(word)) * answer.weight;
            sum += times * answer.value;
            count += times;
            let last = answers
                .get(place + 1)
                .is_none_or(|(next, _)| next != source);
            if last {
                let own = self.problem.weights[*source] * self.entry.factors[*source];
                if count > 0.0 && own > 0.0 {
                    total += own * (sum / count);
                    weight += own;
                }
                (sum, count) = (0.0, 0.0);
            }
        }
        (weight > 0.0).then(|| total / weight)
    }
}
