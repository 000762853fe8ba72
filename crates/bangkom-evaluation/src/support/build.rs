use std::collections::BTreeMap;

use bangkom_domain::follow_up::{
    Barrier, FollowUp, FollowUpSchema, Owner, Support, SupportAction, SupportStatus,
};
use bangkom_domain::id::{BatchId, CompetencyId, PersonId};
use bangkom_domain::preset::Provenance;
use bangkom_domain::results::InstrumentKind;
use bangkom_domain::roster::Roster;
use bangkom_stats::gain::ChangeClass;
use chrono::{Days, NaiveDate};

use super::SupportRule;
use crate::intake::{BatchInfo, Intake};
use crate::person::PersonOutcome;
use crate::policy::EvaluationPolicy;

/// One support of one person after one batch, for one competency or for all.
type Key = (PersonId, BatchId, Support, Option<CompetencyId>);

/// The actions that the rules ask for, in batches that are over.
pub(crate) fn follow_up(
    intake: &Intake<'_>,
    outcomes: &[PersonOutcome],
    roster: &Roster,
    policy: &EvaluationPolicy,
) -> FollowUp {
    let mut asked: BTreeMap<Key, Vec<SupportRule>> = BTreeMap::new();
    let over = intake
        .batches
        .iter()
        .filter(|info| info.is_over(policy.as_of));
    let batches: BTreeMap<&BatchId, &BatchInfo<'_>> =
        over.map(|info| (&info.batch.id, info)).collect();
    for (id, info) in &batches {
        for person in info
            .seats
            .keys()
            .filter(|person| !info.attended.contains(person))
        {
            let rule = SupportRule::DidNotAttend;
            asked
                .entry((*person, (*id).clone(), rule.support(), None))
                .or_default()
                .push(rule);
        }
    }
    for outcome in outcomes {
        let Some(info) = batches.get(&outcome.batch) else {
            continue;
        };
        if info.attended.contains(&outcome.person) {
            let instrument = intake.instruments.get(&outcome.instrument);
            let competency = instrument.and_then(|known| known.instrument.competency.clone());
            let kind = instrument.map(|known| known.instrument.kind);
            for rule in rules(outcome, kind, info, policy) {
                let batch = outcome.batch.clone();
                let key = (outcome.person, batch, rule.support(), competency.clone());
                asked.entry(key).or_default().push(rule);
            }
        }
    }
    let mut actions: Vec<SupportAction> = asked
        .into_iter()
        .filter_map(|(key, rules)| action(key, rules, &batches, roster, policy))
        .collect();
    actions.sort_by(|a, b| {
        (a.person, &a.program, a.support, &a.batch)
            .cmp(&(b.person, &b.program, b.support, &b.batch))
    });
    FollowUp {
        schema: FollowUpSchema::V1,
        provenance: Some(Provenance::proposal("evaluation.support", "1")),
        actions,
    }
}

fn rules(
    outcome: &PersonOutcome,
    kind: Option<InstrumentKind>,
    info: &BatchInfo<'_>,
    policy: &EvaluationPolicy,
) -> Vec<SupportRule> {
    if kind == Some(InstrumentKind::BehaviourChecklist) {
        behaviour_rules(outcome, info, policy)
    } else {
        test_rules(outcome)
    }
}

fn test_rules(outcome: &PersonOutcome) -> Vec<SupportRule> {
    let change = *outcome.change.reveal();
    let mut rules = Vec::new();
    if outcome.after.reveal().is_none() {
        rules.push(SupportRule::MissingTest);
    }
    if *outcome.mastered.reveal() == Some(false) {
        rules.push(match change {
            Some(ChangeClass::Improved) => SupportRule::AlmostMastered,
            _ => SupportRule::NotMastered,
        });
    }
    if change == Some(ChangeClass::Deteriorated) {
        rules.push(SupportRule::Deteriorated);
    }
    rules
}

fn behaviour_rules(
    outcome: &PersonOutcome,
    info: &BatchInfo<'_>,
    policy: &EvaluationPolicy,
) -> Vec<SupportRule> {
    let (before, after) = (*outcome.before.reveal(), *outcome.after.reveal());
    let later = *outcome.follow_up.reveal();
    let mut rules = Vec::new();
    if let (Some(before), Some(last)) = (before, later.or(after))
        && last <= before
    {
        rules.push(SupportRule::BehaviourUnchanged);
    }
    if let (Some(after), Some(later)) = (after, later)
        && later < after
    {
        rules.push(SupportRule::BehaviourFaded);
    }
    let due = info
        .last_day()
        .and_then(|last| plus(last, policy.due_days.observation));
    if later.is_none() && due.is_some_and(|due| due <= policy.as_of) {
        rules.push(SupportRule::LostAtFollowUp);
    }
    rules
}

fn action(
    (person, batch, support, competency): Key,
    mut rules: Vec<SupportRule>,
    batches: &BTreeMap<&BatchId, &BatchInfo<'_>>,
    roster: &Roster,
    policy: &EvaluationPolicy,
) -> Option<SupportAction> {
    rules.sort();
    rules.dedup();
    let program = batches.get(&batch)?.program.id.clone();
    let by_organiser = [Support::MissingTest, Support::Refresher].contains(&support);
    let barrier = rules
        .iter()
        .map(|rule| rule.barrier())
        .min()
        .unwrap_or(Barrier::Unknown);
    Some(SupportAction {
        person,
        seat_in: (support == Support::Refresher).then(|| program.clone()),
        program,
        batch,
        competency,
        support,
        barrier,
        reasons: rules.iter().map(|rule| rule.code().to_owned()).collect(),
        owner: if by_organiser {
            Owner::Organiser
        } else {
            Owner::UnitHead(roster.employee(person)?.unit.clone())
        },
        due: plus(policy.as_of, policy.due_days.of(support))?,
        status: SupportStatus::Open,
        outcome: None,
        escalated_to: None,
    })
}

fn plus(day: NaiveDate, days: u16) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::from(days)))
}
