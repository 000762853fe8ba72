//! One full sample of every document: every optional field is present at least once.
//!
//! Records are written without `..`, so that a new field does not compile before it is sampled.

mod catalog;
mod loop_documents;
mod measured;
mod people;
mod resources;

use bangkom_domain::calendar::Period;
use bangkom_domain::id::{PersonId, RaterId};
use chrono::NaiveDate;
use uuid::Uuid;

pub(crate) use catalog::{catalog, level};
pub(crate) use loop_documents::{decisions, demand, evidence, follow_up, hours, plan, results};
pub(crate) use people::roster;
pub(crate) use resources::{calendar_year, resources};

use bangkom_domain::preset::{Confidence, PresetUse, Provenance, RuleVersion, Source, Standing};
use bangkom_domain::privacy::{Documents, DocumentsSchema};

pub(crate) fn documents() -> Documents {
    Documents {
        schema: DocumentsSchema::V1,
        roster: Some(roster()),
        evidence: Some(evidence()),
        demand: Some(demand()),
        plan: Some(plan()),
        results: Some(results()),
        follow_up: Some(follow_up()),
        decisions: Some(decisions()),
        hours: Some(hours()),
    }
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

pub(crate) fn days(first: NaiveDate, last: NaiveDate) -> Period {
    Period::new(first, last).expect("a period")
}

pub(crate) fn person(number: u128) -> PersonId {
    PersonId::new(Uuid::from_u128(0xa5_0000 + number))
}

fn rater() -> RaterId {
    RaterId::new(Uuid::from_u128(0xb6_0001))
}

fn source() -> Source {
    Source {
        regulation: "PP 11/2017".to_owned(),
        article: "Ps 203(4)".to_owned(),
        effective_from: Some(day(2017, 4, 7)),
        effective_to: Some(day(2030, 12, 31)),
        confidence: Confidence::SourceRead,
    }
}

fn provenance() -> Provenance {
    Provenance {
        standing: Standing::Proposed,
        rules: vec![RuleVersion {
            rules: "needs.gap".to_owned(),
            version: "1".to_owned(),
        }],
        presets: vec![PresetUse {
            preset: "hours.pns_minimum".to_owned(),
            source: source(),
        }],
        input_sha256: Some("0f".repeat(32)),
    }
}

/// An id of any kind from its code.
pub(crate) fn id<T: std::str::FromStr>(code: &str) -> T {
    code.parse().ok().expect("a code")
}
