use super::agency_table::{DISTRICTS, MODEL_CASE, OFFICES};
use crate::city::Scale;

/// What an agency does, which decides whom it employs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    Permits,
    Registry,
    Health,
    Social,
    Transport,
    Works,
    Revenue,
    District,
    Education,
    Streets,
    Office,
}

/// One agency: how many people, how many sub-units, where, and how strained its service is.
#[derive(Debug, Clone)]
pub(crate) struct Agency {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) field: Field,
    pub(crate) staff: u32,
    pub(crate) sub_units: u32,
    /// East and north in kilometres.
    pub(crate) at: (f64, f64),
    /// How many levels its people lie below the standard in serving citizens.
    pub(crate) strain: f64,
}

/// Code, name, field, staff, sub-units, place in kilometres, strain.
pub(super) type Row = (&'static str, &'static str, Field, u32, u32, (f64, f64), f64);

/// The number of employees of the whole city.
const CITY_STAFF: u32 = 23_000;

impl Agency {
    fn of(row: &Row) -> Self {
        Self {
            code: row.0.to_owned(),
            name: row.1.to_owned(),
            field: row.2,
            staff: row.3,
            sub_units: row.4,
            at: row.5,
            strain: row.6,
        }
    }

    /// Whether citizens meet its people at a counter.
    pub(crate) fn serves_citizens(&self) -> bool {
        !matches!(self.field, Field::Office | Field::Streets)
    }
}

/// The agencies of a scale, in a fixed order.
pub(crate) fn agencies(scale: Scale) -> Vec<Agency> {
    match scale {
        Scale::Agencies8 => MODEL_CASE.iter().map(Agency::of).collect(),
        Scale::City => whole_city(),
    }
}

fn whole_city() -> Vec<Agency> {
    let mut agencies: Vec<Agency> = MODEL_CASE
        .iter()
        .filter(|row| row.2 != Field::District)
        .map(|row| enlarged(Agency::of(row)))
        .chain(OFFICES.iter().map(Agency::of))
        .chain(DISTRICTS.iter().enumerate().map(district))
        .collect();
    let others: u32 = agencies.iter().map(|agency| agency.staff).sum();
    // The schools employ whoever is not employed elsewhere.
    for agency in &mut agencies {
        if agency.field == Field::Education {
            agency.staff = CITY_STAFF.saturating_sub(others);
        }
    }
    agencies
}

/// An agency of the model case as large as it is in the whole city.
fn enlarged(agency: Agency) -> Agency {
    let (staff, sub_units) = match agency.field {
        Field::Health => (2_900, 41),
        Field::Transport => (750, 8),
        Field::Works => (350, 6),
        Field::Revenue => (420, 7),
        Field::Registry => (260, 6),
        _ => (agency.staff + 40, agency.sub_units),
    };
    Agency {
        staff,
        sub_units,
        ..agency
    }
}

fn district((index, (name, villages)): (usize, &(&str, u32))) -> Agency {
    Agency {
        code: format!("KEC-{:02}", index + 1),
        name: format!("Kecamatan {name}"),
        field: Field::District,
        staff: 20 + 13 * villages,
        sub_units: *villages,
        at: ((index % 5) as f64 * 4.0, (index / 5) as f64 * 5.0),
        strain: 0.3 + 0.1 * (index % 5) as f64,
    }
}
