//! The table of 50-digit tails.

use serde_json::Value;

/// Both tails of one distribution at one point.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// The point, then the parameters.
    pub(super) args: Vec<f64>,
    pub(super) lower: f64,
    pub(super) upper: f64,
}

impl Row {
    /// Largest parameter, the point left out.
    pub(super) fn largest_parameter(&self) -> f64 {
        self.args[1..].iter().fold(0.0, |most, p| p.abs().max(most))
    }
}

/// Rows of one function, of which there must be some.
pub(super) fn rows(function: &str) -> Vec<Row> {
    let table: Vec<(String, Vec<Value>, String, String)> =
        serde_json::from_str(include_str!("../../data/distributions.json")).expect("the table");
    let rows: Vec<Row> = table
        .into_iter()
        .filter(|row| row.0 == function)
        .map(|(_, args, lower, upper)| Row {
            args: args
                .iter()
                .map(|v| v.as_f64().unwrap_or(f64::INFINITY))
                .collect(),
            lower: lower.parse().expect("a number"),
            upper: upper.parse().expect("a number"),
        })
        .collect();
    assert!(!rows.is_empty(), "no row of {function}");
    rows
}
