//! Tests of the evaluation, by feature.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod behaviour;
mod course;
mod dirt;
mod documented;
mod learning;
mod loops;
mod policy;
mod privacy;
mod properties;
mod service;
mod support;
