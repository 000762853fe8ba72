//! The proof of a bound, as data that anybody can check without trusting who found it.
//!
//! `docs/certificate.md` gives the meaning of every row and the arithmetic, so that a checker can
//! be written from it in any language.

mod document;
mod finding;
mod marginal;
mod row;
mod verified;

pub use document::{
    BatchInterval, Certificate, CertificateLeaf, CertificateSchema, CertificateTarget, Multiplier,
};
pub use finding::CertificateFinding;
pub use marginal::{Marginal, MarginalOf};
pub use row::CertificateRow;
pub use verified::Verified;
