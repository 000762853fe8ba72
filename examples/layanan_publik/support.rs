//! Who still needs support, and what goes into the next round.

use std::collections::BTreeMap;

use bangkom::Cycle;
use bangkom::evaluation::Evaluation;
use bangkom_examples::table;

use crate::words::Words;

/// The follow-ups by kind, the first ten, and the next round.
pub(crate) fn show(words: Words, cycle: &Cycle, evaluation: &Evaluation) {
    words.section("Tindak lanjut", "Follow-up");
    let actions = &evaluation.follow_ups().actions;
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for action in actions {
        *kinds.entry(action.support.label(words.0)).or_default() += 1;
    }
    for (kind, count) in kinds {
        println!("- {kind}: {count}");
    }
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
        evaluation.demand(cycle.catalog()).len(),
    );
}
