//! Units, positions and columns of personnel records that more than one thing could be.

use bangkom_domain::finding::Explain;
use bangkom_domain::id::UnitId;
use bangkom_domain::people::{Employee, EmploymentKind, Grade, LegalStatus};
use bangkom_domain::position::{Position, PositionKind};
use bangkom_domain::unit::{Unit, UnitKind};
use bangkom_tabular::personnel::{self, Directory};
use bangkom_tabular::{ReadOptions, Reading};

use crate::known::{NUMBER, namespace};

fn unit(id: &str, name: &str, parent: Option<&str>) -> Unit {
    Unit {
        id: id.parse().unwrap(),
        name: name.to_owned(),
        kind: UnitKind::SubUnit,
        parent: parent.map(|parent| parent.parse().unwrap()),
        site: None,
    }
}

fn read(file: &str) -> Reading<Vec<Employee>> {
    let units = [
        unit("DINKES", "Dinas Kesehatan", None),
        unit("DISHUB", "Dinas Perhubungan", None),
        unit("DINKES.SET", "Sekretariat", Some("DINKES")),
        unit("DISHUB.SET", "Sekretariat", Some("DISHUB")),
        unit("DISHUB.SET.UMUM", "Subbagian Umum", Some("DISHUB.SET")),
        unit("DINKES.SET.UMUM", "Subbagian Umum", Some("DINKES.SET")),
    ];
    let position = Position {
        id: "STAF".parse().unwrap(),
        title: "Staf".to_owned(),
        kind: PositionKind::Executor,
        echelon: None,
    };
    let directory = Directory::new(&units, [&position]);
    personnel::read(
        file.as_bytes(),
        &directory,
        namespace(),
        &ReadOptions::default(),
    )
    .unwrap()
}

fn codes<T>(reading: &Reading<T>) -> Vec<&'static str> {
    reading.findings.iter().map(Explain::code).collect()
}

fn units(reading: &Reading<Vec<Employee>>) -> Vec<&UnitId> {
    reading
        .value
        .iter()
        .map(|employee| &employee.unit)
        .collect()
}

#[test]
fn a_name_of_two_units_is_never_guessed() {
    let header = "nip;status_cpns_pns;unor_nama;jabatan\n";
    let reading = read(&format!("{header}{NUMBER};PNS;Sekretariat;Staf\n"));
    assert_eq!(codes(&reading), ["tabular.ambiguous_name"]);
    assert_eq!((reading.rows, reading.kept), (1, 0));
    let finding = reading.findings.as_slice()[0].to_string();
    assert_eq!(
        finding,
        "column unor_nama: \"Sekretariat\" stands for 2 entries"
    );
}

#[test]
fn the_unit_above_says_which_one_is_meant() {
    let header = "nip;status_cpns_pns;unor_nama;unor_induk_nama;jabatan\n";
    for (name, above, expected) in [
        ("Sekretariat", "Dinas Perhubungan", "DISHUB.SET"),
        ("Sekretariat", "DINKES", "DINKES.SET"),
        ("Subbagian Umum", "Dinas Kesehatan", "DINKES.SET.UMUM"),
        ("DISHUB.SET", "Dinas Kesehatan", "DISHUB.SET"),
    ] {
        let reading = read(&format!("{header}{NUMBER};PNS;{name};{above};Staf\n"));
        assert!(reading.findings.is_empty(), "{:?}", reading.findings);
        assert_eq!(units(&reading)[0].as_str(), expected);
    }
}

#[test]
fn of_two_columns_the_preferred_name_is_read() {
    let file = format!(
        "nip;jenisPegawaiNama;statusPegawai;unorId;unorNama;jabatan;kedudukanPnsId;kedudukanPnsNama\n\
         {NUMBER};PNS Daerah;PNS;A8ACA7397AEB3912E040640A040269BB;Dinas Kesehatan;Staf;01;Tugas Belajar\n"
    );
    let reading = read(&file);
    assert_eq!(codes(&reading), ["tabular.repeated_column"; 3]);
    let employee = &reading.value[0];
    assert_eq!(employee.kind, EmploymentKind::Pns);
    assert_eq!(employee.unit.as_str(), "DINKES");
    assert_eq!(employee.legal_status, LegalStatus::StudyAssignment);
}

#[test]
fn a_grade_is_read_by_code_and_by_id() {
    let header = "nip;status_cpns_pns;golongan;unor_nama;jabatan\n";
    for (text, grade) in [
        ("III/d", Grade::IIId),
        ("iii/D", Grade::IIId),
        ("34", Grade::IIId),
        ("IV/e", Grade::IVe),
    ] {
        let reading = read(&format!("{header}{NUMBER};PNS;{text};DINKES;Staf\n"));
        assert_eq!(reading.value[0].grade, Some(grade), "{text}");
    }
}
