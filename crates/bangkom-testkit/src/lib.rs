//! Seeded city generator and property-test strategies for the crates of bangkom; not published.
