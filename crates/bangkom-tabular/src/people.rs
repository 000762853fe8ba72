use std::collections::BTreeMap;

use bangkom_domain::id::{EvidenceId, IdNamespace, PersonId, RaterId};
use bangkom_domain::people::EmployeeNumber;
use bangkom_domain::roster::Roster;

use crate::TableFinding;
use crate::row::Row;

/// The employees that tables name by number, and the namespace for derived ids.
///
/// Tables name people by employee number; documents by pseudonymous id. This is the bridge. A
/// number that somebody had before finds the person too.
#[derive(Debug)]
pub struct People {
    by_number: BTreeMap<String, PersonId>,
    numbers: BTreeMap<PersonId, String>,
    namespace: IdNamespace,
}

impl People {
    /// The people of a roster; ids of raters and records are derived under `namespace`.
    pub fn new(roster: &Roster, namespace: IdNamespace) -> Self {
        let mut people = Self {
            by_number: BTreeMap::new(),
            numbers: BTreeMap::new(),
            namespace,
        };
        for employee in roster.employees() {
            for number in employee.former_numbers.iter().chain(&employee.number) {
                people
                    .by_number
                    .insert(number.reveal().to_owned(), employee.id);
            }
            if let Some(number) = &employee.number {
                people
                    .numbers
                    .insert(employee.id, number.reveal().to_owned());
            }
        }
        people
    }

    /// The person with this number, present or former, spaces and marks aside.
    pub fn person(&self, number: &str) -> Option<PersonId> {
        let parsed = EmployeeNumber::new(number).parse_any().ok()?;
        self.by_number.get(parsed.number().reveal()).copied()
    }

    /// The present number of a person, for writing.
    pub fn number(&self, person: PersonId) -> Option<&str> {
        self.numbers.get(&person).map(String::as_str)
    }

    /// The person named in a column; a number that is nobody's is reported.
    pub(crate) fn named(&self, row: &mut Row<'_>, column: &'static str) -> Option<PersonId> {
        let cell = row.need(column)?;
        let person = self.person(cell);
        if person.is_none() {
            let (table, value) = (row.table(), row.given(column, cell));
            row.report(|row| TableFinding::UnknownPerson {
                table,
                row,
                column,
                value,
            });
        }
        person
    }

    /// The pseudonym of whoever rates, from an employee number or any other key.
    ///
    /// The key of an employee gives the same rater id wherever it stands.
    pub(crate) fn rater(&self, key: &str) -> RaterId {
        match self.person(key) {
            Some(person) => self.rater_of(person),
            None => RaterId::derive(self.namespace, key),
        }
    }

    /// The pseudonym under which an employee rates.
    pub fn rater_of(&self, person: PersonId) -> RaterId {
        RaterId::derive(self.namespace, &person.to_string())
    }

    /// The id of a record of evidence with this key.
    pub(crate) fn evidence(&self, key: &str) -> EvidenceId {
        EvidenceId::derive(self.namespace, key)
    }
}
