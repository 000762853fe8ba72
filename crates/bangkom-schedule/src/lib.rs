//! Training plans: seats, batches, dates, rooms and instructors, with an independent checker and a reason for every refusal.
//!
//! It reads documents and gives a document; it scores no needs, keeps no database, knows no
//! clock and draws nothing by chance. What it gives is a proposal.
//!
//! ```
//! # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
//! use bangkom_domain::Language;
//! use bangkom_domain::finding::Explain;
//! use bangkom_domain::progress::Silent;
//! use bangkom_schedule::{Inputs, PlanOptions, Problem, check, plan};
//!
//! # let mut city = small::city();
//! # city.demand.rows.push(small::claim(6, "ADVANCED", 50));
//! let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
//! let problem = Problem::new(inputs.clone());
//! assert!(problem.findings.is_empty());
//!
//! let solution = plan(&problem.value, &PlanOptions::default(), &mut Silent)?;
//! assert!(check(&inputs, solution.plan()).is_empty());
//! assert_eq!((solution.score().hard, solution.score().value), (0, 2_028));
//! assert_eq!(solution.share_of_bound(), Some(1_000));
//!
//! let refused = &solution.waiting()[0];
//! let english: Vec<String> = refused.reasons.iter().map(|r| r.text(Language::En)).collect();
//! assert!(english.contains(&"program ADVANCED has its greatest number of 1 batches".to_owned()));
//! # Ok::<(), bangkom_schedule::PlanError>(())
//! ```
//!
//! # The model
//! 1. Working slots of the horizon are numbered; a session is a block of consecutive slots.
//! 2. A batch has the sessions of its program, each with room and instructors, and its seats.
//! 3. Hard rules are never broken; an [`Observer`](bangkom_domain::progress::Observer) may stop the work at any time.
//! 4. Plans are compared by [`Score`]: hard, mandatory, stability, value, quality.
//! 5. A person is away on a day with a session that is not at the place of work.
//!
//! # Timetables
//! [`timetable`] gives the sessions of batches a slot, a room and an instructor by local search
//! ([`mod@search`]), keeps the [rules](rules::timetable) that block and weighs the others; its
//! [checker](check::timetable) explains a plan, whoever made it. It is used alone, on its own
//! [input](timetable::Input).
//!
//! ```
//! # mod town { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/timetable/town.rs")); }
//! use bangkom_domain::progress::Silent;
//! use bangkom_schedule::check::timetable::analyze;
//! use bangkom_schedule::timetable::{Problem, SolveOptions, solve};
//!
//! # let input = town::input();
//! let problem = Problem::new(input).into_result().expect("the input is sound");
//! let solution = solve(&problem, &SolveOptions::default().seed(7), &mut Silent);
//! let analysis = analyze(&problem, solution.plan());
//! assert!(analysis.is_feasible() && analysis.without_place.is_empty());
//! assert_eq!(analysis.score, solution.score());
//! ```
//!
//! # Enrolment
//! [`enrol`] takes an announced plan to its first day: seats reserved by unit, a waiting list,
//! offers, withdrawals, substitutes, quorum, credits for attendance and a report on fairness.
//!
//! # Catalogue
//! [`Problem::new`] checks the inputs, [`plan`] makes a plan, [`fn@check`] recomputes every hard
//! rule, [`score`] every level; [`certify`] bounds every plan and
//! [`verify`](check::certificate::verify) checks the [certificate]; [`Refusal`],
//! [`PlanViolation`] and [`ProblemFinding`] explain.
//!
//! # Limits
//! The yearly plan is made by construction, guided by a linear program that forgets the dates and
//! that no observer can stop, and improved by walks of local search on the seated claims, at the end by shifts of whole batches for quality; the timetable search is not
//! called. The bound forgets the dates, and caps on learning hours whose window does not hold
//! the whole horizon. A calendar
//! day has at most 255 slots. In a timetable a day has at most 64 slots and all days 65,000; where
//! several instructors teach together, at most 1,000 teams are looked at for each kind of session;
//! a rule on compactness that blocks leaves the search without a first slot. Demand rows that the checks set aside are in the findings of the
//! problem and not in the waiting list.

#[cfg(test)]
extern crate self as bangkom_schedule;

pub mod annual;
pub mod certificate;
pub mod check;
pub mod enrol;
mod explained;
mod list;
pub mod problem;
pub mod rules;
pub mod search;
pub mod solution;
pub mod timetable;

pub use annual::{BoundOptions, PlanError, PlanOptions, Windows, certify, plan};
pub use check::{PeriodText, PlanViolation, check};
pub use list::List;
pub use problem::{Inputs, PlanPolicy, Problem, ProblemFinding};
pub use rules::{QualityWeights, Score, score};
pub use solution::{Bound, BoundMethod, Refusal, Solution, SolutionSchema, StopReason, WaitingRow};
