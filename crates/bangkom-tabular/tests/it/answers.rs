//! Answers to items: one row an answer, one sheet a sitting.

use bangkom_domain::finding::Explain;
use bangkom_domain::results::{InstrumentItems, Item, ItemAnswers, Occasion};
use bangkom_tabular::{ReadOptions, Reading, answers};

use crate::known::{NUMBER, people, person};

const OTHER: &str = "199002022023211002";
const HEADER: &str = "angkatan;nip;pengamat;instrumen;waktu;butir;jawaban;tanggal\n";

fn declared() -> Vec<InstrumentItems> {
    let items = |instrument: &str, codes: &[&str]| InstrumentItems {
        instrument: instrument.parse().unwrap(),
        items: codes
            .iter()
            .map(|code| Item::new(*code, 1.0, 5.0))
            .collect(),
    };
    vec![items("PP.T", &["A", "B", "C"]), items("PP.O", &["A"])]
}

fn read(rows: &str) -> Reading<Vec<ItemAnswers>> {
    let file = format!("{HEADER}{rows}");
    answers::read(
        file.as_bytes(),
        &declared(),
        &people(),
        &ReadOptions::default(),
    )
    .unwrap()
}

fn codes(reading: &Reading<Vec<ItemAnswers>>) -> Vec<&'static str> {
    reading.findings.iter().map(Explain::code).collect()
}

#[test]
fn answers_of_one_sitting_are_one_sheet_in_the_order_of_the_items() {
    let rows = [
        format!("PP/b01;{NUMBER};;PP.T;Pre-Test;C;3;01-04-2026"),
        format!("PP/b01;{NUMBER};;PP.T;Pre-Test;A;4,5;01-04-2026"),
        format!("PP/b01;{NUMBER};;PP.T;Post-Test;B;2;03-04-2026"),
        format!("PP/b01;{OTHER};;PP.T;sebelum;A;1;01-04-2026"),
    ];
    let reading = read(&(rows.join("\n") + "\n"));
    assert_eq!((reading.rows, reading.kept), (4, 4));
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    let own: Vec<_> = reading
        .value
        .iter()
        .filter(|sheet| sheet.person == person(NUMBER))
        .map(|sheet| (sheet.occasion, sheet.answers.reveal().clone()))
        .collect();
    assert_eq!(
        own,
        [
            (Occasion::Before, vec![Some(4.5), None, Some(3.0)]),
            (Occasion::After, vec![None, Some(2.0), None]),
        ]
    );
    assert_eq!(reading.value.len(), 3);
    // Any order of rows gives the same sheets.
    let mut turned = rows;
    turned.reverse();
    assert_eq!(read(&(turned.join("\n") + "\n")).value, reading.value);
}

#[test]
fn observers_have_sheets_and_pseudonyms_of_their_own() {
    let rows = format!(
        "PP/b01;{NUMBER};{OTHER};PP.O;3 bulan;A;4;01-07-2026\n\
         PP/b01;{NUMBER};R-7;PP.O;3 bulan;A;2;01-07-2026\n\
         PP/b01;{NUMBER};;PP.O;3 bulan;A;5;01-07-2026\n"
    );
    let reading = read(&rows);
    let observers: Vec<_> = reading.value.iter().map(|sheet| sheet.observer).collect();
    assert_eq!(observers.len(), 3);
    assert_eq!(observers.iter().filter(|it| it.is_none()).count(), 1);
    // A colleague is the same rater wherever the number stands, and is not named.
    let colleague = people().rater_of(person(OTHER));
    assert!(observers.contains(&Some(colleague)));
    let shown = format!("{:?}", reading.value);
    assert!(!shown.contains(OTHER) && !shown.contains("R-7"), "{shown}");
    for sheet in &reading.value {
        assert_eq!(sheet.occasion, Occasion::FollowUp);
        assert_eq!(sheet.answers.reveal().len(), 1);
    }
}

#[test]
fn an_open_answer_is_none_and_never_a_zero() {
    let rows = format!(
        "PP/b01;{NUMBER};;PP.T;pre;A;;01-04-2026\n\
         PP/b01;{NUMBER};;PP.T;pre;B;0;01-04-2026\n"
    );
    let reading = read(&rows);
    assert_eq!(reading.kept, 2);
    let sheet = reading.value[0].answers.reveal();
    assert_eq!(sheet, &[None, Some(0.0), None]);
}

#[test]
fn the_same_row_counts_once_and_two_answers_to_one_item_are_none() {
    let same = format!("PP/b01;{NUMBER};;PP.T;pre;A;4;01-04-2026\n");
    let twice = read(&same.repeat(2));
    assert_eq!(
        (codes(&twice), twice.kept),
        (vec!["tabular.repeated_row"], 2)
    );
    assert_eq!(twice.value[0].answers.reveal(), &[Some(4.0), None, None]);
    let other = same.replace(";4;", ";5;");
    let both = read(&format!("{same}{other}{}", same.replace(";A;", ";B;")));
    assert_eq!(codes(&both), ["tabular.conflicting_row"; 2]);
    assert_eq!((both.rows, both.kept), (3, 1));
    assert_eq!(both.value[0].answers.reveal(), &[None, Some(4.0), None]);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_kept() {
    let good = format!("PP/b01;{NUMBER};;PP.T;pre;A;4;01-04-2026\n");
    let rows = [
        good.clone(),
        good.replace(";A;", ";Z;"),
        good.replace("PP.T", "XX.T"),
        good.replace("PP.T", "PP.O").replace(";A;", ";B;"),
        good.replace(";4;", ";empat;"),
        good.replace(";pre;", ";kapan;"),
        good.replace("01-04-2026", "31-02-2026"),
        good.replace(NUMBER, "199001012015039999"),
        good.replace("PP/b01", ""),
    ];
    let reading = read(&rows.concat());
    assert_eq!((reading.rows, reading.kept), (9, 1));
    let mut found = codes(&reading);
    found.sort_unstable();
    assert_eq!(
        found,
        [
            "tabular.bad_cell",
            "tabular.bad_cell",
            "tabular.bad_cell",
            "tabular.empty_cell",
            "tabular.unknown_name",
            "tabular.unknown_name",
            "tabular.unknown_name",
            "tabular.unknown_person",
        ]
    );
    // What somebody answered is shown by its shape alone.
    for finding in &reading.findings {
        let shown = format!("{finding:?} {finding}");
        assert!(
            !shown.contains("empat") && !shown.contains("199001012015039999"),
            "{shown}"
        );
    }
}
