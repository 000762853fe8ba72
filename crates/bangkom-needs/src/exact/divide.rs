use bangkom_domain::measure::Nano;

/// The quotient rounded to the nearest integer, ties to even; zero for an empty denominator.
pub(crate) fn round_even(numerator: u128, denominator: u128) -> u128 {
    if denominator == 0 {
        return 0;
    }
    let (whole, rest) = (numerator / denominator, numerator % denominator);
    whole + u128::from(round_up(whole, rest, denominator))
}

/// A wide integer below 2^127 as a floating-point number, to within two roundings.
#[inline]
pub(crate) fn wide(value: u128) -> f64 {
    const HIGH: f64 = 18_446_744_073_709_551_616.0;
    (value >> 64) as i64 as f64 * HIGH + value as u64 as f64
}

/// The same quotient, found from an estimate of it.
///
/// The numerator and the products may leave 128 bits, as long as the estimate is within a few
/// steps of the quotient and the denominator is below 2^120: what is compared is small, and
/// comes out right modulo 2^128. Where the estimate is a floating-point quotient, this is
/// several times as fast as the division of wide integers.
#[inline]
pub(crate) fn round_even_near(numerator: u128, denominator: u128, estimate: f64) -> u128 {
    let mut whole = u128::from(estimate as u64);
    let mut rest = numerator.wrapping_sub(whole.wrapping_mul(denominator)) as i128;
    let step = denominator as i128;
    while rest < 0 {
        rest += step;
        whole -= 1;
    }
    while rest >= step {
        rest -= step;
        whole += 1;
    }
    whole + u128::from(round_up(whole, rest as u128, denominator))
}

fn round_up(whole: u128, rest: u128, denominator: u128) -> bool {
    match rest.cmp(&(denominator - rest)) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => whole % 2 == 1,
        std::cmp::Ordering::Greater => true,
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
