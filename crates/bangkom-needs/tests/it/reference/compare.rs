use serde_json::Value;

use super::Case;

/// All differences between a case and what the crates say.
pub(super) fn compare(case: &Case, got: &Value) -> Vec<String> {
    let mut differences = Vec::new();
    walk(
        &case.id,
        &case.expected,
        got,
        case.rel_tol,
        &mut differences,
    );
    differences
}

/// An expected value, or part of one, that has no counterpart is a difference.
fn walk(place: &str, want: &Value, got: &Value, rel_tol: f64, differences: &mut Vec<String>) {
    match (want, got) {
        (Value::Number(w), Value::Number(g)) => {
            let (w, g) = (w.as_f64().unwrap(), g.as_f64().unwrap());
            // Relative to the expected value; where that is zero, absolute.
            let unit = if w == 0.0 { 1.0 } else { w.abs() };
            let relative = (w - g).abs() / unit;
            // A difference that is not a number is one too.
            if relative.is_nan() || relative > rel_tol {
                differences.push(format!("{place}: want {w:e}, got {g:e} ({relative:.1e})"));
            }
        }
        (Value::Array(w), Value::Array(g)) if w.len() == g.len() => {
            for (i, (w, g)) in w.iter().zip(g).enumerate() {
                walk(&format!("{place}[{i}]"), w, g, rel_tol, differences);
            }
        }
        (Value::Object(w), Value::Object(g)) => {
            for (key, w) in w {
                match g.get(key) {
                    Some(g) => walk(&format!("{place}.{key}"), w, g, rel_tol, differences),
                    None => differences.push(format!("{place}.{key} has no counterpart")),
                }
            }
        }
        _ if want == got => {}
        _ => differences.push(format!("{place}: want {want}, got {got}")),
    }
}
