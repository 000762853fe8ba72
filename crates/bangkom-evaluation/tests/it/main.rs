//! Tests of the evaluation, by feature.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod adviser;
mod bad_columns;
mod bad_documents;
mod behaviour;
mod citizens;
mod course;
mod designed;
mod designs;
mod dirt;
mod documented;
mod error_rate;
mod forms;
mod golden;
mod invented;
mod items;
mod learning;
mod loops;
mod national;
mod observers;
mod opinions;
mod persons;
mod policy;
mod privacy;
mod properties;
mod real;
mod rich;
mod rounds;
mod service;
mod support;
mod waves;
