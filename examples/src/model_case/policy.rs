use bangkom::Policy;
use bangkom::domain::evidence::{Aspect, SurveyElement};
use bangkom::domain::id::CompetencyId;
use bangkom::domain::measure::Permille;
use bangkom::needs::AspectLink;
use chrono::NaiveDate;

use super::Failure;

/// Which competencies citizens speak about, in the survey and in complaints.
const ELEMENTS: &[(SurveyElement, &str)] = &[
    (SurveyElement::CompletionTime, "TEK-LAYAN"),
    (SurveyElement::StaffCompetence, "TEK-LAYAN"),
    (SurveyElement::ComplaintHandling, "TEK-ADUAN"),
];
const COMPLAINTS: &[(&str, &str)] = &[
    ("waktu pelayanan", "TEK-LAYAN"),
    ("informasi persyaratan", "TEK-LAYAN"),
];

/// The share of the expected weight with which a level is stated: half of it.
const COVERAGE_FLOOR: f64 = 0.5;

/// How many voices on the cause of a gap it takes before "no training" is an answer.
const VOICES: u32 = 5;

/// The policy of the model case: evidence is read at the beginning of 2026, results at its end.
///
/// # Errors
/// Never for the codes and days given here.
pub fn policy() -> Result<Policy, Failure> {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).ok_or("no such day");
    let mut policy = Policy::new(day(2026, 1, 2)?, day(2026, 12, 31)?);
    policy.needs = policy.needs.links(links()?).coverage_floor(COVERAGE_FLOOR);
    policy.needs.screen.min_marks = VOICES;
    Ok(policy)
}

fn links() -> Result<Vec<AspectLink>, Failure> {
    let elements = ELEMENTS
        .iter()
        .map(|(element, code)| (Aspect::SurveyElement(*element), *code));
    let complaints = COMPLAINTS
        .iter()
        .map(|(category, code)| (Aspect::Complaint((*category).to_owned()), *code));
    elements
        .chain(complaints)
        .map(|(aspect, code)| {
            Ok(AspectLink {
                aspect,
                competency: CompetencyId::new(code)?,
                share: Permille::MAX,
            })
        })
        .collect()
}
