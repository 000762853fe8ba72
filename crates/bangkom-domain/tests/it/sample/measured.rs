//! The parts of results that say how it was measured and what citizens met.

use bangkom_domain::evidence::{Direction, SurveyElement};
use bangkom_domain::follow_up::Barrier;
use bangkom_domain::measure::Rupiah;
use bangkom_domain::results::{
    Assignment, BatchProvider, Benefit, CaseLog, ComparisonScore, CountPoint, CountSeries,
    ElementAnswers, InstrumentItems, Item, ItemAnswers, Occasion, Results, SatisfactionWave,
    Selection, ServiceCase, StudyDesign, TestForms, TestPopulation,
};

use super::{day, days, id, person, rater};

/// How it was measured, answer by answer, and what it was worth.
pub(super) fn measured() -> Results {
    let reversed = Item {
        reversed: true,
        weight: Some(2.0),
        barrier: Some(Barrier::Feedback),
        ..Item::new("A", 1.0, 5.0)
    };
    let keyed = Item {
        key: Some(4.0),
        asked: Some(Occasion::Before),
        ..Item::new("B", 1.0, 5.0)
    };
    Results {
        items: vec![InstrumentItems {
            instrument: id("TES-1"),
            items: vec![reversed, keyed],
        }],
        answers: vec![ItemAnswers {
            batch: id("DASAR/b01"),
            person: person(1),
            instrument: id("TES-1"),
            occasion: Occasion::Before,
            observer: Some(rater()),
            answers: vec![Some(2.716_281), None].into(),
            date: day(2026, 3, 2),
        }],
        comparison: vec![ComparisonScore {
            program: id("DASAR"),
            person: person(2),
            instrument: id("TES-1"),
            occasion: Occasion::After,
            score: 47.843_75.into(),
            date: day(2026, 3, 6),
        }],
        designs: vec![StudyDesign {
            program: id("DASAR"),
            selection: Some(Selection::LowScores),
            assignment: Some(Assignment::WaitingList),
            forms: Some(TestForms::Equated),
            populations: vec![TestPopulation {
                instrument: id("TES-1"),
                mean: 61.5,
                deviation: 12.25,
            }],
            provider: Some("BPSDM".to_owned()),
            batch_providers: vec![BatchProvider {
                batch: id("DASAR/b01"),
                provider: "USU".to_owned(),
            }],
        }],
        benefits: vec![Benefit {
            program: id("DASAR"),
            what: "lembur".to_owned(),
            by_year: vec![Rupiah::new(40_000_000)],
            attribution: 0.5,
            confidence: 0.8,
        }],
        ..served()
    }
}

/// What citizens met.
fn served() -> Results {
    let week = days(day(2026, 1, 5), day(2026, 1, 11));
    Results {
        cases: vec![CaseLog {
            unit: id("DPMPTSP.LOKET"),
            service: id("IZIN"),
            target_days: Some(7),
            cases: vec![ServiceCase {
                opened: day(2026, 1, 5),
                closed: Some(day(2026, 1, 9)),
            }],
        }],
        counts: vec![CountSeries {
            unit: id("DPMPTSP.LOKET"),
            indicator: id("ADUAN"),
            direction: Direction::LowerIsBetter,
            points: vec![CountPoint {
                period: week,
                events: 4,
                exposure: Some(118.0),
            }],
        }],
        satisfaction: vec![SatisfactionWave {
            unit: id("DPMPTSP.LOKET"),
            period: week,
            respondents: 31,
            elements: vec![ElementAnswers {
                element: SurveyElement::StaffBehaviour,
                mean: 3.25,
                deviation: Some(0.5),
            }],
        }],
        ..Results::default()
    }
}
