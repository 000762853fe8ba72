use crate::rules::timetable::{Level, Rule, Severity, perturbation};
use crate::timetable::problem::{Batch, Need, Problem, Session, Venue};

/// The most units that a level can be worth, no less than in any plan.
pub(super) fn of_level(problem: &Problem, level: Level) -> i64 {
    let most = Most { problem };
    let of_rule = |rule: &Rule| {
        let setting = problem.rules().of(*rule);
        let counts = setting.severity == Severity::Warn && setting.level == level;
        let weight = if counts { i64::from(setting.weight) } else { 0 };
        weight.saturating_mul(if counts { most.units(*rule) } else { 0 })
    };
    let needs = most.sum(|_, session| match (session.need, level) {
        (Need::Mandatory, Level::Mandatory) => 1,
        (Need::Value(points), Level::Value) => i64::from(points),
        _ => 0,
    });
    let rules = Rule::ALL.iter().map(of_rule);
    rules.fold(needs, i64::saturating_add)
}

struct Most<'a> {
    problem: &'a Problem,
}

impl Most<'_> {
    /// By how many units a rule can be broken in a plan.
    fn units(&self, rule: Rule) -> i64 {
        match rule {
            Rule::Capacity => self.sum(|batch, _| i64::from(self.problem.seats(batch))),
            Rule::Features => self.sum(|_, session| needs(session)),
            Rule::Qualification => self.sum(|_, session| instructors(session)),
            Rule::Availability => {
                self.sum(|_, session| slots(session).saturating_mul(3 + instructors(session)))
            }
            Rule::Precedence => self.pairs(),
            Rule::DailyLoad | Rule::Rest | Rule::Compactness => self.of_calendars(),
            Rule::NightRest => self.of_calendars().saturating_mul(self.longest_night()),
            Rule::Staffing => {
                self.sum(|batch, session| slots(session).saturating_mul(self.people(batch)))
            }
            Rule::LoadLimit | Rule::LoadBalance => self.taught(),
            Rule::WorkingDays => {
                let batches = self.problem.batches().iter();
                batches.map(|batch| i64::from(batch.min_days)).sum()
            }
            Rule::RoomStability => self.sum(|_, _| 1),
            Rule::Travel => self.sum(|batch, _| self.people(batch).saturating_mul(3)),
            Rule::Preferences => self.avoided(),
            Rule::Fee => self.fees(),
            Rule::Perturbation => self.changes(),
            Rule::Form
            | Rule::RoomConflict
            | Rule::InstructorConflict
            | Rule::ParticipantConflict
            | Rule::Bookings => 0,
        }
    }

    fn sum(&self, of: impl Fn(usize, &Session) -> i64) -> i64 {
        let batches = self.problem.batches().iter().enumerate();
        let sessions = batches.flat_map(|(at, batch)| batch.sessions.iter().map(move |s| (at, s)));
        let each = sessions.map(|(batch, session)| of(batch, session));
        each.fold(0, i64::saturating_add)
    }

    fn people(&self, batch: usize) -> i64 {
        self.problem.people_of(batch).count() as i64
    }

    fn taught(&self) -> i64 {
        self.sum(|_, session| slots(session).saturating_mul(instructors(session)))
    }

    /// The slots of all calendars of people, and of instructors.
    fn of_calendars(&self) -> i64 {
        let of = |batch: &usize| -> i64 {
            self.problem.batches()[*batch]
                .sessions
                .iter()
                .map(slots)
                .sum()
        };
        let calendars = self.problem.calendars().iter().map(|calendar| {
            let all: i64 = calendar.batches.iter().map(of).sum();
            all.saturating_mul(i64::from(calendar.people))
        });
        calendars.fold(self.taught(), i64::saturating_add)
    }

    /// The longest rest overnight that is asked for.
    fn longest_night(&self) -> i64 {
        let of_people = self
            .problem
            .calendars()
            .iter()
            .map(|calendar| calendar.limits.night);
        let of_instructors = self
            .problem
            .instructors()
            .iter()
            .map(|who| who.limits.night);
        let longest = of_people.chain(of_instructors).flatten().max();
        longest.map_or(0, i64::from)
    }

    fn pairs(&self) -> i64 {
        let count = |batch: &Batch| batch.sessions.len() as i64;
        let batches = self.problem.batches().iter().enumerate();
        let pairs = batches.map(|(at, batch)| {
            let before = self.problem.before(at);
            let others = before.map(|before| count(&self.problem.batches()[before]));
            count(batch).saturating_mul(1 + others.sum::<i64>())
        });
        pairs.fold(0, i64::saturating_add)
    }

    fn avoided(&self) -> i64 {
        let cost = |avoid: &[crate::timetable::problem::Avoid]| -> i64 {
            avoid.iter().map(|avoid| i64::from(avoid.cost)).sum()
        };
        let worst = self
            .problem
            .instructors()
            .iter()
            .map(|who| cost(&who.avoid))
            .max();
        let worst = worst.unwrap_or(0);
        self.sum(|batch, session| {
            let own = cost(&self.problem.batches()[batch].avoid);
            let all = own.saturating_add(instructors(session).saturating_mul(worst));
            slots(session).saturating_mul(all)
        })
    }

    fn fees(&self) -> i64 {
        self.sum(|_, session| {
            let fees = self.problem.instructors().iter();
            let worst = fees.map(|who| who.fee_units(session.slots) as i64).max();
            instructors(session).saturating_mul(worst.unwrap_or(0))
        })
    }

    fn changes(&self) -> i64 {
        let published = self.problem.published().iter();
        let changes = published.map(|told| {
            let session = self.problem.session(&told.session);
            let now = session.map_or(0, |(_, session)| u64::from(session.instructors));
            let others = now.max(told.instructors.len() as u64) * perturbation::INSTRUCTOR;
            perturbation::LOST.max(perturbation::TIME + perturbation::ROOM + others) as i64
        });
        changes.fold(0, i64::saturating_add)
    }
}

fn slots(session: &Session) -> i64 {
    i64::from(session.slots)
}

fn instructors(session: &Session) -> i64 {
    i64::from(session.instructors)
}

fn needs(session: &Session) -> i64 {
    match &session.venue {
        Venue::Room(needs) => needs.len() as i64,
        Venue::Online | Venue::Workplace => 0,
    }
}
