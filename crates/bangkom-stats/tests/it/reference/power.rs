use bangkom_stats::power::{self, PowerOptions};
use serde_json::json;

use super::case::{Case, Outcome};

methods! {
    power_paired_t => power_paired_t,
    power_two_sample_t => power_two_sample_t,
}

fn options(case: &Case) -> PowerOptions {
    PowerOptions::default().alpha(case.f("alpha"))
}

fn power_paired_t(case: &Case) -> Outcome {
    let (d_z, options) = (case.f("d_z"), options(case));
    if case.input.get("n").is_some() {
        let power = power::paired_t(d_z, case.f("n") as usize, &options).expect("a power");
        return Outcome::of(json!({ "power": power }));
    }
    let size = power::paired_t_size(d_z, case.f("power"), &options).expect("a size");
    Outcome::of(json!({ "n_required": size.n, "achieved": size.achieved }))
}

fn power_two_sample_t(case: &Case) -> Outcome {
    let (n1, n2) = (case.f("n1") as usize, case.f("n2") as usize);
    let power = power::two_sample_t(case.f("d"), n1, n2, &options(case)).expect("a power");
    Outcome::of(json!({ "power": power }))
}
