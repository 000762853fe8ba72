use super::{Explain, Severity};
use crate::Language;

/// What is fixed about a code of findings, whatever a finding of it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FindingCode<S = &'static str> {
    /// The code.
    pub code: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    /// What to do about them, in Indonesian.
    pub action_id: S,
    /// What to do about them, in English.
    pub action_en: S,
}

impl FindingCode<String> {
    /// The code of a finding.
    ///
    /// ```
    /// use bangkom_domain::finding::{FindingCode, Severity};
    /// use bangkom_domain::id::UnitId;
    /// use bangkom_domain::roster::RosterFinding;
    ///
    /// let finding = RosterFinding::UnitRepeated { unit: UnitId::new("HEALTH")? };
    /// assert_eq!(FindingCode::of(&finding).severity, Severity::Info);
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    pub fn of(finding: &dyn Explain) -> Self {
        Self {
            code: finding.code(),
            severity: finding.severity(),
            action_id: finding.action(Language::Id),
            action_en: finding.action(Language::En),
        }
    }
}

impl From<FindingCode> for FindingCode<String> {
    fn from(code: FindingCode) -> Self {
        Self {
            code: code.code,
            severity: code.severity,
            action_id: code.action_id.to_owned(),
            action_en: code.action_en.to_owned(),
        }
    }
}
