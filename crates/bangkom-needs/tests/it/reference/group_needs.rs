use bangkom_needs::indices::{borich, pni_modified, ranked_discrepancy};
use serde_json::{Value, json};

use super::{Case, columns, table};

pub(super) fn borich_rdm(case: &Case) -> Value {
    let of = |key: &str| columns(&table(&case.input[key]));
    let items = of("importance").into_iter().zip(of("ability"));
    items
        .map(|(importance, ability)| {
            let mwds = borich(&importance, &ability).unwrap();
            let ranked = ranked_discrepancy(&importance, &ability).unwrap();
            json!({
                "mean_importance": mwds.mean_importance, "mean_ability": mwds.mean_ability,
                "MWDS": mwds.score, "NR": ranked.negative, "PR": ranked.positive,
                "TR": ranked.tied, "RDS": ranked.score,
                "PNI_modified": pni_modified(&importance, &ability).unwrap().score,
            })
        })
        .collect()
}
