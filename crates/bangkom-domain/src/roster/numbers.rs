use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::RosterFinding;
use crate::finding::Sensitive;
use crate::id::PersonId;
use crate::people::{Employee, EmployeeNumber, Nip, NumberError, ParsedNumber};

/// The age at which nobody is appointed earlier, in years.
const LEAST_AGE: i64 = 18;

/// Keeps of every employee the numbers that can be, as digits, and says whose they are.
pub(super) fn check_numbers(
    employees: &mut [Employee],
    findings: &mut Vec<RosterFinding>,
) -> BTreeMap<EmployeeNumber, PersonId> {
    let mut owners = BTreeMap::<EmployeeNumber, BTreeSet<PersonId>>::new();
    for employee in employees.iter_mut() {
        check_employee(employee, findings);
        for number in numbers(employee) {
            owners
                .entry(number.clone())
                .or_default()
                .insert(employee.id);
        }
    }
    let shared = find_shared(&owners, findings);
    for employee in employees.iter_mut() {
        employee.number.take_if(|number| shared.contains(number));
        employee
            .former_numbers
            .retain(|number| !shared.contains(number));
    }
    owners.retain(|number, _| !shared.contains(number));
    owners
        .into_iter()
        .filter_map(|(number, owners)| Some((number, owners.into_iter().next()?)))
        .collect()
}

fn numbers(employee: &Employee) -> impl Iterator<Item = &EmployeeNumber> {
    employee.number.iter().chain(&employee.former_numbers)
}

fn find_shared(
    owners: &BTreeMap<EmployeeNumber, BTreeSet<PersonId>>,
    findings: &mut Vec<RosterFinding>,
) -> BTreeSet<EmployeeNumber> {
    let mut shared = BTreeSet::new();
    for (number, persons) in owners.iter().filter(|(_, persons)| persons.len() > 1) {
        shared.insert(number.clone());
        findings.push(RosterFinding::NumberShared {
            persons: persons.iter().copied().collect(),
        });
    }
    shared
}

fn check_employee(employee: &mut Employee, findings: &mut Vec<RosterFinding>) {
    let person = employee.id;
    let number = employee.number.take().and_then(|given| {
        let parsed = given.parse(employee.kind);
        accept(person, "number", &given, parsed, findings)
    });
    if let Some(parsed) = &number {
        findings.extend(mismatches(employee, parsed));
    }
    employee.number = number.map(|parsed| parsed.number());
    let former = std::mem::take(&mut employee.former_numbers);
    employee.former_numbers = former
        .iter()
        .filter_map(|given| accept(person, "former_numbers", given, given.parse_any(), findings))
        .map(|parsed| parsed.number())
        .collect();
}

fn accept(
    person: PersonId,
    field: &'static str,
    given: &EmployeeNumber,
    parsed: Result<ParsedNumber, NumberError>,
    findings: &mut Vec<RosterFinding>,
) -> Option<ParsedNumber> {
    let field = Cow::Borrowed(field);
    let shown = Sensitive::personal(given.reveal().to_owned());
    let parsed = match parsed {
        Ok(parsed) => parsed,
        Err(error) => {
            findings.push(refused(error, person, field, shown));
            return None;
        }
    };
    if given.is_spaced() {
        findings.push(RosterFinding::NumberSpaced {
            person,
            field: field.clone(),
            given: shown.clone(),
        });
    }
    if given.is_quoted() {
        findings.push(RosterFinding::NumberQuoted {
            person,
            field,
            given: shown,
        });
    }
    Some(parsed)
}

fn refused(
    error: NumberError,
    person: PersonId,
    field: Cow<'static, str>,
    given: Sensitive<String>,
) -> RosterFinding {
    macro_rules! finding {
        ($variant:ident) => {
            RosterFinding::$variant {
                person,
                field,
                given,
            }
        };
    }
    match error {
        NumberError::Empty => finding!(NumberEmpty),
        NumberError::FloatDamaged => finding!(NumberFloatDamaged),
        NumberError::NotDigits => finding!(NumberNotDigits),
        NumberError::WrongLength { .. } => finding!(NumberWrongLength),
        NumberError::BirthDate => finding!(NumberWrongDate),
        NumberError::AppointmentMonth => finding!(NumberWrongMonth),
        NumberError::SexDigit => finding!(NumberWrongSexDigit),
    }
}

fn mismatches(employee: &Employee, number: &ParsedNumber) -> Vec<RosterFinding> {
    let person = employee.id;
    let mut findings = Vec::new();
    let recorded = employee.birth_date.map(|date| *date.reveal());
    if let Some(date) = recorded.filter(|_| differ(recorded, number.birth_date())) {
        let given = Sensitive::personal(date.to_string());
        findings.push(RosterFinding::BirthDateMismatch { person, given });
    }
    if differ(employee.sex.map(|sex| *sex.reveal()), number.sex()) {
        findings.push(RosterFinding::SexMismatch { person });
    }
    if let ParsedNumber::Nip(nip) = number
        && is_young(nip)
    {
        let given = Sensitive::personal(nip.reveal().to_owned());
        findings.push(RosterFinding::AppointedYoung { person, given });
    }
    findings
}

fn differ<T: PartialEq>(recorded: Option<T>, carried: Option<T>) -> bool {
    recorded.zip(carried).is_some_and(|(a, b)| a != b)
}

fn is_young(nip: &Nip) -> bool {
    let born = nip.birth_date();
    let month = |year: i64, month: u32| year * 12 + i64::from(month);
    let appointed = month(i64::from(nip.appointment_year()), nip.appointment_month());
    appointed - month(i64::from(born.year()), born.month()) < LEAST_AGE * 12
}
