//! A small city, made by hand.

use bangkom_domain::catalog::{Catalog, CatalogData};
use bangkom_domain::competency::{Competency, CompetencyGroup, Requirement, Scope, StandardEntry};
use bangkom_domain::evidence::{
    Aspect, Direction, Evidence, EvidenceRecord, EvidenceSource, Scale, SourceKind, Subject,
};
use bangkom_domain::id::{
    CompetencyId, EvidenceId, PersonId, PositionId, ProgramId, RaterId, UnitId,
};
use bangkom_domain::json;
use bangkom_domain::measure::{Importance, Level, Nano};
use bangkom_domain::program::Program;
use bangkom_domain::roster::{Roster, RosterData};
use bangkom_needs::{Analysis, NeedsPolicy, analyze};
use chrono::{Days, NaiveDate};

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).unwrap()
}

pub(crate) fn uuid(number: u128) -> String {
    format!(
        "\"{:08x}-0000-4000-8000-{:012x}\"",
        (number >> 48) as u32,
        number & 0xffff_ffff_ffff
    )
}

pub(crate) fn person(number: u128) -> PersonId {
    serde_json::from_str(&uuid(number)).unwrap()
}

pub(crate) fn rater(number: u128) -> RaterId {
    serde_json::from_str(&uuid(number)).unwrap()
}

pub(crate) fn record_id(number: u128) -> EvidenceId {
    serde_json::from_str(&uuid(number)).unwrap()
}

pub(crate) fn competency(code: &str) -> CompetencyId {
    CompetencyId::new(code).unwrap()
}

pub(crate) fn unit(code: &str) -> UnitId {
    UnitId::new(code).unwrap()
}

pub(crate) fn program_id(code: &str) -> ProgramId {
    ProgramId::new(code).unwrap()
}

pub(crate) fn level(value: u32) -> Level {
    Level::new(value).unwrap()
}

pub(crate) fn nano(value: f64) -> Nano {
    Nano::from_f64(value).unwrap()
}

/// A city with agencies A and B; A has the sub-unit A1.
pub(crate) struct City {
    pub(crate) roster: RosterData,
    pub(crate) catalog: CatalogData,
    pub(crate) evidence: Evidence,
    pub(crate) policy: NeedsPolicy,
    next: u128,
}

