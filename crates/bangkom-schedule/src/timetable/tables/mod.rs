//! The problem as rows of small numbers: what the solver looks at in its innermost loop.

mod batches;
mod calendars;
mod compile;
mod csr;
mod fits;
mod instructors;
mod kinds;
mod most;
mod place;
mod prices;
mod relations;
mod rooms;
mod sessions;
#[expect(
    clippy::module_inception,
    reason = "the module is named for its main type"
)]
mod tables;
mod teams;
mod told;
mod units;

pub(crate) use calendars::Calendars;
pub(crate) use csr::Csr;
pub(crate) use fits::Fits;
pub(crate) use instructors::Instructors;
pub(crate) use kinds::Kinds;
pub(crate) use place::Place;
pub(crate) use prices::{Price, Prices};
pub(crate) use relations::Relation;
pub(crate) use rooms::{CLOSED, FREE, REFUSED};
pub(crate) use sessions::Sessions;
pub(crate) use tables::Tables;
pub(crate) use teams::Teams;
pub(crate) use told::Told;
pub(crate) use units::Units;
