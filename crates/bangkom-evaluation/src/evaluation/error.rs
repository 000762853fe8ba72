use bangkom_domain::finding::Findings;

use crate::policy::PolicyFinding;

/// Why no evaluation was made: a number of the policy cannot be.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("the policy of the evaluation has {} problems", findings.len())]
pub struct EvaluationError {
    findings: Findings<PolicyFinding>,
}

impl EvaluationError {
    pub(crate) fn new(findings: Findings<PolicyFinding>) -> Self {
        Self { findings }
    }

    /// Everything that is wrong with the policy, never empty.
    pub fn findings(&self) -> &Findings<PolicyFinding> {
        &self.findings
    }
}
