use super::{Explain, Findings};

/// What was kept of an input, and everything that was found in it.
///
/// The value holds all that is valid; each record or field that was set aside has a finding
/// of severity [`Error`](super::Severity::Error).
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct Checked<T, F> {
    /// All that is valid.
    pub value: T,
    /// All that was found, in order.
    pub findings: Findings<F>,
}

impl<T, F: Explain> Checked<T, F> {
    /// The value if nothing was set aside, else everything that was found.
    ///
    /// # Errors
    /// The findings, when at least one is an error.
    pub fn into_result(self) -> Result<T, Findings<F>> {
        if self.findings.is_sound() {
            Ok(self.value)
        } else {
            Err(self.findings)
        }
    }
}
