use super::{Demand, DemandFinding};
use crate::distinct::distinct;
use crate::finding::{Checked, Findings};

/// Leaves one row for each person and program, ordered by both.
///
/// ```
/// use bangkom_domain::demand::{self, Demand};
/// use bangkom_domain::{finding::Explain, json};
///
/// let row = r#"{ "person": "6f2c1a52-0b66-4c53-9c5b-8a1c2c3d4e5f", "program": "DATA",
///     "value": 4000, "standing": "proposed", "closes": [] }"#;
/// let given: Demand = json::read(&format!(r#"{{ "schema": "bangkom.demand/1",
///     "provenance": {{ "standing": "proposed", "rules": [], "presets": [],
///     "input_sha256": null }}, "rows": [{row}, {row}] }}"#))?;
/// let checked = demand::check(given);
/// assert_eq!(checked.value.rows.len(), 1);
/// assert_eq!(checked.findings.as_slice()[0].code(), "demand.row_repeated");
/// # Ok::<(), bangkom_domain::json::ReadError>(())
/// ```
pub fn check(demand: Demand) -> Checked<Demand, DemandFinding> {
    let rows = distinct(demand.rows, |row| (row.person, row.program.clone()));
    let repeated = rows.repeated.into_iter();
    let conflicting = rows.conflicting.into_iter();
    Checked {
        findings: Findings::new(
            repeated
                .map(|(person, program)| DemandFinding::RowRepeated { person, program })
                .chain(
                    conflicting
                        .map(|(person, program)| DemandFinding::RowConflict { person, program }),
                )
                .collect(),
        ),
        value: Demand {
            rows: rows.kept.into_values().collect(),
            ..demand
        },
    }
}
