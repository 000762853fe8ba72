//! Who still needs support, and what goes into the next round.

use std::collections::{BTreeMap, BTreeSet};

use bangkom::Cycle;
use bangkom::domain::demand::DemandRow;
use bangkom::domain::follow_up::{Support, SupportAction};
use bangkom::domain::id::ProgramId;
use bangkom::evaluation::Evaluation;
use bangkom_examples::table;

use crate::words::Words;

/// The follow-ups by kind, the first ten, and the next round.
pub(crate) fn show(words: Words, cycle: &Cycle, evaluation: &Evaluation) {
    words.section("Tindak lanjut", "Follow-up");
    let actions = &evaluation.follow_ups().actions;
    let demand = evaluation.demand(cycle.catalog());
    show_kinds(words, actions, &demand);
    let header = words.of(
        [
            "pegawai", "sesudah", "dukungan", "hambatan", "alasan", "tenggat",
        ],
        ["person", "after", "support", "barrier", "reasons", "due"],
    );
    let rows = actions.iter().take(10).map(|action| {
        [
            action.person.to_string(),
            action.batch.to_string(),
            action.support.label(words.0).to_owned(),
            action.barrier.label(words.0).to_owned(),
            action.reasons.join(", "),
            action.due.format("%d-%m-%Y").to_string(),
        ]
    });
    println!("{}", table(&header, rows));
    words.section("Putaran berikutnya", "The next round");
    println!(
        "{}: {} · {}: {}",
        words.of("bukti baru", "new records of evidence"),
        evaluation.evidence().records.len(),
        words.of(
            "usulan tempat dari tindak lanjut",
            "seats asked for by follow-ups"
        ),
        demand.len(),
    );
}

/// How often each support is asked for, and the seats of the next plan that it takes.
fn show_kinds(words: Words, actions: &[SupportAction], demand: &[DemandRow]) {
    let header = words.of(
        ["dukungan", "orang", "usulan tempat", "dalam program"],
        ["support", "people", "seats asked for", "in programs"],
    );
    let mut kinds: BTreeMap<Support, Vec<&SupportAction>> = BTreeMap::new();
    for action in actions {
        kinds.entry(action.support).or_default().push(action);
    }
    let rows = kinds.into_iter().map(|(kind, actions)| {
        let people: BTreeSet<_> = actions.iter().map(|action| action.person).collect();
        let seats = actions.iter().filter(|action| asks(action, demand));
        let programs: BTreeSet<&str> = actions
            .iter()
            .filter_map(|action| action.seat_in.as_ref())
            .map(ProgramId::as_str)
            .collect();
        let programs: Vec<&str> = programs.into_iter().collect();
        [
            kind.label(words.0).to_owned(),
            people.len().to_string(),
            seats.count().to_string(),
            programs.join(", "),
        ]
    });
    println!("{}", table(&header, rows));
    let unwritten = actions
        .iter()
        .filter(|action| action.seat_in.is_some() && !asks(action, demand));
    assert_eq!(unwritten.count(), 0, "support without its row of demand");
}

/// Whether the demand has the seat that an action asks for.
fn asks(action: &SupportAction, demand: &[DemandRow]) -> bool {
    demand
        .iter()
        .any(|row| row.person == action.person && Some(&row.program) == action.seat_in.as_ref())
}
