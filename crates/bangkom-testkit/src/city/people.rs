use bangkom_domain::calendar::Period;
use bangkom_domain::id::{IdNamespace, PersonId, RaterId, UnitId};
use bangkom_domain::people::{Employee, EmploymentKind, Leave, LeaveKind, LegalStatus, Sex};
use bangkom_domain::position::PositionKind;
use bangkom_domain::unit::Unit;
use chrono::{Datelike, Months, NaiveDate};

use super::numbers::Numbers;
use super::units::Post;
use crate::make::{date, id, period};
use crate::rng::Rng;
use crate::world::mix;
use crate::world::names;
use crate::world::positions::POSITIONS;

/// One invented employee with what the generator knows beside the record.
pub(super) struct Person {
    pub(super) employee: Employee,
    pub(super) rater: RaterId,
    /// The index of the position in the table.
    pub(super) position: usize,
    /// The index of the agency.
    pub(super) agency: usize,
    /// The index of the superior among the persons; none for the head of an agency.
    pub(super) superior: Option<usize>,
}

/// Everybody on the posts, in the order of the posts.
pub(super) fn people(
    seed: u64,
    namespace: IdNamespace,
    units: &[Unit],
    posts: &[Post],
) -> Vec<Person> {
    let mut rng = Rng::new(seed, "people");
    let mut numbers = Numbers::new(seed);
    posts
        .iter()
        .enumerate()
        .map(|(index, post)| Person {
            employee: numbers.complete(
                employee(&mut rng, namespace, index, post, &units[post.unit].id),
                POSITIONS[post.position].kind,
            ),
            rater: RaterId::derive(namespace, &index.to_string()),
            position: post.position,
            agency: post.agency,
            superior: post.superior,
        })
        .collect()
}

fn employee(
    rng: &mut Rng,
    namespace: IdNamespace,
    index: usize,
    post: &Post,
    unit: &UnitId,
) -> Employee {
    let seed = &POSITIONS[post.position];
    let kind = employment(rng, seed.kind, seed.code);
    let sex = if rng.chance(0.54) {
        Sex::Female
    } else {
        Sex::Male
    };
    let birth = birth_date(rng, seed.kind, kind);
    let legal_status = legal_status(rng, kind);
    Employee {
        id: PersonId::derive(namespace, &index.to_string()),
        kind,
        number: None,
        former_numbers: Vec::new(),
        name: Some(names::name(rng, sex == Sex::Female).into()),
        birth_date: Some(birth.into()),
        sex: Some(sex.into()),
        grade: None,
        unit: unit.clone(),
        position: id(seed.code),
        next_position: next_position(rng, post.position).map(id),
        legal_status,
        leaves: leaves(rng, sex),
        retires_on: Some(retirement(birth, seed.kind).into()),
        contract: contract(rng, kind),
    }
}

/// Heads are civil servants; executors are mostly part-time contract employees.
fn employment(rng: &mut Rng, kind: PositionKind, code: &str) -> EmploymentKind {
    let weights = match kind {
        PositionKind::Executive | PositionKind::Administrator | PositionKind::Supervisor => {
            [0, 1, 0, 0]
        }
        PositionKind::Executor if code == "OPERATOR" => [0, 4, 6, 90],
        PositionKind::Executor => [2, 26, 12, 60],
        _ if code.starts_with("GURU") => [1, 49, 34, 16],
        _ => [3, 67, 29, 1],
    };
    EmploymentKind::ALL[rng.weighted(weights)]
}

fn birth_date(rng: &mut Rng, kind: PositionKind, employment: EmploymentKind) -> NaiveDate {
    let (youngest, span) = match (kind, employment) {
        (_, EmploymentKind::Cpns) => (23, 8),
        (PositionKind::Executive, _) => (48, 11),
        (PositionKind::Administrator, _) => (42, 15),
        (PositionKind::Supervisor, _) => (36, 21),
        _ => (25, 32),
    };
    let year = 2025 - (youngest + rng.below(span)) as i32;
    date(year, 1 + rng.below(12), 1 + rng.below(28))
}

fn legal_status(rng: &mut Rng, kind: EmploymentKind) -> LegalStatus {
    let status = [
        LegalStatus::Active,
        LegalStatus::StudyAssignment,
        LegalStatus::UnpaidLeave,
        LegalStatus::Disciplined,
        LegalStatus::Suspended,
    ][rng.weighted([970, 14, 8, 6, 2])];
    match kind {
        EmploymentKind::Pns => status,
        _ => LegalStatus::Active,
    }
}

/// The first day of the month after the age limit of the position.
fn retirement(birth: NaiveDate, kind: PositionKind) -> NaiveDate {
    let limit = match kind {
        PositionKind::Executive | PositionKind::ExpertSenior => 60,
        _ => 58,
    };
    let month = birth.with_day(1).unwrap_or(birth);
    month
        .checked_add_months(Months::new(limit * 12 + 1))
        .unwrap_or(month)
}

fn next_position(rng: &mut Rng, position: usize) -> Option<&'static str> {
    let next = match POSITIONS[position].kind {
        PositionKind::Administrator => ("KADIS", 0.03),
        PositionKind::Supervisor => ("KABID", 0.06),
        PositionKind::ExpertFirst | PositionKind::SkilledProficient => ("KASI", 0.03),
        _ => return None,
    };
    (rng.chance(next.1) && mix::position(next.0).is_some()).then_some(next.0)
}

fn leaves(rng: &mut Rng, sex: Sex) -> Vec<Leave> {
    if !rng.chance(0.08) {
        return Vec::new();
    }
    let first = date(2026, 1 + rng.below(12), 1 + rng.below(20));
    let (kind, days) = match rng.below(10) {
        0..=1 if sex == Sex::Female => (LeaveKind::Maternity, 90),
        2 => (LeaveKind::Sick, 14),
        3 => (LeaveKind::Important, 5),
        _ => (LeaveKind::Annual, 6),
    };
    vec![Leave {
        kind: kind.into(),
        period: period(first, first + chrono::Days::new(days - 1)),
    }]
}

fn contract(rng: &mut Rng, kind: EmploymentKind) -> Option<Period> {
    let (first, years) = match kind {
        EmploymentKind::Cpns | EmploymentKind::Pns => return None,
        EmploymentKind::PppkPartTime => (date(2025, 10, 1), 1),
        _ => (date(2022 + rng.below(4) as i32, 3 + rng.below(5), 1), 5),
    };
    let last = first.checked_add_months(Months::new(12 * years))?;
    Some(period(first, last.pred_opt()?))
}
