//! The tasks, each a closure over its data.

use bangkom_stats::bootstrap::{BootstrapOptions, Mean, confidence};
use bangkom_stats::ranks::{SignedRankOptions, signed_rank};
use bangkom_stats::{ConfidenceLevel, StatsError, TestOptions, bayes, effect, paired};

use super::data::{self, GROUPS, LEARNERS, PROGRAMS, ROWS};

/// A task and how much faster than its peers it has to be.
#[derive(Debug, Clone, Copy)]
pub struct Task {
    /// Name, the same in the scripts of the peers.
    pub name: &'static str,
    /// What is computed.
    pub what: &'static str,
    /// Peers with the least ratio of their time to ours; others are only shown.
    pub required: &'static [(&'static str, f64)],
    /// Relative difference up to which a peer's value is the same, or `None` where it draws its
    /// own random numbers or does another part of the work.
    pub same_within: Option<f64>,
    /// Makes the data and returns the timed call.
    pub prepare: fn() -> Run,
}

/// A call to be timed; its value is compared with the peers'.
pub type Run = Box<dyn FnMut() -> Result<f64, StatsError>>;

/// All tasks.
pub const TASKS: &[Task] = &[
    Task {
        name: "paired_t_exact_interval",
        what: "1,000 programs of 40: paired t with interval, d_z with its exact interval",
        required: &[("r", 10.0), ("pingouin", 20.0)],
        same_within: Some(1e-9),
        prepare: paired_t,
    },
    Task {
        name: "exact_interval",
        what: "1,000 programs of 40: d_z with its exact interval",
        required: &[],
        same_within: None,
        prepare: exact_interval,
    },
    Task {
        name: "bca_mean_40",
        what: "BCa interval of the mean of 40, 9,999 resamples",
        required: &[("scipy", 3.0)],
        same_within: None,
        prepare: || bca(40),
    },
    Task {
        name: "bca_mean_10000",
        what: "BCa interval of the mean of 10,000, 9,999 resamples",
        required: &[("scipy", 6.0)],
        same_within: None,
        prepare: || bca(10_000),
    },
    Task {
        name: "signed_rank_ties",
        what: "exact signed-rank test of 50 with ties and zeros",
        required: &[("r", 1.0)],
        same_within: Some(1e-12),
        prepare: signed_rank_ties,
    },
    Task {
        name: "grouped_summary",
        what: "counts, means and standard deviations of 1,000,000 rows in 1,000 groups",
        required: &[("pandas", 3.0), ("numpy", 2.0)],
        same_within: Some(1e-9),
        prepare: grouped_summary,
    },
    Task {
        name: "bayes_factor",
        what: "JZS Bayes factors of 100 t statistics, each also at four prior scales (pingouin: one)",
        required: &[],
        same_within: Some(1e-4),
        prepare: bayes_factor,
    },
];

fn paired_t() -> Run {
    let (before, after) = data::pairs(PROGRAMS * LEARNERS);
    Box::new(move || {
        let mut total = 0.0;
        for (x, y) in before.chunks(LEARNERS).zip(after.chunks(LEARNERS)) {
            total += paired::t_test(x, y, &TestOptions::default())?.t;
            std::hint::black_box(effect::paired(x, y, ConfidenceLevel::default())?.d_z_ci);
        }
        Ok(total / PROGRAMS as f64)
    })
}

fn exact_interval() -> Run {
    let (before, after) = data::pairs(PROGRAMS * LEARNERS);
    Box::new(move || {
        let mut total = 0.0;
        for (x, y) in before.chunks(LEARNERS).zip(after.chunks(LEARNERS)) {
            let ends = effect::paired(x, y, ConfidenceLevel::default())?.d_z_ci;
            total += ends.map_or(f64::NAN, |ends| ends.low + ends.high);
        }
        Ok(total / PROGRAMS as f64)
    })
}

fn bca(n: usize) -> Run {
    let sample = data::gains(n);
    let options = BootstrapOptions::default().seed(1);
    Box::new(move || {
        let result = confidence(&sample, &Mean, &options)?;
        let ends = result.bca.map(|bca| bca.interval);
        Ok(ends.map_or(f64::NAN, |ends| ends.low + ends.high))
    })
}

fn signed_rank_ties() -> Run {
    let gains = data::tied_gains(50);
    let before = vec![0.0; gains.len()];
    let options = SignedRankOptions::default();
    Box::new(move || {
        let result = signed_rank(&before, &gains, &options)?;
        Ok(result.exact.map_or(f64::NAN, |p| p.p_two))
    })
}

fn grouped_summary() -> Run {
    let (before, after) = data::pairs(ROWS);
    let groups = data::groups(ROWS);
    Box::new(move || {
        let summaries = paired::grouped(&groups, GROUPS, &before, &after)?;
        let gain = summaries.iter().filter_map(|s| s.mean_diff).sum::<f64>();
        let spread = summaries.iter().filter_map(|s| s.sd_diff).sum::<f64>();
        Ok((gain + spread) / f64::from(GROUPS))
    })
}

fn bayes_factor() -> Run {
    let (before, after) = data::pairs(100 * LEARNERS);
    let statistic = |(x, y): (&[f64], &[f64])| {
        paired::t_test(x, y, &TestOptions::default()).map_or(f64::NAN, |test| test.t)
    };
    let programs = before.chunks(LEARNERS).zip(after.chunks(LEARNERS));
    let t: Vec<f64> = programs.map(statistic).collect();
    let options = bayes::BayesOptions::default();
    Box::new(move || {
        let mut total = 0.0;
        for t in &t {
            total += bayes::from_t(*t, LEARNERS, &options)?.log_bf10;
        }
        Ok(total / t.len() as f64)
    })
}
