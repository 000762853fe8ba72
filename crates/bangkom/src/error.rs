use bangkom_domain::finding::Findings;
use thiserror::Error;

/// Why a step of the cycle was not taken.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct CycleError(#[from] Repr);

#[derive(Debug, Error)]
enum Repr {
    #[error("the policy has {} problems", needs.len() + evaluation.len())]
    Policy {
        needs: Findings<bangkom_needs::PolicyFinding>,
        evaluation: Findings<bangkom_evaluation::PolicyFinding>,
    },
    #[error(transparent)]
    Plan(bangkom_schedule::PlanError),
    #[error("the input could not be written for its digest: {0}")]
    Digest(serde_json::Error),
}

impl CycleError {
    pub(crate) fn policy(
        needs: Findings<bangkom_needs::PolicyFinding>,
        evaluation: Findings<bangkom_evaluation::PolicyFinding>,
    ) -> Self {
        Repr::Policy { needs, evaluation }.into()
    }

    /// What is wrong with the policy of the needs analysis, if that is why.
    pub fn needs_policy(&self) -> Option<&Findings<bangkom_needs::PolicyFinding>> {
        match &self.0 {
            Repr::Policy { needs, .. } => Some(needs),
            _ => None,
        }
    }

    /// What is wrong with the policy of the evaluation, if that is why.
    pub fn evaluation_policy(&self) -> Option<&Findings<bangkom_evaluation::PolicyFinding>> {
        match &self.0 {
            Repr::Policy { evaluation, .. } => Some(evaluation),
            _ => None,
        }
    }

    /// Why no plan was made, if that is why.
    pub fn plan(&self) -> Option<&bangkom_schedule::PlanError> {
        match &self.0 {
            Repr::Plan(error) => Some(error),
            _ => None,
        }
    }
}

impl From<bangkom_needs::NeedsError> for CycleError {
    fn from(error: bangkom_needs::NeedsError) -> Self {
        Self::policy(error.findings().clone(), Findings::default())
    }
}

impl From<bangkom_evaluation::EvaluationError> for CycleError {
    fn from(error: bangkom_evaluation::EvaluationError) -> Self {
        Self::policy(Findings::default(), error.findings().clone())
    }
}

impl From<bangkom_schedule::PlanError> for CycleError {
    fn from(error: bangkom_schedule::PlanError) -> Self {
        Repr::Plan(error).into()
    }
}

impl From<serde_json::Error> for CycleError {
    fn from(error: serde_json::Error) -> Self {
        Repr::Digest(error).into()
    }
}
