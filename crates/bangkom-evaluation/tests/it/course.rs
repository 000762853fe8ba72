//! One program in two batches, made by hand.

use bangkom_domain::calendar::Period;
use bangkom_domain::catalog::{Catalog, CatalogData};
use bangkom_domain::evidence::{Direction, Scale};
use bangkom_domain::id::{
    BatchId, CompetencyId, IndicatorId, InstrumentId, PersonId, ProgramId, RaterId, SessionId,
    UnitId,
};
use bangkom_domain::json;
use bangkom_domain::plan::{Plan, Seat};
use bangkom_domain::results::{
    Attendance, Instrument, InstrumentKind, Observation, Occasion, Results, ServicePoint,
    ServiceSeries, TestScore,
};
use bangkom_domain::roster::{Roster, RosterData};
use bangkom_evaluation::{Evaluation, EvaluationPolicy, evaluate};
use chrono::{Days, NaiveDate};

pub(crate) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn uuid(number: u32) -> String {
    format!("\"00000000-0000-4000-8000-{number:012}\"")
}

pub(crate) fn person(number: u32) -> PersonId {
    serde_json::from_str(&uuid(number)).unwrap()
}

pub(crate) fn rater(number: u32) -> RaterId {
    serde_json::from_str(&uuid(number)).unwrap()
}

pub(crate) fn unit(code: &str) -> UnitId {
    UnitId::new(code).unwrap()
}

pub(crate) fn batch_id(code: &str) -> BatchId {
    BatchId::new(code).unwrap()
}

pub(crate) fn instrument(code: &str) -> InstrumentId {
    InstrumentId::new(code).unwrap()
}

/// Program `prima` (service, levels 2 to 4), batches `b1` (persons 1 and up) and `b2` (101 and
/// up) on 2 and 9 March; the test `test` of 0 to 10 and the checklist `seen` of 1 to 5.
pub(crate) struct Course {
    pub(crate) roster: RosterData,
    pub(crate) catalog: CatalogData,
    pub(crate) plan: Plan,
    pub(crate) results: Results,
    pub(crate) policy: EvaluationPolicy,
}

