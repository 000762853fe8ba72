//! Indonesian texts hold no English words, and places and shapes read well in both languages.

use bangkom_domain::Language;
use bangkom_domain::finding::{Explain, Place, Sensitive, Shape};
use bangkom_domain::people::NumberError;
use bangkom_domain::roster::Roster;

use crate::dirty;

const ERRORS: [NumberError; 7] = [
    NumberError::Empty,
    NumberError::FloatDamaged,
    NumberError::NotDigits,
    NumberError::WrongLength { digits: 17 },
    NumberError::BirthDate,
    NumberError::AppointmentMonth,
    NumberError::SexDigit,
];

#[test]
fn a_shape_counts_in_both_languages() {
    for (text, id, en) in [
        ("", "0 karakter, 0 angka", "0 characters, 0 digits"),
        (
            "1979 03\u{a0}14",
            "10 karakter, 8 angka, 2 spasi",
            "10 characters, 8 digits, 2 spaces",
        ),
        (
            " 1E+17 ",
            "7 karakter, 3 angka, 2 spasi, bentuk eksponen",
            "7 characters, 3 digits, 2 spaces, an exponent",
        ),
    ] {
        let shape = Shape::of(text);
        assert_eq!(shape.text(Language::Id), id);
        assert_eq!(shape.text(Language::En), en);
        assert_eq!(shape.to_string(), en);
        let value = Sensitive::personal(text);
        assert_eq!(value.text(Language::Id), id);
        assert_eq!(format!("{value} {value:?}"), format!("{en} {en}"));
    }
}

#[test]
fn a_place_names_what_is_known_of_it() {
    let whole = Place::default();
    let row = Place::record("personnel").row(38);
    let field = Place::record("personnel").field("nip_baru");
    for (place, id, en) in [
        (&whole, "dokumen", "document"),
        (&row, "personnel, baris 38", "personnel, row 38"),
        (
            &field,
            "personnel, kolom nip_baru",
            "personnel, field nip_baru",
        ),
    ] {
        assert_eq!(place.text(Language::Id), id);
        assert_eq!(place.text(Language::En), en);
        assert_eq!(place.to_string(), en);
    }
}

#[test]
fn an_indonesian_finding_describes_a_number_in_indonesian() {
    let findings = Roster::new(dirty::roster()).findings;
    let damaged = findings
        .iter()
        .find(|finding| finding.code() == "roster.number_float_damaged")
        .unwrap();
    let text = damaged.text(Language::Id);
    assert!(
        text.contains("(11 karakter, 8 angka, bentuk eksponen)"),
        "{text}"
    );
    let text = damaged.text(Language::En);
    assert!(
        text.contains("(11 characters, 8 digits, an exponent)"),
        "{text}"
    );
    for finding in &findings {
        let text = finding.text(Language::Id);
        assert!(!text.contains("characters"), "{text}");
    }
}

#[test]
fn every_fault_of_a_number_is_told_in_both_languages() {
    for error in ERRORS {
        let (id, en) = (error.text(Language::Id), error.text(Language::En));
        assert_eq!(en, error.to_string());
        assert!(id.contains("nomor") && en.contains("number"), "{id}; {en}");
    }
}
