//! A plan while it is searched: counters from which the difference of a move is read.

mod allowed;
mod calendars;
mod change;
mod nights;
mod people;
mod place;
mod plain;
#[expect(
    clippy::module_inception,
    reason = "the module is named for its main type"
)]
mod state;
mod teaching;

pub(crate) use state::State;
