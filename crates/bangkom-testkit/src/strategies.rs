//! Property-test strategies for the words of the domain.

use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::{Direction, Scale};
use bangkom_domain::id::PersonId;
use bangkom_domain::measure::{Importance, LearningHours, Level, Permille, Rupiah};
use bangkom_domain::program::DeliveryMethod;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;

use crate::make;

/// Codes of 1 to 64 visible ASCII characters.
///
/// ```
/// use bangkom_domain::id::UnitId;
/// use bangkom_testkit::strategies;
/// use proptest::prelude::*;
///
/// proptest!(|(code in strategies::code())| {
///     prop_assert!(UnitId::new(code).is_ok());
/// });
/// ```
pub fn code() -> impl Strategy<Value = String> {
    "[!-~]{1,64}"
}

/// Persons, few enough to meet each other again.
///
/// ```
/// use bangkom_testkit::strategies;
/// use proptest::prelude::*;
///
/// proptest!(|(person in strategies::person())| {
///     prop_assert!(person.uuid().as_u128() < 40);
/// });
/// ```
pub fn person() -> impl Strategy<Value = PersonId> {
    (0_u128..40).prop_map(|number| PersonId::new(Uuid::from_u128(number)))
}

/// Days of 2025 to 2027.
///
/// ```
/// use bangkom_testkit::strategies;
/// use chrono::Datelike;
/// use proptest::prelude::*;
///
/// proptest!(|(day in strategies::day())| {
///     prop_assert!((2025..=2027).contains(&day.year()));
/// });
/// ```
pub fn day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..1_095).prop_map(|after| make::date(2025, 1, 1) + Days::new(after))
}

/// Periods of up to 60 days in 2025 to 2027.
///
/// ```
/// use bangkom_testkit::strategies;
/// use proptest::prelude::*;
///
/// proptest!(|(period in strategies::period())| {
///     prop_assert!((1..=60).contains(&period.days()));
/// });
/// ```
pub fn period() -> impl Strategy<Value = Period> {
    (day(), 0_u64..60).prop_map(|(first, more)| make::period(first, first + Days::new(more)))
}

/// Levels 1 to 5.
///
/// ```
/// use bangkom_testkit::strategies;
/// use proptest::prelude::*;
///
/// proptest!(|(level in strategies::level())| prop_assert!(level.get() <= 5));
/// ```
pub fn level() -> impl Strategy<Value = Level> {
    (1_u32..=5).prop_map(make::level)
}

/// Importance 1 to 5.
///
/// ```
/// use bangkom_testkit::strategies;
/// use proptest::prelude::*;
///
/// proptest!(|(weight in strategies::importance())| prop_assert!(weight.get() >= 1));
/// ```
pub fn importance() -> impl Strategy<Value = Importance> {
    (1_u32..=5).prop_map(make::importance)
}

/// Learning hours of one activity, 1 to 400.
///
/// ```
/// use bangkom_testkit::strategies;
/// use proptest::prelude::*;
///
/// proptest!(|(hours in strategies::learning_hours())| prop_assert!(hours.get() <= 400));
/// ```
pub fn learning_hours() -> impl Strategy<Value = LearningHours> {
    (1_u32..=400).prop_map(make::hours)
}

/// Shares of 0 to 1000 thousandths.
///
/// ```
/// use bangkom_testkit::strategies;
/// use proptest::prelude::*;
///
/// proptest!(|(share in strategies::permille())| prop_assert!(share.get() <= 1_000));
/// ```
pub fn permille() -> impl Strategy<Value = Permille> {
    (0_u32..=1_000).prop_map(make::permille)
}

/// Amounts of money that are not negative.
///
/// ```
/// use bangkom_testkit::strategies;
/// use proptest::prelude::*;
///
/// proptest!(|(amount in strategies::rupiah())| prop_assert!(amount.amount() >= 0));
/// ```
pub fn rupiah() -> impl Strategy<Value = Rupiah> {
    (0_i64..10_000_000_000).prop_map(Rupiah::new)
}

/// The 25 official forms.
///
/// ```
/// use bangkom_testkit::strategies;
/// use proptest::prelude::*;
///
/// proptest!(|(method in strategies::method())| prop_assert!(method.siasn_id() <= 25));
/// ```
pub fn method() -> impl Strategy<Value = DeliveryMethod> {
    proptest::sample::select(DeliveryMethod::ALL)
}

/// Scales of up to 100 points, in either direction.
///
/// ```
/// use bangkom_testkit::strategies;
/// use proptest::prelude::*;
///
/// proptest!(|(scale in strategies::scale())| prop_assert!(scale.low() < scale.high()));
/// ```
pub fn scale() -> impl Strategy<Value = Scale> {
    let directions = proptest::sample::select(Direction::ALL);
    (-50_i32..50, 1_i32..=100, directions).prop_filter_map(
        "a scale has its lower bound first",
        |(low, width, direction)| {
            Scale::new(f64::from(low), f64::from(low + width), direction).ok()
        },
    )
}
