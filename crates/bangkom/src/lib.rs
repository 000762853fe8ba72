//! Training for civil servants by need: find the gaps, plan and schedule programs, evaluate them, follow up.
