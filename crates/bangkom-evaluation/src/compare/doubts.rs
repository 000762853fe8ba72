use bangkom_domain::results::{Assignment, Selection, TestForms};

use super::assumption::{Assumed, AssumptionState, MANY_AGENCIES};
use super::complete::Complete;
use super::{Comparison, Design, Doubt, Status, disagree};
use crate::policy::EvaluationPolicy;

/// From which distance at the start groups are not alike, in standard deviations.
const UNEQUAL_START: f64 = 0.25;

/// From which difference of losses groups lose differently.
const UNEQUAL_LOSS: f64 = 0.1;

/// From which share of unchanged scores ties matter.
const MANY_TIES: f64 = 0.2;

/// What a reader should know beside the figures.
pub(super) fn doubts(result: &Comparison, own: &Complete, policy: &EvaluationPolicy) -> Vec<Doubt> {
    let mut all = sizes(result, policy);
    all.extend(shape(result, own, policy));
    all.extend(of_design(&result.design));
    all.extend(comparison(result));
    if disagree(&result.sturdier) {
        all.push(Doubt::SturdierDisagrees);
    }
    all
}

fn sizes(result: &Comparison, policy: &EvaluationPolicy) -> Vec<Doubt> {
    let mut all = Vec::new();
    let pairs = result.flow.both;
    if pairs < policy.few_pairs {
        all.push(Doubt::FewPairs { pairs });
    }
    let lost = result.flow.attrition();
    let lost = lost.filter(|share| *share >= policy.attrition_share);
    all.extend(lost.map(|share| Doubt::Attrition { share }));
    let agencies = result.clusters.as_ref().map(|clusters| clusters.agencies);
    let agencies = agencies.filter(|agencies| *agencies < MANY_AGENCIES);
    all.extend(agencies.map(|agencies| Doubt::FewAgencies { agencies }));
    all
}

fn shape(result: &Comparison, own: &Complete, policy: &EvaluationPolicy) -> Vec<Doubt> {
    let mut all = Vec::new();
    if let Some(gains) = &result.gains {
        let many = |share: &f64| *share >= policy.bound_share && *share > 0.0;
        let ceiling = Some(gains.ceiling_post).filter(many);
        let floor = Some(gains.floor_pre).filter(many);
        all.extend(ceiling.map(|share| Doubt::Ceiling { share }));
        all.extend(floor.map(|share| Doubt::Floor { share }));
    }
    for assumption in &result.assumptions {
        if assumption.what == Assumed::ModestSkew && assumption.state == AssumptionState::Fails {
            all.extend(assumption.figure.map(|skewness| Doubt::Skewed { skewness }));
        }
    }
    let same = own.change.iter().filter(|change| **change == 0.0).count();
    let share = same as f64 / own.len().max(1) as f64;
    if share >= MANY_TIES && result.status == Status::Estimated {
        all.push(Doubt::Ties { share });
    }
    all
}

fn of_design(design: &Design) -> Vec<Doubt> {
    let mut all = Vec::new();
    if design.attendance_unknown {
        all.push(Doubt::AttendanceUnknown);
    }
    if design.retrospective {
        all.push(Doubt::Retrospective);
    }
    if design.forms == Some(TestForms::Different) {
        all.push(match design.form_shift {
            Some(share) if share > 0.0 => Doubt::EasierTest { share },
            Some(share) => Doubt::HarderTest { share: -share },
            None => Doubt::DifferentForms,
        });
    }
    match design.selection {
        Some(Selection::LowScores) => all.push(Doubt::ChosenLow),
        Some(Selection::Volunteers) => all.push(Doubt::Volunteers),
        _ => {}
    }
    all
}

fn comparison(result: &Comparison) -> Vec<Doubt> {
    let Some(against) = &result.against else {
        return vec![Doubt::NoComparison];
    };
    let mut all = Vec::new();
    let start = against.start.filter(|start| start.abs() >= UNEQUAL_START);
    if against.assignment != Some(Assignment::Lot) {
        all.extend(start.map(|deviations| Doubt::UnequalStart { deviations }));
    }
    let losses = result
        .losses
        .as_ref()
        .and_then(|losses| losses.by_group.as_ref());
    let unequal = losses.filter(|it| (it.first - it.second).abs() >= UNEQUAL_LOSS);
    all.extend(unequal.map(|it| Doubt::UnequalAttrition {
        with: it.second,
        without: it.first,
    }));
    let slopes = result.assumptions.iter().any(|assumption| {
        assumption.what == Assumed::EqualSlopes && assumption.state == AssumptionState::Fails
    });
    if slopes {
        all.push(Doubt::SlopesDiffer);
    }
    if against.contradicts {
        all.push(Doubt::ComparisonContradicts);
    }
    all
}
