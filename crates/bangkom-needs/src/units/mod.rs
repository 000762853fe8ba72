//! What is said of a whole unit, and how much it touches those who served there.

mod push_down;

pub use push_down::{PushDown, push_down};
