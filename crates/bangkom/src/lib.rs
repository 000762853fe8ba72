//! Training for civil servants by need: find the gaps, plan and schedule programs, evaluate
//! them, follow up.
//!
//! This is the crate to add. It gives the other crates as modules and, with the three engines
//! on, [`Cycle`], which runs them in turn. It opens no files, reads no clock and decides
//! nothing: every result is a proposal with its reasons.
//!
//! # One step alone
//!
//! ```
#![doc = include_str!("needs_only.rs")]
//! ```
//!
//! # The whole loop
//!
//! ```
//! use bangkom::domain::catalog::Catalog;
//! use bangkom::domain::decision::Decisions;
//! use bangkom::domain::roster::Roster;
//! use bangkom::schedule::PlanOptions;
//! use bangkom::{Cycle, Policy};
//! # use bangkom_testkit::{City, CityOptions, simulate_results};
//! # let day = |month, day| chrono::NaiveDate::from_ymd_opt(2026, month, day).unwrap();
//! # let City { roster, catalog, resources, evidence, .. } = City::generate(&CityOptions::default());
//! # let city = City::generate(&CityOptions::default());
//!
//! let roster = Roster::new(roster).value;
//! let catalog = Catalog::new(catalog).value;
//! let cycle = Cycle::new(roster, catalog, Policy::new(day(1, 2), day(12, 31)))?;
//! let needs = cycle.analyze(&evidence)?;
//! let proposal = cycle.demand(&needs, &Decisions::default())?;
//! let solution = cycle.schedule(&proposal.demand, &resources, &PlanOptions::default())?;
//! # let results = simulate_results(&city, solution.plan());
//! let evaluation = cycle.evaluate(solution.plan(), &results)?;
//! let support = evaluation.follow_ups();
//! let next = evaluation.evidence();
//! # assert!(!support.actions.is_empty() && !next.records.is_empty());
//! # Ok::<(), bangkom::CycleError>(())
//! ```
//!
//! # The model
//!
//! 1. **Evidence** about persons and units becomes gaps against what positions and strategy ask.
//! 2. Gaps become **demand**: person × program, with a value.
//! 3. Demand and **resources** become a **plan**; every claim without a seat has all its reasons.
//! 4. **Results** become effects with intervals, and **follow-ups** for who still struggles.
//! 5. Results are evidence of the next round, and support that needs a seat is demand.
//!
//! # Modules and features
//!
//! | module | feature | what for |
//! |---|---|---|
//! | [`domain`] | always | words and documents, findings, presets with their regulation |
//! | [`stats`] | always | one honest interval from two slices, and much more |
//! | `needs` | `needs` (default) | evidence to explained gaps and demand |
//! | `schedule` | `schedule` (default) | demand to a plan, and an independent checker |
//! | `evaluation` | `evaluation` (default) | results to effects, verdicts and support |
//! | `tabular` | `tabular` | CSV files of city systems |
//! | – | `parallel` | several threads where an engine uses them; the same bytes |
//!
//! Features only add, and never change a result.
//!
//! # Limits
//!
//! Levels run from 1 to 5. Persons are known by pseudonymous ids; the namespace under which
//! they are derived is the caller's secret. Results hold personal values: `Debug` hides them,
//! JSON carries them.

#[cfg(all(feature = "needs", feature = "schedule", feature = "evaluation"))]
mod cycle;
mod digest;
#[cfg(all(feature = "needs", feature = "schedule", feature = "evaluation"))]
mod error;
#[cfg(all(feature = "needs", feature = "schedule", feature = "evaluation"))]
mod policy;

#[doc(inline)]
pub use bangkom_domain as domain;
#[cfg(feature = "evaluation")]
#[doc(inline)]
pub use bangkom_evaluation as evaluation;
#[cfg(feature = "needs")]
#[doc(inline)]
pub use bangkom_needs as needs;
#[cfg(feature = "schedule")]
#[doc(inline)]
pub use bangkom_schedule as schedule;
#[doc(inline)]
pub use bangkom_stats as stats;
#[cfg(feature = "tabular")]
#[doc(inline)]
pub use bangkom_tabular as tabular;
#[cfg(all(feature = "needs", feature = "schedule", feature = "evaluation"))]
pub use cycle::Cycle;
pub use digest::InputDigest;
#[cfg(all(feature = "needs", feature = "schedule", feature = "evaluation"))]
pub use error::CycleError;
#[cfg(all(feature = "needs", feature = "schedule", feature = "evaluation"))]
pub use policy::Policy;

/// The examples of the README compile and run.
#[cfg(all(
    doctest,
    feature = "needs",
    feature = "schedule",
    feature = "evaluation"
))]
#[doc = include_str!("../../../README.md")]
struct Readme;
