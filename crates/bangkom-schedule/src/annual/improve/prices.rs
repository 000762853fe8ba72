use crate::annual::state::State;

/// How many steps lead from no price to the mean one.
const STEPS: f64 = 40.0;

/// The most that a price may be, in mean prices.
const MOST: f64 = 3.0;

/// The share of a stock below which it counts as used up.
const SCARCE: f64 = 0.004;

/// From this share of the budget on prices fall to nothing, so that what is left is used.
const FALL: f64 = 0.85;

/// What money and person-days are worth while they are scarce.
///
/// Prices rise while a stock is used up and fall while something is left, so that the search
/// spends each where it brings most.
#[derive(Debug, Clone, Default)]
pub(super) struct Prices {
    /// Of a rupiah of each fund, in 2⁻²⁴.
    pub(super) money: Vec<i64>,
    /// Of a person-day of each unit, in 2⁻²⁴.
    pub(super) days: Vec<i64>,
    steady: (Vec<f64>, Vec<f64>),
    mean: (Vec<f64>, f64),
}

/// The unit in which prices are kept.
const ONE: f64 = 16_777_216.0;

impl Prices {
    pub(super) fn new(state: &State<'_>, worth: f64) -> Self {
        let amounts = &state.problem.supply.amounts;
        let total: f64 = amounts.iter().map(|amount| *amount as f64).sum();
        let days: f64 = state.unit_days.iter().map(|days| f64::from(*days)).sum();
        let (funds, units) = (amounts.len(), state.unit_days.len());
        Self {
            money: vec![0; funds],
            days: vec![0; units],
            steady: (vec![0.0; funds], vec![0.0; units]),
            mean: (vec![worth / total.max(1.0); funds], worth / days.max(1.0)),
        }
    }

    /// Moves the prices after a look at what is left.
    pub(super) fn adjust(&mut self, state: &State<'_>, progress: f64) {
        let fall = ((1.0 - progress) / (1.0 - FALL)).clamp(0.0, 1.0);
        let amounts = &state.problem.supply.amounts;
        for (fund, amount) in amounts.iter().enumerate() {
            let scarce = (state.money[fund] as f64) < SCARCE * *amount as f64;
            let mean = self.mean.0[fund];
            step(&mut self.steady.0[fund], mean, scarce);
            self.money[fund] = (self.steady.0[fund] * fall * ONE) as i64;
        }
        for (unit, most) in state.problem.units.person_days.iter().enumerate() {
            let left = most.saturating_sub(state.unit_days[unit]);
            let scarce = f64::from(left) < 1.0 + 2.0 * SCARCE * f64::from(*most);
            step(&mut self.steady.1[unit], self.mean.1, scarce);
            self.days[unit] = (self.steady.1[unit] * fall * ONE) as i64;
        }
    }

    /// What is left is worth this much.
    pub(super) fn credit(&self, state: &State<'_>) -> i64 {
        let money = self.money.iter().zip(&state.money);
        let money = money.map(|(price, left)| i128::from(*price) * i128::from(*left));
        let days = self.days.iter().zip(&state.unit_days);
        let days = days.map(|(price, used)| -i128::from(*price) * i128::from(*used));
        ((money.sum::<i128>() + days.sum::<i128>()) >> 24) as i64
    }

    /// What an amount of the money of a program costs.
    pub(super) fn of_money(&self, state: &State<'_>, program: u32, amount: i64) -> i64 {
        let fund = state.problem.programs[program as usize].fund;
        let price = fund.map_or(0, |fund| self.money[fund as usize]);
        ((i128::from(price) * i128::from(amount)) >> 24) as i64
    }

    /// What some days of a person cost.
    pub(super) fn of_days(&self, state: &State<'_>, person: u32, days: usize) -> i64 {
        let unit = state.problem.people.unit[person as usize];
        (self.days[unit as usize] * days as i64) >> 24
    }
}

fn step(price: &mut f64, mean: f64, scarce: bool) {
    let by = mean / STEPS;
    *price = if scarce { *price + by } else { *price - by };
    *price = price.clamp(0.0, MOST * mean);
}
