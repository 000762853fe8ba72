use bangkom_domain::evidence::{Cause, CauseMark, Subject};

use super::people::Person;
use super::truth::Truth;
use crate::make::{date, id};
use crate::rng::Rng;
use crate::world::agencies::Agency;

/// What superiors name as the cause of gaps: mostly knowledge and skill, not always.
pub(super) fn causes(
    seed: u64,
    agencies: &[Agency],
    people: &[Person],
    truth: &Truth,
) -> Vec<CauseMark> {
    let mut rng = Rng::new(seed, "causes");
    let mut marks = Vec::new();
    for person in people {
        let below = truth
            .of(person.employee.id)
            .iter()
            .find(|entry| entry.level + 0.75 < f64::from(entry.required));
        if let (Some(entry), Some(superior)) = (below, person.superior)
            && rng.chance(0.25)
        {
            marks.push(CauseMark {
                subject: Subject::Person(person.employee.id),
                competency: Some(entry.competency.clone()),
                cause: Cause::ALL[rng.weighted([42, 36, 6, 6, 4, 6])],
                date: date(2025, 11, 1 + rng.below(28)),
                rater: Some(people[superior].rater),
            });
        }
    }
    for (index, agency) in agencies.iter().enumerate() {
        marks.extend(unit_marks(&mut rng, agency, index, people));
    }
    marks
}

/// How many heads of an agency are asked.
const VOICES: usize = 7;

/// What the heads of an agency say holds back its service as a whole.
fn unit_marks(rng: &mut Rng, agency: &Agency, index: usize, people: &[Person]) -> Vec<CauseMark> {
    people
        .iter()
        .filter(|person| person.agency == index && person.superior.is_some())
        .take(VOICES)
        .map(|head| CauseMark {
            subject: Subject::Unit(id(agency.code.as_str())),
            competency: None,
            cause: Cause::ALL[rng.weighted([38, 32, 8, 14, 2, 6])],
            date: date(2025, 12, 1 + rng.below(20)),
            rater: Some(head.rater),
        })
        .collect()
}
