//! Severity of raters, agreement, what is withheld, and gaps from adjusted ratings.

use bangkom_domain::evidence::{Aspect, SourceKind, Subject};
use bangkom_domain::finding::Explain;
use bangkom_domain::id::PersonId;
use bangkom_domain::json;
use bangkom_domain::measure::Nano;
use bangkom_needs::{AbsentWhy, Figure, NeedsPolicy, RaterPanel, RaterReport, rater_report};
use bangkom_stats::ConfidenceLevel;
use bangkom_stats::agreement::{Metric, intraclass_correlations, kendall_w, krippendorff_alpha};
use proptest::prelude::*;

use crate::city::{City, competency, nano, person, rater, today};

/// A rater says a level about a person, in service.
fn rate(city: &mut City, kind: SourceKind, by: u128, about: PersonId, value: f64) {
    let aspect = Aspect::Competency(competency("service"));
    let record = city.record(kind, Subject::Person(about), aspect, value, 0);
    record.rater = Some(rater(by));
}

fn report(city: &City) -> RaterReport {
    rater_report(
        &city.evidence,
        &city.roster(),
        &city.catalog(),
        &city.policy,
    )
    .unwrap()
}

fn panel(city: &City) -> RaterPanel {
    let mut panels = report(city).panels;
    assert_eq!(panels.len(), 1);
    panels.remove(0)
}

/// A city where everything may be shown.
fn open() -> City {
    let mut city = City::new();
    city.policy = NeedsPolicy::new(today()).min_group(1);
    city
}

/// Persons 1 to n, and what raters 101, 102, … say about them; 0 is nothing.
fn panel_of(city: &mut City, kind: SourceKind, rows: &[&[f64]]) -> Vec<PersonId> {
    let people: Vec<PersonId> = (1..=rows.len() as u128)
        .map(|n| city.hire(n, "A"))
        .collect();
    for (about, row) in people.iter().zip(rows) {
        for (by, value) in (101..).zip(*row) {
            if *value > 0.0 {
                rate(city, kind, by, *about, *value);
            }
        }
    }
    people
}

fn adjusted(panel: &RaterPanel) -> Vec<f64> {
    panel
        .levels
        .iter()
        .map(|level| level.adjusted.reveal().to_f64())
        .collect()
}

#[test]
fn a_severe_rater_does_not_lower_whom_he_alone_rates() {
    let mut city = open();
    let rows: [&[f64]; 3] = [&[2.0, 3.0], &[3.0, 4.0], &[2.0, 0.0]];
    panel_of(&mut city, SourceKind::Superior, &rows);
    let panel = panel(&city);
    assert_eq!((panel.ratings, panel.people, panel.raters), (5, 3, 2));
    assert_eq!(adjusted(&panel), [2.5, 3.5, 2.5]);
    let severe = &panel.severities[0];
    assert_eq!((severe.rater, severe.ratings), (rater(101), 3));
    assert_eq!((*severe.severity.reveal()), nano(0.5));
    // Few ratings and no residual at all: the whole severity stands.
    assert_eq!((*severe.applied.reveal()), nano(0.5));
    assert_eq!(*panel.levels[2].mean.reveal(), nano(2.0));
    assert_eq!(panel.levels[2].raters, 1);
    let noise = panel.noise.value().copied().unwrap();
    assert!(noise < 1e-12, "{noise}");
}

#[test]
fn parts_that_share_nobody_are_told() {
    let mut city = open();
    let rows: [&[f64]; 4] = [&[2.0, 3.0], &[3.0, 4.0], &[0.0, 0.0, 5.0], &[0.0, 0.0, 1.0]];
    panel_of(&mut city, SourceKind::Superior, &rows);
    let panel = panel(&city);
    let sizes: Vec<_> = panel
        .parts
        .iter()
        .map(|part| (part.people, part.raters))
        .collect();
    assert_eq!(sizes, [(2, 2), (2, 1)]);
    let parts: Vec<u32> = panel.levels.iter().map(|level| level.part).collect();
    assert_eq!(parts, [0, 0, 1, 1]);
    // Alone, a rater has no severity that could be seen.
    let alone = &panel.severities[2];
    assert_eq!(
        (*alone.severity.reveal(), &alone.standard_error),
        (Nano::ZERO, &None)
    );
    assert_eq!(
        panel.agreement.order_kept,
        Figure::Absent(AbsentWhy::Undefined)
    );
}

