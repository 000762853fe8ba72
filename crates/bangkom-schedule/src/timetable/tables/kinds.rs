use std::collections::BTreeMap;

use bangkom_domain::id::{InstructorId, SessionId};

use super::teams::Gathering;
use super::{Csr, Fits, Price, Prices, Teams, batches};
use crate::problem::bits::BitTable;
use crate::rules::timetable::Rule;
use crate::timetable::problem::{Assignment, Avoid, Problem, Session, Venue, Window};

/// Sessions of one batch that are alike: same length, venue and need of an instructor.
#[derive(Debug, Clone)]
pub(crate) struct Kind {
    pub(crate) batch: u32,
    pub(crate) length: u16,
    pub(crate) in_room: bool,
    /// How many instructors teach it.
    pub(crate) instructors: usize,
    /// Whether people are away while they attend.
    pub(crate) away: bool,
    /// The rules that it need not keep, as bits.
    pub(crate) excepted: u32,
}

/// All kinds with what they cost where.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kinds {
    pub(crate) all: Vec<Kind>,
    /// The slots in which each kind may begin.
    pub(crate) starts: Csr<u16>,
    /// The rooms that each kind may use, and what they cost.
    pub(crate) fits: Fits,
    /// The teams that each kind may have, the cheapest first.
    pub(crate) teams: Csr<u16>,
    /// What each start costs for a kind, wherever it is; empty when it never costs anything.
    pub(crate) time_cost: Vec<i64>,
    /// What each instructor costs for a kind; empty when it never costs anything.
    pub(crate) instructor_cost: Vec<i64>,
}

/// The kinds, the kind of each session in the order of the batches, and the teams.
pub(super) fn compile(
    problem: &Problem,
    prices: &Prices,
    closed: &BitTable,
) -> (Kinds, Vec<u32>, Teams) {
    let mut models: Vec<(usize, &Session)> = Vec::new();
    let mut kind_of = Vec::new();
    for (index, batch) in problem.batches().iter().enumerate() {
        let from = models.len();
        for session in &batch.sessions {
            let alike = |(_, model): &(usize, &Session)| is_alike(problem, model, session);
            let kind = models[from..]
                .iter()
                .position(alike)
                .map_or(models.len(), |at| from + at);
            if kind == models.len() {
                models.push((index, session));
            }
            kind_of.push(kind as u32);
        }
    }
    let compiler = Compiler {
        problem,
        prices,
        closed,
        models: &models,
    };
    let (kinds, teams) = compiler.kinds(&kind_of);
    (kinds, kind_of, teams)
}

fn is_alike(problem: &Problem, first: &Session, second: &Session) -> bool {
    let excepted = |s: &Session| problem.excepted(&s.id);
    let key = |s: &Session| (s.slots, s.spans_days, s.instructors, excepted(s));
    key(first) == key(second) && first.venue == second.venue
}

struct Compiler<'a> {
    problem: &'a Problem,
    prices: &'a Prices,
    closed: &'a BitTable,
    models: &'a [(usize, &'a Session)],
}

impl Kinds {
    /// Whether the rule holds for the kind.
    #[inline]
    pub(crate) fn holds(&self, kind: usize, rule: Rule) -> bool {
        self.all[kind].excepted & rule.bit() == 0
    }
}

