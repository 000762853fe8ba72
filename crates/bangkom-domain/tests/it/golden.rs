//! Every document has a golden file that reads and writes byte for byte.

use bangkom_domain::calendar::CalendarYear;
use bangkom_domain::catalog::CatalogData;
use bangkom_domain::decision::Decisions;
use bangkom_domain::demand::Demand;
use bangkom_domain::evidence::Evidence;
use bangkom_domain::follow_up::FollowUp;
use bangkom_domain::hours::HoursLedger;
use bangkom_domain::json::{self, Document, ReadError};
use bangkom_domain::plan::Plan;
use bangkom_domain::privacy::Documents;
use bangkom_domain::resources::Resources;
use bangkom_domain::results::Results;
use bangkom_domain::roster::RosterData;

use crate::sample;

/// What the tests ask of a document, whatever its type.
pub(crate) struct Golden {
    pub(crate) schema: &'static str,
    pub(crate) file: &'static str,
    /// The sample, written.
    pub(crate) written: String,
    /// The sample as `Debug` shows it.
    pub(crate) debug: String,
    /// Reads a text as the document and writes it again.
    pub(crate) rewrite: fn(&str) -> Result<String, ReadError>,
}

fn golden<D: Document + std::fmt::Debug>(file: &'static str, sample: &D) -> Golden {
    Golden {
        schema: D::SCHEMA,
        file,
        written: json::write(sample).expect("the sample is writable"),
        debug: format!("{sample:?} {sample:#?}"),
        rewrite: |text| {
            json::read::<D>(text).map(|document| json::write(&document).expect("finite"))
        },
    }
}

macro_rules! golden_files {
    ($($document:ty = $name:literal, $sample:expr;)+) => {
        /// Every document with its golden file.
        pub(crate) fn all() -> Vec<Golden> {
            vec![$({
                let sample: $document = $sample;
                golden(include_str!(concat!("../data/golden/", $name, ".json")), &sample)
            },)+]
        }
    };
}

golden_files! {
    CalendarYear = "calendar", sample::calendar_year();
    CatalogData = "catalog", sample::catalog();
    Decisions = "decisions", sample::decisions();
    Demand = "demand", sample::demand();
    Documents = "documents", sample::documents();
    Evidence = "evidence", sample::evidence();
    FollowUp = "follow_up", sample::follow_up();
    HoursLedger = "hours_ledger", sample::hours();
    Plan = "plan", sample::plan();
    Resources = "resources", sample::resources();
    Results = "results", sample::results();
    RosterData = "roster", sample::roster();
}

#[test]
fn samples_are_written_as_their_golden_files() {
    for golden in all() {
        assert_eq!(golden.written, golden.file, "{}", golden.schema);
    }
}

#[test]
fn golden_files_survive_reading_and_writing() {
    for golden in all() {
        assert_eq!(
            (golden.rewrite)(golden.file).unwrap(),
            golden.file,
            "{}",
            golden.schema
        );
    }
}

#[test]
fn an_unknown_field_is_refused_with_its_place() {
    for golden in all() {
        let text = golden.file.replacen("\",\n", "\",\n  \"colour\": 1,\n", 1);
        let error = (golden.rewrite)(&text).unwrap_err();
        assert_eq!(
            (error.line(), error.column()),
            (Some(3), Some(10)),
            "{error}"
        );
        assert!(error.to_string().contains("colour"), "{error}");
    }
}

/// In every object of every document, however deep.
#[test]
fn an_unknown_field_is_refused_wherever_it_stands() {
    for golden in all() {
        for (place, _) in golden.file.match_indices("{\n") {
            let mut text = golden.file.to_owned();
            text.insert_str(place + 1, "\"colour\": 1,");
            let error = (golden.rewrite)(&text).unwrap_err();
            let line = golden.file[..place].lines().count().max(1);
            assert!(
                error.line().is_some_and(|found| found >= line) && error.column().is_some(),
                "{}, line {line}: {error}",
                golden.schema
            );
        }
    }
}

#[test]
fn another_schema_is_refused_by_name() {
    for golden in all() {
        let text = golden.file.replacen(golden.schema, "bangkom.other/9", 1);
        let error = (golden.rewrite)(&text).unwrap_err();
        assert_eq!(error.found_schema(), Some("bangkom.other/9"));
    }
}

#[test]
fn a_missing_field_is_refused_with_its_place() {
    for golden in all() {
        let text = format!("{{\n  \"schema\": \"{}\"\n}}", golden.schema);
        // The only document whose every part is optional.
        if golden.schema == "bangkom.documents/1" {
            assert!((golden.rewrite)(&text).is_ok());
            continue;
        }
        let error = (golden.rewrite)(&text).unwrap_err();
        assert!(error.to_string().contains("missing field"), "{error}");
        assert_eq!(
            (error.line(), error.column()),
            (Some(3), Some(1)),
            "{error}"
        );
    }
}

#[test]
fn a_personal_value_of_the_wrong_kind_is_not_repeated_in_the_error() {
    let text = json::write(&sample::roster()).unwrap();
    let text = text.replacen("\"1979-03-14\"", "\"14-03-1979 Rahmawati\"", 1);
    let error = json::read::<RosterData>(&text).unwrap_err();
    assert!(error.line().is_some());
    for shown in [error.to_string(), format!("{error:?}")] {
        assert!(
            !shown.contains("1979") && !shown.contains("Rahma"),
            "{shown}"
        );
    }
}
