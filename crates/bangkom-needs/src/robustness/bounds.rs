use super::problem::{Line, Row, score};

/// Between which scores an alternative stays, in units of 1e-9.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    pub low: i64,
    pub high: i64,
}

impl Bounds {
    /// The bounds of a score whose combined value lies between two values.
    pub(super) fn of(lines: &[Line], least: f64, greatest: f64) -> Self {
        let ends = [least, greatest];
        // Each line is greatest at an end; the greatest of all lines is at least each line's least.
        let high = ends.map(|value| score(lines, value));
        let low = lines.iter().map(|line| {
            let line = std::slice::from_ref(line);
            let ends = ends.map(|value| score(line, value));
            ends[0].min(ends[1])
        });
        // Rounding may carry a drawn value over its end by one step of the grid.
        let step = lines
            .iter()
            .fold(0.0, |most: f64, line| most.max(line.slope.abs()));
        let slack = step.ceil() as i64 + 1;
        Self {
            low: low.fold(i64::MIN, i64::max).saturating_sub(slack),
            high: high[0].max(high[1]).saturating_add(slack),
        }
    }

    /// The bounds under any weights at all: a weighted mean lies between the values.
    pub(super) fn under_any_weights(row: &Row) -> Self {
        let values = row.parts.iter().map(|part| part.value);
        let least = values.clone().fold(f64::INFINITY, f64::min);
        let greatest = values.fold(f64::NEG_INFINITY, f64::max);
        Self::of(&row.lines, least, greatest)
    }
}
