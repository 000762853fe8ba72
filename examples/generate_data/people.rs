//! Personnel records in the shape of a SIASN export.

use std::collections::BTreeMap;

use bangkom::domain::Language;
use bangkom::domain::id::PersonId;
use bangkom::domain::people::{Employee, Sex};
use bangkom::domain::unit::Unit;
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
    let title = |id: &bangkom::domain::id::PositionId| {
        let position = city
            .catalog
            .positions
            .iter()
            .find(|position| position.id == *id);
        position
            .map(|position| position.title.clone())
            .unwrap_or_default()
    };
    let unit = |unit: &&Unit| unit.id == employee.unit;
    let unit = city
        .roster
        .units
        .iter()
        .find(unit)
        .map(|unit| unit.name.clone());
    let shown = employee
        .number
        .as_ref()
        .map(|own| number(row, own.reveal()));
    let contract = employee.contract;
    vec![
        shown.unwrap_or_default(),
        employee
            .former_numbers
            .first()
            .map(|own| own.reveal().to_owned())
            .unwrap_or_default(),
        employee
            .name
            .as_ref()
            .map(|name| name.reveal().clone())
            .unwrap_or_default(),
        employee
            .birth_date
            .as_ref()
            .map(|born| day(*born.reveal()))
            .unwrap_or_default(),
        employee
            .sex
            .as_ref()
            .map(|sex| sex_word(row, *sex.reveal()))
            .unwrap_or_default(),
        employee.kind.label(Language::Id).to_owned(),
        employee
            .grade
            .map(|grade| grade.code().to_owned())
            .unwrap_or_default(),
        if befalls(row, 700, 300) {
            "Dinas Lama".to_owned()
        } else {
            unit.unwrap_or_default()
        },
        title(&employee.position),
        employee
            .next_position
            .as_ref()
            .map(title)
            .unwrap_or_default(),
        employee.legal_status.label(Language::Id).to_owned(),
        employee
            .retires_on
            .as_ref()
            .map(|from| day(*from.reveal()))
            .unwrap_or_default(),
        contract
            .map(|contract| day(contract.first()))
            .unwrap_or_default(),
        contract
            .map(|contract| day(contract.last()))
            .unwrap_or_default(),
        "08xx".to_owned(),
    ]
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

    /// The city's people by the ids that the files give them: derived from their numbers.
    pub(crate) fn by_file_id(&self) -> BTreeMap<PersonId, PersonId> {
        let pairs = self.0.iter();
        pairs
            .map(|(person, number)| (PersonId::derive(namespace(), number), *person))
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