impl Course {
    pub(crate) fn new() -> Self {
        let roster = r#"{"schema": "bangkom.roster/1", "employees": [], "units": [
            {"id": "CITY", "name": "Kota", "kind": "city"},
            {"id": "A", "name": "Dinas A", "kind": "agency", "parent": "CITY"},
            {"id": "B", "name": "Dinas B", "kind": "agency", "parent": "CITY"},
            {"id": "C", "name": "Dinas C", "kind": "agency", "parent": "CITY"}]}"#;
        let catalog = r#"{"schema": "bangkom.catalog/1", "standards": [],
            "positions": [{"id": "p", "title": "Analis", "kind": "pelaksana"}],
            "competencies": [{"id": "service", "name": "Pelayanan", "group": "managerial",
                "dictionary": "test"}],
            "programs": [{"id": "prima", "name": "Prima",
                "modules": [{"id": "m1", "name": "m1", "hours": 20, "method": "NKL03",
                    "outcomes": [{"competency": "service", "from": 2, "to": 4}]}],
                "sessions": [{"kind": "class", "slots": 4, "venue": {"room": []},
                    "instructors": 1}],
                "limits": {"min_seats": 1, "max_seats": 30, "max_batches": 2,
                    "max_one_unit": 1000, "min_units": 1},
                "cost": {"per_batch": 0, "per_seat": 0, "fund": "APBD"}}]}"#;
        let batch = |id: &str, date: &str| {
            format!(
                r#"{{"id": "{id}", "program": "prima", "cost": 0, "publication": "frozen",
                    "seats": [], "sessions": [{{"id": "{id}/s1", "kind": "class",
                    "times": [{{"date": "{date}", "first": 0, "count": 4}}]}}]}}"#
            )
        };
        let plan = format!(
            r#"{{"schema": "bangkom.plan/1", "provenance": {{"standing": "decided", "rules": [],
                "presets": [], "input_sha256": null}},
                "horizon": {{"first": "2026-01-01", "last": "2026-12-31"}},
                "batches": [{}, {}]}}"#,
            batch("b1", "2026-03-02"),
            batch("b2", "2026-03-09")
        );
        let mut course = Self {
            roster: json::read(roster).unwrap(),
            catalog: json::read(catalog).unwrap(),
            plan: json::read(&plan).unwrap(),
            results: Results::default(),
            policy: EvaluationPolicy::new(day(6, 1)),
        };
        let test = course.declare("test", InstrumentKind::KnowledgeTest, 0.0, 10.0);
        test.mastery = Some(7.0);
        test.reliability = Some(0.9);
        course.declare("seen", InstrumentKind::BehaviourChecklist, 1.0, 5.0);
        course
    }

    pub(crate) fn declare(
        &mut self,
        id: &str,
        kind: InstrumentKind,
        low: f64,
        high: f64,
    ) -> &mut Instrument {
        self.results.instruments.push(Instrument {
            id: instrument(id),
            kind,
            program: ProgramId::new("prima").unwrap(),
            competency: Some(CompetencyId::new("service").unwrap()),
            scale: Scale::new(low, high, Direction::HigherIsBetter).unwrap(),
            mastery: None,
            reliability: None,
            observers: None,
        });
        self.results.instruments.last_mut().unwrap()
    }

    /// Seats a new employee of a unit and marks the attendance.
    pub(crate) fn seat(&mut self, number: u32, unit: &str, present: bool) -> PersonId {
        let text = format!(
            r#"{{"id": {}, "kind": "pns", "unit": "{unit}", "position": "p",
                "legal_status": "active"}}"#,
            uuid(number)
        );
        self.roster
            .employees
            .push(serde_json::from_str(&text).unwrap());
        let batch = usize::from(number > 100);
        let seat = Seat {
            person: person(number),
            pinned: false,
        };
        self.plan.batches[batch].seats.push(seat);
        self.results.attendance.push(Attendance {
            session: SessionId::new(["b1/s1", "b2/s1"][batch]).unwrap(),
            person: person(number),
            present: present.into(),
        });
        person(number)
    }

    pub(crate) fn score(&mut self, number: u32, occasion: Occasion, score: f64) -> &mut TestScore {
        self.results.scores.push(TestScore {
            batch: batch_id(if number > 100 { "b2" } else { "b1" }),
            person: person(number),
            instrument: instrument("test"),
            occasion,
            score: score.into(),
            date: day(3, 2),
        });
        self.results.scores.last_mut().unwrap()
    }

    /// A new attender of unit A with both scores.
    pub(crate) fn learn(&mut self, number: u32, before: f64, after: f64) {
        self.seat(number, "A", true);
        self.score(number, Occasion::Before, before);
        self.score(number, Occasion::After, after);
    }

    pub(crate) fn observe(&mut self, number: u32, by: u32, occasion: Occasion, score: f64) {
        self.results.observations.push(Observation {
            batch: batch_id(if number > 100 { "b2" } else { "b1" }),
            person: person(number),
            observer: rater(by),
            instrument: instrument("seen"),
            occasion,
            score: score.into(),
            date: day(4, 1),
        });
    }

    /// Weekly days to answer, four weeks before March and four from mid March on.
    pub(crate) fn serve(&mut self, code: &str, values: [f64; 8]) {
        let starts = (0..8).map(|week| {
            let first = if week < 4 { day(1, 5) } else { day(3, 16) };
            first + Days::new(7 * (week % 4))
        });
        let points = starts.zip(values).map(|(first, value)| ServicePoint {
            period: Period::new(first, first + Days::new(6)).unwrap(),
            value,
            count: None,
        });
        self.results.series.push(ServiceSeries {
            unit: unit(code),
            indicator: IndicatorId::new("response").unwrap(),
            measured_in: "days".to_owned(),
            direction: Direction::LowerIsBetter,
            points: points.collect(),
        });
    }

    pub(crate) fn roster(&self) -> Roster {
        Roster::new(self.roster.clone()).value
    }

    pub(crate) fn catalog(&self) -> Catalog {
        Catalog::new(self.catalog.clone()).value
    }

    pub(crate) fn evaluate(&self) -> Evaluation {
        let (roster, catalog) = (self.roster(), self.catalog());
        evaluate(&self.plan, &self.results, &roster, &catalog, &self.policy).unwrap()
    }
}
