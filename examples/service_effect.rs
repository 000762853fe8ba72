//! Two real series of a city's service requests against their own course, and a real count.
//!
//! Nothing is known to have happened in the month chosen for the city, so no effect should be seen;
//! the example shows what the figures can say, and what they cannot. In the count a law came into
//! force, and an effect should be seen. `examples/data/SOURCES.md` names origin and licence.
//!
//! ```console
//! cargo run --release --example service_effect
//! ```

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use bangkom::domain::calendar::Period;
use bangkom::domain::results::{CountPoint, ServicePoint};
use bangkom::evaluation::{SeriesEffect, count_course, count_rates, series_effect};
use bangkom::stats::ConfidenceLevel;
use bangkom_examples::columns;
use chrono::{Days, Months, NaiveDate};

fn main() -> Result<(), Box<dyn Error>> {
    let [evaluable, on_time, building] = columns(
        "cincy311.csv",
        [
            "dead_animal_evaluable",
            "dead_animal_on_time",
            "building_median_days",
        ],
    )?;
    let months: Vec<Period> = (0..44).map(month).collect::<Result<_, _>>()?;
    let chosen = months[24];
    let level = ConfidenceLevel::default();

    let share = on_time
        .iter()
        .zip(&evaluable)
        .map(|(on_time, all)| 100.0 * on_time / all);
    let points = series(&months, share);
    let effect = series_effect(&points, &[], chosen, level).ok_or("too few months")?;
    show("share on time, points of 100", &effect);

    // The same as late cases against all that could have been late.
    let late = on_time.iter().zip(&evaluable).zip(&months);
    let late: Vec<CountPoint> = late
        .map(|((on_time, all), period)| CountPoint {
            period: *period,
            events: (all - on_time) as u32,
            exposure: Some(*all),
        })
        .collect();
    let rates = count_rates(&late, chosen, level);
    let ratio = rates.ratio.ok_or("nothing was late")?;
    println!(
        "late cases: rate after by rate before {:.2} ({:.2} to {:.2}), means only, no course",
        ratio.value.unwrap_or(f64::NAN),
        ratio.low,
        ratio.high.unwrap_or(f64::INFINITY)
    );

    let points = series(&months, building.into_iter());
    let effect = series_effect(&points, &[], chosen, level).ok_or("too few months")?;
    show("median days to close, closed cases only", &effect);
    println!("  the last months cannot hold slow cases yet: count open ones with case_times");
    let trend = effect.trend_before.as_ref().ok_or("no trend")?;
    assert!(
        trend.slope < 0.0 && trend.p < 0.05,
        "it fell long before the month chosen"
    );
    assert!(effect.impossible, "a straight line leads below zero days");
    belts(level)
}

/// Drivers of vans killed a month in Great Britain, by kilometres; belts from 31 January 1983.
fn belts(level: ConfidenceLevel) -> Result<(), Box<dyn Error>> {
    let [killed, kilometres] = columns("seatbelts.csv", ["van_drivers_killed", "kilometres"])?;
    let first = NaiveDate::from_ymd_opt(1969, 1, 1).ok_or("no such day")?;
    let pairs = (0..).zip(killed.iter().zip(&kilometres));
    let points: Result<Vec<CountPoint>, Box<dyn Error>> = pairs
        .map(|(month, (killed, kilometres))| {
            let day = first + Months::new(month);
            Ok(CountPoint {
                period: Period::new(day, day + Months::new(1) - Days::new(1))?,
                events: *killed as u32,
                exposure: Some(*kilometres),
            })
        })
        .collect();
    let law = NaiveDate::from_ymd_opt(1983, 1, 31).ok_or("no such day")?;
    let course = count_course(&points?, &[], Period::day(law), level).ok_or("too few months")?;
    let effect = course.mean_effect;
    println!(
        "van drivers killed: {:.2} of what the course before leads to ({:.2} to {:.2}), dispersion {:.2}",
        effect.ratio, effect.ci.low, effect.ci.high, course.dispersion
    );
    assert!(effect.ci.high < 1.0 && course.seasonal);
    Ok(())
}

fn month(number: u32) -> Result<Period, Box<dyn Error>> {
    let first = NaiveDate::from_ymd_opt(2023, 1, 1).ok_or("no such day")? + Months::new(number);
    Ok(Period::new(first, first + Months::new(1) - Days::new(1))?)
}

fn series(months: &[Period], values: impl Iterator<Item = f64>) -> Vec<ServicePoint> {
    let points = months
        .iter()
        .zip(values)
        .map(|(period, value)| ServicePoint {
            period: *period,
            value,
            count: None,
        });
    points.collect()
}

fn show(what: &str, effect: &SeriesEffect) {
    println!("{what}");
    println!(
        "  {} months before, {} after, months of the year told apart: {}",
        effect.points_before, effect.points_after, effect.seasonal
    );
    println!(
        "  course before {:+.2} a month; mean difference to it afterwards {:+.1} ({:+.1} to {:+.1})",
        effect.slope_before.estimate,
        effect.mean_effect.estimate,
        effect.mean_effect.ci.low,
        effect.mean_effect.ci.high
    );
    for point in effect.after.iter().step_by(6) {
        println!(
            "  {}: {:.1}, the course before leads to {:.1}",
            point.first_day.format("%Y-%m"),
            point.value,
            point.expected
        );
    }
    if effect.impossible {
        println!("  the course before leads where no figure can be: it says nothing");
    }
    println!("  without units to compare with, no effect of anything is shown");
    assert!(effect.mean_effect.ci.contains(effect.mean_effect.estimate));
    assert_eq!((effect.points_before, effect.points_after), (24, 19));
}
