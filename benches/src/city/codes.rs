use bangkom::domain::id::{FeatureId, PersonId};
use bangkom::domain::measure::Rupiah;
use uuid::Uuid;

use super::translate::Result;

/// The one source of money.
pub(super) const FUND: &str = "BUDGET";

/// Learning hours of a slot: half a day.
pub(super) const HOURS_PER_SLOT: u32 = 4;

/// The code of the thing with this number; codes stand in the order of the numbers.
pub(super) fn code(letter: char, number: usize) -> String {
    format!("{letter}{number:05}")
}

/// The number in a code, if it is one of these.
pub(super) fn number(code: &str) -> Option<usize> {
    code.get(1..)?.parse().ok()
}

/// The id of the employee with this number.
pub(super) fn person(number: usize) -> PersonId {
    PersonId::new(Uuid::from_u128(number as u128 + 1))
}

/// The number of the employee with this id.
pub(super) fn person_number(person: PersonId) -> Option<usize> {
    usize::try_from(person.uuid().as_u128())
        .ok()?
        .checked_sub(1)
}

pub(super) fn features(words: &[String]) -> Result<Vec<FeatureId>> {
    let words = words.iter();
    words.map(|word| Ok(FeatureId::new(word)?)).collect()
}

pub(super) fn thousands(amount: i64) -> Rupiah {
    Rupiah::new(amount.saturating_mul(1_000))
}
