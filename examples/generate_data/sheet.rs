//! Text of a table: cells joined, quoted where they must be.

use chrono::NaiveDate;

/// Lines of a table under its header.
pub(crate) fn table(
    separator: char,
    header: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> String {
    let mut text = line(separator, header.iter().map(ToString::to_string));
    for row in rows {
        text.push_str(&line(separator, row));
    }
    text
}

fn line(separator: char, cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells
        .into_iter()
        .map(|cell| quoted(separator, cell))
        .collect();
    cells.join(&separator.to_string()) + "\n"
}

fn quoted(separator: char, cell: String) -> String {
    if cell.contains([separator, '"', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

/// A date as the city's systems write it.
pub(crate) fn day(date: NaiveDate) -> String {
    date.format("%d-%m-%Y").to_string()
}
