use bangkom_domain::Language;
use bangkom_domain::results::{Item, TestForms};
use bangkom_stats::{Interval, TestOptions, paired};
use serde::{Deserialize, Serialize};

use super::rows::{Rows, both};
use crate::policy::EvaluationPolicy;

/// How far from equal two forms may be and still count as equally hard, a share of the scale.
const ALIKE: f64 = 0.05;

/// Whether the test after is easier than the one before, seen by the items that both share.
///
/// # Formula
///
/// ```text
/// easier   mean of (whole after - whole before) - (shared after - shared before)
/// ```
///
/// each a share of the points that could be had, of people who answered twice; one of the forms at
/// least has items of its own. What was learned moves both alike; what is left is the form, as
/// long as shared and own items ask for the same things.
///
/// # References
/// Kolen and Brennan 2014, common-item designs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormShift {
    /// How many answered twice.
    pub people: u32,
    /// How many items both forms share.
    pub shared: u32,
    /// By how much the test after is easier, a share of the scale; negative when harder.
    pub easier: f64,
    /// Its interval; absent where it is the same for everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// The mean change on shared items alone, a share of their points.
    pub shared_change: f64,
    /// Its interval; absent where it is the same for everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared_interval: Option<Interval>,
    /// How it reads.
    pub reading: FormReading,
}

/// How two forms compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FormReading {
    /// The whole interval lies within 5 % of the scale around no difference.
    Alike,
    /// The test after is easier.
    Easier,
    /// The test after is harder.
    Harder,
    /// Too few people or shared items to tell.
    Unclear,
}

impl FormReading {
    /// The reading in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::FormReading;
    ///
    /// assert_eq!(FormReading::Easier.label(Language::En), "the test after is easier");
    /// ```
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Alike, Language::Id) => "kedua bentuk setara",
            (Self::Alike, Language::En) => "both forms are equally hard",
            (Self::Easier, Language::Id) => "tes sesudah lebih mudah",
            (Self::Easier, Language::En) => "the test after is easier",
            (Self::Harder, Language::Id) => "tes sesudah lebih sulit",
            (Self::Harder, Language::En) => "the test after is harder",
            (Self::Unclear, Language::Id) => "belum dapat dibedakan",
            (Self::Unclear, Language::En) => "it cannot be told yet",
        }
    }

    fn of(easier: f64, interval: Option<Interval>) -> Self {
        let (low, high) = interval.map_or((easier, easier), |it| (it.low, it.high));
        if low > -ALIKE && high < ALIKE {
            Self::Alike
        } else if low > 0.0 {
            Self::Easier
        } else if high < 0.0 {
            Self::Harder
        } else {
            Self::Unclear
        }
    }
}

impl FormShift {
    /// What this says of the forms, whatever was declared; nothing where it cannot be told.
    pub(crate) fn forms(&self) -> Option<TestForms> {
        match self.reading {
            FormReading::Alike => Some(TestForms::Equated),
            FormReading::Easier | FormReading::Harder => Some(TestForms::Different),
            FormReading::Unclear => None,
        }
    }

    /// The shift between two forms that share items; none where neither has items of its own.
    pub(super) fn of(
        before: &Rows<'_>,
        after: &Rows<'_>,
        items: &[Item],
        policy: &EvaluationPolicy,
    ) -> Option<Self> {
        use bangkom_domain::results::Occasion::{After, Before};
        let (first, second) = both(before, after);
        let enough = first.len() as u32 >= policy.min_group.max(2);
        let shared = |item: &Item| item.asked.is_none();
        let of_one = |item: &Item| [Some(Before), Some(After)].contains(&item.asked);
        if !(enough && items.iter().any(shared) && items.iter().any(of_one)) {
            return None;
        }
        let of_shared = |rows: &[&[f64]]| shares(rows, items, &shared);
        let (shared_first, shared_second) = (of_shared(&first), of_shared(&second));
        let of_whole = |rows: &[&[f64]]| shares(rows, items, &|_| true);
        let (whole_first, whole_second) = (of_whole(&first), of_whole(&second));
        let change =
            |a: &[f64], b: &[f64]| -> Vec<f64> { a.iter().zip(b).map(|(a, b)| b - a).collect() };
        let (learned, seen) = (
            change(&shared_first, &shared_second),
            change(&whole_first, &whole_second),
        );
        let (people, easier, interval) = mean_difference(&learned, &seen, policy)?;
        let (_, shared_change, shared_interval) =
            mean_difference(&shared_first, &shared_second, policy)?;
        Some(Self {
            people,
            shared: items.iter().filter(|item| shared(item)).count() as u32,
            easier,
            interval,
            shared_change,
            shared_interval,
            reading: FormReading::of(easier, interval),
        })
    }
}

/// The share of the points of some items that each person got; NaN without an answer.
fn shares(rows: &[&[f64]], items: &[Item], keep: &dyn Fn(&Item) -> bool) -> Vec<f64> {
    let share = |row: &&[f64]| {
        let own = items.iter().zip(*row);
        let own = own.filter(|(item, points)| keep(item) && !points.is_nan());
        let (got, most) = own.fold((0.0, 0.0), |(got, most), (item, points)| {
            let (low, high) = item.range();
            (
                got + item.weighs() * (points - low),
                most + item.weighs() * (high - low),
            )
        });
        got / most
    };
    rows.iter().map(share).collect()
}

/// The mean difference with its interval, where it varies.
fn mean_difference(
    first: &[f64],
    second: &[f64],
    policy: &EvaluationPolicy,
) -> Option<(u32, f64, Option<Interval>)> {
    let summary = paired::summary(first, second).ok()?;
    let options = TestOptions::default().level(policy.level);
    let test = paired::t_test(first, second, &options).ok();
    let people = summary.basis.n_used as u32;
    Some((people, summary.mean_diff, test.map(|test| test.ci)))
}
