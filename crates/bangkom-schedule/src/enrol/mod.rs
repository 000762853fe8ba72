//! Seats between the plan and the first day: reserved by unit, offered, accepted, given up, passed on.
//!
//! ```
//! # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
//! use std::collections::BTreeMap;
//!
//! use bangkom_schedule::enrol::{Apportionment, EnrolRules, Enrolment, Notice, Reserves, Terms, apportion};
//! use small::{day, person};
//!
//! // Two units share four seats by their need.
//! let needs = BTreeMap::from([("HEALTH".parse()?, 30), ("WORKS".parse()?, 10)]);
//! let seats = apportion(4, &needs, Apportionment::SainteLague);
//! let terms = Terms {
//!     batch: "BASIC/b01".parse()?,
//!     capacity: 4,
//!     least: 2,
//!     begins: day(5, 4),
//!     reserves: Reserves::new(4, seats)?,
//!     rules: EnrolRules::default(),
//! };
//! let mut enrolment = Enrolment::new(terms);
//! enrolment.apply(small::applicant(1, "HEALTH", 20, day(4, 1)))?;
//! enrolment.apply(small::applicant(2, "WORKS", 90, day(4, 2)))?;
//! let notices = enrolment.advance(day(4, 3));
//! assert_eq!(notices[0], Notice::Offered { person: person(2), until: day(4, 8) });
//! enrolment.accept(person(2), day(4, 6))?;
//! assert_eq!(enrolment.confirmed().count(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod apportion;
mod credit;
mod eligibility;
mod enrolment;
mod error;
mod fairness;
mod reserve;
mod rules;
mod standing;

pub use apportion::{Apportionment, apportion};
pub use credit::{CreditRule, credits};
pub use eligibility::Eligibility;
pub use enrolment::{Enrolment, Notice, Terms};
pub use error::EnrolError;
pub use fairness::{Fairness, GroupShare, fairness};
pub use reserve::{ReserveError, Reserves};
pub use rules::EnrolRules;
pub use standing::{Applicant, Standing};
