//! Bad and extreme input to every method: a typed error, or a result without NaN and without a
//! p-value of zero.

use serde_json::Value;

use super::methods::{METHODS, Method, Takes, UNREADABLE};

const PRE: [f64; 12] = [
    10.0, 12.0, 9.0, 14.0, 11.0, 13.0, 10.5, 12.5, 8.0, 15.0, 9.5, 11.5,
];
const POST: [f64; 12] = [
    13.0, 15.0, 9.5, 18.0, 16.0, 12.0, 14.0, 13.5, 12.0, 15.5, 9.0, 12.0,
];

fn moved(values: &[f64], scale: f64, offset: f64) -> Vec<f64> {
    values.iter().map(|x| x * scale + offset).collect()
}

fn rising(n: u32, step: f64) -> Vec<f64> {
    (0..n).map(|i| f64::from(i) * step).collect()
}

/// Two samples by name.
type Samples = (&'static str, Vec<f64>, Vec<f64>);

/// Samples that do not vary, or vary in no usual way.
fn odd() -> Vec<Samples> {
    let (pre, post) = (PRE.to_vec(), POST.to_vec());
    vec![
        ("one pair", vec![3.0], vec![5.0]),
        ("two pairs", vec![3.0, 4.0], vec![5.0, 8.0]),
        ("all equal", vec![7.0; 12], vec![7.0; 12]),
        ("equal before", vec![7.0; 12], post.clone()),
        ("equal after", pre.clone(), vec![7.0; 12]),
        ("constant differences", pre.clone(), moved(&PRE, 1.0, 2.0)),
        (
            "nearly constant differences",
            pre.clone(),
            moved(&PRE, 1.0, 0.1),
        ),
        ("perfect agreement", pre.clone(), pre.clone()),
        ("opposite", pre.clone(), moved(&PRE, -1.0, 20.0)),
        ("at the top before", vec![20.0; 12], post.clone()),
        ("at the bottom", vec![0.0; 12], vec![0.0; 12]),
        ("all missing", vec![f64::NAN; 12], post.clone()),
        ("all missing after", pre.clone(), vec![f64::NAN; 12]),
        (
            "two values",
            vec![0.0, 1.0, 0.0, 1.0, 1.0, 0.0],
            vec![1.0; 6],
        ),
        (
            "far apart",
            rising(3_000, 1.0),
            moved(&rising(3_000, 1.001), 1.0, 1e6),
        ),
        (
            "one huge",
            vec![1.0, 2.0, 3.0, 4.0, 1e300],
            vec![2.0, 2.5, 4.0, 4.0, -1e300],
        ),
        (
            "smallest doubles",
            moved(&PRE, 5e-324, 0.0),
            moved(&POST, 5e-324, 0.0),
        ),
        (
            "signed zeros",
            vec![0.0, -0.0, 0.0, -0.0],
            vec![-0.0, 0.0, 1.0, -1.0],
        ),
    ]
}

/// All samples: the odd ones, scales and offsets, and holes on either side.
fn cases() -> Vec<Samples> {
    let mut cases = odd();
    for (name, scale, offset) in [
        ("offset", 1.0, 1e9),
        ("far offset", 1.0, 1e15),
        ("small scale", 1e-160, 0.0),
        ("large scale", 1e150, 0.0),
        ("largest scale", 1e306, 0.0),
        ("negative", -1.0, 0.0),
    ] {
        cases.push((
            name,
            moved(&PRE, scale, offset),
            moved(&POST, scale, offset),
        ));
    }
    let holes = |values: &[f64], hole: usize| -> Vec<f64> {
        let keep = |(i, x): (usize, &f64)| if i % 4 == hole { f64::NAN } else { *x };
        values.iter().enumerate().map(keep).collect()
    };
    cases.push((
        "before without after, and the reverse",
        holes(&PRE, 1),
        holes(&POST, 2),
    ));
    cases
}

/// Fields that hold p-values.
fn is_p(field: &str) -> bool {
    field == "p" || field.starts_with("p_") || field.ends_with("_p")
}

/// Adds the p-values that are not above 0 and at most 1, and results that hold no number.
fn check(place: &str, value: &Value, wrong: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (field, inner) in fields {
                let p = inner.as_f64().filter(|_| is_p(field));
                if field == UNREADABLE || p.is_some_and(|p| p <= 0.0 || p > 1.0) {
                    wrong.push(format!("{place}: {field} = {inner}"));
                }
                check(place, inner, wrong);
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| check(place, inner, wrong)),
        _ => {}
    }
}

