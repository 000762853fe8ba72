use bangkom_domain::calendar::Period;
use bangkom_domain::id::ProgramId;
use bangkom_domain::results::{CountPoint, CountSeries};
use bangkom_stats::ConfidenceLevel;

use super::count_opinions::opinions;
use super::{CountChange, CountCourse, Dispersion, Rates, Ratio, ServiceReading};
use super::{count_course, count_rates};
use crate::compare::{
    Advice, Assumed, Assumption, Because, Doubt, Estimate, MethodChoice, NoOpinion, disagree,
};

/// The change of one count, beside units without participants that count the same.
pub(super) fn count_change(
    program: &ProgramId,
    one: &CountSeries,
    others: &[&CountSeries],
    window: Period,
    level: ConfidenceLevel,
) -> CountChange {
    let rates = count_rates(&one.points, window, level);
    let series: Vec<&[CountPoint]> = others.iter().map(|it| it.points.as_slice()).collect();
    let dispersion = Dispersion::of(&[&one.points], window);
    let in_waves = dispersion.filter(|it| it.factor() > 1.0);
    let widened = in_waves.and_then(|it| rates.widened(it.factor(), level));
    let against = against(&rates, one, &series, window, level);
    let course = count_course(&one.points, &series, window, level);
    let ratio = against.or(widened).or(rates.ratio);
    let sturdier = {
        let others: &[&[CountPoint]] = if against.is_some() { &series } else { &[] };
        opinions(
            course.as_ref(),
            ratio.as_ref(),
            (&one.points, others),
            window,
            level,
        )
    };
    let no_opinion = NoOpinion::unless(&sturdier, || NoOpinion::of_sums(ratio.is_some()));
    let mut change = CountChange {
        program: program.clone(),
        unit: one.unit.clone(),
        indicator: one.indicator.clone(),
        direction: one.direction,
        advice: advice(course.as_ref(), ratio.as_ref(), !others.is_empty()),
        sturdier,
        no_opinion,
        assumptions: assumptions(dispersion.as_ref(), course.is_some(), others.is_empty()),
        reading: ServiceReading::Unclear,
        doubts: Vec::new(),
        comparison: others.iter().map(|other| other.unit.clone()).collect(),
        rates,
        dispersion,
        widened,
        against_comparison: against,
        course,
    };
    if let Some(best) = change.best() {
        change.reading = best.reading(one.direction, level);
    }
    change.doubts = doubts(&change, in_waves);
    change
}

/// The ratio beyond that of others, its error widened where events come in waves anywhere.
fn against(
    rates: &Rates,
    one: &CountSeries,
    others: &[&[CountPoint]],
    window: Period,
    level: ConfidenceLevel,
) -> Option<Ratio> {
    let theirs = others
        .iter()
        .map(|points| count_rates(points, window, level));
    let together = theirs.reduce(|all, rates| all.with(&rates, level))?;
    let mut all = others.to_vec();
    all.push(&one.points);
    let factor = Dispersion::of(&all, window).map_or(1.0, |it| it.factor());
    rates.beyond(&together, factor, level)
}

fn advice(course: Option<&CountCourse>, ratio: Option<&Ratio>, compared: bool) -> Advice {
    let mut advice = match course {
        Some(course) => Advice {
            method: MethodChoice::InterruptedSeries,
            because: vec![Because::Counts, Because::ManyPoints],
            estimate: Some(Estimate {
                value: course.mean_effect.ratio,
                interval: course.mean_effect.ci,
                p: course.mean_effect.p,
            }),
        },
        None => Ratio::advice(ratio),
    };
    if compared {
        advice.because.push(Because::ExistingGroup);
    }
    advice
}

fn assumptions(dispersion: Option<&Dispersion>, course: bool, alone: bool) -> Vec<Assumption> {
    let mut all = vec![match dispersion {
        Some(it) if it.factor() > 1.0 => {
            Assumption::judged(Assumed::IndependentEvents, Some(it.ratio), |_| true)
        }
        it => Assumption::judged(Assumed::IndependentEvents, it.map(|it| it.ratio), |_| false),
    }];
    if course {
        all.push(Assumption::unknown(Assumed::CourseGoesOn));
    }
    all.push(Assumption::unknown(if alone {
        Assumed::NothingElse
    } else {
        Assumed::ParallelChange
    }));
    all
}

fn doubts(change: &CountChange, in_waves: Option<Dispersion>) -> Vec<Doubt> {
    let mut all = Vec::new();
    if change.comparison.is_empty() {
        all.push(Doubt::NoComparison);
    }
    all.extend(in_waves.map(|it| Doubt::Waves { ratio: it.ratio }));
    if disagree(&change.sturdier) {
        all.push(Doubt::SturdierDisagrees);
    }
    all
}

impl CountChange {
    /// The best ratio at hand: against the course before where there is one, beyond others before
    /// alone, its error widened where events come in waves.
    pub(crate) fn best(&self) -> Option<Ratio> {
        let course = self.course.as_ref().map(CountCourse::ratio);
        course
            .or(self.against_comparison)
            .or(self.widened)
            .or(self.rates.ratio)
    }
}
