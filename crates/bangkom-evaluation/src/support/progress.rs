use std::collections::BTreeMap;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::follow_up::{
    FollowUp, Owner, Support, SupportAction, SupportOutcome, SupportStatus,
};
use bangkom_domain::id::{BatchId, CompetencyId, PersonId};
use bangkom_domain::roster::Roster;

use super::seat::seat;
use crate::evaluation::Evaluation;

type Key<'a> = (PersonId, &'a BatchId, Support, Option<&'a CompetencyId>);

fn key(action: &SupportAction) -> Key<'_> {
    let competency = action.competency.as_ref();
    (action.person, &action.batch, action.support, competency)
}

impl Evaluation {
    /// The follow-ups of this evaluation joined with those of an earlier one.
    ///
    /// What an earlier one asked for and the figures no longer ask for was not needed any more.
    /// What is still asked for keeps its owner and its date, and is handed up once that has
    /// passed: from the head of a unit to the head of the unit above, from anybody else to the
    /// head of the person's agency. What was done and is asked for again did not help yet, and
    /// a stronger support takes its place: mentoring after coaching or a refresher, coaching
    /// after a job aid, a talk with the superior after a field visit. What is about people or
    /// batches that this evaluation does not know stays as it was.
    ///
    /// ```
    /// # use bangkom_domain::{catalog::Catalog, follow_up::FollowUp, roster::Roster};
    /// # use bangkom_evaluation::Evaluation;
    /// # fn next(evaluation: &Evaluation, earlier: &FollowUp, roster: &Roster, catalog: &Catalog) {
    /// let joined = evaluation.follow_ups_after(earlier, roster, catalog);
    /// assert!(joined.actions.len() >= earlier.actions.len());
    /// # }
    /// ```
    pub fn follow_ups_after(
        &self,
        earlier: &FollowUp,
        roster: &Roster,
        catalog: &Catalog,
    ) -> FollowUp {
        let mut asked: BTreeMap<Key<'_>, &SupportAction> = self
            .follow_up
            .actions
            .iter()
            .map(|one| (key(one), one))
            .collect();
        let mut actions = Vec::new();
        for one in &earlier.actions {
            let again = asked.remove(&key(one));
            actions.extend(self.joined(one, again, roster, catalog));
        }
        actions.extend(asked.into_values().cloned());
        actions.sort_by(|a, b| {
            (a.person, &a.program, a.support, &a.batch, &a.competency).cmp(&(
                b.person,
                &b.program,
                b.support,
                &b.batch,
                &b.competency,
            ))
        });
        FollowUp {
            actions,
            ..self.follow_up.clone()
        }
    }

    /// An earlier action as it stands now, and a stronger one where it did not help.
    fn joined(
        &self,
        earlier: &SupportAction,
        again: Option<&SupportAction>,
        roster: &Roster,
        catalog: &Catalog,
    ) -> Vec<SupportAction> {
        let mut kept = earlier.clone();
        let Some(again) = again else {
            let known = self.persons.iter();
            let known = known.filter(|one| one.person == kept.person && one.batch == kept.batch);
            if known.count() > 0 && kept.status != SupportStatus::Done {
                kept.status = SupportStatus::Done;
                kept.outcome = Some(SupportOutcome::NotNeeded);
            }
            return vec![kept];
        };
        if kept.status == SupportStatus::Done {
            kept.outcome = Some(SupportOutcome::NotYet);
            let mut next = again.clone();
            next.support = stronger(next.support);
            let competency = next.competency.as_ref();
            next.seat_in = seat(next.support, &next.program, competency, catalog);
            return vec![kept, next];
        }
        if kept.due < self.policy.as_of && kept.status != SupportStatus::Escalated {
            kept.status = SupportStatus::Escalated;
            kept.escalated_to = above(&kept, roster);
        }
        vec![kept]
    }
}

/// What is tried after a support that did not help.
const fn stronger(support: Support) -> Support {
    match support {
        Support::Coaching | Support::Refresher | Support::Mentoring => Support::Mentoring,
        Support::JobAid => Support::Coaching,
        Support::FieldVisit | Support::SuperiorTalk => Support::SuperiorTalk,
        other => other,
    }
}

/// Who is above the owner of an action.
fn above(action: &SupportAction, roster: &Roster) -> Option<Owner> {
    let units = roster.units();
    let unit = if let Owner::UnitHead(unit) = &action.owner {
        units.parent(unit)?
    } else {
        let unit = &roster.employee(action.person)?.unit;
        units.agency_of(unit).unwrap_or(unit)
    };
    Some(Owner::UnitHead(unit.clone()))
}