#[test]
fn no_method_gives_nan_or_a_p_of_zero() {
    let mut wrong = Vec::new();
    for (case, pre, post) in cases() {
        for Method { name, run, .. } in METHODS {
            if let Ok(result) = run(&pre, &post) {
                check(&format!("{name}, {case}"), &result, &mut wrong);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Names of the methods of some kinds that accept what they must not.
fn accepting(kinds: &[Takes], pre: &[f64], post: &[f64]) -> Vec<&'static str> {
    let chosen = METHODS
        .iter()
        .filter(|method| kinds.contains(&method.takes));
    let accepting = chosen.filter(|method| (method.run)(pre, post).is_ok());
    accepting.map(|method| method.name).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn nothing_comes_of_nothing() {
    let kinds = [Takes::Pairs, Takes::Both, Takes::First, Takes::Marks];
    // A group without a pair is a group all the same, with counts of zero.
    assert_eq!(accepting(&kinds, &[], &[]), ["paired::grouped"]);
}

#[test]
fn infinite_values_are_refused() {
    for at in 0..PRE.len() {
        for infinite in [f64::INFINITY, f64::NEG_INFINITY] {
            let (mut pre, mut post) = (PRE, POST);
            pre[at] = infinite;
            post[at] = infinite;
            let kinds = [Takes::Pairs, Takes::Both, Takes::First];
            assert_eq!(accepting(&kinds, &pre, &POST), NONE, "before {at}");
            assert_eq!(accepting(&kinds[..2], &PRE, &post), NONE, "after {at}");
        }
    }
}

#[test]
fn samples_of_different_length_are_no_pairs() {
    assert_eq!(accepting(&[Takes::Pairs], &PRE, &POST[..7]), NONE);
    assert_eq!(accepting(&[Takes::Pairs], &PRE[..7], &POST), NONE);
}

/// Numbers without a unit, by the place where they stand.
fn unitless(place: &str, value: &Value, found: &mut Vec<(String, f64)>) {
    const NAMES: [&str; 22] = [
        "t",
        "f",
        "z",
        "r",
        "s",
        "w",
        "g_z",
        "d_z",
        "d_s",
        "icc",
        "rci",
        "value",
        "alpha",
        "omega",
        "lambda2",
        "lambda6",
        "cliff_delta",
        "tau_b",
        "correlation",
        "eta_squared",
        "r_squared",
        "log_bf10",
    ];
    match value {
        Value::Object(fields) => {
            for (field, inner) in fields {
                let number = inner
                    .as_f64()
                    .filter(|_| is_p(field) || NAMES.contains(&field.as_str()));
                found.extend(number.map(|number| (format!("{place}.{field}"), number)));
                unitless(&format!("{place}.{field}"), inner, found);
            }
        }
        Value::Array(list) => {
            for (i, inner) in list.iter().enumerate() {
                unitless(&format!("{place}[{i}]"), inner, found);
            }
        }
        _ => {}
    }
}

#[test]
fn scales_leave_what_has_no_unit() {
    // These compare with bounds or points of a scale, which stay where they are.
    const BOUND: [&str; 5] = [
        "equivalence",
        "gain::normalized",
        "share_within",
        "r_wg",
        "items::",
    ];
    let mut wrong = Vec::new();
    let mut compared = 0;
    for scale in [2.0_f64.powi(-531), 2.0_f64.powi(480)] {
        let (pre, post) = (moved(&PRE, scale, 0.0), moved(&POST, scale, 0.0));
        for Method { name, takes, run } in METHODS {
            let moves = ![Takes::Marks, Takes::Numbers].contains(takes);
            if !moves || BOUND.iter().any(|part| name.contains(part)) {
                continue;
            }
            let (Ok(plain), Ok(scaled)) = (run(&PRE, &POST), run(&pre, &post)) else {
                continue;
            };
            let (mut expected, mut found) = (Vec::new(), Vec::new());
            unitless(name, &plain, &mut expected);
            unitless(name, &scaled, &mut found);
            compared += expected.len();
            for ((place, want), (at, got)) in expected.iter().zip(&found) {
                // Means and slopes have a unit, and a t of nothing is rounding.
                if place != at || (want - got).abs() > 1e-9 * want.abs().max(1e-6) {
                    wrong.push(format!(
                        "{place} times {scale:e}: {want:e} became {got:e} ({at})"
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared > 200, "{compared}");
}
