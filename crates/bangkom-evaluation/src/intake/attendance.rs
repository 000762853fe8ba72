use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{PersonId, SessionId};
use bangkom_domain::results::Attendance;

use super::{BatchInfo, ResultFinding};

/// Fills in who attended each batch.
pub(super) fn attend(
    batches: &mut [BatchInfo<'_>],
    attendance: &[Attendance],
    share: f64,
    found: &mut Vec<ResultFinding>,
) {
    let marks = marks(batches, attendance, found);
    for info in batches {
        let sessions: Vec<&SessionId> = info
            .batch
            .sessions
            .iter()
            .map(|session| &session.id)
            .collect();
        let recorded: BTreeSet<&SessionId> = marks
            .keys()
            .map(|(session, _)| *session)
            .filter(|id| sessions.contains(id))
            .collect();
        info.attendance_known = !recorded.is_empty();
        let attended = |person: &PersonId| {
            let there = |session: &&&SessionId| marks.get(&(**session, *person)) == Some(&true);
            let present = recorded.iter().filter(there).count();
            present as f64 >= share * recorded.len() as f64 && (present > 0 || recorded.is_empty())
        };
        info.attended = info.seats.keys().copied().filter(attended).collect();
    }
}

type Marks<'a> = BTreeMap<(&'a SessionId, PersonId), bool>;

/// One mark for each session and person with a seat; contradictions are left out.
fn marks<'a>(
    batches: &[BatchInfo<'_>],
    attendance: &'a [Attendance],
    found: &mut Vec<ResultFinding>,
) -> Marks<'a> {
    let mut seated = BTreeMap::new();
    for info in batches {
        let sessions = info.batch.sessions.iter();
        seated.extend(sessions.map(|session| (&session.id, &info.seats)));
    }
    let mut groups: BTreeMap<(&SessionId, PersonId), Vec<bool>> = BTreeMap::new();
    for mark in attendance {
        let key = (&mark.session, mark.person);
        groups.entry(key).or_default().push(*mark.present.reveal());
    }
    let mut marks = Marks::new();
    for ((session, person), values) in groups {
        let record = format!("{session}/{person}");
        let times = values.len() as u32;
        match seated.get(session) {
            None => found.push(ResultFinding::UnknownSession {
                session: session.clone(),
                person,
            }),
            Some(seats) if !seats.contains_key(&person) => {
                found.push(ResultFinding::NotSeated { record, person });
            }
            Some(_) if values.iter().any(|value| *value != values[0]) => {
                found.push(ResultFinding::ConflictingRecord { record, times });
            }
            Some(_) => {
                if times > 1 {
                    found.push(ResultFinding::RepeatedRecord { record, times });
                }
                marks.insert((session, person), values[0]);
            }
        }
    }
    marks
}
