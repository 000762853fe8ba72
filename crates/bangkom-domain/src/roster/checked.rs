use std::collections::BTreeMap;

use super::numbers::check_numbers;
use super::{RosterData, RosterFinding, RosterSchema, UnitTree};
use crate::distinct::distinct;
use crate::finding::{Checked, Findings};
use crate::id::{PersonId, UnitId};
use crate::people::{Employee, EmployeeNumber};

/// Units and employees that fit together: every employee is in a unit of the tree.
///
/// ```
/// use bangkom_domain::roster::{Roster, RosterData};
///
/// let checked = Roster::new(RosterData::default());
/// assert!(checked.findings.is_sound());
/// assert!(checked.value.employees().is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Roster {
    units: UnitTree,
    employees: Vec<Employee>,
    headcounts: BTreeMap<UnitId, u32>,
    numbers: BTreeMap<EmployeeNumber, PersonId>,
}

impl Roster {
    /// The roster of these parts; what is unsound is set aside and found, all at once.
    ///
    /// The order of the rows does not matter.
    pub fn new(data: RosterData) -> Checked<Self, RosterFinding> {
        let mut findings = Vec::new();
        let units = UnitTree::check(data.units, &mut findings);
        let mut employees = employees(data.employees, &units, &mut findings);
        let numbers = check_numbers(&mut employees, &mut findings);
        findings.extend(employees.iter().filter_map(grade_finding));
        let mut headcounts = BTreeMap::new();
        for employee in &employees {
            *headcounts.entry(employee.unit.clone()).or_default() += 1;
        }
        Checked {
            value: Self {
                units,
                employees,
                headcounts,
                numbers,
            },
            findings: Findings::new(findings),
        }
    }

    /// The employees, ordered by id.
    pub fn employees(&self) -> &[Employee] {
        &self.employees
    }

    /// The employee with this id.
    pub fn employee(&self, id: PersonId) -> Option<&Employee> {
        let place = self
            .employees
            .binary_search_by_key(&id, |employee| employee.id)
            .ok()?;
        self.employees.get(place)
    }

    /// The employee who has this number or had it before, however it is written.
    ///
    /// ```
    /// use bangkom_domain::people::EmployeeNumber;
    /// use bangkom_domain::roster::{Roster, RosterData};
    ///
    /// let roster = Roster::new(RosterData::default()).value;
    /// assert!(roster.by_number(&EmployeeNumber::new("131 263 190")).is_none());
    /// ```
    #[doc(alias = "alias")]
    pub fn by_number(&self, number: &EmployeeNumber) -> Option<&Employee> {
        let digits = number.parse_any().ok()?.number();
        self.employee(*self.numbers.get(&digits)?)
    }

    /// The units and their tree.
    pub fn units(&self) -> &UnitTree {
        &self.units
    }

    /// How many people are assigned to the unit itself, those of units below not counted.
    pub fn headcount(&self, unit: &UnitId) -> u32 {
        self.headcounts.get(unit).copied().unwrap_or(0)
    }

    /// The document of what was kept, for writing.
    pub fn data(&self) -> RosterData {
        RosterData {
            schema: RosterSchema::V1,
            units: self.units.iter().cloned().collect(),
            employees: self.employees.clone(),
        }
    }
}

fn employees(
    given: Vec<Employee>,
    units: &UnitTree,
    findings: &mut Vec<RosterFinding>,
) -> Vec<Employee> {
    let given = distinct(given, |employee| employee.id);
    let repeated = given.repeated.into_iter();
    findings.extend(repeated.map(|person| RosterFinding::EmployeeRepeated { person }));
    let conflicting = given.conflicting.into_iter();
    findings.extend(conflicting.map(|person| RosterFinding::EmployeeConflict { person }));
    let (kept, lost): (Vec<_>, Vec<_>) = given
        .kept
        .into_values()
        .partition(|employee| units.unit(&employee.unit).is_some());
    findings.extend(
        lost.into_iter()
            .map(|employee| RosterFinding::EmployeeUnitUnknown {
                person: employee.id,
                unit: employee.unit,
            }),
    );
    kept
}

fn grade_finding(employee: &Employee) -> Option<RosterFinding> {
    let grade = employee.grade?;
    (!grade.fits(employee.kind)).then_some(RosterFinding::GradeOfOtherKind {
        person: employee.id,
    })
}
