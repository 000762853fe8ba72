//! Words and documents of needs-based training for civil servants: people, competencies, programs, plans, results.