/// Six people and four raters of Shrout and Fleiss, halved so that they fit the scale.
const COMPLETE: [[f64; 4]; 6] = [
    [4.5, 1.0, 2.5, 4.0],
    [3.0, 1.5, 1.5, 1.0],
    [4.0, 2.0, 3.0, 4.0],
    [3.5, 1.5, 1.0, 3.0],
    [5.0, 2.5, 3.0, 4.5],
    [3.0, 1.0, 2.0, 3.5],
];

#[test]
fn agreement_is_what_the_statistics_say() {
    let mut city = City::new();
    let rows: Vec<&[f64]> = COMPLETE.iter().map(<[f64; 4]>::as_slice).collect();
    panel_of(&mut city, SourceKind::Assessment, &rows);
    let agreement = panel(&city).agreement;
    assert_eq!((agreement.block_people, agreement.block_raters), (6, 4));
    let icc = agreement.icc.value().unwrap();
    let want = intraclass_correlations(&COMPLETE, ConfidenceLevel::default()).unwrap();
    assert_eq!(
        (icc.agreement, icc.consistency_mean),
        (want.agreement, want.consistency_mean)
    );
    for (got, metric) in [
        (agreement.alpha.nominal, Metric::Nominal),
        (agreement.alpha.ordinal, Metric::Ordinal),
        (agreement.alpha.interval, Metric::Interval),
        (agreement.alpha.ratio, Metric::Ratio),
    ] {
        assert_eq!(
            got,
            Figure::Value(krippendorff_alpha(&COMPLETE, metric).unwrap().alpha)
        );
    }
    let turned: Vec<Vec<f64>> = (0..4)
        .map(|j| COMPLETE.iter().map(|row| row[j]).collect())
        .collect();
    assert_eq!(
        agreement.kendall_w,
        Figure::Value(kendall_w(&turned).unwrap().w)
    );
    // In a complete panel severity moves everybody alike.
    let kept = agreement.order_kept.value().copied().unwrap();
    assert!((kept - 1.0).abs() < 1e-12, "{kept}");
    assert!(
        agreement
            .r_wg
            .value()
            .is_some_and(|value| (0.0..1.0).contains(value))
    );
}

#[test]
fn the_largest_block_is_taken_and_gaps_stay_out() {
    let mut city = City::new();
    let rows: [&[f64]; 6] = [
        &[2.0, 3.0, 0.0],
        &[3.0, 5.0, 0.0],
        &[4.0, 4.0, 0.0],
        &[2.0, 0.0, 4.0],
        &[3.0, 0.0, 3.0],
        &[0.0, 0.0, 1.0],
    ];
    panel_of(&mut city, SourceKind::Superior, &rows);
    let agreement = panel(&city).agreement;
    assert_eq!((agreement.block_people, agreement.block_raters), (3, 2));
    let block = [[2.0, 3.0], [3.0, 5.0], [4.0, 4.0]];
    let want = intraclass_correlations(&block, ConfidenceLevel::default()).unwrap();
    assert_eq!(agreement.icc.value().unwrap().one_way, want.one_way);
}

#[test]
fn raters_of_few_ratings_are_withheld_and_who_would_give_them_away() {
    let mut city = City::new();
    // Raters 101 and 102 rate eight people, 103 six of them, 104 one.
    let rows: Vec<Vec<f64>> = (0..8_u8)
        .map(|i| {
            let base = 2.0 + f64::from(i % 3) / 2.0;
            let third = if i < 6 { base } else { 0.0 };
            let fourth = if i == 0 { 4.0 } else { 0.0 };
            vec![base + 0.5, base - 0.5, third, fourth]
        })
        .collect();
    let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
    panel_of(&mut city, SourceKind::Superior, &rows);
    let panel = panel(&city);
    let shown: Vec<_> = panel
        .severities
        .iter()
        .map(|severity| severity.rater)
        .collect();
    // Severities sum to zero: with 104 hidden alone, 103 goes too.
    assert_eq!(shown, [rater(101), rater(102)]);
    assert_eq!((panel.withheld_raters, panel.withheld_people), (2, 0));
    assert_eq!(panel.levels.len(), 8);
}

#[test]
fn people_of_few_peers_are_withheld() {
    let mut city = City::new();
    let rows: [&[f64]; 5] = [
        &[2.0, 3.0, 4.0],
        &[3.0, 3.0, 4.0],
        &[2.0, 2.0, 2.0],
        &[3.0, 4.0, 5.0],
        &[0.0, 3.0, 4.0],
    ];
    panel_of(&mut city, SourceKind::Peer, &rows);
    let panel = panel(&city);
    // The fifth has two of the three peers that are needed; the first goes along.
    let shown: Vec<PersonId> = panel.levels.iter().map(|level| level.person).collect();
    assert_eq!(shown, [person(2), person(3), person(4)]);
    assert_eq!(panel.withheld_people, 2);
    // Four people are no group.
    let mut small = City::new();
    panel_of(&mut small, SourceKind::Superior, &rows[..4]);
    let small = report(&small).panels.remove(0);
    assert_eq!(small.agreement.icc, Figure::Absent(AbsentWhy::SmallGroup));
    assert_eq!(small.noise, Figure::Absent(AbsentWhy::SmallGroup));
    assert_eq!(small.agreement.block_people, 0);
}

