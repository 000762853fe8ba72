//! Which competencies a group needs most, from what its members say of importance and ability.
//!
//! Each index has a scale of its own and they are never mixed; [`side_by_side`] ranks the items
//! by each and says how far the rankings agree. In a sample NaN means that a rating is missing:
//! it is dropped with its partner.

mod borich;
mod difficulty;
mod hennessy_hicks;
mod pni;
mod quadrants;
mod ranked_discrepancy;
mod ratings;
mod side_by_side;

pub use borich::{Borich, borich};
pub use difficulty::{FrequencyMeans, RatingScale, difficulty_importance_frequency};
pub use hennessy_hicks::{HennessyHicks, HennessyHicksRatings, Remedy, hennessy_hicks};
pub use pni::{ModifiedPni, pni_modified};
pub use quadrants::{Crossing, Quadrant, QuadrantMap, quadrants};
pub use ranked_discrepancy::{RankedDiscrepancy, ranked_discrepancy};
pub use ratings::ItemRatings;
pub use side_by_side::{IndexKind, IndexRanks, SideBySide, side_by_side};
