use super::estimate::{Estimate, estimate};
use super::fit::{Agreement, agreements, expected};
use super::likelihood::Parameters;
use super::responses::{Responses, Standing};
use super::result::{ElementFit, Measure, RaschStatus, RatingScaleModel, Separation, Threshold};
use super::separation::Pull;
use crate::raters::{Component, RatingTable};
use crate::sample::at_least;
use crate::{Basis, Method, StatsError, Warning};

/// Raters that a model can have.
const MOST_RATERS: usize = 2_000;

/// Abilities, severities and thresholds from ratings in ordered categories.
///
/// Values are category numbers from 0 to `categories - 1`. Targets and raters whose ratings all
/// lie in the lowest or highest category have no finite estimate; they are set aside, again and
/// again until none is left, and say so in their [`Measure`]. A table that separates in a less
/// visible way is named as [`RaschStatus::Separated`] by a direction along which no rating loses.
///
/// # Formula
///
/// ```text
/// log P_k / P_(k-1) = ability - severity - tau_k
/// sum of severities = 0 in each component,   sum of tau = 0
/// infit = sum r^2 / sum V,   outfit = mean of r^2 / V,   r = rating - expected
/// ```
///
/// # Errors
///
/// [`StatsError::TooFew`] below two categories or without a rating, [`StatsError::OutOfRange`]
/// with the target's number for a rating that is no category, or beyond 2,000 raters;
/// [`StatsError::NotConverged`] is not expected.
///
/// # Examples
///
/// ```
/// use bangkom_stats::raters::RatingTable;
/// use bangkom_stats::raters::rasch::{Measure, RaschStatus, rating_scale_model};
///
/// let rows = [[2.0, 1.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [2.0, 0.0], [2.0, 2.0]];
/// let model = rating_scale_model(&RatingTable::from_rows(&rows)?, 3)?;
/// assert_eq!(model.status, RaschStatus::Estimated);
/// // The last target has the highest rating of both, which bounds nothing.
/// assert_eq!(model.targets[5], Measure::AllHighest);
/// let severe = model.raters[1].estimate().ok_or("no estimate")?;
/// assert!(severe.logit > 0.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// Linacre (1989); Andrich (1978); Wright and Masters (1982), ch. 5, for infit and outfit.
#[doc(alias = "MFRM")]
#[doc(alias = "Facets")]
pub fn rating_scale_model(
    table: &RatingTable,
    categories: u32,
) -> Result<RatingScaleModel, StatsError> {
    at_least(2, categories as usize)?;
    at_least(1, table.n_ratings())?;
    let responses = Responses::new(table, categories)?;
    if responses.n_raters > MOST_RATERS {
        let (given, most) = (responses.n_raters as f64, MOST_RATERS as f64);
        return Err(StatsError::parameter("raters", given, 1.0, most));
    }
    let mut model = blank(table, categories, &responses);
    if responses.given.is_empty() {
        return Ok(model);
    }
    match estimate(&responses)? {
        Estimate::Separated(pull) => {
            model.status = RaschStatus::Separated(named(&responses, &pull));
        }
        Estimate::Found {
            at,
            errors,
            log_likelihood,
        } => {
            model.status = RaschStatus::Estimated;
            model.log_likelihood = Some(log_likelihood);
            fill(&mut model, &responses, &at, &errors);
        }
    }
    Ok(model)
}

/// The model without estimates.
fn blank(table: &RatingTable, categories: u32, responses: &Responses) -> RatingScaleModel {
    let used = responses.given.len();
    let extreme = Warning::UndefinedDropped {
        count: table.n_ratings() - used,
    };
    let mut basis = Basis::new(
        Method::new("rating_scale_model, joint"),
        table.n_input,
        table.n_ratings(),
    )
    .warn_if(used < table.n_ratings(), extreme);
    basis.n_used = used;
    let measure = |standing: &Standing| match standing {
        Standing::Unrated => Measure::Unrated,
        Standing::Lowest => Measure::AllLowest,
        Standing::Highest => Measure::AllHighest,
        Standing::Stays(_) => Measure::Separated,
    };
    let (targets, raters) = (numbers(&responses.targets), numbers(&responses.raters));
    let named = |places: &[usize], names: &[usize]| places.iter().map(|i| names[*i]).collect();
    let component = |group: &Component| Component {
        targets: named(&group.targets, &targets),
        raters: named(&group.raters, &raters),
    };
    let ratings_per_target = used as f64 / responses.n_targets as f64;
    RatingScaleModel {
        basis,
        status: RaschStatus::NothingLeft,
        unused_categories: (0..categories)
            .filter(|category| !responses.used.contains(category))
            .collect(),
        categories: responses.used.clone(),
        components: responses.components.iter().map(component).collect(),
        targets: responses.targets.iter().map(measure).collect(),
        raters: responses.raters.iter().map(measure).collect(),
        thresholds: Vec::new(),
        log_likelihood: None,
        bias_factor: (used > 0).then(|| (ratings_per_target - 1.0) / ratings_per_target),
    }
}

/// The callers' numbers of the elements that stay.
fn numbers(standings: &[Standing]) -> Vec<usize> {
    let stays = |(number, standing): (usize, &Standing)| {
        matches!(standing, Standing::Stays(_)).then_some(number)
    };
    standings.iter().enumerate().filter_map(stays).collect()
}

fn named(responses: &Responses, pull: &Pull) -> Separation {
    let (targets, raters) = (numbers(&responses.targets), numbers(&responses.raters));
    Separation {
        targets: pull.targets.iter().map(|place| targets[*place]).collect(),
        raters: pull.raters.iter().map(|place| raters[*place]).collect(),
        categories: pull
            .thresholds
            .iter()
            .map(|l| responses.used[l + 1])
            .collect(),
    }
}

fn fill(model: &mut RatingScaleModel, responses: &Responses, at: &Parameters, errors: &Parameters) {
    let (of_targets, of_raters) = agreements(responses, at);
    let (targets, raters) = (numbers(&responses.targets), numbers(&responses.raters));
    for (number, component) in responses.components.iter().enumerate() {
        let abilities = component.targets.iter().map(|place| at.abilities[*place]);
        let average = abilities.sum::<f64>() / component.targets.len() as f64;
        for place in &component.targets {
            let ability = at.abilities[*place];
            let fair = expected(responses, at, ability);
            let se = Some(errors.abilities[*place]);
            let seen = &of_targets[*place];
            model.targets[targets[*place]] = measured(number, seen, ability, se, fair);
        }
        let alone = component.raters.len() == 1;
        for place in &component.raters {
            let severity = at.severities[*place];
            let fair = expected(responses, at, average - severity);
            let se = (!alone).then(|| errors.severities[*place]);
            let seen = &of_raters[*place];
            model.raters[raters[*place]] = measured(number, seen, severity, se, fair);
        }
    }
    let upper = responses
        .used
        .iter()
        .skip(1)
        .zip(&at.thresholds)
        .zip(&errors.thresholds);
    let only = at.thresholds.len() == 1;
    model.thresholds = upper
        .map(|((category, logit), se)| Threshold {
            category: *category,
            logit: *logit,
            se: (!only).then_some(*se),
        })
        .collect();
}

fn measured(
    component: usize,
    seen: &Agreement,
    logit: f64,
    se: Option<f64>,
    fair_average: f64,
) -> Measure {
    Measure::Estimated(ElementFit {
        component,
        n_ratings: seen.n,
        logit,
        se,
        infit: seen.infit(),
        outfit: seen.outfit(),
        mean: seen.sum / seen.n as f64,
        fair_average,
    })
}
