use std::collections::BTreeSet;
use std::io::Read;

use bangkom_domain::calendar::Period;
use bangkom_domain::id::{IdNamespace, PersonId};
use bangkom_domain::people::{Employee, EmployeeNumber, EmploymentKind, Grade, LegalStatus, Sex};

use super::Directory;
use crate::header::Column;
use crate::row::{Row, date};
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
const UNIT_ABOVE: &str = "unor_induk_nama";
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
    Column::required(UNIT, &["unorNama", "unit kerja", "opd", "unorId"]),
    Column::optional(UNIT_ABOVE, &["unorIndukNama", "unor induk", "opd induk"]),
    Column::required(POSITION, &["jabatanNama", "jabatan"]),
    Column::optional(NEXT_POSITION, &["jabatan yang akan diduduki"]),
    Column::optional(STATUS, &["kedudukanPnsNama", "kedudukan", "kedudukanPnsId"]).personal(),
    Column::optional(RETIRES, &["tmtPensiun"]).personal(),
    Column::optional(CONTRACT_FROM, &["tmt kontrak", "awal kontrak"]),
    Column::optional(CONTRACT_TO, &["akhir kontrak"]),
];

/// Reads personnel records; persons get ids derived from their numbers under `namespace`.
///
/// A row whose number cannot be read is set aside, with the reason: without a number nothing
/// else in the city's systems can be tied to the person. Other personal columns that cannot be
/// read are left empty and reported.
///
/// ```
/// # mod known { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/known.rs")); }
/// use bangkom_domain::people::EmploymentKind;
/// use bangkom_tabular::{ReadOptions, personnel};
/// # let (directory, namespace) = (known::directory(), known::namespace());
/// let file = "nip;nama;status_cpns_pns;unor_nama;jabatan_nama\n\
///             '199001012015032001;Invented;PNS;DPMPTSP;Petugas Loket\n\
///             1.99001E+17;Invented;PNS;DPMPTSP;Petugas Loket\n";
/// let options = ReadOptions::default();
/// let reading = personnel::read(file.as_bytes(), &directory, namespace, &options)?;
/// assert_eq!((reading.rows, reading.set_aside()), (2, 1));
/// assert_eq!(reading.value[0].kind, EmploymentKind::Pns);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
    // Everything is read before anything is given up, so that every fault of a row is reported.
    let kind = row.parse(KIND, WORDS, EmploymentKind::from_siasn);
    let number = kind.and_then(|kind| number(row, kind, namespace));
    let former_numbers = former_number(row).into_iter().collect();
    let birth_date = row.parse_optional(BORN, Expected::Date, date);
    let sex = row.parse_optional(SEX, WORDS, Sex::from_siasn);
    let grade = row.parse_optional(GRADE, WORDS, |cell| grade(cell, kind));
    let above = row.text(UNIT_ABOVE);
    let unit = lookup(row, UNIT, |cell| directory.units(cell, above));
    let position = lookup(row, POSITION, |cell| directory.positions(cell));
    let next_position = row
        .text(NEXT_POSITION)
        .and_then(|_| lookup(row, NEXT_POSITION, |cell| directory.positions(cell)));
    let legal_status = row.parse_optional(STATUS, WORDS, LegalStatus::from_siasn);
    let retires_on = row.parse_optional(RETIRES, Expected::Date, date);
    let contract = contract(row);
    let (id, number) = number?;
    Some(Employee {
        number: Some(number),
        former_numbers,
        name: row.text(NAME).map(|name| name.to_owned().into()),
        birth_date: birth_date.map(Into::into),
        sex: sex.map(Into::into),
        grade,
        next_position,
        legal_status: legal_status.unwrap_or(LegalStatus::Active),
        retires_on: retires_on.map(Into::into),
        contract,
        ..Employee::new(id, kind?, unit?, position?)
    })
}

/// The one thing that a cell stands for; none and several are reported.
fn lookup<T: Ord>(
    row: &mut Row<'_>,
    column: &'static str,
    find: impl FnOnce(&str) -> BTreeSet<T>,
) -> Option<T> {
    let cell = row.need(column)?;
    let mut found = find(cell);
    let (table, value) = (TABLE, row.given(column, cell));
    match found.len() {
        1 => return found.pop_first(),
        0 => row.report(|row| TableFinding::UnknownName {
            table,
            row,
            column,
            value,
        }),
        count => row.report(|row| TableFinding::AmbiguousName {
            table,
            row,
            column,
            value,
            count,
        }),
    }
    None
}

/// A grade by its code, or by its id in the national personnel system.
fn grade(cell: &str, kind: Option<EmploymentKind>) -> Option<Grade> {
    let coded = |grade: &&Grade| grade.code().eq_ignore_ascii_case(cell);
    let by_code = Grade::ALL.iter().find(coded).copied();
    by_code.or_else(|| Grade::from_siasn(kind?, cell))
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
