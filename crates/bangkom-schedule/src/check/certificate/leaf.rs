use super::exact::{Overflow, Sum, times};
use super::facts::Facts;
use super::prices::Prices;
use crate::certificate::CertificateTarget;

/// The numbers of new batches of each program in one part.
pub(super) type Ranges = Vec<(u32, u32)>;

/// One part of a certificate, ready to be added up.
#[derive(Debug)]
pub(super) struct Leaf<'a> {
    pub(super) facts: &'a Facts<'a>,
    pub(super) prices: &'a Prices,
    pub(super) batches: &'a Ranges,
    pub(super) target: CertificateTarget,
    /// What a point, or a claim, is in units of the multipliers.
    pub(super) one: i128,
}

impl Leaf<'_> {
    /// What no plan of this part can exceed, in units of the multipliers.
    ///
    /// # Formula
    /// ```text
    /// Σ persons max over subsets + Σ programs max over numbers of batches
    ///   + Σ instructors max over programs + Σ rows multiplier × right side
    /// ```
    pub(super) fn bound(&self) -> Result<i128, Overflow> {
        let mut sum = Sum::default();
        sum.add(self.right_sides()?)?;
        for program in 0..self.facts.programs.len() {
            let (least, greatest) = self.batches[program];
            let each = if greatest == 0 {
                0
            } else {
                self.batch(program)?
            };
            sum.add(times(each, if each > 0 { greatest } else { least })?)?;
        }
        for instructor in 0..self.facts.instructors.len() {
            let slots = self.facts.instructors[instructor];
            sum.add(times(self.instructor_slot(instructor)?, slots)?)?;
        }
        self.people(&mut sum)?;
        Ok(sum.total())
    }

    fn right_sides(&self) -> Result<i128, Overflow> {
        let mut sum = Sum::default();
        let (facts, prices) = (self.facts, self.prices);
        for ((p, _), price) in &prices.seats_at_most {
            sum.add(times(*price, facts.programs[*p].standing)?)?;
        }
        for (p, program) in facts.programs.iter().enumerate() {
            for price in prices.per_batch[p].values() {
                sum.add(times(*price, program.standing)?)?;
            }
            for price in prices.share[p].values() {
                sum.add(times(*price, 1_000 * i128::from(program.standing))?)?;
            }
        }
        for (price, unit) in prices.release.iter().zip(&facts.units) {
            sum.add(times(*price, unit.release)?)?;
        }
        for (price, slots) in prices.room.iter().zip(&facts.rooms) {
            sum.add(times(*price, *slots)?)?;
        }
        for (price, amount) in prices.fund.iter().zip(&facts.problem.supply.amounts) {
            sum.add(times(*price, *amount)?)?;
        }
        if let CertificateTarget::Value {
            mandatory_unseated: Some(unseated),
        } = self.target
        {
            let seated = i64::from(facts.mandatory) - i64::from(unseated);
            sum.take(times(
                prices.mandatory,
                seated - i64::from(facts.held_mandatory),
            )?)?;
        }
        let held = match self.target {
            CertificateTarget::MandatoryUnseated => i64::from(facts.held_mandatory),
            CertificateTarget::Value { .. } => facts.held_value,
        };
        sum.add(times(self.one, held)?)?;
        Ok(sum.total())
    }

    fn fund_price(&self, program: usize) -> i128 {
        let fund = self.facts.problem.programs[program].fund;
        fund.map_or(0, |fund| self.prices.fund[fund as usize])
    }

    /// What one more new batch of a program adds.
    pub(super) fn batch(&self, p: usize) -> Result<i128, Overflow> {
        let (data, program) = (&self.facts.problem.programs[p], &self.facts.programs[p]);
        let mut sum = Sum::default();
        let fund = self.fund_price(p);
        for (number, slots, rooms) in &program.sessions {
            sum.add(self.session(p, *number, *slots, rooms)?)?;
        }
        if program.sessions.is_empty() {
            let price = self.prices.seats_at_most.get(&(p, 0)).copied().unwrap_or(0);
            sum.add(times(price, data.max_seats)?)?;
        }
        for (unit, price) in &self.prices.per_batch[p] {
            sum.add(times(*price, self.per_batch(p, *unit))?)?;
        }
        sum.take(times(self.prices.seats_at_least[p], data.min_seats)?)?;
        sum.take(times(self.prices.teaching[p], program.teaching)?)?;
        sum.take(times(self.prices.experts[p], program.experts)?)?;
        sum.take(times(fund, data.per_batch)?)?;
        Ok(sum.total())
    }

    /// The best of the rooms that a session can have.
    fn session(&self, p: usize, number: u16, slots: u32, rooms: &[u32]) -> Result<i128, Overflow> {
        let price = self
            .prices
            .seats_at_most
            .get(&(p, number))
            .copied()
            .unwrap_or(0);
        let mut best = None;
        for row in rooms {
            let room = &self.facts.problem.supply.rooms[*row as usize];
            let seats = room.capacity.min(self.facts.problem.programs[p].max_seats);
            let mut sum = Sum::default();
            sum.add(times(price, seats)?)?;
            sum.take(times(self.prices.room[*row as usize], slots)?)?;
            let cost = times(self.fund_price(p), room.cost)?;
            sum.take(times(cost, slots)?)?;
            best = best.max(Some(sum.total()));
        }
        Ok(best.unwrap_or(0))
    }

    /// How many people of a unit one batch can have.
    fn per_batch(&self, p: usize, unit: usize) -> u32 {
        let data = &self.facts.problem.programs[p];
        let by_share = u64::from(data.share) * u64::from(data.max_seats) / 1_000;
        let by_mixing = data
            .max_seats
            .saturating_sub(data.min_units.saturating_sub(1));
        let away = self.facts.programs[p].away > 0;
        let by_day = if away {
            self.facts.units[unit].away
        } else {
            u32::MAX
        };
        by_day.min(by_mixing).min(by_share as u32)
    }

    /// What one more slot of an instructor adds, at least 0.
    pub(super) fn instructor_slot(&self, instructor: usize) -> Result<i128, Overflow> {
        let person = &self.facts.problem.supply.instructors[instructor];
        let mut best = 0;
        for id in &person.qualified {
            let found = self
                .facts
                .problem
                .programs
                .binary_search_by(|p| p.id.cmp(id));
            let Ok(p) = found else { continue };
            let mut sum = Sum::default();
            sum.add(self.prices.teaching[p])?;
            sum.add(if person.expert {
                self.prices.experts[p]
            } else {
                0
            })?;
            sum.take(times(self.fund_price(p), person.fee)?)?;
            best = best.max(sum.total());
        }
        Ok(best)
    }

    fn people(&self, total: &mut Sum) -> Result<(), Overflow> {
        let programs: Vec<i128> = (0..self.facts.programs.len())
            .map(|p| self.seat(p))
            .collect::<Result<_, _>>()?;
        let mut gains = Vec::new();
        for person in &self.facts.persons {
            let unit = person.unit as usize;
            gains.clear();
            for want in &person.wants {
                let p = want.program as usize;
                let mut gain = Sum::default();
                let points = match self.target {
                    CertificateTarget::MandatoryUnseated => u32::from(want.mandatory),
                    CertificateTarget::Value { .. } => want.value,
                };
                gain.add(times(self.one, points)?)?;
                gain.take(programs[p])?;
                gain.take(times(
                    self.prices.share[p].get(&unit).copied().unwrap_or(0),
                    1_000,
                )?)?;
                gain.take(self.prices.per_batch[p].get(&unit).copied().unwrap_or(0))?;
                gain.add(if want.mandatory {
                    self.prices.mandatory
                } else {
                    0
                })?;
                gains.push(gain.total());
            }
            let day = self.prices.release[unit];
            total.add(person.best(&gains, day, self.facts.slots_a_day)?)?;
        }
        Ok(())
    }

    /// What a seat of a program takes of the rows of the program.
    fn seat(&self, p: usize) -> Result<i128, Overflow> {
        let data = &self.facts.problem.programs[p];
        let mut sum = Sum::default();
        for (_, price) in self.prices.seats_at_most.range((p, 0)..=(p, u16::MAX)) {
            sum.add(*price)?;
        }
        sum.take(self.prices.seats_at_least[p])?;
        sum.add(times(self.fund_price(p), data.per_seat)?)?;
        for price in self.prices.share[p].values() {
            sum.take(times(*price, data.share)?)?;
        }
        Ok(sum.total())
    }
}
