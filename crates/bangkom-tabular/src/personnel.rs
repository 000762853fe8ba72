//! Personnel records in the shape of a SIASN export.

use std::collections::BTreeMap;
use std::io::Read;

use bangkom_domain::calendar::Period;
use bangkom_domain::id::{IdNamespace, PersonId, PositionId, UnitId};
use bangkom_domain::people::{Employee, EmployeeNumber, EmploymentKind, Grade, LegalStatus, Sex};
use bangkom_domain::position::Position;
use bangkom_domain::unit::Unit;

use crate::header::Column;
use crate::row::{Row, date};
use crate::text::fold;
use crate::{Expected, ReadOptions, Reading, TableError, TableFinding, sheet};

const TABLE: &str = "personnel";
const NUMBER: &str = "nip_baru";
const FORMER: &str = "nip_lama";
const NAME: &str = "nama";
const BORN: &str = "tanggal_lahir";
const SEX: &str = "jenis_kelamin";
const KIND: &str = "status_cpns_pns";
const GRADE: &str = "gol_akhir_nama";
const UNIT: &str = "unor_nama";
const POSITION: &str = "jabatan_nama";
const NEXT_POSITION: &str = "jabatan_rencana";
const STATUS: &str = "kedudukan_hukum";
const RETIRES: &str = "tmt_pensiun";
const CONTRACT_FROM: &str = "kontrak_mulai";
const CONTRACT_TO: &str = "kontrak_selesai";

const COLUMNS: &[Column] = &[
    Column::required(NUMBER, &["nipBaru", "nip", "ni pppk"]).personal(),
    Column::optional(FORMER, &["nipLama"]).personal(),
    Column::optional(NAME, &["nama lengkap", "nama pegawai"]).personal(),
    Column::optional(BORN, &["tglLahir", "tgl_lahir"]).personal(),
    Column::optional(SEX, &["jenisKelamin", "jk", "l/p"]).personal(),
    Column::required(
        KIND,
        &["statusPegawai", "status kepegawaian", "jenisPegawaiNama"],
    ),
    Column::optional(GRADE, &["golRuangAkhir", "golongan", "gol ruang"]).personal(),
    Column::required(UNIT, &["unorId", "unorNama", "unit kerja", "opd"]),
    Column::required(POSITION, &["jabatanNama", "jabatan"]),
    Column::optional(NEXT_POSITION, &["jabatan yang akan diduduki"]),
    Column::optional(STATUS, &["kedudukanPnsNama", "kedudukanPnsId", "kedudukan"]).personal(),
    Column::optional(RETIRES, &["tmtPensiun"]).personal(),
    Column::optional(CONTRACT_FROM, &["tmt kontrak", "awal kontrak"]),
    Column::optional(CONTRACT_TO, &["akhir kontrak"]),
];

/// Where units and positions are found by code or by official name.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    units: BTreeMap<String, UnitId>,
    positions: BTreeMap<String, PositionId>,
}

impl Directory {
    /// The directory of these units and positions.
    pub fn new<'a>(
        units: impl IntoIterator<Item = &'a Unit>,
        positions: impl IntoIterator<Item = &'a Position>,
    ) -> Self {
        let mut directory = Self::default();
        for unit in units {
            directory.units.insert(fold(&unit.name), unit.id.clone());
            directory
                .units
                .insert(fold(unit.id.as_str()), unit.id.clone());
        }
        for position in positions {
            directory
                .positions
                .insert(fold(&position.title), position.id.clone());
            directory
                .positions
                .insert(fold(position.id.as_str()), position.id.clone());
        }
        directory
    }
}

/// Reads personnel records; persons get ids derived from their numbers under `namespace`.
///
/// A row whose number cannot be read is set aside, with the reason: without a number nothing
/// else in the city's systems can be tied to the person. Other personal columns that cannot be
/// read are left empty and reported.
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    directory: &Directory,
    namespace: IdNamespace,
    options: &ReadOptions,
) -> Result<Reading<Vec<Employee>>, TableError> {
    sheet::read(input, TABLE, COLUMNS, options, |row| {
        employee(row, directory, namespace)
    })
}

fn employee(row: &mut Row<'_>, directory: &Directory, namespace: IdNamespace) -> Option<Employee> {
    const WORDS: Expected = Expected::Word;
    let kind = row.parse(KIND, WORDS, EmploymentKind::from_siasn);
    let unit = lookup(row, UNIT, &directory.units);
    let position = lookup(row, POSITION, &directory.positions);
    let next_position = match row.text(NEXT_POSITION) {
        Some(_) => lookup(row, NEXT_POSITION, &directory.positions),
        None => None,
    };
    let (id, number) = number(row, kind?, namespace)?;
    let born = row.parse_optional(BORN, Expected::Date, date);
    Some(Employee {
        id,
        kind: kind?,
        former_numbers: former_number(row).into_iter().collect(),
        number: Some(number),
        name: row.text(NAME).map(|name| name.to_owned().into()),
        birth_date: born.map(Into::into),
        sex: row
            .parse_optional(SEX, WORDS, Sex::from_siasn)
            .map(Into::into),
        grade: row.parse_optional(GRADE, WORDS, Grade::from_code),
        unit: unit?,
        position: position?,
        next_position,
        legal_status: row
            .parse_optional(STATUS, WORDS, LegalStatus::from_siasn)
            .unwrap_or(LegalStatus::Active),
        leaves: Vec::new(),
        retires_on: row
            .parse_optional(RETIRES, Expected::Date, date)
            .map(Into::into),
        contract: contract(row),
    })
}

fn lookup<T: Clone>(
    row: &mut Row<'_>,
    column: &'static str,
    names: &BTreeMap<String, T>,
) -> Option<T> {
    let cell = row.need(column)?;
    let found = names.get(&fold(cell)).cloned();
    if found.is_none() {
        let value = row.given(column, cell);
        row.report(|row| TableFinding::UnknownName {
            table: TABLE,
            row,
            column,
            value,
        });
    }
    found
}

/// The number as it was written, and the person that it stands for.
fn number(
    row: &mut Row<'_>,
    kind: EmploymentKind,
    namespace: IdNamespace,
) -> Option<(PersonId, EmployeeNumber)> {
    row.need(NUMBER)?;
    let written = EmployeeNumber::new(row.raw(NUMBER)?);
    match written.parse(kind) {
        Ok(parsed) => Some((
            PersonId::derive(namespace, parsed.number().reveal()),
            written,
        )),
        Err(problem) => {
            let (column, value) = (NUMBER, row.given(NUMBER, written.reveal()));
            row.report(|row| TableFinding::BadNumber {
                table: TABLE,
                row,
                column,
                problem,
                value,
            });
            None
        }
    }
}

fn former_number(row: &mut Row<'_>) -> Option<EmployeeNumber> {
    row.text(FORMER)?;
    let written = EmployeeNumber::new(row.raw(FORMER)?);
    let problem = written.parse_any().err();
    let Some(problem) = problem else {
        return Some(written);
    };
    let (column, value) = (FORMER, row.given(FORMER, written.reveal()));
    row.report(|row| TableFinding::BadFormerNumber {
        table: TABLE,
        row,
        column,
        problem,
        value,
    });
    None
}

fn contract(row: &mut Row<'_>) -> Option<Period> {
    let from = row.parse_optional(CONTRACT_FROM, Expected::Date, date)?;
    row.parse_optional(CONTRACT_TO, Expected::DateFromBeginning, |cell| {
        Period::new(from, date(cell)?).ok()
    })
}
