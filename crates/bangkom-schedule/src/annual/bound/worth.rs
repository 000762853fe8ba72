use super::relaxation::Relaxation;
use super::rows::Row;

/// The unit of the worth of teaching, so that small differences count.
const ONE: f64 = 1_024.0;

/// What seats, days and slots are worth at the prices of rows.
#[derive(Debug, Clone)]
pub(super) struct Worth {
    /// Of a seat of each program.
    seats: Vec<f64>,
    /// Of a seat of each program for each unit, beside that.
    local: Vec<f64>,
    /// Of a person-day of each unit.
    days: Vec<f64>,
    /// Of a slot of teaching of each program.
    taught: Vec<f64>,
    /// Of a slot of an invited expert of each program, beside that.
    experts: Vec<f64>,
    /// Of a rupiah of each fund.
    money: Vec<f64>,
    units: usize,
}

impl Worth {
    pub(super) fn new(relaxation: &Relaxation, prices: &[(Row, f64)]) -> Self {
        let (programs, units) = (relaxation.programs.len(), relaxation.units.len());
        let mut worth = Self {
            seats: vec![0.0; programs],
            local: vec![0.0; programs * units],
            days: vec![0.0; units],
            taught: vec![0.0; programs],
            experts: vec![0.0; programs],
            money: vec![0.0; relaxation.funds.len()],
            units,
        };
        for (row, price) in prices {
            worth.add(relaxation, *row, *price);
        }
        for (seats, part) in worth.seats.iter_mut().zip(&relaxation.programs) {
            let money = part.fund.map_or(0.0, |fund| worth.money[fund]);
            *seats += part.per_seat as f64 * money;
        }
        worth
    }

    fn add(&mut self, relaxation: &Relaxation, row: Row, price: f64) {
        match row {
            Row::SeatsAtMost(p, _) => self.seats[p] += price,
            Row::SeatsAtLeast(p) => self.seats[p] -= price,
            Row::Share(p, unit) => {
                self.seats[p] -= f64::from(relaxation.programs[p].share) * price;
                self.local[p * self.units + unit] += 1_000.0 * price;
            }
            Row::PerBatch(p, unit) => self.local[p * self.units + unit] += price,
            Row::Release(unit) => self.days[unit] += price,
            Row::Teaching(p) => self.taught[p] += price,
            Row::Experts(p) => self.experts[p] += price,
            Row::Fund(fund) => self.money[fund] += price,
            Row::Least(_) | Row::Room(_) | Row::Mandatory => {}
        }
    }

    pub(super) fn of_seat(&self, program: usize, unit: usize) -> f64 {
        self.seats[program] + self.local[program * self.units + unit]
    }

    pub(super) fn of_days(&self, unit: usize, days: u32) -> f64 {
        self.days[unit] * f64::from(days)
    }

    /// What one more slot of each instructor is worth where it is taught best, less the fee.
    pub(super) fn teaching(&self, relaxation: &Relaxation) -> Vec<i64> {
        let instructors = relaxation.instructors.iter();
        instructors
            .map(|instructor| {
                let programs = instructor.programs.iter();
                let worth = programs.map(|p| {
                    let fund = relaxation.programs[*p].fund;
                    let fee = fund.map_or(0.0, |fund| self.money[fund]) * instructor.fee as f64;
                    let expert = if instructor.expert {
                        self.experts[*p]
                    } else {
                        0.0
                    };
                    self.taught[*p] + expert - fee
                });
                (worth.fold(0.0, f64::max) * ONE) as i64
            })
            .collect()
    }
}
