//! Tails against 50-digit values.

use bangkom_stats::StatsError;
use bangkom_stats::distributions::{
    beta, chi_squared, fisher_f, gamma, noncentral_t, normal, student_t, studentized_range,
};

use super::table_file::{Row, rows};

/// Lower and upper tail at the arguments of a row.
pub(super) type Tails = fn(&[f64]) -> Result<(f64, f64), StatsError>;

/// Fails with the worst rows when a tail misses the limit that holds for its row.
fn check(function: &str, tails: Tails, limit: fn(&Row, f64) -> f64) {
    let mut worst: Vec<(f64, f64, String)> = Vec::new();
    for row in rows(function) {
        let (lower, upper) = tails(&row.args).expect("valid arguments");
        for (side, got, want) in [("lower", lower, row.lower), ("upper", upper, row.upper)] {
            let error = (got / want - 1.0).abs();
            let allowed = limit(&row, want);
            let place = format!("{side} {:?}: want {want:e}, got {got:e}", row.args);
            worst.push((error / allowed, error, place));
        }
    }
    worst.sort_by(|a, b| b.0.total_cmp(&a.0));
    let list: Vec<String> = worst
        .iter()
        .take(12)
        .map(|(r, e, p)| format!("{r:8.2} {e:.1e} {p}"))
        .collect();
    assert!(worst[0].0 <= 1.0, "{function}:\n{}", list.join("\n"));
}

/// 1e-12 for parameters up to 1e4 and tails from 1e-16, otherwise 1e-9.
fn standard(row: &Row, tail: f64) -> f64 {
    if row.largest_parameter() <= 1e4 && tail >= 1e-16 {
        1e-12
    } else {
        1e-9
    }
}

#[test]
fn normal_to_14_digits() {
    check(
        "normal",
        |a| Ok((normal::cdf(a[0])?, normal::sf(a[0])?)),
        |_, _| 1e-14,
    );
}

#[test]
fn student_t_tails() {
    let tails: Tails = |a| Ok((student_t::cdf(a[0], a[1])?, student_t::sf(a[0], a[1])?));
    check("student_t", tails, standard);
}

#[test]
fn fisher_f_tails() {
    let tails: Tails = |a| {
        Ok((
            fisher_f::cdf(a[0], a[1], a[2])?,
            fisher_f::sf(a[0], a[1], a[2])?,
        ))
    };
    check("fisher_f", tails, standard);
}

#[test]
fn chi_squared_tails() {
    let tails: Tails = |a| Ok((chi_squared::cdf(a[0], a[1])?, chi_squared::sf(a[0], a[1])?));
    check("chi_squared", tails, standard);
}

#[test]
fn gamma_tails() {
    let tails: Tails = |a| Ok((gamma::cdf(a[0], a[1], a[2])?, gamma::sf(a[0], a[1], a[2])?));
    check("gamma", tails, standard);
}

#[test]
fn beta_tails() {
    let tails: Tails = |a| Ok((beta::cdf(a[0], a[1], a[2])?, beta::sf(a[0], a[1], a[2])?));
    check("beta", tails, standard);
}

#[test]
fn noncentral_t_tails() {
    let tails: Tails = |a| {
        Ok((
            noncentral_t::cdf(a[0], a[1], a[2])?,
            noncentral_t::sf(a[0], a[1], a[2])?,
        ))
    };
    check("noncentral_t", tails, |_, _| 1e-10);
}

#[test]
fn studentized_range_tails() {
    let tails: Tails = |a| {
        let k = a[1] as usize;
        Ok((
            studentized_range::cdf(a[0], k, a[2])?,
            studentized_range::sf(a[0], k, a[2])?,
        ))
    };
    check("studentized_range", tails, |_, _| 1e-8);
}
