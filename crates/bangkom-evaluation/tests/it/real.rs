//! Published figures through the same doors as those of a city.

use bangkom_domain::calendar::Period;
use bangkom_domain::results::{Assignment, Occasion, ServiceCase, TestForms};
use bangkom_evaluation::{
    Comparison, Design, Doubt, Measured, MethodChoice, ServiceReading, Verdict, VerdictAnswer,
    VerdictReason, case_times, compare, judge,
};
use bangkom_stats::ConfidenceLevel;
use chrono::{Days, NaiveDate};

use crate::course::Course;
use crate::invented::policy;

/// The rows of a file by the names of its columns.
struct Table {
    header: Vec<&'static str>,
    rows: Vec<Vec<&'static str>>,
}

impl Table {
    fn new(text: &'static str) -> Self {
        let mut lines = text.lines().map(|line| line.split(',').collect());
        Self {
            header: lines.next().unwrap(),
            rows: lines.collect(),
        }
    }

    fn at(&self, name: &str) -> usize {
        self.header.iter().position(|cell| *cell == name).unwrap()
    }

    fn numbers(&self, name: &str) -> Vec<f64> {
        let at = self.at(name);
        self.rows
            .iter()
            .map(|row| row[at].parse().unwrap())
            .collect()
    }

    /// The rows in which a column has this word.
    fn only(&self, name: &str, word: &str) -> Self {
        let at = self.at(name);
        let rows = self.rows.iter().filter(|row| row[at] == word);
        Self {
            header: self.header.clone(),
            rows: rows.cloned().collect(),
        }
    }
}

fn near(found: f64, published: f64, digits: f64) {
    assert!(
        (found - published).abs() <= digits,
        "{found}, not {published}"
    );
}

fn read(measured: &Measured<'_>, design: &Design) -> (Comparison, Verdict) {
    let change = compare(measured, design, &policy()).unwrap();
    let verdict = judge(std::slice::from_ref(&change), &policy()).remove(0);
    (change, verdict)
}

#[test]
fn maize_of_darwin_is_sure_by_one_method_and_not_by_a_sturdier_one() {
    let table = Table::new(include_str!(
        "../../../../examples/data/evaluation/darwin.csv"
    ));
    let crossed = table.numbers("diff");
    let own = vec![0.0; crossed.len()];
    let (change, verdict) = read(&Measured::new(&own, &crossed), &Design::default());
    // Fisher 1935, chapter III: t = 2.148 on 14 degrees, p = 0.0497; of the 32,768 patterns of
    // signs 1,726 give a sum as great, 5.267 %.
    let test = change.test.as_ref().unwrap();
    near(test.t, 2.148, 5e-4);
    near(test.p_two, 0.0497, 5e-5);
    let flips = change.sturdier.iter().find(|it| it.method == "sign_flip");
    let flips = flips.unwrap();
    near(flips.p, 1_726.0 / 32_768.0, 1e-12);
    assert_eq!(flips.agrees, Some(false));
    // scipy 1.17.1, `wilcoxon`: 0.041259765625, exact.
    let ranks = change.sturdier.iter().find(|it| it.method == "signed_rank");
    near(ranks.unwrap().p, 0.041_259_765_625, 1e-12);
    assert_eq!(ranks.unwrap().agrees, Some(true));
    assert!(change.doubts.contains(&Doubt::SturdierDisagrees));
    assert_eq!(verdict.answer, VerdictAnswer::Revise);
    assert!(verdict.reasons.contains(&VerdictReason::SturdierDisagrees));
}

#[test]
fn barley_of_two_years_gives_the_figures_of_the_textbook() {
    let table = Table::new(include_str!(
        "../../../../examples/data/evaluation/immer.csv"
    ));
    let (first, second) = (table.numbers("Y2"), table.numbers("Y1"));
    let (change, _) = read(&Measured::new(&first, &second), &Design::default());
    // R, `t.test(Y1, Y2, paired = TRUE)`: t = 3.324 on 29 degrees, p = 0.002413, mean 15.91333,
    // interval 6.121954 to 25.704713.
    let test = change.test.as_ref().unwrap();
    near(test.t, 3.324, 5e-4);
    near(test.p_two, 0.002_413, 5e-7);
    near(test.mean_diff, 15.913_333, 1e-6);
    near(test.ci.low, 6.121_954, 1e-6);
    near(test.ci.high, 25.704_713, 1e-6);
    assert!(change.sturdier.iter().all(|it| it.agrees == Some(true)));
}

