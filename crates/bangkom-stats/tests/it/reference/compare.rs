use super::{Case, Outcome};
use serde_json::Value;

/// All differences between a case and what the crate says.
pub(super) fn compare(case: &Case, outcome: &Outcome) -> Vec<String> {
    let mut differences = Vec::new();
    let expected = case.expected.as_object().expect("expected fields");
    for (field, want) in expected {
        match outcome.values.get(field) {
            None => differences.push(format!("{}: {field} has no counterpart", case.id)),
            Some(got) => {
                let limit = Limit::of(field, outcome, case.tol_rel);
                walk(
                    &format!("{}: {field}", case.id),
                    want,
                    got,
                    limit,
                    &mut differences,
                );
            }
        }
    }
    if let (Some((values, tol_rel)), Some(r)) = (&outcome.r, case.r.as_object()) {
        for (field, got) in values.as_object().expect("fields") {
            if let Some(want) = r.get(field) {
                let place = format!("{}: r.{field}", case.id);
                walk(
                    &place,
                    want,
                    got,
                    Limit::Relative(*tol_rel),
                    &mut differences,
                );
            }
        }
    }
    differences
}

#[derive(Clone, Copy)]
enum Limit {
    Relative(f64),
    Absolute(f64),
}

impl Limit {
    fn of(field: &str, outcome: &Outcome, tol_rel: f64) -> Self {
        match outcome.absolute.iter().find(|(name, _)| *name == field) {
            Some((_, tolerance)) => Self::Absolute(*tolerance),
            None => Self::Relative(tol_rel),
        }
    }

    /// Relative to the expected value; where that is zero, absolute.
    fn holds(self, want: f64, got: f64) -> bool {
        let difference = (want - got).abs();
        match self {
            Self::Absolute(tolerance) => difference <= tolerance,
            Self::Relative(tolerance) if want == 0.0 => difference <= tolerance,
            Self::Relative(tolerance) => difference <= tolerance * want.abs(),
        }
    }
}

fn walk(place: &str, want: &Value, got: &Value, limit: Limit, differences: &mut Vec<String>) {
    match (want, got) {
        (Value::Number(w), Value::Number(g)) => {
            let (w, g) = (w.as_f64().expect("a number"), g.as_f64().expect("a number"));
            if !limit.holds(w, g) {
                let relative = (w - g).abs() / w.abs();
                differences.push(format!(
                    "{place}: want {w:e}, got {g:e} (relative {relative:.1e})"
                ));
            }
        }
        (Value::Array(w), Value::Array(g)) if w.len() == g.len() => {
            for (i, (w, g)) in w.iter().zip(g).enumerate() {
                walk(&format!("{place}[{i}]"), w, g, limit, differences);
            }
        }
        (Value::Object(w), Value::Object(g)) => {
            for (key, w) in w {
                match g.get(key) {
                    Some(g) => walk(&format!("{place}.{key}"), w, g, limit, differences),
                    None => differences.push(format!("{place}.{key} has no counterpart")),
                }
            }
        }
        _ if want == got => {}
        _ => differences.push(format!("{place}: want {want}, got {got}")),
    }
}
