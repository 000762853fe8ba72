//! What citizens met beyond series: cases, complaints, survey by element, and what it was worth.

use bangkom::evaluation::{Doubt, Evaluation, Ratio};
use bangkom_examples::table;

use crate::effect::ANSWER;
use crate::words::Words;

/// How many rows of each table are shown.
const SHOWN: usize = 4;

/// Cases, complaints, survey and return after the program of the model case.
pub(crate) fn show(words: Words, evaluation: &Evaluation) {
    show_cases(words, evaluation);
    show_complaints(words, evaluation);
    show_survey(words, evaluation);
    for one in &evaluation.returns {
        let number = |value: Option<f64>| value.map_or("–".to_owned(), |it| words.number(it));
        println!(
            "{} {}: BCR {}, ROI {} %, {} {}",
            words.of("Nilai manfaat", "Return of"),
            one.program,
            number(one.benefit_cost_ratio),
            number(one.roi_percent),
            words.of("kembali dalam tahun", "paid back in years"),
            number(one.payback_years),
        );
    }
}

fn show_cases(words: Words, evaluation: &Evaluation) {
    let header = words.of(
        [
            "izin di",
            "sebelum",
            "sesudah",
            "dalam 14 hari",
            "masih terbuka",
            "melebihi unit lain (hari)",
            "terbaca",
        ],
        [
            "permits at",
            "before",
            "after",
            "within 14 days",
            "still open",
            "beyond others (days)",
            "reads",
        ],
    );
    let own = evaluation
        .cases
        .iter()
        .filter(|one| one.program.as_str() == ANSWER);
    let rows = own.take(SHOWN).map(|one| {
        let times = &one.times;
        let median = |days: Option<f64>| days.map_or("–".to_owned(), |it| words.number(it));
        let share = |share: Option<f64>| {
            share.map_or("–".to_owned(), |it| format!("{:.0} %", 100.0 * it))
        };
        let beyond = times.against.map(|it| it.difference);
        let beyond = beyond.and_then(|it| Some((it.estimate, it.interval?)));
        [
            one.unit.to_string(),
            median(times.before.median),
            median(times.after.median),
            format!(
                "{} → {}",
                share(times.before.within_target),
                share(times.after.within_target)
            ),
            times.after.open.to_string(),
            beyond.map_or("–".to_owned(), |(value, it)| {
                let [value, low, high] = [value, it.low, it.high].map(|it| words.number(it));
                format!("{value} ({low} … {high})")
            }),
            times.reading.label(words.0).to_owned(),
        ]
    });
    println!("{}", table(&header, rows));
}

fn show_complaints(words: Words, evaluation: &Evaluation) {
    let own = evaluation.counts.iter();
    let own = own.filter(|one| one.program.as_str() == ANSWER);
    for one in own.take(SHOWN) {
        let ratio = |ratio: Ratio| {
            let number = |value: Option<f64>| value.map_or("–".to_owned(), |it| words.number(it));
            let (low, high) = (words.number(ratio.low), number(ratio.high));
            format!("{} ({low} … {high})", number(ratio.value))
        };
        let rates = one.rates.ratio.map_or("–".to_owned(), ratio);
        let waves = one
            .doubts
            .iter()
            .any(|doubt| matches!(doubt, Doubt::Waves { .. }));
        println!(
            "- {} {}: {} {rates}; {}{}",
            words.of("pengaduan", "complaints"),
            one.unit,
            words.of("rasio laju", "ratio of rates"),
            one.reading.label(words.0),
            if waves {
                words.of("; datang bergelombang", "; they come in waves")
            } else {
                ""
            },
        );
    }
}

fn show_survey(words: Words, evaluation: &Evaluation) {
    let own = evaluation.satisfaction.iter();
    for one in own.filter(|one| one.program.as_str() == ANSWER).take(SHOWN) {
        let survey = &one.survey;
        let sure = survey
            .elements
            .iter()
            .filter(|it| it.p_holm.is_some_and(|p| p <= 0.05));
        let sure: Vec<&str> = sure.map(|it| it.element.label(words.0)).collect();
        println!(
            "- SKM {}: {} → {}; {}: {}",
            one.unit,
            words.number(survey.index_before),
            words.number(survey.index_after),
            words.of("unsur yang berubah", "elements that changed"),
            if sure.is_empty() {
                "–".to_owned()
            } else {
                sure.join(", ")
            },
        );
    }
}

/// How good the instruments proved to be, and what stands in the way at work.
pub(crate) fn show_instruments(words: Words, evaluation: &Evaluation) {
    words.section("Alat ukur dan hambatan", "Instruments and barriers");
    for one in evaluation
        .instruments
        .iter()
        .filter(|one| one.after.is_some())
    {
        let alpha = one.after.as_ref().and_then(|it| it.alpha.as_ref());
        let forms = one.forms.as_ref().map(|forms| forms.reading.label(words.0));
        println!(
            "- {}: alpha {}; {}",
            one.instrument,
            alpha.map_or("–".to_owned(), |it| words.number(it.alpha)),
            forms.unwrap_or("–"),
        );
    }
    for one in evaluation.instruments.iter().filter_map(|one| {
        let agreement = one.agreement.as_ref()?;
        Some((&one.instrument, agreement)).filter(|(id, _)| id.as_str().starts_with(ANSWER))
    }) {
        let (instrument, agreement) = one;
        println!(
            "- {instrument}: {} {} ({} {})",
            words.of("kesepakatan pengamat", "agreement of observers"),
            agreement
                .alpha
                .map_or("–".to_owned(), |it| words.number(it)),
            agreement.people,
            words.of("orang", "people"),
        );
    }
    for one in &evaluation.barriers {
        let hindered = one.hindered.map_or("–".to_owned(), |it| it.to_string());
        println!(
            "- {}: {hindered} / {}",
            one.barrier.label(words.0),
            one.people
        );
    }
    assert!(
        evaluation.programs.iter().any(|one| {
            let learning = one.learning.iter();
            learning.into_iter().any(|it| it.change.against.is_some())
        }),
        "nobody to compare with"
    );
}
