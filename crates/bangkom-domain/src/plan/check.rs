use std::collections::BTreeMap;

use super::{Batch, Plan, PlanFinding, Seat};
use crate::distinct::distinct;
use crate::finding::{Checked, Findings};
use crate::id::{PersonId, SessionId};
use crate::measure::Rupiah;

/// Sets aside batches that cannot be, and says why; rules of time and place are not asked.
///
/// What is kept is ordered by code, its seats by person. Whether rooms are free, people can be
/// spared and money suffices is for the checker of schedules.
///
/// ```
/// use bangkom_domain::plan::{self, Plan};
/// use bangkom_domain::{finding::Explain, json};
///
/// let given: Plan = json::read(r#"{ "schema": "bangkom.plan/1",
///     "provenance": { "standing": "proposed", "rules": [], "presets": [], "input_sha256": null },
///     "horizon": { "first": "2026-01-05", "last": "2026-12-18" },
///     "batches": [{ "id": "DATA/b01", "program": "DATA", "cost": -1, "seats": [],
///         "publication": "draft", "sessions": [] }] }"#)?;
/// let checked = plan::check(given);
/// assert_eq!(checked.findings.as_slice()[0].code(), "plan.cost_negative");
/// assert!(checked.value.batches.is_empty());
/// # Ok::<(), bangkom_domain::json::ReadError>(())
/// ```
pub fn check(plan: Plan) -> Checked<Plan, PlanFinding> {
    let batches = distinct(plan.batches, |batch| batch.id.clone());
    let repeated = batches.repeated.into_iter();
    let conflicting = batches.conflicting.into_iter();
    let mut findings: Vec<PlanFinding> = repeated
        .map(|batch| PlanFinding::BatchRepeated { batch })
        .chain(conflicting.map(|batch| PlanFinding::BatchConflict { batch }))
        .collect();
    let uses = session_uses(batches.kept.values());
    let batches = batches
        .kept
        .into_values()
        .filter_map(|batch| sound(batch, &uses, &mut findings))
        .collect();
    Checked {
        value: Plan { batches, ..plan },
        findings: Findings::new(findings),
    }
}

fn session_uses<'a>(batches: impl Iterator<Item = &'a Batch>) -> BTreeMap<SessionId, u32> {
    let mut uses = BTreeMap::new();
    for session in batches.flat_map(|batch| &batch.sessions) {
        *uses.entry(session.id.clone()).or_default() += 1;
    }
    uses
}

fn sound(
    mut batch: Batch,
    uses: &BTreeMap<SessionId, u32>,
    findings: &mut Vec<PlanFinding>,
) -> Option<Batch> {
    let before = findings.len();
    if batch.cost < Rupiah::ZERO {
        findings.push(PlanFinding::CostNegative {
            batch: batch.id.clone(),
            given: batch.cost,
        });
    }
    for session in &batch.sessions {
        let (session_id, batch) = (session.id.clone(), batch.id.clone());
        if uses.get(&session_id).is_some_and(|uses| *uses > 1) {
            findings.push(PlanFinding::SessionRepeated {
                session: session_id,
                batch,
            });
        } else if session.times.is_empty() || session.times.iter().any(|span| span.count == 0) {
            findings.push(PlanFinding::SlotsEmpty {
                session: session_id,
                batch,
            });
        }
    }
    let kept = findings.len() == before;
    seats(&mut batch, findings);
    kept.then_some(batch)
}

/// Leaves everybody one seat, ordered by person; it is promised if any of them was.
fn seats(batch: &mut Batch, findings: &mut Vec<PlanFinding>) {
    let mut seats = BTreeMap::<PersonId, bool>::new();
    for seat in &batch.seats {
        if let Some(pinned) = seats.insert(seat.person, seat.pinned) {
            seats.insert(seat.person, pinned || seat.pinned);
            findings.push(PlanFinding::SeatRepeated {
                batch: batch.id.clone(),
                person: seat.person,
            });
        }
    }
    batch.seats = seats
        .into_iter()
        .map(|(person, pinned)| Seat { person, pinned })
        .collect();
}
