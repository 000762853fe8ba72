use std::collections::BTreeSet;
use std::fmt::Write as _;

use bangkom::domain::id::{BatchId, CodeError, CohortId, InstructorId, RoomId, SessionId};
use bangkom::schedule::rules::timetable::{Level, Reason, Rule, Rules};
use bangkom::schedule::timetable::{
    Batch, Cohort, Day, Input, Instructor, Room, Session, Timetable, Window,
};
use chrono::{Days, NaiveDate};

use super::Instance;
use super::instance::Course;

/// The instance as a problem of the library: courses are batches, lectures sessions, curricula
/// cohorts, teachers instructors; a room that is too small counts instead of blocking.
///
/// # Errors
/// When a code of the instance is no code of the library, or the calendar ends.
pub fn problem(instance: &Instance) -> Result<Input, Box<dyn std::error::Error>> {
    let because = Reason {
        reason: "rooms of the competition may be too small".to_owned(),
        author: "ITC-2007 track 3".to_owned(),
    };
    Ok(Input {
        days: days(instance)?,
        rooms: instance.rooms.iter().map(room).collect::<Result<_, _>>()?,
        instructors: instructors(instance)?,
        cohorts: instance
            .curricula
            .iter()
            .map(|(id, _)| cohort(id))
            .collect::<Result<_, _>>()?,
        batches: instance
            .courses
            .iter()
            .map(|course| batch(instance, course))
            .collect::<Result<_, _>>()?,
        rules: Rules::default().soften(Rule::Capacity, Level::Quality, 1, because)?,
        ..Input::default()
    })
}

/// The lines of the competition's format: course, room, day, period.
pub fn solution_lines(instance: &Instance, plan: &Timetable) -> String {
    let mut lines = String::new();
    for assignment in &plan.assignments {
        let session = assignment.session.as_str();
        let course = session
            .rsplit_once('/')
            .map_or(session, |(course, _)| course);
        let room = assignment.room.as_ref().map_or("", |room| room.as_str());
        let periods = u32::from(instance.periods);
        let (day, period) = (assignment.start / periods, assignment.start % periods);
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{course} {room} {day} {period}");
    }
    lines
}

fn days(instance: &Instance) -> Result<Vec<Day>, Box<dyn std::error::Error>> {
    let monday = NaiveDate::from_ymd_opt(2007, 9, 3).ok_or("no such date")?;
    let day = |after: u16| {
        let date = monday
            .checked_add_days(Days::new(u64::from(after)))
            .ok_or("no such date")?;
        Ok(Day {
            date,
            slots: instance.periods,
        })
    };
    (0..instance.days).map(day).collect()
}

fn room((id, capacity): &(String, u32)) -> Result<Room, CodeError> {
    Ok(Room::new(RoomId::new(id)?, *capacity))
}

fn instructors(instance: &Instance) -> Result<Vec<Instructor>, CodeError> {
    let teachers = instance
        .courses
        .iter()
        .map(|course| course.teacher.as_str());
    let teachers: BTreeSet<&str> = teachers.collect();
    let instructor = |id| Ok(Instructor::new(InstructorId::new(id)?));
    teachers.into_iter().map(instructor).collect()
}

fn cohort(id: &str) -> Result<Cohort, CodeError> {
    Ok(Cohort::new(CohortId::new(id)?))
}

fn batch(instance: &Instance, course: &Course) -> Result<Batch, CodeError> {
    let lecture = |number: u16| {
        let id = SessionId::new(format!("{}/{number}", course.id))?;
        Ok(Session {
            instructors: 1,
            ..Session::new(id, 1)
        })
    };
    let sessions = (0..course.lectures)
        .map(lecture)
        .collect::<Result<_, _>>()?;
    let attends = instance
        .curricula
        .iter()
        .filter(|(_, courses)| courses.contains(&course.id));
    let closed = instance
        .unavailable
        .iter()
        .filter(|(id, ..)| *id == course.id);
    let window = |(_, day, period): &(String, u16, u16)| {
        let from = u32::from(*day) * u32::from(instance.periods) + u32::from(*period);
        Window { from, to: from + 1 }
    };
    Ok(Batch {
        seats: Some(course.students),
        cohorts: attends
            .map(|(id, _)| CohortId::new(id))
            .collect::<Result<_, _>>()?,
        instructors: vec![InstructorId::new(&course.teacher)?],
        min_days: course.min_days,
        unavailable: closed.map(window).collect(),
        ..Batch::new(BatchId::new(&course.id)?, sessions)
    })
}
