use bangkom_domain::plan::{Batch, Session};
use bangkom_domain::program::{SessionTemplate, Venue};
use bangkom_domain::resources::Room;

use super::PlanViolation as V;
use super::context::{Context, days, slots};
use super::overlap::Occupied;

/// Rooms suffice, are open, and hold one session at a time.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<V>) {
    let mut occupied = Occupied::new();
    for (batch, session) in context.sessions() {
        let room = session
            .room
            .as_ref()
            .and_then(|room| context.rooms.get(room));
        if let Some(room) = room {
            occupied.take(&room.id, &session.id, slots(session));
            open(session, room, found);
            large_enough(batch, session, room, found);
        }
    }
    for batch in &context.plan.batches {
        let templates = context.program(batch).map_or(&[][..], |p| &p.sessions);
        for (session, template) in batch.sessions.iter().zip(templates) {
            needs(context, session, template, found);
        }
    }
    for clash in occupied.clashes() {
        found.push(V::RoomConflict {
            room: clash.member.clone(),
            first: clash.first.clone(),
            second: clash.second.clone(),
            day: clash.at.0,
            slot: clash.at.1,
        });
    }
}

fn open(session: &Session, room: &Room, found: &mut Vec<V>) {
    for day in days(session) {
        if room.unavailable.iter().any(|period| period.contains(day)) {
            found.push(V::RoomUnavailable {
                session: session.id.clone(),
                room: room.id.clone(),
                day,
            });
        }
    }
}

fn large_enough(batch: &Batch, session: &Session, room: &Room, found: &mut Vec<V>) {
    let seats = batch.seats.len() as u32;
    if seats > u32::from(room.capacity) {
        found.push(V::RoomTooSmall {
            session: session.id.clone(),
            room: room.id.clone(),
            seats,
            capacity: room.capacity,
        });
    }
}

fn needs(context: &Context<'_>, session: &Session, template: &SessionTemplate, found: &mut Vec<V>) {
    let features = match &template.venue {
        Venue::Room(features) => Some(features),
        Venue::Online | Venue::Workplace => None,
    };
    if features.is_some() != session.room.is_some() {
        found.push(V::RoomNeed {
            session: session.id.clone(),
            needed: features.is_some(),
        });
    }
    let room = session
        .room
        .as_ref()
        .and_then(|room| context.rooms.get(room));
    for feature in features.into_iter().flatten() {
        if let Some(room) = room.filter(|room| !room.features.contains(feature)) {
            found.push(V::RoomFeature {
                session: session.id.clone(),
                room: room.id.clone(),
                feature: feature.clone(),
            });
        }
    }
}
