use super::{ConversionRule, Supplement};
use crate::preset::{Confidence, Source};

type Rule = (ConversionRule, Supplement);

const FIFTH: Supplement = Supplement::Percent(20);

const PROGRAM: Rule = (ConversionRule::Program, FIFTH);

const COMPANION: Rule = (
    ConversionRule::PerSession {
        hours: 2,
        max_a_month: 2,
    },
    FIFTH,
);

const fn actual(max: u16) -> Rule {
    (ConversionRule::ActualPerDay { max }, Supplement::None)
}

/// How each form becomes hours, in the order of `DeliveryMethod::ALL`.
///
/// The seminar and the information session at 4 hours a day and the workshop at 5 stand in one
/// application only.
pub(super) const RULES: [Rule; 25] = [
    PROGRAM,                                                       // KL01 structural leadership
    PROGRAM,                                                       // KL02 managerial
    PROGRAM,                                                       // KL03 technical
    PROGRAM,                                                       // KL04 functional
    PROGRAM,                                                       // KL05 socio-cultural
    (ConversionRule::PerDay(4), FIFTH),                            // KL06 seminar
    (ConversionRule::PerDay(5), FIFTH),                            // KL07 workshop
    PROGRAM,                                                       // KL08 course
    PROGRAM,                                                       // KL09 upgrading course
    PROGRAM,                                                       // KL10 technical guidance
    (ConversionRule::PerDay(4), FIFTH),                            // KL11 information session
    PROGRAM,                                                       // KL12 other classical form
    COMPANION,                                                     // NKL01 coaching
    COMPANION,                                                     // NKL02 mentoring
    actual(3),                                                     // NKL03 e-learning
    PROGRAM,                                                       // NKL04 distance training
    (ConversionRule::Fixed(20), Supplement::PercentOfProgram(20)), // NKL05 secondment
    PROGRAM,                                                       // NKL06 outbound training
    (ConversionRule::Fixed(10), FIFTH),                            // NKL07 benchmarking
    (ConversionRule::Fixed(20), Supplement::Instead(24)),          // NKL08 exchange
    actual(2),                                                     // NKL09 self-study
    actual(2),                                                     // NKL10 learning community
    COMPANION,                                                     // NKL11 guidance at work
    (ConversionRule::Fixed(20), Supplement::Instead(24)),          // NKL12 internship
    PROGRAM,                                                       // NKL13 other non-classical form
];

pub(super) fn regulation() -> Source {
    Source {
        regulation: "Peraturan LAN 10/2018".to_owned(),
        article: "lampiran, konversi JP".to_owned(),
        effective_from: None,
        effective_to: None,
        confidence: Confidence::Secondary,
    }
}
