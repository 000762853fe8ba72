//! What the runner programs share.
