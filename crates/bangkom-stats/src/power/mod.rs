//! Power of t tests: what a study of a given size finds, and the size that it needs.
//!
//! Both tails of a two-sided test count, also the one on the wrong side, which matters for small
//! effects and small samples. For persons in clusters see [`two_sample_clustered`] and
//! [`clusters::design_effect`](crate::clusters::design_effect()).
//!
//! ```
//! use bangkom_stats::power::{self, PowerOptions};
//!
//! // Half a standard deviation of the gains, with a chance of four in five to find it.
//! let size = power::paired_t_size(0.5, 0.8, &PowerOptions::default())?;
//! assert_eq!(size.n, 34);
//! assert!(size.achieved > 0.8);
//! # Ok::<(), bangkom_stats::StatsError>(())
//! ```

mod clustered;
mod options;
mod paired;
mod search;
mod test;
mod two_sample;

pub use clustered::two_sample_clustered;
pub use options::PowerOptions;
pub use paired::{paired_t, paired_t_effect, paired_t_size};
pub use search::RequiredSize;
pub use two_sample::{two_sample_t, two_sample_t_effect, two_sample_t_size};
