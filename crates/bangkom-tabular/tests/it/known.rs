use bangkom_domain::id::{IdNamespace, PersonId, PositionId, UnitId};
use bangkom_domain::position::{Position, PositionKind};
use bangkom_domain::roster::{Roster, RosterData};
use bangkom_domain::unit::{Unit, UnitKind};
use bangkom_tabular::personnel::{self, Directory};
use bangkom_tabular::{People, ReadOptions};

pub(crate) const NAMESPACE: &str = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
pub(crate) const NUMBER: &str = "199001012015032001";

pub(crate) fn namespace() -> IdNamespace {
    IdNamespace::new(NAMESPACE.parse().unwrap())
}

fn units() -> Vec<Unit> {
    let unit = |id: &str, name: &str, kind, parent: Option<&str>| Unit {
        id: UnitId::new(id).unwrap(),
        name: name.to_owned(),
        kind,
        parent: parent.map(|parent| UnitId::new(parent).unwrap()),
        site: None,
    };
    vec![
        unit("KOTA", "Pemerintah Kota", UnitKind::City, None),
        unit(
            "DPMPTSP",
            "Dinas Penanaman Modal",
            UnitKind::Agency,
            Some("KOTA"),
        ),
    ]
}

pub(crate) fn directory() -> Directory {
    let position = Position {
        id: PositionId::new("PELAKSANA/LOKET").unwrap(),
        title: "Petugas Loket".to_owned(),
        kind: PositionKind::Executor,
        echelon: None,
    };
    Directory::new(&units(), [&position])
}

pub(crate) const PERSONNEL: &str = "\
DAFTAR PEGAWAI;;;;;;
nip_baru;NAMA;Tanggal Lahir;Jenis Kelamin;status_cpns_pns;unor_nama;jabatan_nama
199001012015032001;Invented Person;01-01-1990;P;PNS;Dinas Penanaman Modal;Petugas Loket
'199002022023211002;Other Invented;02-02-1990;L;PPPK;DPMPTSP;petugas loket
";

pub(crate) fn people() -> People {
    let reading = personnel::read(
        PERSONNEL.as_bytes(),
        &directory(),
        namespace(),
        &ReadOptions::default(),
    )
    .unwrap();
    assert_eq!(
        (reading.rows, reading.kept),
        (2, 2),
        "{:?}",
        reading.findings
    );
    let data = RosterData {
        units: units(),
        employees: reading.value,
        ..RosterData::default()
    };
    let roster = Roster::new(data);
    assert_eq!(roster.value.employees().len(), 2, "{:?}", roster.findings);
    People::new(&roster.value, namespace())
}

pub(crate) fn person(number: &str) -> PersonId {
    PersonId::derive(namespace(), number)
}
