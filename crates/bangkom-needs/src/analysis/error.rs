use bangkom_domain::finding::Findings;

use crate::policy::PolicyFinding;

/// Why no analysis was made: the policy contradicts itself or the catalog.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("the policy of the needs analysis has {} problems", findings.len())]
pub struct NeedsError {
    findings: Findings<PolicyFinding>,
}

impl NeedsError {
    pub(crate) fn new(findings: Findings<PolicyFinding>) -> Self {
        Self { findings }
    }

    /// Everything that is wrong with the policy, never empty.
    pub fn findings(&self) -> &Findings<PolicyFinding> {
        &self.findings
    }
}
