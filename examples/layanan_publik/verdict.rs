//! Why each program is kept, revised, stopped or left open.

use bangkom::evaluation::{Evaluation, GroupKind, StandingReading, VerdictAnswer};

use crate::words::Words;

/// How many programs are shown for each answer.
const SHOWN: usize = 4;

/// The verdicts with their reasons, and who stands apart from the others.
pub(crate) fn show(words: Words, evaluation: &Evaluation) {
    words.section("Putusan dan alasannya", "Verdicts and their reasons");
    let answers = [
        VerdictAnswer::Keep,
        VerdictAnswer::Revise,
        VerdictAnswer::Stop,
        VerdictAnswer::NotEnough,
    ];
    for answer in answers {
        let of_answer = evaluation.programs.iter();
        let of_answer: Vec<_> = of_answer
            .filter(|one| one.verdict.answer == answer)
            .collect();
        println!("{}: {}", answer.label(words.0), of_answer.len());
        for program in of_answer.iter().take(SHOWN) {
            let reasons = program.verdict.reasons.iter();
            let reasons: Vec<String> = reasons.map(|reason| reason.text(words.0)).collect();
            assert!(!reasons.is_empty(), "a verdict without a reason");
            println!("- {}: {}", program.program, reasons.join("; "));
        }
    }
    let kinds = [
        (GroupKind::Program, words.of("program", "programs")),
        (GroupKind::Provider, words.of("penyelenggara", "providers")),
        (GroupKind::Instructor, words.of("pengajar", "instructors")),
    ];
    for (kind, name) in kinds {
        let own = evaluation.standings.iter().filter(|one| one.kind == kind);
        let apart = |reading| own.clone().filter(|one| one.reading == reading).count();
        println!(
            "{name}: {} {}, {} {}, {} {}",
            apart(StandingReading::Above),
            StandingReading::Above.label(words.0),
            apart(StandingReading::Below),
            StandingReading::Below.label(words.0),
            apart(StandingReading::Alike),
            StandingReading::Alike.label(words.0),
        );
    }
}
