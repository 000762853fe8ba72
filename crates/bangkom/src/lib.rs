//! Training for civil servants by need: find the gaps, plan and schedule programs, evaluate them, follow up.

mod digest;

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
pub use digest::InputDigest;
