//! CSV readers and writers for the documents of bangkom.
//!
//! The columns carry the names that the systems of a city really export, in any order, spelling
//! and case; dates are day-month-year; text may be UTF-8, UTF-16 or Windows-1252, separated by
//! comma, semicolon or tab, under any number of title lines. Every reader takes an
//! [`impl Read`](std::io::Read) and gives a [`Reading`]: what was valid, what was found, and
//! counts that add up. Nothing panics, nothing vanishes.
//!
//! It opens no files and chooses no paths.
//!
//! # Examples
//!
//! ```
//! use bangkom_domain::evidence::Direction;
//! use bangkom_tabular::ReadOptions;
//! use bangkom_tabular::series::{self, SeriesKind, Step};
//!
//! let file = "Kode OPD;Minggu Mulai;Rata-rata Hari;Jumlah Permohonan\n\
//!             DPMPTSP;05-01-2026;12,5;140\n\
//!             DPMPTSP;12-01-2026;dua belas;131\n";
//! let kind = SeriesKind::new("response_time", "days", Direction::LowerIsBetter, Step::Week)?;
//! let reading = series::read(file.as_bytes(), &kind, &ReadOptions::default())?;
//! assert_eq!((reading.rows, reading.kept), (2, 1));
//! assert_eq!(reading.value[0].points[0].value, 12.5);
//! assert_eq!(reading.findings.as_slice()[0].to_string(), "column nilai: \"dua belas\" is not a number");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The tables
//!
//! | module | file | gives |
//! |---|---|---|
//! | [`personnel`] | personnel records (SIASN export) | employees |
//! | [`appraisal`] | performance appraisals | evidence |
//! | [`assessment`] | assessment centres and competency tests | evidence |
//! | [`survey`] | answers to the satisfaction survey (SKM) | evidence |
//! | [`complaints`] | complaints (SP4N-LAPOR) | evidence |
//! | [`ratings`] | ratings by superiors, peers, subordinates, self | evidence |
//! | [`causes`] | what people say causes a gap | cause marks |
//! | [`attendance`] | attendance lists | attendance |
//! | [`scores`] | test scores | scores |
//! | [`observations`] | observation sheets | observations |
//! | [`items`] | items of instruments | items |
//! | [`answers`] | answers to items, also of observers | answers |
//! | [`comparison`] | scores of a comparison group | scores to compare with |
//! | [`designs`] | how programs were measured | designs |
//! | [`series`] | figures of a service over time | series |
//! | [`cases`] | cases of services, open ones among them | case logs |
//! | [`counts`] | counts of a service, such as complaints | count series |
//! | [`satisfaction`] | surveys that were summed up | survey waves |
//! | [`benefits`] | what programs are said to save or earn | benefits |
//! | [`calendar`] | the plan, one line a session | – (written only) |
//!
//! # Limits
//!
//! A file is read into memory. Worksheets (XLSX) are not read; save them as CSV.

mod error;
mod finding;
mod header;
mod once;
mod people;
mod reading;
mod record;
mod row;
mod sheet;
mod text;

pub mod answers;
pub mod appraisal;
pub mod assessment;
pub mod attendance;
pub mod benefits;
pub mod calendar;
pub mod cases;
pub mod causes;
pub mod comparison;
pub mod complaints;
pub mod counts;
pub mod designs;
pub mod items;
pub mod observations;
pub mod personnel;
pub mod ratings;
pub mod satisfaction;
pub mod scores;
pub mod series;
pub mod survey;

pub use error::TableError;
pub use finding::{Expected, TableFinding};
pub use people::People;
pub use reading::{ReadOptions, Reading};
