use std::collections::BTreeMap;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::measure::{LearningHours, Rupiah};
use bangkom_domain::program::{DeliveryMethod, Program};

/// Thousandths of a rupiah: prices of an hour are small beside their rounding.
const PER_RUPIAH: i128 = 1_000;

/// What one learning hour of one participant costs in the programs of the catalog.
pub(super) struct Prices {
    all: Vec<i128>,
    by_method: BTreeMap<DeliveryMethod, Vec<i128>>,
}

impl Prices {
    pub(super) fn new(catalog: &Catalog) -> Self {
        let mut prices = Self {
            all: Vec::new(),
            by_method: BTreeMap::new(),
        };
        for program in catalog.programs() {
            if let Some(price) = hourly(program) {
                prices.all.push(price);
                let mut methods: Vec<_> = program.modules.iter().map(|it| it.method).collect();
                methods.sort_unstable();
                methods.dedup();
                for method in methods {
                    prices.by_method.entry(method).or_default().push(price);
                }
            }
        }
        prices.all.sort_unstable();
        for of_method in prices.by_method.values_mut() {
            of_method.sort_unstable();
        }
        prices
    }

    /// About what so many people cost for so many hours, by the lower median of the programs
    /// of the same form, or of all; and of how many programs.
    pub(super) fn of(
        &self,
        method: DeliveryMethod,
        people: u32,
        hours: LearningHours,
    ) -> (Option<Rupiah>, u32) {
        let known = self.by_method.get(&method).unwrap_or(&self.all);
        let Some(median) = known.get(known.len().saturating_sub(1) / 2) else {
            return (None, 0);
        };
        let whole = median * i128::from(people) * i128::from(hours.get()) / PER_RUPIAH;
        let cost = Rupiah::new(i64::try_from(whole).unwrap_or(i64::MAX));
        (Some(cost), known.len() as u32)
    }
}

/// The price of an hour of a participant in a full batch; none for a program without a price.
fn hourly(program: &Program) -> Option<i128> {
    let seats = i128::from(program.limits.max_seats);
    let hours = i128::from(program.hours());
    let batch = i128::from(program.cost.per_batch.amount());
    let total = batch + i128::from(program.cost.per_seat.amount()) * seats;
    (total > 0 && seats > 0 && hours > 0).then(|| total * PER_RUPIAH / (seats * hours))
}
