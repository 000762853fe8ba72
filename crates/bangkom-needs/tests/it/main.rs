//! Tests of the needs analysis, by feature.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod causes;
mod city;
mod closed_forms;
mod columns;
mod coverage;
mod dirt;
mod documented;
mod golden;
mod grounds;
mod groups;
mod indices;
mod needs_stability;
mod policy;
mod privacy;
mod profile;
mod properties;
mod proposal;
mod push_down;
mod raters;
mod reference;
mod score;
mod stability;
mod state;
mod units;
mod weight_change;
mod weights;
