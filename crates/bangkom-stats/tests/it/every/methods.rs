//! The methods, each as a function of two samples from which it takes what it needs.

use bangkom_stats::agreement::{self, KappaWeights, Metric};
use bangkom_stats::bayes::{self, BayesOptions};
use bangkom_stats::bootstrap::{self, BootstrapOptions, Mean};
use bangkom_stats::clusters::{self, Likelihood};
use bangkom_stats::gain::{self, Scale};
use bangkom_stats::permutation::{self, SignFlipOptions};
use bangkom_stats::power::{self, PowerOptions};
use bangkom_stats::quantiles::{self, SortedSample};
use bangkom_stats::ranks::{self, RankSumOptions, SignedRankOptions};
use bangkom_stats::regression::{self, ClusterCorrection, LeverageCorrection, LinearModel};
use bangkom_stats::repeated::{self, Contrast};
use bangkom_stats::returns::{self, RoiOptions};
use bangkom_stats::series::{self, SegmentedOptions};
use bangkom_stats::survival::{self, SurvivalOptions};
use bangkom_stats::two_sample::{self, EquivalenceOptions};
use bangkom_stats::{
    Alternative, ConfidenceLevel, StatsError, TestOptions, attrition, counts, effect, items,
    paired, reliability,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use Takes::{Both, First, Marks, Numbers, Pairs};

/// A result as JSON, or why there is none.
pub(super) type Outcome = Result<Value, StatsError>;

/// What a method makes of the two samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// Pairs of one length.
    Pairs,
    /// Two samples of any length, or a table made of both.
    Both,
    /// The first sample.
    First,
    /// Marks of zero and one made of both.
    Marks,
    /// A few single numbers.
    Numbers,
}

/// A method by its name.
pub(super) struct Method {
    pub(super) name: &'static str,
    pub(super) takes: Takes,
    pub(super) run: fn(&[f64], &[f64]) -> Outcome,
}

const fn method(name: &'static str, takes: Takes, run: fn(&[f64], &[f64]) -> Outcome) -> Method {
    Method { name, takes, run }
}

/// Field of what stands for a result whose JSON does not give it back.
pub(super) const UNREADABLE: &str = "unreadable";

/// The result as JSON, which must give the result back; that of a NaN does not.
fn json<T>(result: Result<T, StatsError>) -> Outcome
where
    T: Serialize + DeserializeOwned + PartialEq,
{
    let result = result?;
    let text = serde_json::to_string(&result).expect("JSON");
    let same = serde_json::from_str::<T>(&text).is_ok_and(|read| read == result);
    Ok(if same {
        serde_json::from_str(&text).expect("JSON")
    } else {
        serde_json::json!({UNREADABLE: text})
    })
}

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

fn test() -> TestOptions {
    TestOptions::default()
}

fn scale() -> Result<Scale, StatsError> {
    Scale::new(0.0, 20.0)
}

/// Persons with four columns made of both samples, the last two turned round.
fn table(pre: &[f64], post: &[f64]) -> Vec<Vec<f64>> {
    let turned = pre.iter().rev().zip(post.iter().rev());
    let rows = pre.iter().zip(post).zip(turned);
    rows.map(|((a, b), (c, d))| vec![*a, *b, 0.5 * b + 0.5 * c, *d])
        .collect()
}

/// Wrong (0) up to ten, right (1) above; missing stays missing.
fn marks(values: &[f64]) -> Vec<f64> {
    let mark = |x: &f64| {
        if x.is_nan() {
            f64::NAN
        } else {
            f64::from(*x > 10.0)
        }
    };
    values.iter().map(mark).collect()
}

/// Groups 0, 1, 2, 0, …
fn groups(values: &[f64]) -> Vec<usize> {
    (0..values.len()).map(|i| i % 3).collect()
}

/// Values of each of the three groups.
fn split(values: &[f64]) -> Vec<Vec<f64>> {
    let mut parts = vec![Vec::new(); 3];
    for (i, value) in values.iter().enumerate() {
        parts[i % 3].push(*value);
    }
    parts
}

