//! Real scores and a real service series, evaluated with plain functions on slices.
//!
//! The scores are a concept inventory before and after a course; the series counts requests to
//! a city. `examples/data/SOURCES.md` names origin and licence.

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use bangkom::stats::gain::{self, Scale};
use bangkom::stats::{ConfidenceLevel, TestOptions, effect, paired, ranks, series};
use bangkom_examples::columns;

fn main() -> Result<(), Box<dyn Error>> {
    learning()?;
    service()
}

/// Did the learners know more afterwards, and by how much?
fn learning() -> Result<(), Box<dyn Error>> {
    let [pre, post] = columns("hciprepost.csv", ["score.pre", "score.post"])?;
    let test = paired::t_test(&pre, &post, &TestOptions::default())?;
    let size = effect::paired(&pre, &post, ConfidenceLevel::default())?;
    let gains = gain::normalized(&pre, &post, Scale::new(0.0, 20.0)?)?;
    println!(
        "Concept inventory, {} learners, scores 0 to 20",
        test.basis.n_used
    );
    println!(
        "  mean {:.2} before, {:.2} after: a rise of {:.2}, 95 % interval {:.2} to {:.2}",
        test.mean_pre, test.mean_post, test.mean_diff, test.ci.low, test.ci.high
    );
    let interval = size.d_z_ci.ok_or("no interval of the effect")?;
    println!(
        "  effect d_z (mean difference / its own deviation) {:.2}, interval {:.2} to {:.2}",
        size.d_z, interval.low, interval.high
    );
    let class = gains.class_gain.ok_or("no class gain")?;
    println!("  class gain {class:.2}: that share of the way to the full score");
    println!(
        "  {} rose, {} stayed, {} fell",
        gains.n_gain, gains.n_same, gains.n_loss
    );
    let signed_rank = ranks::signed_rank(&pre, &post, &ranks::SignedRankOptions::default())?;
    let exact = signed_rank
        .exact
        .ok_or("too many differences for the exact test")?;
    println!(
        "  p {:.4} by the t test, {:.4} by exact signed ranks",
        test.p_two, exact.p_two
    );
    assert_eq!((test.basis.n_used, gains.n_same, gains.n_loss), (16, 2, 2));
    assert!(test.ci.low > 0.0 && test.ci.contains(test.mean_diff));
    Ok(())
}

/// Does the city answer sooner than it did?
fn service() -> Result<(), Box<dyn Error>> {
    let [evaluable, on_time, days] = columns(
        "cincy311.csv",
        [
            "dead_animal_evaluable",
            "dead_animal_on_time",
            "building_median_days",
        ],
    )?;
    let share: Vec<f64> = on_time
        .iter()
        .zip(&evaluable)
        .map(|(on_time, all)| 100.0 * on_time / all)
        .collect();
    let trend = series::mann_kendall(&share, ConfidenceLevel::default())?;
    println!("Dead-animal pick-up, {} months", share.len());
    println!(
        "  share on time changes by {:.2} points a month, 95 % interval {:.2} to {:.2}, p {:.4}",
        trend.slope, trend.slope_ci.low, trend.slope_ci.high, trend.p
    );
    let trend = series::mann_kendall(&days, ConfidenceLevel::default())?;
    println!("Building requests, median days to close");
    println!(
        "  falls by {:.1} days a month, p {:.1e}",
        -trend.slope, trend.p
    );
    println!("  but this proves little: only closed cases count, and recent slow ones are open");
    assert!(trend.slope < 0.0 && trend.p > 0.0);
    Ok(())
}
