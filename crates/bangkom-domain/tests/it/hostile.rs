//! Whatever bytes come in, no document reader panics.

use bangkom_domain::catalog::{Catalog, CatalogData};
use bangkom_domain::json;
use bangkom_domain::roster::{Roster, RosterData};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::golden;

/// A golden file with some bytes replaced, taken out, or doubled.
fn mutated(text: &str, edits: &[(Index, u8, u8)]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (place, how, byte) in edits {
        let place = place.index(bytes.len().max(1)).min(bytes.len());
        match how % 3 {
            0 if place < bytes.len() => bytes[place] = *byte,
            1 if place < bytes.len() => drop(bytes.remove(place)),
            _ => bytes.insert(place, *byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        for golden in golden::all() {
            prop_assert!((golden.rewrite)(&text).is_err());
        }
    }

    #[test]
    fn mutations_are_read_or_refused_and_checked(
        edits in prop::collection::vec(any::<(Index, u8, u8)>(), 1..6),
    ) {
        for golden in golden::all() {
            let text = mutated(golden.file, &edits);
            if let Ok(written) = (golden.rewrite)(&text) {
                prop_assert_eq!((golden.rewrite)(&written).unwrap(), written);
            }
            if let Ok(data) = json::read::<RosterData>(&text) {
                let _ = Roster::new(data);
            }
            if let Ok(data) = json::read::<CatalogData>(&text) {
                let _ = Catalog::new(data);
            }
        }
    }

    #[test]
    fn changed_digits_are_checked(
        edits in prop::collection::vec((any::<Index>(), b'0'..=b'9'), 1..12),
    ) {
        for golden in golden::all() {
            let mut bytes = golden.file.as_bytes().to_vec();
            let digits: Vec<_> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
            for (place, digit) in &edits {
                bytes[digits[place.index(digits.len())]] = *digit;
            }
            let text = String::from_utf8_lossy(&bytes);
            if let Ok(data) = json::read::<RosterData>(&text) {
                prop_assert!(Roster::new(Roster::new(data).value.data()).findings.is_sound());
            }
            if let Ok(data) = json::read::<CatalogData>(&text) {
                prop_assert!(Catalog::new(Catalog::new(data).value.data()).findings.is_empty());
            }
        }
    }
}