fn differences(pre: &[f64], post: &[f64]) -> Vec<f64> {
    pre.iter().zip(post).map(|(a, b)| b - a).collect()
}

/// Every third case is open.
fn closed(values: &[f64]) -> Vec<bool> {
    (0..values.len()).map(|i| i % 3 != 2).collect()
}

fn whole(value: Option<&f64>) -> u64 {
    value.map_or(0, |x| x.abs().min(1e6) as u64)
}

fn first(values: &[f64]) -> f64 {
    values.first().copied().unwrap_or(f64::NAN)
}

fn model(pre: &[f64], post: &[f64]) -> Result<LinearModel, StatsError> {
    LinearModel::fit(&[&regression::intercept(pre.len()), pre], post)
}

fn coefficients(inference: &regression::Inference<'_>) -> Outcome {
    json(inference.coefficients(level()))
}

/// The methods.
#[rustfmt::skip]
pub(super) const METHODS: &[Method] = &[
    method("paired::summary", Pairs, |a, b| json(paired::summary(a, b))),
    method("paired::t_test", Pairs, |a, b| json(paired::t_test(a, b, &test()))),
    method("paired::equivalence", Pairs, |a, b| {
        json(paired::equivalence(a, b, &EquivalenceOptions::new(-2.0, 2.0)?))
    }),
    method("paired::grouped", Pairs, |a, b| {
        let all = paired::grouped(&vec![0; a.len()], 1, a, b)?;
        json(Ok(all[0].clone()))
    }),
    method("two_sample::welch", Both, |a, b| json(two_sample::welch(a, b, &test()))),
    method("two_sample::student", Both, |a, b| json(two_sample::student(a, b, &test()))),
    method("two_sample::equivalence", Both, |a, b| {
        json(two_sample::equivalence(a, b, &EquivalenceOptions::new(-2.0, 2.0)?))
    }),
    method("ranks::signed_rank", Pairs, |a, b| json(ranks::signed_rank(a, b, &SignedRankOptions::default()))),
    method("ranks::rank_sum", Both, |a, b| json(ranks::rank_sum(a, b, &RankSumOptions::default()))),
    method("ranks::sign_test", Pairs, |a, b| json(ranks::sign_test(a, b, Alternative::TwoSided))),
    method("permutation::sign_flip", Pairs, |a, b| {
        json(permutation::sign_flip(a, b, &SignFlipOptions::default().replicates(99)))
    }),
    method("bootstrap::confidence", Both, |a, b| {
        let options = BootstrapOptions::default().replicates(99);
        json(bootstrap::confidence(&differences(a, b), &Mean, &options))
    }),
    method("bayes::jzs_paired", Pairs, |a, b| json(bayes::jzs_paired(a, b, &BayesOptions::default()))),
    method("bayes::jzs_two_sample", Both, |a, b| json(bayes::jzs_two_sample(a, b, &BayesOptions::default()))),
    method("effect::paired", Pairs, |a, b| json(effect::paired(a, b, level()))),
    method("effect::independent", Both, |a, b| json(effect::independent(a, b, level()))),
    method("effect::dominance", Both, |a, b| json(effect::dominance(a, b))),
    method("gain::normalized", Pairs, |a, b| json(gain::normalized(a, b, scale()?))),
    method("gain::floor_ceiling", First, |a, _| json(gain::floor_ceiling(a, scale()?))),
    method("gain::reliable_change", Pairs, |a, b| json(gain::reliable_change(a, b, 0.8, level()))),
    method("gain::regression_to_mean", Pairs, |a, b| json(gain::regression_to_mean(a, b))),
    method("gain::pre_post_control", Pairs, |a, b| json(gain::pre_post_control((a, b), (b, a), &test()))),
    method("gain::gain_intervals, class", Pairs, |a, b| {
        let options = BootstrapOptions::default().replicates(99);
        json(gain::gain_intervals(a, b, scale()?, &options).map(|both| both.class_gain))
    }),
    method("regression, classical", Pairs, |a, b| coefficients(&model(a, b)?.classical()?)),
    method("regression, hc3", Pairs, |a, b| coefficients(&model(a, b)?.robust(LeverageCorrection::Hc3)?)),
    method("regression, cr2", Pairs, |a, b| {
        coefficients(&model(a, b)?.clustered(&groups(a), ClusterCorrection::Cr2)?)
    }),
    method("regression, newey_west", Pairs, |a, b| coefficients(&model(a, b)?.newey_west(2, true)?)),
    method("regression, hypothesis", Pairs, |a, b| json(model(a, b)?.hypothesis(&[1]))),
    method("regression::one_way_anova", First, |a, _| json(regression::one_way_anova(&split(a)))),
    method("regression::ancova", Pairs, |a, b| json(regression::ancova(a, b, &groups(a), level()))),
    method("repeated::repeated_measures", Both, |a, b| json(repeated::repeated_measures(&table(a, b)))),
    method("repeated::friedman", Both, |a, b| json(repeated::friedman(&table(a, b)))),
    method("repeated::planned_contrasts", Both, |a, b| {
        let planned = [Contrast::between(0, 1, 4)?, Contrast::between(1, 3, 4)?];
        json(repeated::planned_contrasts(&table(a, b), &planned, level()))
    }),
    method("clusters::cluster_icc", First, |a, _| json(clusters::cluster_icc(a, &groups(a), level()))),
    method("clusters::random_intercept", Pairs, |a, b| {
        let ones = regression::intercept(a.len());
        let kind = Likelihood::Restricted;
        json(clusters::random_intercept(&[&ones, a], b, &groups(a), kind, level()))
    }),
    method("clusters::design_effect", Numbers, |a, _| {
        json(clusters::design_effect(0.05, whole(a.first()), whole(a.last())))
    }),
    method("series::interrupted_series", First, |a, _| {
        let times: Vec<f64> = (0..a.len()).map(|i| i as f64).collect();
        let start = (a.len() / 2) as f64;
        json(series::interrupted_series(a, &times, start, &SegmentedOptions::default()))
    }),
    method("series::interrupted_counts", Numbers, |a, _| {
        let times: Vec<f64> = (0..a.len()).map(|i| i as f64).collect();
        let counts: Vec<u64> = a.iter().map(|x| whole(Some(x))).collect();
        let (start, usual) = ((a.len() / 2) as f64, SegmentedOptions::default());
        json(series::interrupted_counts(&counts, &vec![1.0; a.len()], &times, start, &usual))
    }),
    method("series::mann_kendall", First, |a, _| json(series::mann_kendall(a, level()))),
    method("survival::kaplan_meier", First, |a, _| {
        json(survival::kaplan_meier(a, &closed(a), &SurvivalOptions::default()))
    }),
    method("survival::log_rank", First, |a, _| json(survival::log_rank(a, &closed(a), &groups(a)))),
    method("attrition::attrition_rates", Numbers, |a, b| {
        let formed = (whole(a.first()) + 20, whole(b.first()) + 20);
        json(attrition::attrition_rates((formed.0, 15), (formed.1, 12)))
    }),
    method("attrition::monotone_mean", Pairs, |a, b| json(attrition::monotone_mean(a, b, level()))),
    method("attrition::dropouts", First, |a, b| {
        let lost = |(i, b): (usize, &f64)| if i % 3 == 0 { f64::NAN } else { *b };
        let post: Vec<f64> = b.iter().enumerate().map(lost).collect();
        json(attrition::dropouts(a, &post, &test()))
    }),
    method("attrition::lee_bounds", Both, |a, b| json(attrition::lee_bounds(a, b))),
    method("agreement::intraclass_correlations", Both, |a, b| {
        json(agreement::intraclass_correlations(&table(a, b), level()))
    }),
    method("agreement::cohen_kappa", Marks, |a, b| {
        let (a, b) = (marks(a), marks(b));
        json(agreement::cohen_kappa(&a, &b, &[0.0, 1.0], KappaWeights::Identity, level()))
    }),
    method("agreement::gwet_ac1", Marks, |a, b| {
        let units: Vec<[f64; 2]> = marks(a).into_iter().zip(marks(b)).map(Into::into).collect();
        json(agreement::gwet_ac1(&units, &[0.0, 1.0], level()))
    }),
    method("agreement::fleiss_kappa", Marks, |a, b| {
        let pairs = marks(a).into_iter().zip(marks(b));
        let counts: Vec<[u64; 2]> = pairs.map(|(a, b)| (a + b) as u64).map(|n| [n, 2 - n]).collect();
        json(agreement::fleiss_kappa(&counts))
    }),
    method("agreement::percent_agreement", Pairs, |a, b| json(agreement::percent_agreement(a, b, level()))),
    method("agreement::krippendorff_alpha", Both, |a, b| {
        json(agreement::krippendorff_alpha(&table(a, b), Metric::Interval))
    }),
    method("agreement::kendall_tau", Pairs, |a, b| json(agreement::kendall_tau(a, b, Alternative::TwoSided))),
    method("agreement::kendall_w", Pairs, |a, b| json(agreement::kendall_w(&[a, b]))),
    method("agreement::r_wg", First, |a, _| json(agreement::r_wg(a, 20))),
    method("agreement::r_wg_items", Both, |a, b| json(agreement::r_wg_items(&table(a, b), 20))),
    method("reliability::cronbach_alpha", Both, |a, b| json(reliability::cronbach_alpha(&table(a, b), level()))),
    method("reliability::guttman_lambdas", Both, |a, b| json(reliability::guttman_lambdas(&table(a, b)))),
    method("reliability::split_half", Both, |a, b| json(reliability::split_half(&table(a, b)))),
    method("reliability::omega_total", Both, |a, b| json(reliability::omega_total(&table(a, b)))),
    method("reliability::kuder_richardson", Marks, |a, b| {
        let rows: Vec<_> = table(a, b).iter().map(|row| marks(row)).collect();
        json(reliability::kuder_richardson(&rows, level()))
    }),
    method("items::item_analysis", Both, |a, b| json(items::item_analysis(&table(a, b), &[20.0; 4]))),
    method("items::item_shifts", Marks, |a, b| {
        let (a, b) = (marks(a), marks(b));
        json(items::item_shifts(&table(&a, &a), &table(&b, &b)))
    }),
    method("counts::mcnemar", Marks, |a, b| json(counts::mcnemar(&marks(a), &marks(b), level()))),
    method("counts::cochran_q", Marks, |a, b| {
        let rows: Vec<[f64; 2]> = marks(a).into_iter().zip(marks(b)).map(Into::into).collect();
        json(counts::cochran_q(&rows))
    }),
    method("counts::proportion", Numbers, |a, b| json(counts::proportion(whole(a.first()), whole(b.first()), level()))),
    method("counts::two_proportions", Numbers, |a, b| {
        let (one, two) = ((whole(a.first()), 30), (whole(b.first()), 30));
        json(counts::two_proportions(one, two, Alternative::TwoSided, level()))
    }),
    method("counts::rate_ratio", Numbers, |a, b| {
        json(counts::rate_ratio((7, first(a)), (11, first(b)), level()))
    }),
    method("quantiles::quantile_interval", First, |a, _| {
        json(quantiles::quantile_interval(&SortedSample::new(a)?, 0.5, level()))
    }),
    method("quantiles::share_within", First, |a, _| json(quantiles::share_within(a, 12.0, level()))),
    method("power::paired_t_size", Numbers, |a, _| {
        json(power::paired_t_size(first(a) / 20.0, 0.8, &PowerOptions::default()))
    }),
    method("power::two_sample_t_size", Numbers, |a, _| {
        json(power::two_sample_t_size(first(a) / 20.0, 0.8, &PowerOptions::default()))
    }),
    method("returns::return_on_investment", Numbers, |a, b| {
        json(returns::return_on_investment(a, first(b), RoiOptions::default()))
    }),
];
