//! How answers fade with time, for any law of fading, on plain numbers.
//!
//! The engine itself uses half-lives; these functions show and check what another law would say.

mod forward;

pub use forward::{DecayLaw, DecayedMean, forward_decay};
