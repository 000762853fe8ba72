//! Scoring of columns: millions of answers as arrays, people by a dictionary of their keys.
//!
//! The record form ([`analyze`](crate::analyze)) reads documents and gives reasons for
//! everybody; this form reads plain columns and hands every (person, competency) pair to
//! [`Collector`]s, so that a province or a nation fits one machine. Levels, coverage, gaps and
//! priorities are the same numbers to the last digit.
//!
//! # Example
//!
//! ```
//! use bangkom_domain::evidence::SourceKind;
//! use bangkom_domain::progress::Silent;
//! use bangkom_needs::columns::{AskTable, Observations, TopNeeds, Totals, Workforce, score};
//! use bangkom_needs::{NeedsPolicy, ScoreConfig};
//! use chrono::NaiveDate;
//!
//! // Two people of unit 0, both in profile 0, which asks level 4 of competency 0 (importance 5).
//! let asks = AskTable::new(1, &[4], &[5])?;
//! let workforce = Workforce::new(&[7001_u32, 7002], &[0, 0], &[0, 0], asks)?;
//! assert!(workforce.findings.is_empty());
//!
//! let observations = Observations {
//!     kinds: &[SourceKind::Superior, SourceKind::Assessment],
//!     person: &[7002, 7001, 7001],
//!     competency: &[0, 0, 0],
//!     source: &[0, 1, 0],
//!     level: &[4.0, 3.0, 2.0],
//!     age_days: &[0, 0, 0],
//! };
//! let today = NaiveDate::from_ymd_opt(2026, 1, 10).ok_or("no such day")?;
//! let config = ScoreConfig::new(&NeedsPolicy::new(today).coverage_floor(0.3))?;
//!
//! let make = || (Totals::default(), TopNeeds::new(10));
//! let scored = score(&observations, &workforce.value, &config, today, make, &mut Silent)?;
//! let (totals, top) = scored.collector;
//! assert_eq!((totals.pairs, totals.scored), (2, 2));
//! let top = top.ranked();
//! assert_eq!((top.len(), top[0].key), (1, 7001));
//! // (0.25 × 2 + 0.30 × 3) / 0.55 = 2.545454545, and 4 is asked with importance 5.
//! assert_eq!(top[0].priority.reveal().to_string(), "7.272727275");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How it works
//!
//! Rows that come grouped by person are read where they are, in one pass; when somebody comes up
//! again, the work starts anew. Rows in any other order are moved once: blocks of rows are sorted by ranges of people, then each range by person. The sums,
//! and so the results, are the same either way; with the feature `parallel` the work is shared
//! out and the results are still the same.

mod ask_table;
mod block;
mod collector;
mod dictionary;
mod engine;
mod error;
mod finding;
mod grouped;
mod kernel;
mod key;
mod observations;
mod packed;
mod pair;
mod person;
mod range_sorter;
mod reader;
mod report;
mod run;
mod shuffled;
mod top_needs;
mod top_of_person;
mod totals;
mod unit_table;
mod watch;
mod workers;
mod workforce;

pub use ask_table::{AskTable, AskTableError};
pub use collector::Collector;
pub use dictionary::Dictionary;
pub use error::ColumnsError;
pub use finding::ColumnFinding;
pub use key::Key;
pub use observations::{Columns, Observations};
pub use pair::PairScore;
pub use report::RowReport;
pub use run::{Scored, score};
pub use top_needs::{RankedNeed, TopNeeds};
pub use top_of_person::{NeedsByPerson, TopOfPerson};
pub use totals::Totals;
pub use unit_table::{UnitCell, UnitTable};
pub use workforce::Workforce;