#[test]
fn weight_by_three_treatments_stands_beside_those_without() {
    let table = Table::new(include_str!(
        "../../../../examples/data/evaluation/anorexia.csv"
    ));
    let of = |treatment: &str| {
        let rows = table.only("Treat", treatment);
        (rows.numbers("Prewt"), rows.numbers("Postwt"))
    };
    let (family, therapy, control) = (of("FT"), of("CBT"), of("Cont"));
    assert_eq!(
        [&family, &therapy, &control].map(|it| it.0.len()),
        [17, 29, 26]
    );
    let beside = |own: &(Vec<f64>, Vec<f64>), design: Design| {
        let measured = Measured::new(&own.0, &own.1).compared(&control.0, &control.1);
        read(&measured, &design.forms(TestForms::Same))
    };
    let by_lot = Design::default().assignment(Assignment::Lot);
    let (change, verdict) = beside(&family, by_lot);
    // scipy 1.17.1: paired t of family therapy 4.184908, p 0.00070025.
    let test = change.test.as_ref().unwrap();
    near(test.t, 4.184_908_135_290_033, 1e-9);
    near(test.p_two, 0.000_700_253_105_6, 1e-12);
    // By least squares: 9.033573 pounds beyond those without, p 6.7678e-5; by gains 7.714706,
    // Welch p 0.00215181.
    let advice = change.advice.as_ref().unwrap();
    let estimate = advice.estimate.unwrap();
    assert_eq!(advice.method, MethodChoice::Ancova);
    near(estimate.value, 9.033_572_574_444, 1e-9);
    near(estimate.p, 6.767_779_685e-5, 1e-12);
    let gains = &change.sturdier[0];
    near(gains.estimate.unwrap(), 7.714_705_882_352_9, 1e-9);
    near(gains.p, 0.002_151_813_557_5, 1e-12);
    assert_eq!(
        (verdict.answer, gains.agrees),
        (VerdictAnswer::Keep, Some(true))
    );
    // The therapy of behaviour rose alone (p 0.0350); beside those without that is open by gains
    // (p 0.1015) and shown at the same start (4.244112, p 0.02493): the reader is told.
    let (change, verdict) = beside(&therapy, by_lot);
    near(
        change.test.as_ref().unwrap().p_two,
        0.035_022_597_562,
        1e-11,
    );
    let estimate = change.advice.as_ref().unwrap().estimate.unwrap();
    near(estimate.value, 4.244_112_265_475, 1e-9);
    near(estimate.p, 0.024_929_176_010_1, 1e-12);
    assert_eq!(change.sturdier[0].agrees, Some(false));
    near(change.sturdier[0].p, 0.101_498_595_659_5, 1e-12);
    assert_eq!(verdict.answer, VerdictAnswer::Revise);
    assert!(verdict.reasons.contains(&VerdictReason::SturdierDisagrees));
    // Had no lot decided, gains would be the headline.
    let (change, _) = beside(&therapy, Design::default());
    let advice = change.advice.as_ref().unwrap();
    assert_eq!(advice.method, MethodChoice::DifferenceInDifferences);
    near(advice.estimate.unwrap().value, 3.456_896_551_724, 1e-9);
}

#[test]
fn scores_of_three_occasions_keep_what_was_learned() {
    let table = Table::new(include_str!(
        "../../../../examples/data/evaluation/obrienkaiser.csv"
    ));
    let mean = |rows: &Table, occasion: &str| -> Vec<f64> {
        let hours: Vec<Vec<f64>> = (1..=5)
            .map(|hour| rows.numbers(&format!("{occasion}.{hour}")))
            .collect();
        (0..rows.rows.len())
            .map(|at| hours.iter().map(|column| column[at]).sum::<f64>() / 5.0)
            .collect()
    };
    let treated = table.only("treatment", "B");
    let mut course = Course::new();
    let columns = ["pre", "post", "fup"].map(|occasion| mean(&treated, occasion));
    for number in 1..=7 {
        course.seat(number, "A", true);
        let occasions = [Occasion::Before, Occasion::After, Occasion::FollowUp];
        for (occasion, column) in occasions.into_iter().zip(&columns) {
            course.score(number, occasion, column[number as usize - 1]);
        }
    }
    let learning = course.evaluate().programs.remove(0).learning;
    let whole = learning.iter().find(|one| one.retention.is_some()).unwrap();
    // Means of the published table: 4.142857, 6.571429 and 7.285714.
    let summary = whole.change.summary.as_ref().unwrap();
    near(summary.mean_pre, 29.0 / 7.0, 1e-9);
    near(summary.mean_post, 46.0 / 7.0, 1e-9);
    let retention = whole.retention.unwrap();
    assert_eq!(retention.people, 7);
    near(retention.retention.unwrap(), 22.0 / 17.0, 1e-9);
    let steps: Vec<_> = learning
        .iter()
        .filter(|one| one.batch.is_none() && one.unit.is_none())
        .map(|one| (one.from, one.to))
        .collect();
    assert_eq!(
        steps,
        [
            (Occasion::Before, Occasion::After),
            (Occasion::Before, Occasion::FollowUp),
            (Occasion::After, Occasion::FollowUp)
        ]
    );
}

#[test]
fn times_with_open_ends_give_the_published_log_rank() {
    let table = Table::new(include_str!(
        "../../../../examples/data/evaluation/veteran.csv"
    ));
    let (groups, days) = (table.numbers("trt"), table.numbers("time"));
    let ended = table.numbers("status");
    // One treatment stands for cases before a training, the other for those after; both were
    // followed until they ended or were lost, so every case opens on a day of its own.
    let between = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
    let today = between + Days::new(2_000);
    let cases: Vec<ServiceCase> = (0..days.len())
        .map(|at| {
            let (length, end) = (days[at] as u64, ended[at] == 1.0);
            let last = if groups[at] == 1.0 { between } else { today };
            // An open case is followed until its stretch ends.
            let opened = last - Days::new(if end { 1_000 } else { length });
            ServiceCase {
                opened,
                closed: end.then(|| opened + Days::new(length)),
            }
        })
        .collect();
    let times = case_times(
        &cases,
        None,
        Period::day(between),
        today,
        ConfidenceLevel::default(),
    );
    assert_eq!((times.before.cases, times.after.cases), (69, 68));
    assert_eq!((times.before.open, times.after.open), (5, 4));
    // R, `survdiff(Surv(time, status) ~ trt, veteran)`: p = 0.928; half had ended after 103 days,
    // and exactly half from day 52 to day 53.
    near(times.p.unwrap(), 0.927_727_233_340, 1e-9);
    assert_eq!(times.before.median, Some(103.0));
    assert!((52.0..=53.0).contains(&times.after.median.unwrap()));
    assert_eq!(times.reading, ServiceReading::Unclear);
    assert_eq!(times.advice.method, MethodChoice::LogRank);
    let open = |doubt: &Doubt| matches!(doubt, Doubt::OpenCases { .. });
    assert!(times.doubts.iter().any(open));
}
