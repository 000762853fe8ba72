//! What the examples share: reading the data folder, printing tables, and words in two languages.
