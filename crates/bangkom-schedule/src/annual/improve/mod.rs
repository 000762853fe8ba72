//! Better seats and batches for a plan that keeps every rule, and keeps keeping it.
//!
//! Two kinds of moves: an exchange gives one claim a seat and takes away those that stand in
//! its way; a rebuild dissolves a few batches that have something in common and opens the best
//! that can be opened instead. Both are taken by annealing on the weight of the seated claims.
//! In the last part of the budget batches are shifted with all their people, for quality.

mod accept;
#[cfg(test)]
mod compared;
mod exchange;
mod lists;
mod outline;
mod own;
mod prices;
mod quality;
mod rebuild;
mod relate;
mod room;
mod shift;
mod tools;
mod walk;

pub(super) use outline::Outline;
pub(super) use walk::improve;