#[test]
fn dull_and_bad_evidence_gives_no_false_figure() {
    assert!(report(&City::new()).panels.is_empty());
    // Ratings without a rater, and of oneself, make no panel.
    let mut city = open();
    let about = city.hire(1, "A");
    city.agree(about, "service", 3.0);
    rate(&mut city, SourceKind::SelfRating, 1, about, 5.0);
    assert!(report(&city).panels.is_empty());
    // A rating of oneself under another kind is found and not used.
    rate(&mut city, SourceKind::Peer, 1, about, 5.0);
    rate(&mut city, SourceKind::Peer, 7, about, f64::NAN);
    rate(&mut city, SourceKind::Peer, 8, about, f64::INFINITY);
    rate(&mut city, SourceKind::Peer, 9, about, 9.0);
    let found = report(&city);
    assert!(found.panels.is_empty());
    let codes: Vec<_> = found.findings.iter().map(Explain::code).collect();
    assert!(codes.contains(&"needs.rates_oneself"), "{codes:?}");
    // One rater of one person.
    rate(&mut city, SourceKind::Superior, 101, about, 2.0);
    let one = panel(&city);
    assert_eq!((adjusted(&one), one.withheld_raters), (vec![2.0], 0));
    assert_eq!(one.noise, Figure::Absent(AbsentWhy::TooFew));
    assert_eq!(
        one.agreement.alpha.interval,
        Figure::Absent(AbsentWhy::TooFew)
    );
    assert_eq!(one.agreement.r_wg, Figure::Absent(AbsentWhy::TooFew));
    // All equal.
    let mut flat = open();
    let rows: [&[f64]; 3] = [&[3.0, 3.0], &[3.0, 3.0], &[3.0, 3.0]];
    panel_of(&mut flat, SourceKind::Superior, &rows);
    let flat = panel(&flat);
    assert_eq!(adjusted(&flat), [3.0; 3]);
    assert_eq!(
        flat.agreement.alpha.nominal,
        Figure::Absent(AbsentWhy::NoVariation)
    );
    assert_eq!(flat.agreement.icc, Figure::Absent(AbsentWhy::NoVariation));
    assert_eq!(
        flat.agreement.kendall_w,
        Figure::Absent(AbsentWhy::NoVariation)
    );
    assert_eq!(flat.agreement.r_wg, Figure::Value(1.0));
}

#[test]
fn a_bad_policy_is_refused() {
    let mut city = City::new();
    city.policy.coverage_floor = f64::NAN;
    let refused = rater_report(
        &city.evidence,
        &city.roster(),
        &city.catalog(),
        &city.policy,
    );
    assert!(refused.is_err());
}

