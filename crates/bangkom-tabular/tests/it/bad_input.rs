//! Bad input of every kind: never a panic, never a row without a trace.

use std::collections::BTreeSet;

use bangkom_domain::Language;
use bangkom_domain::finding::{Explain, Severity};
use bangkom_tabular::{ReadOptions, Reading, TableFinding, attendance, complaints, personnel};
use proptest::prelude::*;

use crate::good;
use crate::known::{NUMBER, PERSONNEL, directory, namespace, people};

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

/// Counts add up, and every row that was set aside has its own error, or the header has one.
fn adds_up<T>(reading: &Reading<T>) {
    assert!(reading.kept <= reading.rows);
    let errors = reading
        .findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Error);
    let places: Vec<_> = errors.map(Explain::place).collect();
    if places.iter().any(|place| place.row.is_none()) {
        return;
    }
    let rows: BTreeSet<_> = places.into_iter().filter_map(|place| place.row).collect();
    assert!(
        rows.len() >= reading.set_aside(),
        "{} rows set aside, errors in {rows:?}",
        reading.set_aside()
    );
}

/// What the findings show, in every form.
fn shown<T>(reading: &Reading<T>) -> String {
    let texts = reading.findings.iter().map(|finding| {
        format!(
            "{finding:?} {finding} {} {} {}",
            finding.text(Language::Id),
            finding.place(),
            serde_json::to_string(finding).unwrap()
        )
    });
    texts.collect()
}

#[test]
fn good_files_are_used_whole() {
    for table in good::ALL {
        let reading = (table.read)(table.file.as_bytes());
        assert!(reading.rows > 1, "{}", table.name);
        assert_eq!(reading.kept, reading.rows, "{}", table.name);
        let errors = reading.findings.count(Severity::Error);
        assert_eq!(errors, 0, "{}: {:?}", table.name, reading.findings);
    }
}

#[test]
fn rows_with_one_key_count_once_or_not_at_all() {
    let series = good::ALL
        .iter()
        .find(|table| table.name == "series")
        .unwrap();
    let file = format!("{}KOTA;05-01-2026;4;\n", series.file);
    let reading = (series.read)(file.as_bytes());
    assert_eq!((reading.rows, reading.kept), (5, 2));
    assert_eq!(codes(&reading), ["tabular.conflicting_row"; 3]);
    let twice = (series.read)(series.file.as_bytes());
    assert_eq!(codes(&twice), ["tabular.repeated_row"]);
}

/// A damaged file of a table of results, and the finding that names the damage.
const DAMAGED: &[(&str, &str, &str)] = &[
    (
        "items",
        "instrumen;no;butir;minimum;maksimum\nPP.T;satu;A;1;x\n",
        "tabular.bad_cell",
    ),
    (
        "items",
        "instrumen;no;butir;minimum;maksimum\nPP.T;1;A;1;5\nPP.T;1;A;1;4\n",
        "tabular.conflicting_row",
    ),
    (
        "answers",
        "angkatan,nip,instrumen,waktu,butir,jawaban,tanggal\n\
             PP/b01,199001012015032001,PP.T,pre,Z,4,01-04-2026\n",
        "tabular.unknown_name",
    ),
    (
        "answers",
        "angkatan,nip,instrumen,waktu,butir,jawaban,tanggal\n\
             PP/b01,199001012015032001,PP.T,pre,A,empat,01-04-2026\n",
        "tabular.bad_cell",
    ),
    (
        "answers",
        "angkatan,nip,instrumen,waktu,butir,jawaban,tanggal\n\
             PP/b01,199001012015032001,PP.T,pre,A,4,01-04-2026\n\
             PP/b01,199001012015032001,PP.T,pre,A,5,01-04-2026\n",
        "tabular.conflicting_row",
    ),
    (
        "comparison",
        "program,nip,instrumen,waktu,nilai,tanggal\nPP,12,PP.T,sebelum,5,01-04-2026\n",
        "tabular.unknown_person",
    ),
    (
        "designs",
        "program;pembanding\nPP;tetangga\n",
        "tabular.bad_cell",
    ),
    (
        "designs",
        "program;penyelenggara;angkatan\nPP;;PP/b02\n",
        "tabular.empty_cell",
    ),
    (
        "designs",
        "program;penyelenggara\nPP;BPSDM\nPP;USU\n",
        "tabular.conflicting_row",
    ),
    (
        "designs",
        "program;instrumen;rata-rata populasi;simpangan populasi\nPP;PP.T;60;\n",
        "tabular.empty_cell",
    ),
    (
        "cases",
        "nomor;opd;layanan;masuk;selesai\n1;KOTA;IZIN;05-01-2026;04-01-2026\n",
        "tabular.bad_cell",
    ),
    (
        "cases",
        "nomor;opd;layanan;masuk;selesai\n1;KOTA;IZIN;05-01-2026;\n\
             1;KOTA;IZIN;06-01-2026;\n",
        "tabular.conflicting_row",
    ),
    (
        "counts",
        "opd;bulan;jumlah\nKOTA;01-01-2026;-3\n",
        "tabular.bad_cell",
    ),
    (
        "counts",
        "opd;bulan;jumlah;dilayani\nKOTA;01-01-2026;3;x\n",
        "tabular.bad_cell",
    ),
    (
        "satisfaction",
        "opd;mulai;selesai;responden;prosedur\nKOTA;05-01-2026;30-01-2026;0;3\n",
        "tabular.bad_cell",
    ),
    (
        "satisfaction",
        "opd;mulai;selesai;responden;prosedur\nKOTA;05-01-2026;30-01-2026;9;4,5\n",
        "tabular.bad_cell",
    ),
    (
        "satisfaction",
        "opd;mulai;selesai;responden\nKOTA;05-01-2026;30-01-2026;9\n",
        "tabular.empty_cell",
    ),
    (
        "benefits",
        "program;manfaat;atribusi;keyakinan;tahun_1\nPP;lembur;50;0,8;100\n",
        "tabular.bad_cell",
    ),
    (
        "benefits",
        "program;manfaat;atribusi;keyakinan;tahun_1;tahun_2;tahun_3\n\
             PP;lembur;0,5;0,8;100;;100\n",
        "tabular.empty_cell",
    ),
];