impl Compiler<'_> {
    fn kinds(&self, kind_of: &[u32]) -> (Kinds, Teams) {
        let kind = |(batch, session): &(usize, &Session)| Kind {
            batch: *batch as u32,
            length: session.slots,
            in_room: matches!(session.venue, Venue::Room(_)),
            instructors: usize::from(session.instructors),
            away: session.venue != Venue::Workplace,
            excepted: self.problem.excepted(&session.id),
        };
        let room_costs: Vec<_> = self.each(|batch, session| self.room_costs(batch, session));
        let teacher_costs: Vec<_> = self.each(|batch, session| self.teacher_costs(batch, session));
        let time_costs: Vec<_> = self.each(|batch, session| self.time_costs(batch, session));
        let (teams, all_teams) = self.teams(&teacher_costs, kind_of);
        let kinds = Kinds {
            all: self.models.iter().map(kind).collect(),
            starts: Csr::new(self.each(|batch, session| self.starts(batch, session))),
            fits: Fits::new(&room_costs),
            teams: Csr::new(teams),
            time_cost: or_nothing(time_costs),
            instructor_cost: or_nothing(teacher_costs.into_iter().map(flatten).collect()),
        };
        (kinds, all_teams)
    }

    /// The teams of each kind, those of pins and of the published plan among them.
    fn teams(&self, costs: &[Vec<Option<i64>>], kind_of: &[u32]) -> (Vec<Vec<u16>>, Teams) {
        let mut gathering = Gathering::new(self.problem.instructors().len());
        let mut lists: Vec<Vec<u16>> = Vec::new();
        for ((_, session), costs) in self.models.iter().zip(costs) {
            let size = usize::from(session.instructors);
            lists.push(match size {
                0 => Vec::new(),
                1 => by_cost(costs),
                _ => gathering.among(&by_cost(costs), size),
            });
        }
        for (team, kind) in self.given(costs, kind_of) {
            let number = gathering.number(team);
            let known = |number: &u16| lists[kind].contains(number);
            let new = number.filter(|number| !known(number));
            lists[kind].extend(new);
        }
        let teams = gathering.finish();
        for ((list, costs), (_, session)) in lists.iter_mut().zip(costs).zip(self.models) {
            let cost = |who: &u16| costs[usize::from(*who)].unwrap_or(0);
            if session.instructors > 1 {
                list.sort_by_key(|team| teams.of(*team).iter().map(cost).sum::<i64>());
            }
        }
        (lists, teams)
    }

    /// The possible teams of pins and of the published plan, with their kinds.
    fn given(&self, costs: &[Vec<Option<i64>>], kind_of: &[u32]) -> Vec<(Vec<u16>, usize)> {
        let sessions = self.problem.batches().iter().flat_map(|b| &b.sessions);
        let kinds: BTreeMap<&SessionId, u32> = sessions
            .map(|s| &s.id)
            .zip(kind_of.iter().copied())
            .collect();
        let given = self.problem.pins().iter().chain(self.problem.published());
        let team = |assignment: &Assignment| {
            let kind = *kinds.get(&assignment.session)? as usize;
            let team = numbers(self.problem, &assignment.instructors)?;
            let possible = team
                .iter()
                .all(|who| costs[kind][usize::from(*who)].is_some());
            let size = usize::from(self.models[kind].1.instructors);
            (possible && team.len() == size && size > 1).then_some((team, kind))
        };
        given.filter_map(team).collect()
    }

    fn each<T>(&self, of: impl Fn(usize, &Session) -> T) -> Vec<T> {
        self.models
            .iter()
            .map(|(batch, session)| of(*batch, session))
            .collect()
    }

    fn starts(&self, batch: usize, session: &Session) -> Vec<u16> {
        // The slots of other batches are closed as a whole.
        let apart = self.prices.of(Rule::Availability).blocks
            && self.holds(Rule::Availability, session)
            && batches::is_excepted(self.problem, &self.problem.batches()[batch]);
        let away = |slot| apart && batches::is_away(self.problem, batch, slot);
        let possible = |start: &u32| {
            let mut slots = *start..*start + u32::from(session.slots);
            self.problem.is_block(*start, session)
                && !slots.any(|slot| self.closed.get(batch, slot) || away(slot))
        };
        let starts = (0..self.problem.slots()).filter(possible);
        starts.map(|start| start as u16).collect()
    }

    /// What each room costs; none where it is refused.
    fn room_costs(&self, batch: usize, session: &Session) -> Vec<Option<i64>> {
        let seats = self.problem.seats(batch);
        let rooms = self.problem.rooms().iter().map(|room| {
            let Venue::Room(needs) = &session.venue else {
                return None;
            };
            let short = seats.saturating_sub(room.capacity);
            let missing = needs.difference(&room.features).count();
            let km = self.problem.travel_km(batch, room);
            let mut cost = self.unary(Rule::Capacity, session, u64::from(short))?;
            cost += self.unary(Rule::Features, session, missing as u64)?;
            cost += self.unary(Rule::Travel, session, km / 10)?;
            Some(cost)
        });
        let rooms: Vec<_> = rooms.collect();
        let copies = self.problem.rooms().iter().zip(rooms);
        copies
            .flat_map(|(room, cost)| std::iter::repeat_n(cost, usize::from(room.at_once)))
            .collect()
    }

    fn teacher_costs(&self, batch: usize, session: &Session) -> Vec<Option<i64>> {
        let qualified = &self.problem.batches()[batch].instructors;
        let costs = self.problem.instructors().iter().map(|instructor| {
            let wrong = !qualified.contains(&instructor.id);
            let fee = instructor.fee_units(session.slots);
            let mut cost = self.unary(Rule::Qualification, session, u64::from(wrong))?;
            cost += self.unary(Rule::Fee, session, fee)?;
            (session.instructors > 0).then_some(cost)
        });
        costs.collect()
    }

    fn time_costs(&self, batch: usize, session: &Session) -> Vec<i64> {
        let of = &self.problem.batches()[batch];
        let weight = |rule| {
            let holds = self.holds(rule, session);
            if holds {
                self.prices.of(rule).weight
            } else {
                0
            }
        };
        let (avoid, away) = (weight(Rule::Preferences), weight(Rule::Availability));
        let absent = |person: &crate::timetable::problem::Person| person.unavailable.clone();
        let absences: Vec<Window> = self.problem.people_of(batch).flat_map(absent).collect();
        let within = |windows: &[Window], slot| windows.iter().any(|w| w.contains(slot));
        let of_slot: Vec<i64> = (0..self.problem.slots())
            .map(|slot| {
                let closed = within(&of.unavailable, slot);
                let units = i64::from(closed) + i64::from(within(&absences, slot));
                avoid * avoided(&of.avoid, slot) + away * units
            })
            .collect();
        let block = |start: usize| {
            let end = (start + usize::from(session.slots)).min(of_slot.len());
            of_slot[start..end].iter().sum()
        };
        (0..of_slot.len()).map(block).collect()
    }

    fn unary(&self, rule: Rule, session: &Session, units: u64) -> Option<i64> {
        if !self.holds(rule, session) {
            return Some(0);
        }
        let price: Price = self.prices.of(rule);
        price.change(0, units as i64)
    }

    fn holds(&self, rule: Rule, session: &Session) -> bool {
        self.problem.excepted(&session.id) & rule.bit() == 0
    }
}