#[test]
fn the_report_is_a_document_that_shows_nobody_in_logs() {
    let mut city = open();
    let rows: [&[f64]; 3] = [&[2.125, 3.0], &[3.0, 4.0], &[2.0, 0.0]];
    panel_of(&mut city, SourceKind::Superior, &rows);
    let report = report(&city);
    let text = serde_json::to_string(&report).unwrap();
    assert!(text.starts_with(r#"{"schema":"bangkom.rater_report/1""#));
    assert_eq!(json::read::<RaterReport>(&text).unwrap(), report);
    let shown = format!("{report:?}");
    assert!(shown.contains("(personal)") && !shown.contains("2125") && !shown.contains("2.125"));
}

/// Person 3 was rated by the severe superior alone.
fn severe() -> City {
    let mut city = open();
    let rows: [&[f64]; 6] = [
        &[2.0, 3.0],
        &[3.0, 4.0],
        &[2.0, 0.0],
        &[2.0, 3.0],
        &[3.0, 4.0],
        &[2.5, 3.5],
    ];
    panel_of(&mut city, SourceKind::Superior, &rows);
    city.policy = city.policy.clone().coverage_floor(0.0);
    city
}

#[test]
fn gaps_are_from_plain_ratings_unless_the_policy_asks() {
    let mut city = severe();
    let plain = city.analyze();
    assert!(!city.policy.raters.adjust);
    let current = |analysis: &bangkom_needs::Analysis, number: u128| {
        let need = analysis
            .of_person(person(number))
            .find(|need| need.competency == competency("service"));
        *need.unwrap().current.reveal()
    };
    assert_eq!(current(&plain, 3), nano(2.0));
    let before = |need: &bangkom_needs::Need| need.contributions.reveal()[0].unadjusted;
    assert!(plain.needs.iter().all(|need| before(need).is_none()));
    city.policy = city.policy.clone().adjust_raters(true);
    let adjusted = city.analyze();
    assert_eq!(current(&adjusted, 3), nano(2.5));
    assert_eq!(current(&adjusted, 1), nano(2.5));
    for need in &adjusted.needs {
        let parts = need.contributions.reveal();
        let sum: Nano = parts.iter().map(|part| part.amount).sum();
        assert_eq!(sum, *need.current.reveal());
        // Where both rated, what one loses the other gains.
        let told = (need.person == person(3)).then(|| nano(2.0));
        assert_eq!(parts[0].unadjusted, told);
    }
    // The report speaks of the plain ratings in either case.
    let level = &panel(&city).levels[2];
    assert_eq!(
        (*level.mean.reveal(), *level.adjusted.reveal()),
        (nano(2.0), nano(2.5))
    );
}

#[test]
fn adjusted_ratings_stay_on_the_scale() {
    let mut city = severe();
    let top = city.hire(9, "A");
    rate(&mut city, SourceKind::Superior, 101, top, 5.0);
    let low = city.hire(10, "A");
    rate(&mut city, SourceKind::Superior, 102, low, 1.0);
    city.policy = city.policy.clone().adjust_raters(true);
    let analysis = city.analyze();
    let all = analysis.needs.iter().chain(&analysis.met);
    let levels: Vec<Nano> = all.map(|need| *need.current.reveal()).collect();
    assert_eq!(levels.iter().max(), Some(&nano(5.0)));
    assert_eq!(levels.iter().min(), Some(&nano(1.0)));
}

/// People by raters, some of whom said nothing; halves of levels from 2 to 4.
fn tables() -> impl Strategy<Value = Vec<Vec<u8>>> {
    prop::collection::vec(prop::collection::vec(0..6_u8, 4), 5..9)
}

fn city_of(table: &[Vec<u8>], more: f64) -> City {
    let mut city = open();
    let rows: Vec<Vec<f64>> = table
        .iter()
        .map(|row| {
            let value = |(rater, cell): (usize, &u8)| match cell {
                0 => 0.0,
                cell => 1.5 + f64::from(*cell) / 2.0 + if rater == 0 { more } else { 0.0 },
            };
            row.iter().enumerate().map(value).collect()
        })
        .collect();
    let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
    panel_of(&mut city, SourceKind::Superior, &rows);
    city.policy.raters.shrink_below = 0;
    city
}

proptest! {
    #[test]
    fn the_order_of_records_changes_no_byte(table in tables(), turn in 1..40_usize) {
        let mut city = city_of(&table, 0.0);
        city.policy = city.policy.clone().adjust_raters(true);
        let (one, analysis) = (report(&city), city.analyze());
        let records = &mut city.evidence.records;
        if !records.is_empty() {
            let by = turn % records.len();
            records.rotate_left(by);
            records.reverse();
        }
        let bytes = |report: &RaterReport| serde_json::to_string(report).unwrap();
        prop_assert_eq!(bytes(&report(&city)), bytes(&one));
        let again = serde_json::to_string(&city.analyze()).unwrap();
        prop_assert_eq!(again, serde_json::to_string(&analysis).unwrap());
    }

    #[test]
    fn more_severity_moves_all_of_a_part_alike(table in tables()) {
        let (one, other) = (city_of(&table, 0.0), city_of(&table, -0.5));
        let (one, other) = (report(&one).panels, report(&other).panels);
        for (one, other) in one.iter().zip(&other) {
            for part in 0..one.parts.len() as u32 {
                let moved = one.levels.iter().zip(&other.levels).filter(|(a, _)| a.part == part);
                let moved: Vec<f64> = moved
                    .map(|(a, b)| b.adjusted.reveal().to_f64() - a.adjusted.reveal().to_f64())
                    .collect();
                let spread = moved.iter().fold(0.0, |most: f64, m| most.max((m - moved[0]).abs()));
                prop_assert!(spread < 5e-9, "{moved:?}");
            }
            prop_assert_eq!(one.withheld_raters + one.severities.len() as u32, one.raters);
            prop_assert_eq!(one.withheld_people + one.levels.len() as u32, one.people);
        }
    }
}
