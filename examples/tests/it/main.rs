//! Tests of the model case over the files of the example.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod order;
mod privacy;
mod support;
mod week;

use std::path::Path;

use bangkom::domain::progress::Silent;
use bangkom::evaluation::Evaluation;
use bangkom_examples::model_case::{Input, Outcome, Year, read_input, read_outcome};

/// Everything that the model case reads and makes of a folder.
struct Run {
    input: Input,
    year: Year,
    outcome: Outcome,
    evaluation: Evaluation,
}

impl Run {
    fn of(folder: &Path) -> Self {
        let input = read_input(folder).unwrap();
        let year = Year::propose(&input, &mut Silent).unwrap();
        let outcome = read_outcome(folder, &input.people).unwrap();
        let evaluation = input
            .cycle
            .evaluate(&outcome.plan, &outcome.results)
            .unwrap();
        Self {
            input,
            year,
            outcome,
            evaluation,
        }
    }
}
