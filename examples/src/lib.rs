//! What the examples share: data folders, the model case, tables for people, a progress bar.

mod data;
pub mod model_case;
mod progress;
mod table;
pub mod training_week;

pub use data::{columns, data_dir};
pub use progress::Bar;
pub use table::table;
