use std::collections::BTreeMap;

use bangkom_domain::id::ProgramId;
use bangkom_domain::measure::Rupiah;
use bangkom_domain::results::Benefit;
use bangkom_stats::returns::{ReturnOnInvestment, RoiOptions, return_on_investment};
use chrono::NaiveDate;

use super::{IsolatedBenefit, ProgramReturn};
use crate::compare::{Assumed, Assumption, AssumptionState, NoOpinion};
use crate::intake::Intake;

/// The return of every program with a benefit and a batch that is over, by program.
pub(crate) fn returns(
    intake: &Intake<'_>,
    benefits: &[Benefit],
    as_of: NaiveDate,
) -> Vec<ProgramReturn> {
    let mut by_program: BTreeMap<&ProgramId, Vec<&Benefit>> = BTreeMap::new();
    for benefit in benefits {
        by_program
            .entry(&benefit.program)
            .or_default()
            .push(benefit);
    }
    let returns = by_program.into_iter().filter_map(|(program, benefits)| {
        let batches = intake.batches.iter();
        let over: Vec<i64> = batches
            .filter(|batch| batch.program.id == *program && batch.is_over(as_of))
            .map(|batch| batch.batch.cost.amount())
            .collect();
        let cost = over
            .iter()
            .fold(0_i64, |sum, cost| sum.saturating_add(*cost));
        (!over.is_empty()).then(|| of_program(program, &benefits, cost))
    });
    returns.collect()
}

fn of_program(program: &ProgramId, benefits: &[&Benefit], cost: i64) -> ProgramReturn {
    let isolated: Vec<IsolatedBenefit> = benefits.iter().map(|benefit| isolate(benefit)).collect();
    let sum = |of: fn(&IsolatedBenefit) -> Rupiah| {
        let amounts = isolated.iter().map(|benefit| of(benefit).amount());
        Rupiah::new(amounts.fold(0, i64::saturating_add))
    };
    let result = against(benefits, cost);
    let (claimed, own) = (sum(|one| one.claimed), sum(|one| one.isolated));
    let by_claim = |amount: Rupiah| {
        (claimed.amount() > 0).then(|| amount.amount() as f64 / claimed.amount() as f64)
    };
    ProgramReturn {
        program: program.clone(),
        cost: Rupiah::new(cost),
        claimed,
        isolated: own,
        break_even: by_claim(Rupiah::new(cost)),
        no_opinion: NoOpinion::Estimated,
        assumptions: vec![Assumption {
            what: Assumed::OwnShare,
            state: AssumptionState::Unknown,
            figure: by_claim(own),
        }],
        benefit_cost_ratio: result.as_ref().map(|it| it.benefit_cost_ratio),
        roi_percent: result.as_ref().map(|it| it.roi_percent),
        payback_years: result.and_then(|it| it.payback_periods),
        benefits: isolated,
    }
}

fn isolate(benefit: &Benefit) -> IsolatedBenefit {
    let amounts = benefit.by_year.iter().map(|amount| amount.amount());
    let claimed = amounts.fold(0_i64, i64::saturating_add);
    let share = benefit.attribution * benefit.confidence;
    IsolatedBenefit {
        what: benefit.what.clone(),
        claimed: Rupiah::new(claimed),
        share,
        isolated: Rupiah::new((claimed as f64 * share).round() as i64),
    }
}

/// The isolated benefits of all kinds, year by year, against the cost.
fn against(benefits: &[&Benefit], cost: i64) -> Option<ReturnOnInvestment> {
    let years = benefits.iter().map(|benefit| benefit.by_year.len()).max()?;
    let mut by_year = vec![0.0; years];
    for benefit in benefits {
        let share = benefit.attribution * benefit.confidence;
        for (year, amount) in by_year.iter_mut().zip(&benefit.by_year) {
            *year += share * amount.amount() as f64;
        }
    }
    return_on_investment(&by_year, cost as f64, RoiOptions::default()).ok()
}
