use bangkom_stats::repeated::{friedman, repeated_measures};
use serde_json::{Value, json};

use super::{Case, Outcome};

methods! {
    repeated_measures => occasions,
}

fn occasions(case: &Case) -> Outcome {
    let rows = case.rows("y");
    let r = repeated_measures(&rows).expect("an analysis");
    let ranks = friedman(&rows).expect("ranks");
    let mut values = json!({
        "n": r.basis.n_used,
        "k": r.means.len(),
        "means": r.means,
        "f": r.f,
        "df1": r.df_time,
        "df2": r.df_error,
        "p": r.p,
        "eps_gg": r.sphericity.greenhouse_geisser,
        "eps_hf": r.sphericity.huynh_feldt,
        "p_gg": r.p_greenhouse_geisser,
        "p_hf": r.p_huynh_feldt,
        "partial_eta2": r.partial_eta_squared,
        "ges": r.generalized_eta_squared,
        "ss_time": r.ss_time,
        "ss_person": r.ss_person,
        "ss_error": r.ss_error,
        "friedman_chi2": ranks.chi_squared,
        "friedman_p": ranks.p,
        "kendall_w": ranks.kendall_w,
    });
    let Some(mauchly) = r.sphericity.mauchly else {
        return Outcome::of(values);
    };
    for (field, value) in [
        ("mauchly_w", mauchly.w),
        ("mauchly_chi2", mauchly.chi_squared),
        ("mauchly_df", mauchly.df),
        ("mauchly_p_first_order", mauchly.p_first_order),
    ] {
        values[field] = Value::from(value);
    }
    // R's `mauchly.test` has the number of occasions for that of the contrasts in one term of the
    // second order, which vanishes with three occasions; with four, R says 0.68454 for 0.68431.
    let tolerance = if r.means.len() == 3 { 1e-9 } else { 4e-4 };
    Outcome::of(values).with_r(json!({ "mauchly_p_R": mauchly.p }), tolerance)
}