#[test]
fn each_table_of_results_names_its_own_damage() {
    for (name, file, code) in DAMAGED {
        let table = good::ALL.iter().find(|table| table.name == *name).unwrap();
        let reading = (table.read)(file.as_bytes());
        assert_eq!(reading.kept, 0, "{name}: {file}");
        assert!(
            codes(&reading).contains(code),
            "{name}: {:?}",
            reading.findings
        );
        adds_up(&reading);
    }
}

#[test]
fn every_fault_of_a_row_is_reported_at_once() {
    let file = "nip;tgl_lahir;jk;status_cpns_pns;golongan;unor_nama;jabatan;tmt_pensiun\n\
                1;kemarin;x;PNS;XX;Atlantis;Raja;nanti\n";
    let found = codes(&read_personnel(file));
    let of = |code: &str| found.iter().filter(|found| **found == code).count();
    assert_eq!(of("tabular.bad_cell"), 4, "{found:?}");
    assert_eq!(of("tabular.unknown_name"), 2, "{found:?}");
    assert_eq!(of("tabular.bad_number"), 1, "{found:?}");
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for table in good::ALL {
            adds_up(&(table.read)(&bytes));
        }
    }

    #[test]
    fn mutated_files_never_panic_and_show_no_number(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<bool>()), 1..12),
    ) {
        for table in good::ALL {
            let mut bytes = table.file.as_bytes().to_vec();
            for (index, byte, replace) in &edits {
                let index = index.index(bytes.len());
                if *replace {
                    bytes[index] = *byte;
                } else {
                    bytes.insert(index, *byte);
                }
            }
            let reading = (table.read)(&bytes);
            adds_up(&reading);
            prop_assert!(!shown(&reading).contains(NUMBER), "{}", table.name);
        }
    }

    #[test]
    fn the_order_of_rows_changes_row_numbers_only(turn in 1_usize..4, cut in any::<bool>()) {
        for table in good::ALL {
            let mut lines: Vec<&str> = table.file.lines().collect();
            let header = lines.iter().position(|line| line.to_lowercase().contains("nip")
                || line.to_lowercase().contains("opd") || line.contains("Tracking")
                || line.contains("kode_")).unwrap();
            if cut {
                // A row without its end is a fault that goes with the row.
                let last = lines.len() - 1;
                lines[last] = &lines[last][..lines[last].len() / 2];
            }
            let straight = (table.read)(lines.join("\n").as_bytes());
            let rows = &mut lines[header + 1..];
            let by = turn % rows.len();
            rows.rotate_left(by);
            let turned = (table.read)(lines.join("\n").as_bytes());
            let sorted = |mut values: Vec<String>| {
                values.sort();
                values
            };
            prop_assert_eq!(codes(&straight), codes(&turned), "{}", table.name);
            prop_assert_eq!((straight.rows, straight.kept), (turned.rows, turned.kept));
            prop_assert_eq!(sorted(straight.value), sorted(turned.value), "{}", table.name);
        }
    }
}
