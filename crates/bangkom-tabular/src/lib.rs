//! CSV readers and writers for the documents of bangkom, with the column names that city systems really export.
