use std::collections::BTreeMap;

use bangkom_domain::catalog::Catalog;
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
use super::seat::seat;
use crate::barrier::Hindered;
use crate::intake::{BatchInfo, Intake};
use crate::person::PersonOutcome;
use crate::policy::EvaluationPolicy;

/// One support of one person after one batch, for one competency or for all.
type Key = (PersonId, BatchId, Support, Option<CompetencyId>);

/// What the rules are asked about.
pub(crate) struct Facts<'a> {
    pub intake: &'a Intake<'a>,
    pub outcomes: &'a [PersonOutcome],
    pub hindered: &'a Hindered,
    pub roster: &'a Roster,
    pub catalog: &'a Catalog,
    pub policy: &'a EvaluationPolicy,
}

/// Rules by the support that they ask for together.
#[derive(Default)]
struct Asked(BTreeMap<Key, Vec<SupportRule>>);

impl Asked {
    fn push(&mut self, key: Key, rules: impl IntoIterator<Item = SupportRule>) {
        self.0.entry(key).or_default().extend(rules);
    }
}

/// The actions that the rules ask for, in batches that are over.
pub(crate) fn follow_up(facts: &Facts<'_>) -> FollowUp {
    let over = facts.intake.batches.iter();
    let over = over.filter(|info| info.is_over(facts.policy.as_of));
    let batches: BTreeMap<&BatchId, &BatchInfo<'_>> =
        over.map(|info| (&info.batch.id, info)).collect();
    let mut asked = Asked::default();
    for (id, info) in &batches {
        let absent = info.seats.keys();
        for person in absent.filter(|person| !info.attended.contains(person)) {
            let rule = SupportRule::DidNotAttend;
            asked.push((*person, (*id).clone(), rule.support(), None), [rule]);
        }
    }
    for outcome in facts.outcomes {
        if let Some(info) = batches.get(&outcome.batch)
            && info.attended.contains(&outcome.person)
        {
            facts.ask(outcome, info, &mut asked);
        }
    }
    let asked = asked.0.into_iter();
    let mut actions: Vec<SupportAction> = asked
        .filter_map(|(key, rules)| facts.action(key, rules, &batches))
        .collect();
    actions.sort_by(|a, b| {
        (a.person, &a.program, a.support, &a.batch)
            .cmp(&(b.person, &b.program, b.support, &b.batch))
    });
    FollowUp {
        schema: FollowUpSchema::V1,
        provenance: Some(Provenance::proposal("evaluation.support", "2")),
        actions,
    }
}

impl Facts<'_> {
    /// Everything that the rules ask for after one outcome.
    fn ask(&self, outcome: &PersonOutcome, info: &BatchInfo<'_>, asked: &mut Asked) {
        let instrument = self.intake.instruments.get(&outcome.instrument);
        let competency = instrument.and_then(|known| known.instrument.competency.clone());
        let kind = instrument.map(|known| known.instrument.kind);
        let key = |support| {
            let batch = outcome.batch.clone();
            (outcome.person, batch, support, competency.clone())
        };
        if kind != Some(InstrumentKind::BehaviourChecklist) {
            for rule in test_rules(outcome) {
                asked.push(key(rule.support()), [rule]);
            }
            return;
        }
        let (signs, lost) = behaviour_rules(outcome, info, self.policy);
        if let Some(rule) = lost {
            asked.push(key(rule.support()), [rule]);
        }
        if signs.is_empty() {
            return;
        }
        let causes = self.causes(outcome, competency.as_ref());
        for cause in &causes {
            let rules = signs.iter().copied().chain([*cause]);
            asked.push(key(cause.support()), rules);
        }
        if causes.is_empty() {
            for rule in signs {
                asked.push(key(rule.support()), [rule]);
            }
        }
    }

    /// Why behaviour is not better, as far as that is known: what the person says stands in the
    /// way, else that what was mastered is not applied.
    fn causes(
        &self,
        outcome: &PersonOutcome,
        competency: Option<&CompetencyId>,
    ) -> Vec<SupportRule> {
        let barriers = self
            .hindered
            .of(&outcome.batch, outcome.person, self.policy);
        let barriers = barriers.into_iter().filter_map(SupportRule::of_barrier);
        let causes: Vec<SupportRule> = barriers.collect();
        if !causes.is_empty() {
            return causes;
        }
        // Outcomes are ordered by person and batch.
        let (person, batch) = (outcome.person, &outcome.batch);
        let first = self
            .outcomes
            .partition_point(|one| (one.person, &one.batch) < (person, batch));
        let own = self.outcomes[first..].iter();
        let own = own.take_while(|one| (one.person, &one.batch) == (person, batch));
        let tests = own.filter(|one| {
            let info = self.intake.instruments.get(&one.instrument);
            let of = info.and_then(|info| info.instrument.competency.as_ref());
            let test =
                info.is_some_and(|info| info.instrument.kind != InstrumentKind::BehaviourChecklist);
            test && of == competency
        });
        let marks: Vec<bool> = tests.filter_map(|one| *one.mastered.reveal()).collect();
        let mastered = !marks.is_empty() && marks.iter().all(|mastered| *mastered);
        mastered
            .then_some(SupportRule::NotApplied)
            .into_iter()
            .collect()
    }

    fn action(
        &self,
        (person, batch, support, competency): Key,
        mut rules: Vec<SupportRule>,
        batches: &BTreeMap<&BatchId, &BatchInfo<'_>>,
    ) -> Option<SupportAction> {
        rules.sort();
        rules.dedup();
        let program = batches.get(&batch)?.program.id.clone();
        let by_organiser = [Support::MissingTest, Support::Refresher].contains(&support);
        let barriers = rules.iter().map(|rule| rule.barrier());
        let barrier = barriers.min().unwrap_or(Barrier::Unknown);
        let policy = self.policy;
        Some(SupportAction {
            person,
            seat_in: seat(support, &program, competency.as_ref(), self.catalog),
            program,
            batch,
            competency,
            support,
            barrier,
            reasons: rules.iter().map(|rule| rule.code().to_owned()).collect(),
            owner: if by_organiser {
                Owner::Organiser
            } else {
                Owner::UnitHead(self.roster.employee(person)?.unit.clone())
            },
            due: plus(policy.as_of, policy.due_days.of(support))?,
            status: SupportStatus::Open,
            outcome: None,
            escalated_to: None,
        })
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

/// Signs that behaviour is not better, and that it was not seen when due.
fn behaviour_rules(
    outcome: &PersonOutcome,
    info: &BatchInfo<'_>,
    policy: &EvaluationPolicy,
) -> (Vec<SupportRule>, Option<SupportRule>) {
    let (before, after) = (*outcome.before.reveal(), *outcome.after.reveal());
    let later = *outcome.follow_up.reveal();
    let mut signs = Vec::new();
    if let (Some(before), Some(last)) = (before, later.or(after))
        && last <= before
    {
        signs.push(SupportRule::BehaviourUnchanged);
    }
    if let (Some(after), Some(later)) = (after, later)
        && later < after
    {
        signs.push(SupportRule::BehaviourFaded);
    }
    let due = info
        .last_day()
        .and_then(|last| plus(last, policy.due_days.observation));
    let lost = later.is_none() && due.is_some_and(|due| due <= policy.as_of);
    (signs, lost.then_some(SupportRule::LostAtFollowUp))
}

fn plus(day: NaiveDate, days: u16) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::from(days)))
}
