//! What changed: knowledge and skill, behaviour at work, the service.

use bangkom::domain::results::Occasion;
use bangkom::evaluation::{Comparison, Evaluation, ServiceChange, ServiceReading};
use bangkom_examples::table;

use crate::words::Words;

/// The effect with its intervals, and the figures of the service.
pub(crate) fn show(words: Words, evaluation: &Evaluation) {
    words.section(
        "Dampak pada pengetahuan dan keterampilan",
        "Effect on knowledge and skill",
    );
    let header = words.of(
        [
            "program",
            "alat ukur",
            "n",
            "hilang",
            "selisih (95 %)",
            "d_z",
            "gain kelas",
            "putusan",
        ],
        [
            "program",
            "instrument",
            "n",
            "lost",
            "change (95 %)",
            "d_z",
            "class gain",
            "verdict",
        ],
    );
    let rows = evaluation.programs.iter().flat_map(|program| {
        let whole = program.learning.iter().filter(|learning| {
            let part = learning.batch.is_some() || learning.unit.is_some();
            !part && learning.to == Occasion::After
        });
        whole.map(move |learning| {
            let mut row = vec![program.program.to_string(), learning.instrument.to_string()];
            row.extend(figures(words, &learning.change));
            row.push(program.verdict.answer.label(words.0).to_owned());
            row
        })
    });
    println!("{}", table(&header, rows));
    show_advised(words, evaluation);
    crate::verdict::show(words, evaluation);
    show_behaviour(words, evaluation);
    show_service(words, evaluation);
    crate::citizens::show(words, evaluation);
    crate::citizens::show_instruments(words, evaluation);
    crate::closure::show(words, evaluation);
}

fn figures(words: Words, change: &Comparison) -> [String; 5] {
    let lost = change.flow.attended.saturating_sub(change.flow.both);
    let interval = change.test.as_ref().map(|test| {
        let [mean, low, high] =
            [test.mean_diff, test.ci.low, test.ci.high].map(|value| words.number(value));
        format!("{mean} ({low} … {high})")
    });
    let effect = change
        .effect
        .as_ref()
        .map(|effect| words.number(effect.d_z));
    let gain = change.gains.as_ref().and_then(|gains| gains.class_gain);
    [
        change.flow.both.to_string(),
        lost.to_string(),
        interval.unwrap_or_else(|| "–".to_owned()),
        effect.unwrap_or_else(|| "–".to_owned()),
        gain.map_or_else(|| "–".to_owned(), |gain| words.number(gain)),
    ]
}

/// The figure that each verdict goes by: the change by the method that the design asks for.
fn show_advised(words: Words, evaluation: &Evaluation) {
    println!(
        "{}",
        words.of(
            "Yang menentukan putusan, menurut rancangannya:",
            "What the verdict goes by, as the design asks:"
        )
    );
    let whole = evaluation.programs.iter().flat_map(|program| {
        let own = program.learning.iter();
        own.map(move |one| (&program.program, &one.change))
    });
    for (program, change) in whole {
        let Some((method, it)) = change
            .advice
            .as_ref()
            .and_then(|advice| advice.estimate.map(|it| (advice.method, it)))
        else {
            continue;
        };
        let [value, low, high] =
            [it.value, it.interval.low, it.interval.high].map(|value| words.number(value));
        let beside = change.against.as_ref().map_or_else(String::new, |against| {
            let people = words.of("pembanding", "people to compare with");
            format!("; {} {people}", against.pairs)
        });
        println!(
            "- {program}: {} {value} ({low} … {high}){beside}",
            method.label(words.0)
        );
    }
}

fn show_behaviour(words: Words, evaluation: &Evaluation) {
    words.section("Perilaku di tempat kerja", "Behaviour at work");
    let header = words.of(
        [
            "program",
            "dari",
            "ke",
            "n",
            "hilang",
            "selisih (95 %)",
            "d_z",
        ],
        ["program", "from", "to", "n", "lost", "change (95 %)", "d_z"],
    );
    let rows = evaluation.behaviour.iter().map(|behaviour| {
        let [n, lost, change, effect, _] = figures(words, &behaviour.change);
        [
            behaviour.program.to_string(),
            behaviour.from.label(words.0).to_owned(),
            behaviour.to.label(words.0).to_owned(),
            n,
            lost,
            change,
            effect,
        ]
    });
    println!("{}", table(&header, rows));
}

/// The program that answers the complaints of the model case.
pub(crate) const ANSWER: &str = "LAYANAN-PRIMA";

/// Response time, satisfaction and trust, in words that claim no more than the figures.
fn show_service(words: Words, evaluation: &Evaluation) {
    words.section("Layanan bagi warga", "The service to citizens");
    let indicators = [
        ("RESPONSE-DAYS", words.of("Waktu layanan", "Response time")),
        ("SKM-INDEX", words.of("Kepuasan", "Satisfaction")),
        ("TRUST-INDEX", words.of("Kepercayaan", "Trust")),
    ];
    for (code, name) in indicators {
        println!("{name}:");
        let changes = changes(evaluation, code);
        if changes.is_empty() {
            println!("- {}", words.of("belum ada angkanya", "no figures yet"));
        }
        for change in changes.iter().take(SHOWN) {
            println!("- {}", change.sentence(words.0));
        }
        if changes.len() > SHOWN {
            println!(
                "… {} {}",
                changes.len() - SHOWN,
                words.of("unit lagi", "more units")
            );
        }
    }
}

/// How many units are shown for each figure.
const SHOWN: usize = 6;

/// The changes of one figure after the program of the model case, clear ones first.
fn changes<'a>(evaluation: &'a Evaluation, indicator: &str) -> Vec<&'a ServiceChange> {
    let of_case = |one: &&ServiceChange| {
        one.program.as_str() == ANSWER && one.indicator.as_str() == indicator
    };
    let mut changes: Vec<_> = evaluation.services.iter().filter(of_case).collect();
    changes.sort_by_key(|one| one.reading == ServiceReading::Unclear);
    changes
}
