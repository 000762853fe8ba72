use bangkom_domain::calendar::Period;
use bangkom_domain::results::CountPoint;
use bangkom_stats::ConfidenceLevel;
use bangkom_stats::ranks::{RankSumOptions, rank_sum};

use super::{CountCourse, Ratio};
use crate::compare::{Asked, SecondOpinion, least_of_splits, side};

/// The ratio of rates beside a course, ranks of rates beside a ratio; beyond others where the
/// ratio is.
pub(super) fn opinions(
    course: Option<&CountCourse>,
    ratio: Option<&Ratio>,
    (points, others): (&[CountPoint], &[&[CountPoint]]),
    window: Period,
    level: ConfidenceLevel,
) -> Vec<SecondOpinion> {
    let toward = |ratio: &Ratio| ratio.value.map(f64::ln);
    let of = |ratio: &Ratio| Some(side(toward(ratio)?, ratio.p, level));
    let own = course.map_or_else(|| ratio.and_then(of), |course| of(&course.ratio()));
    let means = course.and(ratio).map(|it| {
        let asked = Asked::new("rate_ratio", 0.0, it.p);
        asked.shown_as(it.value).toward(toward(it))
    });
    let rates = |keep: &dyn Fn(Period) -> bool| -> Vec<f64> {
        let kept = points.iter().filter(|point| keep(point.period));
        kept.filter_map(|point| beyond(point, others)).collect()
    };
    let before = rates(&|period| period.last() < window.first());
    let after = rates(&|period| period.first() > window.last());
    let options = RankSumOptions::default().level(level);
    let ranks = rank_sum(&before, &after, &options).ok();
    let ranks = ranks.filter(|_| course.is_none()).map(|it| {
        let asked = Asked::new("rank_sum of rates", it.shift, it.p).shown_as(None);
        asked.least(least_of_splits(before.len(), after.len()))
    });
    let asked = means.into_iter().chain(ranks);
    asked.map(|it| it.beside(own, level)).collect()
}

/// The rate of a point, by that of others in the same period where there are others.
fn beyond(point: &CountPoint, others: &[&[CountPoint]]) -> Option<f64> {
    let own = rate([point].into_iter())?;
    if others.is_empty() {
        return Some(own);
    }
    let same = others.iter().flat_map(|points| points.iter());
    let same = same.filter(|other| other.period == point.period);
    rate(same).filter(|rate| *rate > 0.0).map(|rate| own / rate)
}

fn rate<'a>(points: impl Iterator<Item = &'a CountPoint>) -> Option<f64> {
    let sound = points.filter(|point| point.exposed() > 0.0 && point.exposed().is_finite());
    let (events, exposed) = sound.fold((0.0, 0.0), |(events, exposed), point| {
        (events + f64::from(point.events), exposed + point.exposed())
    });
    (exposed > 0.0).then(|| events / exposed)
}
