use super::interior::{Limits, Point, solve};
use super::intervals::Intervals;
use super::model::{Means, Model, spare};
use super::people::People;
use super::relaxation::Relaxation;
use super::rows::{Row, Rows};

/// A broken row counts from this many seats on.
const BROKEN: f64 = 1e-3;

/// More rounds than this bring in nothing that counts.
const MOST_ROUNDS: usize = 12;

/// The prices of rows for which the linear program gives its least bound.
#[derive(Debug, Clone)]
pub(super) struct Solved {
    /// The bound, but for rounding.
    pub(super) value: f64,
    /// What each row is worth.
    pub(super) prices: Vec<(Row, f64)>,
    /// The batches of each program in the linear program's plan.
    pub(super) batches: Vec<f64>,
}

/// A linear program whose rows of shares come in when they are broken.
#[derive(Debug)]
pub(super) struct Solver<'a> {
    pub(super) relaxation: &'a Relaxation,
    pub(super) people: &'a People,
    pub(super) rows: Rows,
    /// The least number of mandatory claims with a seat.
    pub(super) mandatory: Option<u64>,
    /// What a unit of gain in the columns is worth.
    pub(super) unit: f64,
}

impl Solver<'_> {
    /// Solves, and brings in the rows that are broken, until none is.
    ///
    /// The first rounds are rough: they only find out which rows will bind.
    pub(super) fn settle(&mut self, intervals: &Intervals, gaps: &[f64], steps: u32) -> Solved {
        let mut start: Option<Point> = None;
        let (mut round, mut taken) = (0, 0);
        loop {
            let gap = gaps[round.min(gaps.len() - 1)];
            let limits = Limits {
                steps: steps.saturating_sub(taken),
                gap,
            };
            let (means, point) = self.once(intervals, start.as_ref(), limits);
            let batches = self.batches(&means, &point);
            let broken = self.broken(&point, &batches);
            round += 1;
            taken += point.steps;
            let over = taken >= steps || round >= MOST_ROUNDS;
            if over || (round >= gaps.len() && broken.is_empty()) {
                return self.solved(&point, batches);
            }
            for row in broken {
                self.rows.insert(row);
            }
            start = Some(point);
        }
    }

    fn once(&self, intervals: &Intervals, start: Option<&Point>, limits: Limits) -> (Means, Point) {
        let model = Model::new(self.relaxation, &self.rows, self.mandatory);
        let space = model.space(self.people, intervals);
        let means = model.means(&space, intervals);
        let spare = spare(&space);
        let sets = [&self.people.blocks, &means.blocks, &spare];
        let point = solve(&space, &sets, start, limits);
        (means, point)
    }

    fn batches(&self, means: &Means, point: &Point) -> Vec<f64> {
        let mut batches = vec![0.0; self.relaxation.programs.len()];
        for (block, program) in means.programs.iter().enumerate() {
            let columns = means.blocks.columns_of(block);
            batches[*program] = point.chosen(1, columns);
        }
        batches
    }

    /// The rows of shares that the plan breaks and that are not in yet.
    fn broken(&self, point: &Point, batches: &[f64]) -> Vec<Row> {
        let programs = self.relaxation.programs.len();
        let mut seats = vec![0.0; programs * self.relaxation.units.len()];
        let mut totals = vec![0.0; programs];
        for unit in 0..self.relaxation.units.len() {
            let range = self.people.first[unit] as usize..self.people.first[unit + 1] as usize;
            for at in range {
                if let Some((p, _)) = self.people.spots[at] {
                    seats[unit * programs + p] += point.taken[at];
                    totals[p] += point.taken[at];
                }
            }
        }
        let mut rows = Vec::new();
        for (at, taken) in seats.iter().enumerate() {
            let (unit, p) = (at / programs, at % programs);
            let part = &self.relaxation.programs[p];
            let standing = f64::from(part.standing);
            let share = totals[p] * f64::from(part.share) / 1_000.0 + standing;
            if *taken > share + BROKEN && self.rows.get(Row::Share(p, unit)).is_none() {
                rows.push(Row::Share(p, unit));
            }
            let most = batches[p] * f64::from(self.relaxation.per_batch(p, unit)) + standing;
            if *taken > most + BROKEN && self.rows.get(Row::PerBatch(p, unit)).is_none() {
                rows.push(Row::PerBatch(p, unit));
            }
        }
        rows
    }

    fn solved(&self, point: &Point, batches: Vec<f64>) -> Solved {
        let model = Model::new(self.relaxation, &self.rows, self.mandatory);
        let prices = self.rows.iter().zip(&point.best);
        Solved {
            value: point.value * self.unit,
            prices: prices
                .map(|(row, price)| (row, price.max(0.0) * self.unit / model.scale(row)))
                .collect(),
            batches,
        }
    }
}
