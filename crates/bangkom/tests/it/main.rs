//! Tests of the facade and of the workspace as a whole.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod cycle;
mod workspace;
