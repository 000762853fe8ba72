use super::exchange::Exchange;
use super::tools::Tools;
use crate::annual::state::State;

/// How many persons of a unit are asked whether they would give up a seat.
const ASKED: u32 = 10;

/// What a unit lacks to spare one person more.
#[derive(Debug, Default)]
struct Lack {
    /// Days on which it has given all that it can.
    days: Vec<u32>,
    /// Person-days beyond what it can give.
    person_days: u32,
}

impl State<'_> {
    /// Works out which seats of others make room for the person; says whether that can be.
    pub(super) fn makes_room(&self, tools: &mut Tools<'_>, exchange: &mut Exchange) -> bool {
        let batch = &self.batches[exchange.batch];
        let person = self.problem.claims[exchange.claim].person;
        let unit = self.problem.people.unit[person as usize];
        let lack = self.lack(person, unit, exchange);
        let full = batch.seats.len() >= batch.capacity as usize;
        let mixes = self.mixes(exchange.batch, unit);
        let per_seat = self.problem.programs[batch.program as usize].per_seat;
        let poor = self.money_of(batch.program) < per_seat;
        let wanting = !lack.days.is_empty() || lack.person_days > 0;
        if wanting || !mixes {
            let found = self.of_own_unit(unit, &lack, tools, exchange);
            if let Some(seat) = found {
                exchange.others.push(seat);
                return true;
            }
            if !mixes {
                return false;
            }
        }
        if wanting {
            let Some(seat) = self.elsewhere(unit, &lack, tools, exchange) else {
                return false;
            };
            exchange.others.push(seat);
        }
        if !full && !poor {
            return true;
        }
        let Some(seat) = self.lightest(unit, tools, exchange) else {
            return false;
        };
        exchange.others.push(seat);
        true
    }

    fn lack(&self, person: u32, unit: u32, exchange: &Exchange) -> Lack {
        let when = &self.batches[exchange.batch].when;
        let units = &self.problem.units;
        let days = self.problem.time.days().len();
        let mut lack = Lack::default();
        let mut more = 0;
        for day in &when.away {
            if self.away.get(person as usize, *day) {
                continue;
            }
            more += 1;
            let place = unit as usize * days + *day as usize;
            if self.unit_away[place] >= units.cap[place] {
                lack.days.push(*day);
            }
        }
        let used = self.unit_days[unit as usize].saturating_add(more);
        let over = used.saturating_sub(units.person_days[unit as usize]);
        if over > 0 {
            let given = self.freed(person, &exchange.own, &when.away);
            lack.person_days = over.saturating_sub(given);
        }
        lack
    }

    /// On how many days the person is away for these batches alone, beside some days.
    fn freed(&self, person: u32, batches: &[u32], beside: &[u32]) -> u32 {
        let mut freed: Vec<u32> = Vec::new();
        for batch in batches {
            for day in &self.batches[*batch as usize].when.away {
                let kept = self.held[person as usize].iter().any(|other| {
                    !batches.contains(other)
                        && self.batches[*other as usize].when.away.contains(day)
                });
                if !kept && !beside.contains(day) && !freed.contains(day) {
                    freed.push(*day);
                }
            }
        }
        freed.len() as u32
    }

    /// Whether taking a person's seat away gives the unit what it lacks.
    fn gives(&self, lack: &Lack, batch: u32, person: u32) -> bool {
        let away = &self.batches[batch as usize].when.away;
        lack.days
            .iter()
            .all(|day| away.contains(day) && !self.away_without(person, *day, batch))
            && (lack.person_days == 0 || self.freed(person, &[batch], &[]) >= lack.person_days)
    }

    /// Whether a seat can be taken without a gap in what the person needs.
    fn free_to_go(&self, batch: u32, person: u32) -> bool {
        !self.is_needed(person, self.batches[batch as usize].program, &[batch])
    }

    /// A seat of the same unit in the batch.
    fn of_own_unit(
        &self,
        unit: u32,
        lack: &Lack,
        tools: &mut Tools<'_>,
        exchange: &Exchange,
    ) -> Option<(u32, u32)> {
        let batch = exchange.batch as u32;
        let state = &self.batches[exchange.batch];
        if state.of_unit(unit) == 0 {
            return None;
        }
        let mut best = None;
        for person in &state.seats {
            if self.problem.people.unit[*person as usize] != unit {
                continue;
            }
            let weight = tools.blur(self.seat_weight(batch, *person));
            if best.is_none_or(|(least, _)| weight < least)
                && self.can_pass(batch, *person, unit)
                && self.gives(lack, batch, *person)
                && self.free_to_go(batch, *person)
            {
                best = Some((weight, *person));
            }
        }
        best.map(|(_, person)| (batch, person))
    }

    /// The lightest seat of the batch that may pass to the unit.
    fn lightest(
        &self,
        unit: u32,
        tools: &mut Tools<'_>,
        exchange: &Exchange,
    ) -> Option<(u32, u32)> {
        let batch = exchange.batch as u32;
        let mut best = None;
        for person in &self.batches[exchange.batch].seats {
            let weight = tools.blur(self.seat_weight(batch, *person));
            if best.is_none_or(|(least, _)| weight < least)
                && !exchange.others.contains(&(batch, *person))
                && self.can_pass(batch, *person, unit)
                && self.free_to_go(batch, *person)
            {
                best = Some((weight, *person));
            }
        }
        best.map(|(_, person)| (batch, person))
    }

    /// A seat of the unit in another batch.
    fn elsewhere(
        &self,
        unit: u32,
        lack: &Lack,
        tools: &mut Tools<'_>,
        exchange: &Exchange,
    ) -> Option<(u32, u32)> {
        if let Some(day) = lack.days.first() {
            return self.on_the_day(unit, *day, lack, tools, exchange);
        }
        let people = &tools.lists.of_unit[unit as usize];
        let mut best = None;
        for _ in 0..ASKED {
            let person = people[tools.rng.below(people.len() as u32) as usize];
            for batch in &self.held[person as usize] {
                self.offer((*batch, person), lack, tools, exchange, &mut best);
            }
        }
        best.map(|(_, seat)| seat)
    }

    fn on_the_day(
        &self,
        unit: u32,
        day: u32,
        lack: &Lack,
        tools: &mut Tools<'_>,
        exchange: &Exchange,
    ) -> Option<(u32, u32)> {
        let mut best = None;
        for batch in &self.on_day[day as usize] {
            let state = &self.batches[*batch as usize];
            if state.of_unit(unit) == 0 {
                continue;
            }
            for person in &state.seats {
                if self.problem.people.unit[*person as usize] == unit {
                    self.offer((*batch, *person), lack, tools, exchange, &mut best);
                }
            }
        }
        best.map(|(_, seat)| seat)
    }

    fn offer(
        &self,
        (batch, person): (u32, u32),
        lack: &Lack,
        tools: &mut Tools<'_>,
        exchange: &Exchange,
        best: &mut Option<(i64, (u32, u32))>,
    ) {
        let weight = tools.blur(self.seat_weight(batch, person));
        let claimant = self.problem.claims[exchange.claim].person;
        if best.is_none_or(|(least, _)| weight < least)
            && person != claimant
            && batch != exchange.batch as u32
            && !exchange.own.contains(&batch)
            && self.gives(lack, batch, person)
            && self.can_lose(batch, person)
            && self.free_to_go(batch, person)
        {
            *best = Some((weight, (batch, person)));
        }
    }
}
