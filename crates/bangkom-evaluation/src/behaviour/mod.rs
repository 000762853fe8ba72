//! What people do at work, seen by others before, after and months later.

mod agreement;
mod build;
mod record;

pub(crate) use build::behaviour;
pub use record::BehaviourChange;
