//! Personnel records in the shape of a SIASN export.

use std::collections::BTreeMap;

use bangkom::domain::Language;
use bangkom::domain::id::{PersonId, PositionId};
use bangkom::domain::people::{Employee, Sex};
use bangkom_examples::model_case::namespace;
use bangkom_testkit::City;

use crate::dirt::{befalls, number};
use crate::sheet::{day, table};

const HEADER: [&str; 15] = [
    "nip_baru",
    "nip_lama",
    "nama",
    "tanggal_lahir",
    "jenis_kelamin",
    "status_cpns_pns",
    "gol_akhir_nama",
    "unor_nama",
    "jabatan_nama",
    "jabatan_rencana",
    "kedudukanPnsNama",
    "tmt_pensiun",
    "kontrak_mulai",
    "kontrak_selesai",
    "no_hp",
];

/// The file of personnel records: title lines, semicolons, one row twice, one unit unknown.
pub(crate) fn files(city: &City) -> Vec<(&'static str, String)> {
    let mut rows: Vec<Vec<String>> = city
        .roster
        .employees
        .iter()
        .enumerate()
        .map(|(row, employee)| cells(city, row, employee))
        .collect();
    let twice = rows[5].clone();
    rows.push(twice);
    let title = "DAFTAR NOMINATIF PEGAWAI\nKeadaan per 31-12-2025\n";
    vec![(
        "pegawai.csv",
        format!("{title}{}", table(';', &HEADER, rows)),
    )]
}

fn cells(city: &City, row: usize, employee: &Employee) -> Vec<String> {
    [
        person(row, employee).as_slice(),
        post(city, row, employee).as_slice(),
    ]
    .concat()
}

/// Number to grade.
fn person(row: usize, employee: &Employee) -> [String; 7] {
    let own = employee.number.as_ref();
    let former = employee.former_numbers.first();
    let (name, born, sex) = (&employee.name, &employee.birth_date, &employee.sex);
    [
        text(own, |own| number(row, own.reveal())),
        text(former, |former| former.reveal().to_owned()),
        text(name.as_ref(), |name| name.reveal().clone()),
        text(born.as_ref(), |born| day(*born.reveal())),
        text(sex.as_ref(), |sex| sex_word(row, *sex.reveal())),
        employee.kind.label(Language::Id).to_owned(),
        text(employee.grade, |grade| grade.code().to_owned()),
    ]
}

/// Unit to telephone.
fn post(city: &City, row: usize, employee: &Employee) -> [String; 8] {
    let title = |id: &PositionId| {
        let position = city.catalog.positions.iter().find(|known| known.id == *id);
        text(position, |position| position.title.clone())
    };
    let unit = city
        .roster
        .units
        .iter()
        .find(|unit| unit.id == employee.unit);
    let (contract, retires) = (employee.contract, employee.retires_on.as_ref());
    [
        match unit {
            Some(unit) if !befalls(row, 700, 300) => unit.name.clone(),
            _ => "Dinas Lama".to_owned(),
        },
        title(&employee.position),
        text(employee.next_position.as_ref(), title),
        employee.legal_status.label(Language::Id).to_owned(),
        text(retires, |from| day(*from.reveal())),
        text(contract, |contract| day(contract.first())),
        text(contract, |contract| day(contract.last())),
        "08xx".to_owned(),
    ]
}

/// The text of a value, or an empty cell.
fn text<T>(value: Option<T>, show: impl FnOnce(T) -> String) -> String {
    value.map(show).unwrap_or_default()
}

/// The number of everybody, for files of results.
pub(crate) struct Numbers<'a>(BTreeMap<PersonId, &'a str>);

impl<'a> Numbers<'a> {
    /// The numbers of a city.
    pub(crate) fn new(city: &'a City) -> Self {
        let employees = city.roster.employees.iter();
        let number =
            |employee: &'a Employee| Some((employee.id, employee.number.as_ref()?.reveal()));
        Self(employees.filter_map(number).collect())
    }

    /// The number of a person of the city.
    pub(crate) fn of(&self, person: PersonId) -> String {
        self.0.get(&person).copied().unwrap_or_default().to_owned()
    }

    /// The id under which the files know a person of the city: derived from the number.
    pub(crate) fn file_id(&self, person: PersonId) -> PersonId {
        let number = self.0.get(&person).copied().unwrap_or_default();
        PersonId::derive(namespace(), number)
    }

    /// The city's people by the ids that the files give them.
    pub(crate) fn by_file_id(&self) -> BTreeMap<PersonId, PersonId> {
        let people = self.0.keys();
        people
            .map(|person| (self.file_id(*person), *person))
            .collect()
    }
}

/// Different offices write sex differently.
fn sex_word(row: usize, sex: Sex) -> String {
    let words = match sex {
        Sex::Female => ["P", "F", "2", "Perempuan"],
        _ => ["L", "M", "1", "Laki-laki"],
    };
    words[row / 40 % words.len()].to_owned()
}