impl City {
    /// Without people and evidence; analysts need service 4 × 5 and digital 3 × 2.
    pub(crate) fn new() -> Self {
        let units = r#"{"schema": "bangkom.roster/1", "employees": [], "units": [
            {"id": "CITY", "name": "Kota", "kind": "city"},
            {"id": "A", "name": "Dinas A", "kind": "agency", "parent": "CITY"},
            {"id": "A1", "name": "Bidang A1", "kind": "sub_unit", "parent": "A"},
            {"id": "B", "name": "Dinas B", "kind": "agency", "parent": "CITY"}]}"#;
        let positions = r#"{"schema": "bangkom.catalog/1",
            "competencies": [], "standards": [], "programs": [], "positions": [
            {"id": "analyst", "title": "Analis", "kind": "pelaksana"},
            {"id": "chief", "title": "Kepala", "kind": "pengawas"}]}"#;
        let mut catalog: CatalogData = json::read(positions).unwrap();
        catalog.competencies = vec![
            skill("service", CompetencyGroup::Managerial),
            skill("digital", CompetencyGroup::Technical),
        ];
        catalog.standards = vec![
            standard("analyst", "service", 4, 5),
            standard("analyst", "digital", 3, 2),
            standard("chief", "service", 5, 4),
            standard("chief", "digital", 1, 1),
        ];
        let sources = SourceKind::ALL.iter().map(|kind| source(*kind)).collect();
        Self {
            roster: json::read(units).unwrap(),
            catalog,
            evidence: Evidence {
                sources,
                ..Evidence::default()
            },
            policy: NeedsPolicy::new(today()),
            next: 1,
        }
    }

    pub(crate) fn hire(&mut self, number: u128, unit: &str) -> PersonId {
        let text = format!(
            r#"{{"id": {}, "kind": "pns", "unit": "{unit}", "position": "analyst",
                "legal_status": "active"}}"#,
            uuid(number)
        );
        self.roster
            .employees
            .push(serde_json::from_str(&text).unwrap());
        person(number)
    }

    /// A level 1 to 5, given `age` days ago.
    pub(crate) fn say(
        &mut self,
        kind: SourceKind,
        about: PersonId,
        code: &str,
        value: f64,
        age: u64,
    ) {
        let subject = Subject::Person(about);
        self.record(
            kind,
            subject,
            Aspect::Competency(competency(code)),
            value,
            age,
        );
    }

    pub(crate) fn record(
        &mut self,
        kind: SourceKind,
        subject: Subject,
        aspect: Aspect,
        value: f64,
        age: u64,
    ) -> &mut EvidenceRecord {
        self.next += 1;
        self.evidence.records.push(EvidenceRecord {
            id: record_id(0xe0_0000 + self.next),
            source: source(kind).id,
            subject,
            aspect,
            value: value.into(),
            date: today() - Days::new(age),
            rater: None,
            count: 1,
            exposure: None,
        });
        self.evidence.records.last_mut().unwrap()
    }

    /// Superior, assessment and appraisal all say the same today: coverage 0.7 / 0.8.
    pub(crate) fn agree(&mut self, about: PersonId, code: &str, value: f64) {
        for kind in [
            SourceKind::Superior,
            SourceKind::Assessment,
            SourceKind::Appraisal,
        ] {
            self.say(kind, about, code, value, 0);
        }
    }

    pub(crate) fn require(&mut self, unit_code: &str, code: &str, asked: u32, importance: u32) {
        self.catalog.requirements.push(Requirement {
            scope: Scope {
                unit: unit(unit_code),
                positions: Vec::new(),
            },
            competency: competency(code),
            level: level(asked),
            importance: Importance::new(importance).unwrap(),
            by: today() + Days::new(100),
            reason: "layanan digital".to_owned(),
        });
    }

    pub(crate) fn teach(&mut self, id: &str, code: &str, from: u32, to: u32) -> &mut Program {
        self.catalog.programs.push(program(id, code, from, to));
        self.catalog.programs.last_mut().unwrap()
    }

    pub(crate) fn roster(&self) -> Roster {
        Roster::new(self.roster.clone()).value
    }

    pub(crate) fn catalog(&self) -> Catalog {
        Catalog::new(self.catalog.clone()).value
    }

    pub(crate) fn analyze(&self) -> Analysis {
        analyze(
            &self.roster(),
            &self.catalog(),
            &self.evidence,
            &self.policy,
        )
        .unwrap()
    }
}

fn skill(code: &str, group: CompetencyGroup) -> Competency {
    Competency {
        id: competency(code),
        name: code.to_owned(),
        group,
        dictionary: "test".to_owned(),
        valid_from: None,
        indicators: Vec::new(),
    }
}

fn standard(position: &str, code: &str, asked: u32, importance: u32) -> StandardEntry {
    StandardEntry {
        position: PositionId::new(position).unwrap(),
        competency: competency(code),
        level: level(asked),
        importance: Importance::new(importance).unwrap(),
    }
}

fn source(kind: SourceKind) -> EvidenceSource {
    EvidenceSource {
        id: bangkom_domain::id::SourceId::new(kind.code()).unwrap(),
        kind,
        scale: Scale::new(1.0, 5.0, Direction::HigherIsBetter).unwrap(),
        rate_per: None,
    }
}

fn program(id: &str, code: &str, from: u32, to: u32) -> Program {
    let text = format!(
        r#"{{"id": "{id}", "name": "{id}",
        "modules": [{{"id": "m1", "name": "m1", "hours": 20, "method": "NKL03",
            "outcomes": [{{"competency": "{code}", "from": {from}, "to": {to}}}]}}],
        "sessions": [{{"kind": "class", "slots": 4, "venue": {{"room": []}}, "instructors": 1}}],
        "limits": {{"min_seats": 1, "max_seats": 30, "max_batches": 2, "max_one_unit": 1000,
            "min_units": 1}},
        "cost": {{"per_batch": 0, "per_seat": 0, "fund": "APBD"}}}}"#
    );
    serde_json::from_str(&text).unwrap()
}
