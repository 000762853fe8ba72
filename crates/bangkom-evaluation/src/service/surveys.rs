use bangkom_domain::evidence::SurveyElement;
use bangkom_stats::distributions::{chi_squared, student_t};
use bangkom_stats::two_sample;
use bangkom_stats::{ConfidenceLevel, Interval, Moments, TestOptions};

use super::pooled::Element;
use super::{Difference, ElementChange};
use crate::compare::{Asked, Assumed, Assumption, AssumptionState, holm, side};

/// An element with what was answered before and after.
pub(super) type Pair<'a> = (SurveyElement, &'a Element, &'a Element);

/// Each element with its interval, its p-value, and what whole surveys say of it.
pub(super) fn elements(pairs: &[Pair<'_>], level: ConfidenceLevel) -> Vec<ElementChange> {
    let plain: Vec<Option<Welch>> = pairs
        .iter()
        .map(|(_, before, after)| Welch::of(before, after, level))
        .collect();
    let whole: Vec<Option<Asked>> = pairs
        .iter()
        .map(|(_, before, after)| of_surveys(before, after, level))
        .collect();
    let p_plain = holm(plain.iter().map(|it| it.as_ref().map(|it| it.p)));
    let p_whole = holm(whole.iter().map(|it| it.map(|it| it.p())));
    let rows = pairs.iter().zip(plain).zip(whole).zip(p_plain).zip(p_whole);
    rows.map(|((((pair, plain), whole), p_plain), p_whole)| {
        let (element, before, after) = *pair;
        let own = p_plain.map(|p| side(after.mean() - before.mean(), p, level));
        ElementChange {
            element,
            before: before.mean(),
            after: after.mean(),
            interval: plain.map(|it| it.interval),
            p_holm: p_plain,
            sturdier: whole
                .zip(p_whole)
                .map(|(asked, p)| asked.adjusted(p).beside(own, level)),
        }
    })
    .collect()
}

/// The means of whole surveys, two or more on each side: answers of one may go alike.
///
/// # References
/// Donner and Klar 2000, clusters as units of analysis; Welch 1947.
fn of_surveys(before: &Element, after: &Element, level: ConfidenceLevel) -> Option<Asked> {
    let options = TestOptions::default().level(level);
    let test = two_sample::welch(&before.means, &after.means, &options).ok()?;
    Some(Asked::new("welch of surveys", test.mean_diff, test.p_two))
}

/// The interval of the change of the index, as wide as it is when all elements go together.
pub(super) fn index_change(
    estimate: f64,
    pairs: &[Pair<'_>],
    level: ConfidenceLevel,
) -> Difference {
    let of_element = |(_, before, after): &Pair<'_>| Welch::error(before, after);
    let parts: Option<Vec<(f64, f64)>> = pairs.iter().map(of_element).collect();
    let test = parts.and_then(|parts| {
        let freedom = parts
            .iter()
            .map(|(_, df)| *df)
            .fold(f64::INFINITY, f64::min);
        // The index is 25 times the mean of the elements.
        let sum: f64 = parts.iter().map(|(error, _)| error).sum();
        let error = 25.0 * sum / parts.len() as f64;
        let reach = student_t::quantile(1.0 - level.tail(), freedom).ok()? * error;
        let p = student_t::two_sided(estimate / error, freedom).ok()?;
        let interval = Interval {
            low: estimate - reach,
            high: estimate + reach,
        };
        reach.is_finite().then_some((interval, p))
    });
    Difference {
        estimate,
        interval: test.map(|(interval, _)| interval),
        p: test.map(|(_, p)| p.clamp(f64::MIN_POSITIVE, 1.0)),
    }
}

/// Whether answers of one survey go alike: the variance of means between surveys of one side, by
/// that of independent answers, above what chance makes of it once in twenty times even where all
/// elements go together.
pub(super) fn together(pairs: &[Pair<'_>]) -> Assumption {
    let (mut seen, mut expected, mut freedom) = (0.0, 0.0, 0);
    for (_, before, after) in pairs {
        let mut own = 0;
        for element in [before, after] {
            let n = element.means.len();
            if let (Some(variances), Some(between)) =
                (element.variances, Moments::of(&element.means).variance())
            {
                seen += between * (n as f64 - 1.0);
                expected += variances / n as f64 * (n as f64 - 1.0);
                own += n - 1;
            }
        }
        freedom = freedom.max(own);
    }
    let df = freedom as f64;
    let limit = chi_squared::quantile(0.95, df).ok().map(|it| it / df);
    let (figure, state) = match limit.filter(|_| expected > 0.0) {
        None => (None, AssumptionState::Unknown),
        Some(limit) if seen / expected > limit => (Some(seen / expected), AssumptionState::Fails),
        Some(_) => (Some(seen / expected), AssumptionState::Holds),
    };
    Assumption {
        what: Assumed::IndependentAnswers,
        state,
        figure,
    }
}

/// A difference of pooled means, each answer for itself.
#[derive(Clone, Copy)]
struct Welch {
    interval: Interval,
    p: f64,
}

impl Welch {
    /// The standard error of the difference and its degrees of freedom.
    fn error(before: &Element, after: &Element) -> Option<(f64, f64)> {
        let (a, b) = (before.of_mean()?, after.of_mean()?);
        let variance = a + b;
        if variance <= 0.0 || before.people < 2.0 || after.people < 2.0 {
            return None;
        }
        let freedom = a * a / (before.people - 1.0) + b * b / (after.people - 1.0);
        Some((variance.sqrt(), variance * variance / freedom))
    }

    fn of(before: &Element, after: &Element, level: ConfidenceLevel) -> Option<Self> {
        let (error, df) = Self::error(before, after)?;
        let estimate = after.mean() - before.mean();
        let reach = student_t::quantile(1.0 - level.tail(), df).ok()? * error;
        let p = 2.0 * student_t::sf((estimate / error).abs(), df).ok()?;
        Some(Self {
            interval: Interval {
                low: estimate - reach,
                high: estimate + reach,
            },
            p: p.clamp(f64::MIN_POSITIVE, 1.0),
        })
    }
}
