//! What the examples share: where the data are, tables for people, a progress bar.

mod data;
mod progress;
mod table;

pub use data::data_dir;
pub use progress::Bar;
pub use table::table;
