//! What every result carries.

use serde_json::Value;

use super::methods::{METHODS, Method};

const PRE: [f64; 14] = [
    9.0, 12.0, 9.5, 14.0, 11.0, 13.0, 10.5, 12.5, 8.0, 15.0, 11.5, 9.0, 10.0, 13.5,
];
const POST: [f64; 14] = [
    13.0, 15.0, 9.0, 18.0, 16.0, 12.0, 14.0, 13.5, 12.0, 15.5, 11.0, 9.5, 14.5, 17.0,
];

/// The `basis` objects anywhere in a result.
fn bases<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("basis"));
            fields.values().for_each(|inner| bases(inner, found));
        }
        Value::Array(list) => list.iter().for_each(|inner| bases(inner, found)),
        _ => {}
    }
}

#[test]
fn every_result_says_what_it_rests_on() {
    for Method { name, run, .. } in METHODS {
        let result = run(&PRE, &POST).unwrap_or_else(|error| panic!("{name}: {error}"));
        let fields = result["basis"].as_object();
        let fields = fields.unwrap_or_else(|| panic!("{name} has no basis"));
        let names: Vec<&str> = fields.keys().map(String::as_str).collect();
        let mut wanted = [
            "n_input",
            "n_used",
            "n_missing",
            "method",
            "alternative",
            "level",
            "warnings",
        ];
        wanted.sort_unstable();
        let mut names = names;
        names.sort_unstable();
        assert_eq!(names, wanted, "{name}");
        assert!(fields["method"].as_str().is_some_and(|m| !m.is_empty()));
    }
}

#[test]
fn counts_of_every_result_fit_together() {
    let mut post = POST;
    post[4] = f64::NAN;
    for Method { name, run, .. } in METHODS {
        for second in [&POST, &post] {
            let Ok(result) = run(&PRE, second) else {
                continue;
            };
            let mut found = Vec::new();
            bases(&result, &mut found);
            for basis in found {
                let count = |field: &str| basis[field].as_u64().expect("a count");
                let (given, used, missing) =
                    (count("n_input"), count("n_used"), count("n_missing"));
                assert!(used + missing <= given, "{name}: {basis}");
                let warnings = basis["warnings"].to_string();
                assert_eq!(
                    warnings.contains("missing_dropped"),
                    missing > 0,
                    "{name}: {basis}"
                );
            }
        }
    }
}

#[test]
fn the_same_input_gives_the_same_result() {
    for Method { name, run, .. } in METHODS {
        assert_eq!(run(&PRE, &POST), run(&PRE, &POST), "{name}");
    }
}