/// What a slot costs by these preferences.
pub(super) fn avoided(avoid: &[Avoid], slot: u32) -> i64 {
    let costs = avoid.iter().filter(|avoid| avoid.window.contains(slot));
    costs.map(|avoid| i64::from(avoid.cost)).sum()
}

/// The numbers of instructors in order, each once; none when one is not known.
pub(super) fn numbers(problem: &Problem, ids: &[InstructorId]) -> Option<Vec<u16>> {
    let number = |id| problem.instructor_index(id).map(|who| who as u16);
    let mut numbers: Vec<u16> = ids.iter().map(number).collect::<Option<_>>()?;
    numbers.sort_unstable();
    numbers.dedup();
    Some(numbers)
}

/// What is possible, the cheapest first.
pub(super) fn by_cost(costs: &[Option<i64>]) -> Vec<u16> {
    let possible = (0..costs.len()).filter(|at| costs[*at].is_some());
    let mut order: Vec<usize> = possible.collect();
    order.sort_by_key(|at| costs[*at]);
    order.into_iter().map(|at| at as u16).collect()
}

fn flatten(costs: Vec<Option<i64>>) -> Vec<i64> {
    costs.into_iter().map(|cost| cost.unwrap_or(0)).collect()
}

fn or_nothing(costs: Vec<Vec<i64>>) -> Vec<i64> {
    let all: Vec<i64> = costs.into_iter().flatten().collect();
    if all.iter().all(|cost| *cost == 0) {
        Vec::new()
    } else {
        all
    }
}
