//! Every document that needs makes has a golden file: its JSON form changes only on purpose.

use bangkom_domain::decision::Decisions;
use bangkom_domain::evidence::{Aspect, SourceKind, Subject};
use bangkom_needs::{Analysis, Proposal, RaterReport, propose, rater_report};
use bangkom_testkit::golden_fault;

use crate::city::{City, competency, rater, today, unit};

/// Gaps, a surplus, too little evidence, evidence about a unit, raters, and a gap without program.
fn city() -> City {
    let mut city = City::new();
    city.policy = bangkom_needs::NeedsPolicy::new(today()).min_group(1);
    let people: Vec<_> = (1..=4).map(|number| city.hire(number, "A1")).collect();
    city.require("A", "service", 5, 3);
    city.teach("PRIMA", "service", 2, 4);
    for (place, about) in people.iter().enumerate() {
        for by in [101, 102] {
            let aspect = Aspect::Competency(competency("service"));
            let value = 2.0 + 0.5 * place as f64 + if by == 102 { 0.5 } else { 0.0 };
            let subject = Subject::Person(*about);
            let record = city.record(SourceKind::Superior, subject, aspect, value, 30);
            record.rater = Some(rater(by));
        }
        if place > 0 {
            city.say(SourceKind::Assessment, *about, "service", 3.0, 200);
            city.say(SourceKind::Appraisal, *about, "service", 2.5, 90);
        }
    }
    city.agree(people[0], "digital", 1.0);
    city.agree(people[1], "digital", 4.5);
    let aspect = Aspect::Competency(competency("service"));
    city.record(
        SourceKind::SatisfactionSurvey,
        Subject::Unit(unit("A1")),
        aspect,
        2.0,
        10,
    )
    .count = 40;
    city
}

#[test]
fn an_analysis_is_written_as_its_golden_file() {
    let analysis: Analysis = city().analyze();
    assert!(!analysis.needs.is_empty() && !analysis.met.is_empty());
    assert!(!analysis.insufficient.is_empty());
    let file = include_str!("../data/golden/analysis.json");
    assert_eq!(golden_fault(file, &analysis, 0.0), None);
}

#[test]
fn a_proposal_is_written_as_its_golden_file() {
    let city = city();
    let (roster, catalog) = (city.roster(), city.catalog());
    let none = Decisions::default();
    let proposal: Proposal = propose(&city.analyze(), &roster, &catalog, &none, &city.policy);
    assert!(!proposal.demand.rows.is_empty());
    let file = include_str!("../data/golden/proposal.json");
    assert_eq!(golden_fault(file, &proposal, 0.0), None);
}

#[test]
fn a_rater_report_is_written_as_its_golden_file() {
    let city = city();
    let (roster, catalog) = (city.roster(), city.catalog());
    let report: RaterReport =
        rater_report(&city.evidence, &roster, &catalog, &city.policy).unwrap();
    assert!(!report.panels.is_empty());
    let file = include_str!("../data/golden/rater_report.json");
    assert_eq!(golden_fault(file, &report, 0.0), None);
}
