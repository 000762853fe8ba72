use std::collections::BTreeMap;

use bangkom::domain::calendar::Period;
use bangkom::domain::evidence::{Aspect, EvidenceRecord, Subject, SurveyElement};
use bangkom::domain::id::UnitId;
use bangkom::domain::results::{ElementAnswers, SatisfactionWave};
use chrono::{Datelike, Months, NaiveDate};

use super::Failure;

/// The answers of each unit and quarter, summed up by element.
pub(super) fn waves(answers: &[EvidenceRecord]) -> Result<Vec<SatisfactionWave>, Failure> {
    let mut quarters = BTreeMap::<_, BTreeMap<SurveyElement, Vec<f64>>>::new();
    for answer in answers {
        if let (Subject::Unit(unit), Aspect::SurveyElement(element)) =
            (&answer.subject, &answer.aspect)
        {
            let month = answer.date.month0() / 3 * 3 + 1;
            let first = NaiveDate::from_ymd_opt(answer.date.year(), month, 1);
            let own = quarters.entry((unit, first.ok_or("no such day")?));
            let given = own.or_default().entry(*element).or_default();
            given.push(*answer.value.reveal());
        }
    }
    let quarters = quarters.into_iter();
    quarters
        .map(|((unit, first), elements)| wave(unit, first, &elements))
        .collect()
}

fn wave(
    unit: &UnitId,
    first: NaiveDate,
    elements: &BTreeMap<SurveyElement, Vec<f64>>,
) -> Result<SatisfactionWave, Failure> {
    let next = first.checked_add_months(Months::new(3));
    let last = next.and_then(|next| next.pred_opt()).ok_or("no such day")?;
    let summed = elements.iter().map(|(element, given)| {
        // Sums of whole numbers are the same in any order of the rows.
        let n = given.len() as f64;
        let sum: f64 = given.iter().sum();
        let squares: f64 = given.iter().map(|it| it * it).sum();
        let variance = (n * squares - sum * sum) / (n * (n - 1.0));
        ElementAnswers {
            element: *element,
            mean: sum / n,
            deviation: (n > 1.0).then(|| variance.sqrt()),
        }
    });
    Ok(SatisfactionWave {
        unit: unit.clone(),
        period: Period::new(first, last)?,
        respondents: elements.values().map(Vec::len).max().unwrap_or(0) as u32,
        elements: summed.collect(),
    })
}
