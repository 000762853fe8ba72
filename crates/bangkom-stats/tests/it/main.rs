//! Integration tests of `bangkom-stats`, one file a feature.

#![expect(clippy::expect_used, reason = "a test stops at the first surprise")]

mod distributions;
mod reference;
