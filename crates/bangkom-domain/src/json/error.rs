use thiserror::Error;

/// Why a text is not the document that was asked for.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct ReadError(#[from] Repr);

#[derive(Debug, Error)]
enum Repr {
    #[error("expected a document of schema {expected:?}, found {found:?}")]
    Schema {
        expected: &'static str,
        found: String,
    },
    #[error("not readable at line {line}, column {column}: {problem}")]
    Syntax {
        line: usize,
        column: usize,
        problem: String,
    },
}

impl ReadError {
    pub(super) fn schema(expected: &'static str, found: String) -> Self {
        Repr::Schema { expected, found }.into()
    }

    pub(super) fn syntax(error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        Repr::Syntax {
            line,
            column,
            problem: problem(error),
        }
        .into()
    }

    /// The schema that the text names, if that is why it was refused.
    pub fn found_schema(&self) -> Option<&str> {
        match &self.0 {
            Repr::Schema { found, .. } => Some(found),
            Repr::Syntax { .. } => None,
        }
    }

    /// The line, from 1, where the text is wrong, if that is why it was refused.
    pub fn line(&self) -> Option<usize> {
        match self.0 {
            Repr::Syntax { line, .. } => Some(line),
            Repr::Schema { .. } => None,
        }
    }

    /// The column, from 1, where the text is wrong, if that is why it was refused.
    pub fn column(&self) -> Option<usize> {
        match self.0 {
            Repr::Syntax { column, .. } => Some(column),
            Repr::Schema { .. } => None,
        }
    }
}

/// The message of the parser without the values it quotes, which may be personal.
fn problem(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text
        .rsplit_once(" at line ")
        .map_or(text.as_str(), |(head, _)| head);
    if text.starts_with("unknown field") || text.starts_with("missing field") {
        return text.to_owned();
    }
    match text.split_once(", expected ") {
        Some((_, expected)) if text.starts_with("invalid") => {
            format!("a value of the wrong kind, expected {expected}")
        }
        _ if error.is_data() => "a value out of its range".to_owned(),
        _ => text.to_owned(),
    }
}

/// Why a document could not be written.
#[derive(Debug, Error)]
#[error("not writable as json: {0}")]
pub struct WriteError(String);

impl WriteError {
    pub(super) fn new(error: &serde_json::Error) -> Self {
        Self(problem(error))
    }
}
