//! Random timetable problems: tight in places, with every rule in play now and then.

use std::collections::BTreeSet;

use bangkom_domain::calendar::Period;
use bangkom_domain::id::FeatureId;
use bangkom_domain::id::{
    BatchId, CohortId, InstructorId, PersonId, RoomId, SessionId, SiteId, UnitId,
};
use bangkom_domain::measure::{Permille, Rupiah};
use bangkom_domain::resources::StaffingRule;
use bangkom_schedule::rules::timetable::{Level, Reason, Rule, Rules, Setting, Severity};
use bangkom_schedule::search::Rng;
use bangkom_schedule::timetable::{
    Avoid, Batch, Booking, Cohort, Day, DayLimits, Exception, Gap, Input, Instructor, Need, Person,
    Position, Room, Session, Site, Unit, Venue, Window,
};
use chrono::{Days, NaiveDate};

struct Draw {
    rng: Rng,
    slots: u32,
}

fn person(number: u32) -> PersonId {
    PersonId::new(uuid::Uuid::from_u128(u128::from(number) + 1))
}

/// A problem drawn from the seed; a plain one has cohorts, rooms and single slots only.
pub(crate) fn input(seed: u64, plain: bool) -> Input {
    let mut draw = Draw {
        rng: Rng::new(seed),
        slots: 0,
    };
    let mut input = Input::default();
    draw.days(&mut input);
    draw.rooms(&mut input, plain);
    draw.instructors(&mut input, plain);
    if !plain {
        draw.people(&mut input);
    }
    draw.cohorts(&mut input, plain);
    draw.batches(&mut input, plain);
    draw.rules(&mut input, plain);
    if !plain && draw.chance(30) {
        draw.exceptions(&mut input);
    }
    if !plain && draw.chance(30) {
        draw.booking(&mut input);
    }
    input
}

impl Draw {
    fn chance(&mut self, percent: u32) -> bool {
        self.rng.below(100) < percent
    }

    fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.rng.below(most - least + 1)
    }

    fn window(&mut self) -> Window {
        let from = self.rng.below(self.slots);
        let to = from + self.between(1, 4);
        Window { from, to }
    }

    fn windows(&mut self, percent: u32) -> Vec<Window> {
        if self.chance(percent) {
            vec![self.window()]
        } else {
            Vec::new()
        }
    }

    fn avoid(&mut self, percent: u32) -> Vec<Avoid> {
        let windows = self.windows(percent);
        let cost = self.between(1, 4);
        windows
            .into_iter()
            .map(|window| Avoid { window, cost })
            .collect()
    }

    fn limits(&mut self, percent: u32) -> DayLimits {
        let slots = self.chance(percent).then(|| self.between(2, 4) as u16);
        let run = self.chance(percent).then(|| self.between(1, 3) as u16);
        let night = self.chance(percent).then(|| self.between(1, 6) as u16);
        DayLimits { slots, run, night }
    }

    fn days(&mut self, input: &mut Input) {
        let first = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let (days, slots) = (self.between(2, 4), self.between(3, 6));
        input.days = (0..days)
            .map(|day| Day {
                date: first + Days::new(u64::from(day)),
                slots: slots as u16,
            })
            .collect();
        self.slots = days * slots;
        input.sites = (0..2)
            .map(|at| Site {
                id: SiteId::new(format!("S{at}")).unwrap(),
                position: Position {
                    x_km: at * 9,
                    y_km: 3,
                },
            })
            .collect();
    }

    fn rooms(&mut self, input: &mut Input, plain: bool) {
        for number in 0..self.between(2, 4) {
            let mut room = Room::new(
                RoomId::new(format!("R{number}")).unwrap(),
                self.between(2, 8),
            );
            if !plain {
                room.at_once = if self.chance(20) { 2 } else { 1 };
                room.closed = self.windows(30);
                room.site = input
                    .sites
                    .get(self.rng.below(3) as usize)
                    .map(|site| site.id.clone());
                if self.chance(50) {
                    room.features = BTreeSet::from([FeatureId::new("screen").unwrap()]);
                }
            }
            input.rooms.push(room);
        }
    }

    fn instructors(&mut self, input: &mut Input, plain: bool) {
        for number in 0..self.between(2, 4) {
            let mut instructor = Instructor::new(InstructorId::new(format!("I{number}")).unwrap());
            instructor.unavailable = self.windows(30);
            if !plain {
                instructor.contract = self.windows(10);
                instructor.avoid = self.avoid(30);
                instructor.limits = self.limits(30);
                instructor.max_slots = self.chance(30).then(|| self.between(2, 8));
                instructor.fee = Rupiah::new(i64::from(self.between(0, 3)) * 150_000);
            }
            input.instructors.push(instructor);
        }
    }

    fn people(&mut self, input: &mut Input) {
        let first = input.days[0].date;
        for number in 0..2 {
            let id = UnitId::new(format!("U{number}")).unwrap();
            let staffing = StaffingRule {
                unit: id.clone(),
                max_away: Permille::new(self.between(100, 700)).unwrap(),
                min_on_duty: self.between(0, 3),
                blackout: if self.chance(30) {
                    vec![Period::day(first)]
                } else {
                    Vec::new()
                },
                max_person_days: None,
                at_least_one: false,
            };
            input.units.push(Unit {
                id,
                site: input.sites.first().map(|site| site.id.clone()),
                headcount: 9,
                staffing: self.chance(70).then_some(staffing),
            });
        }
        for number in 0..self.between(4, 9) {
            let mut one = Person::new(person(number));
            one.unit = input
                .units
                .get(self.rng.below(3) as usize)
                .map(|unit| unit.id.clone());
            one.unavailable = self.windows(10);
            one.limits = self.limits(15);
            input.people.push(one);
        }
    }

    fn cohorts(&mut self, input: &mut Input, plain: bool) {
        for number in 0..self.between(1, 4) {
            let mut cohort = Cohort::new(CohortId::new(format!("C{number}")).unwrap());
            if !plain {
                cohort.people = self.some_people(input, 25);
                cohort.limits = self.limits(20);
            }
            input.cohorts.push(cohort);
        }
    }

    fn some_people(&mut self, input: &Input, percent: u32) -> Vec<PersonId> {
        let people = input
            .people
            .iter()
            .filter(|_| self.rng.below(100) < percent);
        people.map(|person| person.id).collect()
    }

    fn batches(&mut self, input: &mut Input, plain: bool) {
        for number in 0..self.between(3, 6) {
            let sessions = (0..self.between(1, 4))
                .map(|at| self.session(number, at, plain))
                .collect();
            let mut batch = Batch::new(BatchId::new(format!("B{number}")).unwrap(), sessions);
            let cohorts = input.cohorts.iter().filter(|_| self.rng.below(100) < 40);
            batch.cohorts = cohorts.map(|cohort| cohort.id.clone()).collect();
            batch.min_days = self.between(0, 3) as u16;
            batch.seats = self.chance(50).then(|| self.between(1, 9));
            batch.unavailable = self.windows(40);
            let teachers = if plain { 1 } else { self.between(1, 3) };
            batch.instructors = (0..teachers)
                .map(|_| {
                    input.instructors[self.rng.below(input.instructors.len() as u32) as usize]
                        .id
                        .clone()
                })
                .collect();
            if !plain {
                batch.people = self.some_people(input, 30);
                batch.avoid = self.avoid(30);
                batch.in_order = self.chance(40);
                if number > 0 && self.chance(25) {
                    batch.after = vec![BatchId::new(format!("B{}", number - 1)).unwrap()];
                }
            }
            input.batches.push(batch);
        }
    }

    fn session(&mut self, batch: u32, number: u32, plain: bool) -> Session {
        let mut session = Session::new(SessionId::new(format!("B{batch}/{number}")).unwrap(), 1);
        session.instructors = 1;
        if plain {
            return session;
        }
        session.slots = self.between(1, 3) as u16;
        session.spans_days = self.chance(25);
        session.instructors = [0, 1, 1, 1, 1, 2][self.rng.below(6) as usize];
        session.venue = match self.rng.below(6) {
            0 => Venue::Online,
            1 => Venue::Workplace,
            2 => Venue::Room(BTreeSet::from([FeatureId::new("screen").unwrap()])),
            _ => Venue::Room(BTreeSet::new()),
        };
        if self.chance(20) {
            let least_days = self.between(0, 1) as u16;
            let greatest_days = self.chance(50).then_some(least_days + 1);
            session.gap = Some(Gap {
                least_days,
                greatest_days,
            });
        }
        if self.chance(30) {
            session.need = Need::Value(self.between(1, 50));
        }
        session
    }

    fn rules(&mut self, input: &mut Input, plain: bool) {
        let because = Reason {
            reason: "a test".into(),
            author: "the tests".into(),
        };
        let mut rules = Rules::default();
        if plain {
            rules = rules
                .soften(Rule::Capacity, Level::Quality, 1, because)
                .unwrap();
            input.rules = rules;
            return;
        }
        for rule in Rule::ALL.iter().filter(|rule| !rule.is_fixed()) {
            // Compactness that blocks would let nobody have a first slot.
            if self.chance(60) {
                continue;
            }
            let level = [
                Level::Quality,
                Level::Value,
                Level::Stability,
                Level::Mandatory,
            ];
            let soft = rule.default_setting().severity != Severity::Block;
            let severity = match self.rng.below(5) {
                0 if !soft => Severity::Block,
                1 => Severity::Ignore,
                _ => Severity::Warn,
            };
            let setting = Setting {
                severity,
                level: level[self.rng.below(4) as usize],
                weight: self.between(1, 5),
            };
            rules = rules.set(*rule, setting, because.clone()).unwrap();
        }
        input.rules = rules;
    }

    fn exceptions(&mut self, input: &mut Input) {
        let rules: Vec<Rule> = Rule::ALL
            .iter()
            .copied()
            .filter(|rule| rule.may_be_excepted())
            .collect();
        let sessions = input.batches.iter().flat_map(|batch| &batch.sessions);
        for session in sessions {
            if !self.chance(25) {
                continue;
            }
            let because = Reason {
                reason: "a test".into(),
                author: "the tests".into(),
            };
            input.exceptions.push(Exception {
                session: session.id.clone(),
                rule: rules[self.rng.below(rules.len() as u32) as usize],
                because,
            });
        }
    }

    fn booking(&mut self, input: &mut Input) {
        let window = self.window();
        input.bookings.push(Booking {
            window,
            room: self.chance(50).then(|| input.rooms[0].id.clone()),
            instructor: self.chance(50).then(|| input.instructors[0].id.clone()),
            people: self.some_people(input, 20),
        });
    }
}
