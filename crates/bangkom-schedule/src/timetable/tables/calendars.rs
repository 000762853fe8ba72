use super::{Csr, Prices};
use crate::rules::timetable::Rule;
use crate::timetable::problem::{DayLimits, Problem};

/// What the solver knows of the calendars of people.
#[derive(Debug, Clone)]
pub(crate) struct Calendars {
    /// The calendars of each batch.
    pub(crate) of: Csr<u32>,
    /// What an isolated slot costs.
    pub(crate) isolation: Vec<i64>,
    pub(crate) people: Vec<i64>,
    pub(crate) limits: Vec<DayLimits>,
    /// Whether any limit counts.
    pub(crate) limited: bool,
    /// Whether any limit on nights counts.
    pub(crate) nights: bool,
}

pub(super) fn compile(problem: &Problem, prices: &Prices) -> Calendars {
    let calendars = problem.calendars();
    let mut lists = vec![Vec::new(); problem.batches().len()];
    for (index, calendar) in calendars.iter().enumerate() {
        for batch in &calendar.batches {
            lists[*batch].push(index as u32);
        }
    }
    let weight = prices.of(Rule::Compactness).weight;
    let rules = [Rule::DailyLoad, Rule::Rest, Rule::NightRest];
    let counts = rules.into_iter().any(|rule| prices.of(rule).counts());
    let limited = |limits: &DayLimits| counts && *limits != DayLimits::default();
    let people = calendars.iter().map(|c| i64::from(c.people));
    let limits: Vec<DayLimits> = calendars.iter().map(|c| c.limits).collect();
    Calendars {
        of: Csr::new(lists),
        isolation: people.clone().map(|people| weight * people).collect(),
        people: people.collect(),
        limited: limits.iter().any(limited),
        nights: prices.of(Rule::NightRest).counts() && limits.iter().any(|of| of.night.is_some()),
        limits,
    }
}
