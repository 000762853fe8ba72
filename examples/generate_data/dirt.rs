//! The dirt that exports carry, at fixed rows so that the files are always the same.

/// Whether something befalls this row: one in `every`, beginning with `first`.
pub(crate) fn befalls(row: usize, every: usize, first: usize) -> bool {
    row % every == first
}

/// An employee number as a spreadsheet leaves it.
pub(crate) fn number(row: usize, number: &str) -> String {
    if befalls(row, 400, 37) {
        // A cell of numbers: the last digits are gone.
        let value: f64 = number.parse().unwrap_or_default();
        format!("{value:.5E}").replace('E', "E+")
    } else if befalls(row, 90, 11) {
        format!("'{number}")
    } else if befalls(row, 120, 23) && number.len() == 18 {
        format!(
            "{} {} {} {}",
            &number[..8],
            &number[8..14],
            &number[14..15],
            &number[15..]
        )
    } else {
        number.to_owned()
    }
}

/// A number with the decimal sign of the office.
pub(crate) fn comma(value: f64) -> String {
    value.to_string().replace('.', ",")
}
