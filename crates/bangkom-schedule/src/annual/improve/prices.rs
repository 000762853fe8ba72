use crate::annual::place::Placed;
use crate::annual::state::State;

/// How often a batch is touched, at least, while a price rises from nothing to the mean one.
const TOUCHES: f64 = 2.0;

/// The fewest looks in which a price rises from nothing to the mean one.
const LOOKS: f64 = 40.0;

/// The most that a price may be, in mean prices.
const MOST: f64 = 3.0;

/// The first price of what is used up from the start, in mean prices.
const FIRST: f64 = 0.5;

/// The share of a stock below which it counts as used up.
const SCARCE: f64 = 0.004;

/// From this share of the budget on prices fall to nothing, so that what is left is used.
const FALL: f64 = 0.85;

/// The unit in which prices are kept.
const ONE: f64 = 16_777_216.0;

/// What one stock is worth while it is scarce.
#[derive(Debug, Clone)]
struct Stock {
    steady: f64,
    mean: f64,
}

impl Stock {
    fn new(mean: f64, scarce: bool) -> Self {
        let steady = if scarce { FIRST * mean } else { 0.0 };
        Self { steady, mean }
    }

    /// The price after a look, in 2⁻²⁴.
    fn look(&mut self, scarce: bool, step: f64, fall: f64) -> i64 {
        let by = self.mean * step;
        self.steady += if scarce { by } else { -by };
        self.steady = self.steady.clamp(0.0, MOST * self.mean);
        (self.steady * fall * ONE) as i64
    }
}

/// What money, person-days and teaching are worth while they are scarce.
///
/// Prices rise while a stock is used up and fall while something is left, so that the search
/// spends each where it brings most.
#[derive(Debug, Clone)]
pub(super) struct Prices {
    /// Of a rupiah of each fund, in 2⁻²⁴.
    money: Vec<i64>,
    /// Of a person-day of each unit, in 2⁻²⁴.
    days: Vec<i64>,
    /// Of a slot of each instructor, in 2⁻²⁴.
    teaching: Vec<i64>,
    stocks: [Vec<Stock>; 3],
    /// The least number of slots that an instructor can be of use for.
    least: Vec<u32>,
}

impl Prices {
    pub(super) fn new(state: &State<'_>) -> Self {
        let problem = state.problem;
        let worth = state.levels().1 as f64;
        let amounts = &problem.supply.amounts;
        let mean = |total: f64| worth / total.max(1.0);
        let money = mean(amounts.iter().map(|amount| *amount as f64).sum());
        let days = mean(state.unit_days.iter().map(|days| f64::from(*days)).sum());
        let teaching = mean(state.taught.iter().map(|slots| f64::from(*slots)).sum());
        let least = least(state);
        let stock = |count: usize, mean: f64, scarce: &dyn Fn(usize) -> bool| {
            let stocks = (0..count).map(|row| Stock::new(mean, scarce(row)));
            stocks.collect::<Vec<_>>()
        };
        Self {
            stocks: [
                stock(amounts.len(), money, &|fund| money_scarce(state, fund)),
                stock(state.unit_days.len(), days, &|unit| {
                    days_scarce(state, unit)
                }),
                stock(least.len(), teaching, &|row| idle(state, row) < least[row]),
            ],
            money: vec![0; amounts.len()],
            days: vec![0; state.unit_days.len()],
            teaching: vec![0; least.len()],
            least,
        }
    }

    /// Moves the prices after a look at what is left.
    pub(super) fn adjust(&mut self, state: &mut State<'_>, progress: f64, rebuilds: u64) {
        let fall = ((1.0 - progress) / (1.0 - FALL)).clamp(0.0, 1.0);
        let batches = state.batches.len() as f64;
        let step = (rebuilds as f64 / (TOUCHES * batches.max(1.0))).min(1.0 / LOOKS);
        let [money, days, teaching] = &mut self.stocks;
        for (fund, stock) in money.iter_mut().enumerate() {
            self.money[fund] = stock.look(money_scarce(state, fund), step, fall);
        }
        for (unit, stock) in days.iter_mut().enumerate() {
            self.days[unit] = stock.look(days_scarce(state, unit), step, fall);
        }
        for (row, stock) in teaching.iter_mut().enumerate() {
            let scarce = idle(state, row) < self.least[row];
            self.teaching[row] = stock.look(scarce, step, fall);
            let fee = state.problem.supply.instructors[row].fee;
            let money = self.money.iter().copied().max().unwrap_or(0);
            state.teacher_price[row] = self.teaching[row].saturating_add(money.saturating_mul(fee));
        }
    }

    /// What is left is worth this much.
    pub(super) fn credit(&self, state: &State<'_>) -> i64 {
        let money = self.money.iter().zip(&state.money);
        let money = money.map(|(price, left)| i128::from(*price) * i128::from(*left));
        let days = self.days.iter().zip(&state.unit_days);
        let days = days.map(|(price, used)| -i128::from(*price) * i128::from(*used));
        let slots = self.teaching.iter().zip(&state.taught);
        let slots = slots.map(|(price, used)| -i128::from(*price) * i128::from(*used));
        ((money.sum::<i128>() + days.sum::<i128>() + slots.sum::<i128>()) >> 24) as i64
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

    /// What the instructors of some sessions cost beside their fees.
    pub(super) fn of_teaching(&self, sessions: &[Placed]) -> i64 {
        let each = sessions.iter().map(|session| {
            let teachers = session.teachers.iter();
            let price: i64 = teachers.map(|row| self.teaching[*row as usize]).sum();
            price * session.slots.len() as i64
        });
        each.sum::<i64>() >> 24
    }
}

fn money_scarce(state: &State<'_>, fund: usize) -> bool {
    let amount = state.problem.supply.amounts[fund];
    (state.money[fund] as f64) < SCARCE * amount as f64
}

fn days_scarce(state: &State<'_>, unit: usize) -> bool {
    let most = state.problem.units.person_days[unit];
    let left = most.saturating_sub(state.unit_days[unit]);
    f64::from(left) < 1.0 + 2.0 * SCARCE * f64::from(most)
}

/// The slots that an instructor could still teach.
fn idle(state: &State<'_>, row: usize) -> u32 {
    let most = state.problem.supply.instructors[row].max_slots;
    most.saturating_sub(state.taught[row])
}

/// The slots of the shortest session that each instructor may teach.
fn least(state: &State<'_>) -> Vec<u32> {
    let mut least = vec![u32::MAX; state.taught.len()];
    for program in &state.problem.programs {
        let sessions = program.sessions.iter().filter(|s| s.instructors > 0);
        let Some(shortest) = sessions.map(|session| session.slots).min() else {
            continue;
        };
        for row in &program.qualified {
            let least = &mut least[*row as usize];
            *least = shortest.min(*least);
        }
    }
    // Whoever may teach nothing is never scarce.
    least
        .into_iter()
        .map(|slots| if slots == u32::MAX { 0 } else { slots })
        .collect()
}
