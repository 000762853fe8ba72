use serde_json::Value;

/// One case of a reference file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) topic: String,
    pub(crate) input: Value,
    pub(crate) expected: Value,
    pub(crate) rel_tol: f64,
}

/// Reads the cases of a file; cases of another form (with `method`, without `topic`) are passed
/// over.
pub(super) fn read(text: &str) -> Vec<Case> {
    let file: Value = serde_json::from_str(text).unwrap();
    let cases = file["cases"].as_array().unwrap();
    cases
        .iter()
        .filter(|case| case.get("topic").is_some() || case.get("method").is_none())
        .map(|case| Case {
            id: case["id"].as_str().unwrap().to_owned(),
            topic: case["topic"].as_str().unwrap().to_owned(),
            input: case["input"].clone(),
            expected: case["expected"].clone(),
            rel_tol: case["rel_tol"].as_f64().unwrap(),
        })
        .collect()
}

/// A JSON value as a number: `null` is missing, text is a decimal or a fraction.
pub(crate) fn number(value: &Value) -> f64 {
    match value {
        Value::Null => f64::NAN,
        Value::String(text) => match text.split_once('/') {
            Some((above, below)) => above.parse::<f64>().unwrap() / below.parse::<f64>().unwrap(),
            None => text.parse().unwrap(),
        },
        other => other.as_f64().unwrap(),
    }
}

/// A JSON list as numbers.
pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

/// A JSON table as rows of numbers.
pub(crate) fn table(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().unwrap().iter().map(numbers).collect()
}

/// The columns of a table.
pub(crate) fn columns(rows: &[Vec<f64>]) -> Vec<Vec<f64>> {
    (0..rows[0].len())
        .map(|column| rows.iter().map(|row| row[column]).collect())
        .collect()
}
