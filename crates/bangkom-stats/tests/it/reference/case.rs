use serde_json::Value;

/// One case of a reference file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) input: Value,
    pub(crate) expected: Value,
    pub(crate) tol_rel: f64,
    /// What only R gives, `null` when nothing.
    pub(crate) r: Value,
}

impl Case {
    /// A number of the input.
    pub(crate) fn f(&self, key: &str) -> f64 {
        float(&self.input[key])
    }

    /// A list of numbers of the input; `null` is missing, that is NaN.
    pub(crate) fn list(&self, key: &str) -> Vec<f64> {
        floats(&self.input[key])
    }

    /// A table of numbers of the input, by rows.
    pub(crate) fn rows(&self, key: &str) -> Vec<Vec<f64>> {
        self.input[key]
            .as_array()
            .expect("a table")
            .iter()
            .map(floats)
            .collect()
    }

    /// A text of the input.
    pub(crate) fn text(&self, key: &str) -> &str {
        self.input[key].as_str().expect("a text")
    }
}

/// What the crate says for a case, in the shape of the case's `expected`.
#[derive(Debug, Clone)]
pub(crate) struct Outcome {
    pub(crate) values: Value,
    /// Values to compare with the case's `r`, with the tolerance for them.
    pub(crate) r: Option<(Value, f64)>,
    /// Fields compared by absolute difference instead: name, tolerance.
    pub(crate) absolute: Vec<(&'static str, f64)>,
}

impl Outcome {
    pub(crate) fn of(values: Value) -> Self {
        Self {
            values,
            r: None,
            absolute: Vec::new(),
        }
    }

    /// Adds values that the case's `r` block also has, with their relative tolerance.
    pub(crate) fn with_r(mut self, values: Value, tol_rel: f64) -> Self {
        self.r = Some((values, tol_rel));
        self
    }

    /// Compares `field` by absolute difference.
    pub(crate) fn absolute(mut self, field: &'static str, tolerance: f64) -> Self {
        self.absolute.push((field, tolerance));
        self
    }
}

/// A number as the reference files write it: infinities as text, not-a-number as `null`.
pub(crate) fn num(value: f64) -> Value {
    if value.is_infinite() {
        Value::from(if value > 0.0 { "inf" } else { "-inf" })
    } else {
        Value::from(value)
    }
}

/// What a file holds.
pub(super) struct File {
    /// Cases of a method.
    pub(super) cases: Vec<Case>,
    /// Data sets of NIST, which name no method.
    pub(super) sets: Vec<Value>,
}

/// Reads a file; cases of the other crate's form (with `topic`, without `method`) are passed over.
pub(super) fn read(text: &str) -> File {
    let file: Value = serde_json::from_str(text).expect("JSON");
    let all = file["cases"].as_array().expect("a list of cases");
    let (cases, others): (Vec<&Value>, Vec<&Value>) =
        all.iter().partition(|case| case.get("method").is_some());
    let sets = others
        .into_iter()
        .filter(|case| case.get("topic").is_none());
    File {
        cases: cases.into_iter().map(one).collect(),
        sets: sets.cloned().collect(),
    }
}

fn one(case: &Value) -> Case {
    Case {
        id: case["id"].as_str().expect("an id").to_owned(),
        method: case["method"].as_str().expect("a method").to_owned(),
        input: case["input"].clone(),
        expected: case["expected"].clone(),
        tol_rel: case["tol_rel"].as_f64().expect("a tolerance"),
        r: case.get("r").cloned().unwrap_or_default(),
    }
}

/// A JSON value as a number.
pub(crate) fn float(value: &Value) -> f64 {
    match value {
        Value::Null => f64::NAN,
        Value::String(text) if text == "inf" => f64::INFINITY,
        Value::String(text) if text == "-inf" => f64::NEG_INFINITY,
        other => other.as_f64().expect("a number"),
    }
}

/// A JSON list as numbers.
pub(crate) fn floats(value: &Value) -> Vec<f64> {
    value
        .as_array()
        .expect("a list")
        .iter()
        .map(float)
        .collect()
}
