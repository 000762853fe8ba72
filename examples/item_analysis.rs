//! How good a test is, from a published table of right and wrong answers.
//!
//! Section 6 of the Law School Admission Test, 1,000 people and five items; the table of response
//! patterns is in `examples/data`, its source in `SOURCES.md`. A wrong key is then put in, to show
//! that the figures find it.
//!
//! ```console
//! cargo run --release --example item_analysis
//! ```

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use bangkom::domain::Language;
use bangkom::domain::results::Item;
use bangkom::evaluation::{ItemDoubt, ItemQuality, item_quality};
use bangkom::stats::ConfidenceLevel;
use bangkom_examples::columns;

fn main() -> Result<(), Box<dyn Error>> {
    let [a, b, c, d, e, people] = columns(
        "lsat6_patterns.csv",
        ["q1", "q2", "q3", "q4", "q5", "people"],
    )?;
    let mut answers = Vec::new();
    for at in 0..people.len() {
        let row = [a[at], b[at], c[at], d[at], e[at]];
        answers.extend(std::iter::repeat_n(row, people[at] as usize));
    }
    let right = keyed([1.0; 5]);
    let quality = item_quality(&answers, &right, ConfidenceLevel::default())?;
    show(&quality)?;
    assert_eq!(quality.people, 1_000);
    // Bock and Lieberman 1970: 92.4, 70.9, 55.3, 76.3 and 87.0 % were right.
    let shares = quality.items.iter().map(|item| item.difficulty);
    for (share, published) in shares.zip([0.924, 0.709, 0.553, 0.763, 0.870]) {
        assert!((share - published).abs() < 1e-9);
    }
    assert!(quality.doubts.contains(&ItemDoubt::LowReliability));

    println!("with a wrong key for item 3:");
    let wrong = keyed([1.0, 1.0, 0.0, 1.0, 1.0]);
    let quality = item_quality(&answers, &wrong, ConfidenceLevel::default())?;
    for item in quality.items.iter().filter(|item| !item.doubts.is_empty()) {
        for doubt in &item.doubts {
            println!("  item {}: {}", item.item, doubt.text(Language::En));
        }
    }
    assert!(quality.items[2].doubts.contains(&ItemDoubt::LowersAlpha));
    Ok(())
}

/// Five items answered 0 or 1, each with its key.
fn keyed(keys: [f64; 5]) -> Vec<Item> {
    let items = (1..).zip(keys).map(|(number, key): (u32, f64)| Item {
        key: Some(key),
        ..Item::new(number.to_string(), 0.0, 1.0)
    });
    items.collect()
}

fn show(quality: &ItemQuality) -> Result<(), Box<dyn Error>> {
    let alpha = quality.alpha.as_ref().ok_or("no alpha")?;
    println!(
        "alpha {:.3} (95 % interval {:.3} to {:.3}), KR-20 {:.3}, omega {:.3}",
        alpha.alpha,
        alpha.interval.low,
        alpha.interval.high,
        quality.kr20.ok_or("no KR-20")?,
        quality.omega.ok_or("no omega")?
    );
    for doubt in &quality.doubts {
        println!("  {}", doubt.text(Language::En));
    }
    println!("item  right  item-rest  strong less weak  alpha without");
    for item in &quality.items {
        println!(
            "{:4}  {:5.3}  {:9.3}  {:16.3}  {:13.3}",
            item.item,
            item.difficulty,
            item.item_rest.ok_or("no correlation")?,
            item.discrimination,
            item.alpha_if_deleted.ok_or("no alpha")?
        );
    }
    Ok(())
}
