//! Bad input of every kind: never a panic, never a row without a trace.

use std::collections::BTreeMap;

use bangkom_domain::Language;
use bangkom_domain::evidence::{Direction, SourceKind};
use bangkom_domain::finding::{Explain, Severity};
use bangkom_domain::id::SourceId;
use bangkom_tabular::series::{SeriesKind, Step};
use bangkom_tabular::{
    ReadOptions, Reading, TableFinding, appraisal, attendance, causes, complaints, observations,
    personnel, ratings, scores, series, survey,
};
use proptest::prelude::*;

use crate::files::{NUMBER, PERSONNEL, directory, namespace, people};

fn read_personnel(file: &str) -> Reading<usize> {
    personnel::read(
        file.as_bytes(),
        &directory(),
        namespace(),
        &ReadOptions::default(),
    )
    .unwrap()
    .map(|employees| employees.len())
}

fn codes<T>(reading: &Reading<T>) -> Vec<&'static str> {
    reading.findings.iter().map(Explain::code).collect()
}

#[test]
fn each_damaged_number_is_named_and_never_shown() {
    let header = "nip_baru;status_cpns_pns;unor_nama;jabatan_nama\n";
    for damaged in [
        "1.99001E+17",
        "19900101201503200",
        "199013012015032001",
        "199001012015033001",
    ] {
        let reading = read_personnel(&format!("{header}{damaged};PNS;DPMPTSP;Petugas Loket\n"));
        assert_eq!((reading.rows, reading.kept), (1, 0), "{damaged}");
        assert_eq!(codes(&reading), ["tabular.bad_number"], "{damaged}");
        let finding = &reading.findings.as_slice()[0];
        for text in [
            finding.to_string(),
            finding.text(Language::Id),
            format!("{finding:?}"),
        ] {
            assert!(!text.contains(damaged), "{text}");
        }
    }
}

#[test]
fn every_kind_of_damage_has_its_finding() {
    let cases = [
        ("", "tabular.missing_column"),
        (
            "nip_baru;status_cpns_pns;unor_nama\n1;2;3\n",
            "tabular.missing_column",
        ),
        (
            "nip;nip;status_cpns_pns;unor_nama;jabatan\n",
            "tabular.repeated_column",
        ),
        (
            "nip;no hp;status_cpns_pns;unor_nama;jabatan\n",
            "tabular.ignored_column",
        ),
        (
            "nip;status_cpns_pns;unor_nama;jabatan\n;PNS;DPMPTSP;Petugas Loket\n",
            "tabular.empty_cell",
        ),
        (
            "nip;status_cpns_pns;unor_nama;jabatan\n1;raja;DPMPTSP;Petugas Loket\n",
            "tabular.bad_cell",
        ),
        (
            "nip;status_cpns_pns;unor_nama;jabatan\n1;PNS;Atlantis;Petugas Loket\n",
            "tabular.unknown_name",
        ),
        (
            "nip;status_cpns_pns;unor_nama;jabatan\n1;PNS;DPMPTSP;Petugas Loket;x\n",
            "tabular.too_many_cells",
        ),
        (
            "nip;status_cpns_pns;unor_nama;jabatan\nnip;status_cpns_pns;unor_nama;jabatan\n",
            "tabular.repeated_header",
        ),
        (
            "nip;status_cpns_pns;unor_nama;jabatan\n1;PNS;\"DPMPTSP;Petugas\n",
            "tabular.open_quote",
        ),
    ];
    for (file, code) in cases {
        let reading = read_personnel(file);
        assert!(
            codes(&reading).contains(&code),
            "{code}: {:?}",
            reading.findings
        );
    }
    let latin = PERSONNEL.replace("Invented", "Inv\u{e9}nted");
    let bytes: Vec<u8> = latin.chars().map(|c| c as u8).collect();
    let reading = personnel::read(
        &bytes[..],
        &directory(),
        namespace(),
        &ReadOptions::default(),
    )
    .unwrap();
    assert_eq!(codes(&reading), ["tabular.encoding"]);
    assert_eq!(reading.kept, 2);
}

#[test]
fn a_bad_former_number_leaves_the_row() {
    let file = "nip;nip lama;status_cpns_pns;unor_nama;jabatan\n\
                199001012015032001;12;PNS;DPMPTSP;Petugas Loket\n";
    let reading = read_personnel(file);
    assert_eq!(reading.kept, 1);
    assert_eq!(codes(&reading), ["tabular.bad_former_number"]);
}

#[test]
fn an_unknown_person_is_reported_by_shape() {
    let file = "sesi,nip,hadir\nPP/b01/s1,199001012015039999,ya\n";
    let reading = attendance::read(file.as_bytes(), &people(), &ReadOptions::default()).unwrap();
    assert_eq!((reading.rows, reading.kept), (1, 0));
    let TableFinding::UnknownPerson { value, row, .. } = &reading.findings.as_slice()[0] else {
        panic!("{:?}", reading.findings)
    };
    assert_eq!(
        (value.to_string().as_str(), *row),
        ("18 characters, 18 digits", 1)
    );
}

#[test]
fn a_reader_that_fails_is_an_error() {
    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("gone"))
        }
    }
    let error = complaints::read(Broken, &ReadOptions::default()).unwrap_err();
    assert!(error.is_io());
    assert_eq!(error.to_string(), "the table could not be read: gone");
}

/// Counts add up, and a row that was set aside has an error in its row or in the header.
fn adds_up<T>(reading: &Reading<T>) {
    assert!(reading.kept <= reading.rows);
    if reading.set_aside() > 0 {
        let errors = reading.findings.count(Severity::Error);
        assert!(errors > 0, "rows vanished without a trace");
    }
}

fn read_all(bytes: &[u8]) {
    let (people, options) = (people(), ReadOptions::default());
    let source = SourceId::new("s").unwrap();
    let sources = BTreeMap::from([(SourceKind::Superior, source.clone())]);
    let kind = SeriesKind::new("i", "days", Direction::LowerIsBetter, Step::Week).unwrap();
    adds_up(&personnel::read(bytes, &directory(), namespace(), &options).unwrap());
    adds_up(&appraisal::read(bytes, &source, &people, &options).unwrap());
    adds_up(&survey::read(bytes, &source, &people, &options).unwrap());
    adds_up(&complaints::read(bytes, &options).unwrap());
    adds_up(&ratings::read(bytes, &sources, &people, &options).unwrap());
    adds_up(&causes::read(bytes, &people, &options).unwrap());
    adds_up(&attendance::read(bytes, &people, &options).unwrap());
    adds_up(&scores::read(bytes, &people, &options).unwrap());
    adds_up(&observations::read(bytes, &people, &options).unwrap());
    adds_up(&series::read(bytes, &kind, &options).unwrap());
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read_all(&bytes);
    }

    #[test]
    fn mutated_files_never_panic(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = PERSONNEL.as_bytes().to_vec();
        for (index, byte) in edits {
            let index = index.index(bytes.len());
            bytes[index] = byte;
        }
        let reading =
            personnel::read(&bytes[..], &directory(), namespace(), &ReadOptions::default())
                .unwrap();
        adds_up(&reading);
        let shown = format!("{:?}", reading.findings);
        prop_assert!(!shown.contains(NUMBER));
    }
}
