use bangkom::domain::Language;
use bangkom::domain::finding::{Explain, Findings, Severity};
use bangkom::tabular::Reading;

/// What was found in one file, ready to be shown.
#[derive(Debug, Clone)]
pub struct FileReport {
    /// The name of the file.
    pub file: String,
    /// Its rows; none for a document.
    pub rows: Option<usize>,
    /// The rows that were used.
    pub kept: Option<usize>,
    /// What was found.
    pub notes: Vec<Note>,
}

/// One finding in both languages.
#[derive(Debug, Clone)]
pub struct Note {
    /// How much it matters.
    pub severity: Severity,
    /// Its code.
    pub code: &'static str,
    /// Place and text, in Indonesian.
    pub id: String,
    /// Place and text, in English.
    pub en: String,
}

impl Note {
    fn of(finding: &impl Explain) -> Self {
        let place = finding.place();
        let text = |language| {
            format!(
                "{}: {}; {}",
                place.text(language),
                finding.text(language),
                finding.action(language)
            )
        };
        Self {
            severity: finding.severity(),
            code: finding.code(),
            id: text(Language::Id),
            en: text(Language::En),
        }
    }
}

impl FileReport {
    /// What was found in a table.
    pub fn of_table<T>(file: &str, reading: &Reading<T>) -> Self {
        Self {
            file: file.to_owned(),
            rows: Some(reading.rows),
            kept: Some(reading.kept),
            notes: reading.findings.iter().map(Note::of).collect(),
        }
    }

    /// What was found in anything else.
    pub fn of_findings<F: Explain>(file: &str, findings: &Findings<F>) -> Self {
        let notes = findings.iter().map(Note::of).collect();
        Self {
            file: file.to_owned(),
            rows: None,
            kept: None,
            notes,
        }
    }
}
