use bangkom_domain::measure::Nano;

/// The quotient rounded to the nearest integer, ties to even; zero for an empty denominator.
pub(crate) fn round_even(numerator: u128, denominator: u128) -> u128 {
    if denominator == 0 {
        return 0;
    }
    let (whole, rest) = (numerator / denominator, numerator % denominator);
    match rest.cmp(&(denominator - rest)) {
        std::cmp::Ordering::Less => whole,
        std::cmp::Ordering::Equal => whole + whole % 2,
        std::cmp::Ordering::Greater => whole + 1,
    }
}

/// A quantity that counts units of 1e-9.
pub(crate) fn nano(units: u128) -> Nano {
    Nano::from_raw(i64::try_from(units).unwrap_or(i64::MAX))
}

/// The quotient in units of 1e-9, ties to even.
pub(crate) fn nano_ratio(numerator: u128, denominator: u128) -> Nano {
    nano(round_even(
        numerator.saturating_mul(Nano::PER_UNIT as u128),
        denominator,
    ))
}
