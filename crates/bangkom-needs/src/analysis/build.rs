use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::Evidence;
use bangkom_domain::preset::Provenance;
use bangkom_domain::roster::Roster;

use super::person::{Answers, Assessor};
use super::{Analysis, AnalysisSchema, NeedsError};
use crate::intake::Intake;
use crate::policy::NeedsPolicy;

/// Finds the gaps of everybody on the roster from evidence.
///
/// Each kind of source gives the mean of its answers, newer answers counting more; the kinds
/// that are present are weighed, their weights renormalised, and the level compared with what
/// the position held, the position to be held and strategic requirements ask. A kind that is
/// absent lowers the coverage and is never a zero; below the floor the answer is
/// [`Insufficient`](crate::Insufficient). Records that cannot be used are in
/// [`Analysis::findings`], the others count.
///
/// # Formula
///
/// ```text
/// mean of a kind    m_s = sum 2^(-age / half-life) x / sum 2^(-age / half-life)
/// level             C = sum w_s m_s / sum w_s            over the kinds present
/// coverage          sum w_s present / sum w_s present or expected
/// gap, priority     max(0, R - C), gap × importance
/// ```
///
/// # Errors
/// [`NeedsError`] with every problem of the policy.
///
/// # Examples
/// The page of the crate has a whole example.
///
/// # References
/// Cormode et al. 2009, forward decay; Fishburn 1967, weighted sums; PP 11/2017 art. 206, the
/// grounds.
pub fn analyze(
    roster: &Roster,
    catalog: &Catalog,
    evidence: &Evidence,
    policy: &NeedsPolicy,
) -> Result<Analysis, NeedsError> {
    let problems = policy.check(catalog);
    if !problems.is_empty() {
        return Err(NeedsError::new(problems));
    }
    let intake = Intake::new(evidence, roster, catalog, policy);
    let assessor = Assessor::new(roster, catalog, policy, &intake);
    let Answers {
        mut needs,
        mut met,
        insufficient,
        performance,
    } = assessor.everybody(roster.employees());
    if let Some(adjusted) = &intake.adjusted {
        adjusted.explain(&mut needs, roster, catalog);
        adjusted.explain(&mut met, roster, catalog);
    }
    needs.sort_unstable_by(|a, b| a.rank().cmp(&b.rank()));
    Ok(Analysis {
        schema: AnalysisSchema::V1,
        provenance: Provenance {
            presets: catalog.presets().to_vec(),
            ..Provenance::proposal("needs.gap", "1")
        },
        as_of: policy.as_of,
        needs,
        met,
        insufficient,
        performance,
        findings: intake.findings,
        exposure_findings: intake.exposure_findings,
    })
}
