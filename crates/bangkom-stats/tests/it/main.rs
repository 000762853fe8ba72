//! Integration tests of `bangkom-stats`, one file a feature.

mod reference;
