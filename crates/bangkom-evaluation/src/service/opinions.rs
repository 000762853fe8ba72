use bangkom_domain::calendar::Period;
use bangkom_domain::results::ServicePoint;
use bangkom_stats::ConfidenceLevel;
use bangkom_stats::ranks::{RankSumOptions, rank_sum};

use super::build::Other;
use super::effect::beyond;
use super::{Difference, SeriesEffect};
use crate::compare::{Asked, SecondOpinion, least_of_splits, side, side_of};

/// What a course straight in logarithms and ranks of points say of a course.
pub(super) fn of_course(course: &SeriesEffect, level: ConfidenceLevel) -> Vec<SecondOpinion> {
    let own = side(course.mean_effect.estimate, course.mean_effect.p, level);
    let logarithms = course.log_ratio.map(|it| {
        Asked::new("interrupted_series of logarithms", it.ln.estimate, it.p).shown_as(None)
    });
    let ranks = course.ranks.as_ref();
    let ranks = ranks.map(|it| Asked::new("rank_sum beyond Sen's slope", it.shift, it.p));
    let asked = logarithms.into_iter().chain(ranks);
    asked.map(|it| it.beside(Some(own), level)).collect()
}

/// What ranks of points, beyond the mean of others of their periods, say of means.
pub(super) fn of_points(
    points: &[&ServicePoint],
    others: &[Other<'_>],
    window: Period,
    means: Option<&Difference>,
    level: ConfidenceLevel,
) -> Vec<SecondOpinion> {
    let others: Vec<Vec<ServicePoint>> = others
        .iter()
        .map(|(_, points)| points.iter().map(|point| (*point).clone()).collect())
        .collect();
    let others: Vec<&[ServicePoint]> = others.iter().map(Vec::as_slice).collect();
    let values = |keep: &dyn Fn(Period) -> bool| -> Vec<f64> {
        let kept = points.iter().filter(|point| keep(point.period));
        kept.filter_map(|point| beyond(point, &others)).collect()
    };
    let before = values(&|period| period.last() < window.first());
    let after = values(&|period| period.first() > window.last());
    let options = RankSumOptions::default().level(level);
    let Some(ranks) = rank_sum(&before, &after, &options).ok() else {
        return Vec::new();
    };
    let asked = Asked::new("rank_sum of points", ranks.shift, ranks.p);
    let asked = asked.least(least_of_splits(before.len(), after.len()));
    let own = means.and_then(|it| it.interval);
    vec![asked.beside(own.map(|it| side_of(it, 0.0)), level)]
}
