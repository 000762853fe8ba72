//! The table of findings in the docs says what the code says.

use bangkom_domain::Language;
use bangkom_domain::finding::{Explain as _, Sensitive};
use bangkom_domain::people::NumberError;
use bangkom_tabular::{Expected, TableFinding};
use bangkom_testkit::differences_from_table;

#[test]
fn the_table_says_what_the_code_says() {
    let table = include_str!("../../../../docs/findings.md");
    let codes = TableFinding::TABLE.iter().map(|code| (*code).into());
    let differences = differences_from_table(table, "bangkom-tabular", codes);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

fn of_a_cell() -> [TableFinding; 5] {
    let (table, row, column) = ("personnel", 38, "nip_baru");
    let value = || Sensitive::personal("1.96608E+17".to_owned());
    [
        TableFinding::BadCell {
            table,
            row,
            column,
            expected: Expected::Year,
            value: value(),
        },
        TableFinding::UnknownPerson {
            table,
            row,
            column,
            value: value(),
        },
        TableFinding::UnknownName {
            table,
            row,
            column,
            value: value(),
        },
        TableFinding::BadNumber {
            table,
            row,
            column,
            problem: NumberError::FloatDamaged,
            value: value(),
        },
        TableFinding::BadFormerNumber {
            table,
            row,
            column,
            problem: NumberError::WrongLength { digits: 12 },
            value: value(),
        },
    ]
}

#[test]
fn an_indonesian_text_is_indonesian_throughout() {
    let shape = "11 karakter, 8 angka, bentuk eksponen";
    let texts = of_a_cell().map(|finding| finding.text(Language::Id));
    let expected = [
        format!("kolom nip_baru: {shape} bukan tahun"),
        format!("kolom nip_baru: nomor pegawai tidak dikenal ({shape})"),
        format!("kolom nip_baru: {shape} tidak dikenal"),
        format!(
            "kolom nip_baru: bukan nomor pegawai ({shape}): \
             nomor rusak oleh sel angka, digit terakhirnya hilang"
        ),
        format!(
            "kolom nip_baru: bukan nomor pegawai ({shape}): \
             nomor terdiri dari 12 digit, bukan 18 atau 9"
        ),
    ];
    assert_eq!(texts, expected);
    let place = of_a_cell()[0].place();
    assert_eq!(
        place.text(Language::Id),
        "personnel, kolom nip_baru, baris 38"
    );
}

#[test]
fn the_code_is_the_tag_of_the_json_form() {
    for finding in of_a_cell() {
        let value = serde_json::to_value(&finding).unwrap();
        let tags: Vec<_> = value.as_object().unwrap().keys().collect();
        assert_eq!(tags, [finding.code()]);
    }
}
