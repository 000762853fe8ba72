use bangkom_domain::Language;
use bangkom_domain::finding::{Explain, Place, Severity};

use super::ResultFinding as Finding;

impl Explain for Finding {
    fn code(&self) -> &'static str {
        match self {
            Self::RepeatedSeat { .. } => "evaluation.repeated_seat",
            Self::UnknownProgram { .. } => "evaluation.unknown_program",
            Self::UnknownBatch { .. } => "evaluation.unknown_batch",
            Self::UnknownSession { .. } => "evaluation.unknown_session",
            Self::UnknownPerson { .. } => "evaluation.unknown_person",
            Self::NotSeated { .. } => "evaluation.not_seated",
            Self::UnknownInstrument { .. } => "evaluation.unknown_instrument",
            Self::ForeignInstrument { .. } => "evaluation.foreign_instrument",
            Self::ConflictingInstrument { .. } => "evaluation.conflicting_instrument",
            Self::BadInstrument { .. } => "evaluation.bad_instrument",
            Self::NotANumber { .. } => "evaluation.score_not_a_number",
            Self::OffScale { .. } => "evaluation.score_off_scale",
            Self::FutureDate { .. } => "evaluation.future_date",
            Self::RepeatedRecord { .. } => "evaluation.repeated_record",
            Self::ConflictingRecord { .. } => "evaluation.conflicting_record",
            Self::NoScoreBefore { .. } => "evaluation.no_score_before",
            Self::EarlierFollowUp { .. } => "evaluation.earlier_follow_up",
            Self::AnswerOfAbsent { .. } => "evaluation.answer_of_absent",
            Self::ObserversDisagree { .. } => "evaluation.observers_disagree",
            Self::TooFewObservers { .. } => "evaluation.too_few_observers",
            Self::ComparedParticipant { .. } => "evaluation.compared_participant",
            Self::UnknownUnit { .. } => "evaluation.unknown_unit",
            Self::RepeatedSeries { .. } => "evaluation.repeated_series",
            Self::BadPoint { .. } => "evaluation.bad_point",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::RepeatedRecord { .. }
            | Self::NoScoreBefore { .. }
            | Self::EarlierFollowUp { .. } => Severity::Info,
            Self::RepeatedSeat { .. }
            | Self::BadInstrument { .. }
            | Self::ObserversDisagree { .. }
            | Self::TooFewObservers { .. }
            | Self::AnswerOfAbsent { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    fn place(&self) -> Place {
        match self {
            Self::RepeatedSeat { batch, .. } => Place::record(batch).field("seats"),
            Self::UnknownProgram { record, .. } => Place::record(record).field("program"),
            Self::UnknownBatch { record, .. } => Place::record(record).field("batch"),
            Self::UnknownSession { session, person } => {
                Place::record(format!("{session}/{person}")).field("session")
            }
            Self::UnknownPerson { record, .. }
            | Self::NotSeated { record, .. }
            | Self::AnswerOfAbsent { record }
            | Self::ComparedParticipant { record, .. } => Place::record(record).field("person"),
            Self::UnknownInstrument { record, .. } | Self::ForeignInstrument { record, .. } => {
                Place::record(record).field("instrument")
            }
            Self::ConflictingInstrument { instrument } => Place::record(instrument).field("id"),
            Self::BadInstrument { instrument, field } => {
                Place::record(instrument).field(field.clone())
            }
            Self::NotANumber { record } | Self::OffScale { record, .. } => {
                Place::record(record).field("score")
            }
            Self::FutureDate { record, .. } | Self::EarlierFollowUp { record, .. } => {
                Place::record(record).field("date")
            }
            Self::RepeatedRecord { record, .. } | Self::ConflictingRecord { record, .. } => {
                Place::record(record)
            }
            Self::ObserversDisagree { record, .. } | Self::TooFewObservers { record, .. } => {
                Place::record(record).field("observer")
            }
            Self::NoScoreBefore { record, .. } => Place::record(record).field("occasion"),
            Self::UnknownUnit { unit, indicator } | Self::RepeatedSeries { unit, indicator } => {
                Place::record(format!("{unit}/{indicator}")).field("unit")
            }
            Self::BadPoint {
                unit,
                indicator,
                first_day,
            } => Place::record(format!("{unit}/{indicator}/{first_day}")).field("points"),
        }
    }

    fn text(&self, language: Language) -> String {
        match language {
            Language::Id => text_id(self),
            Language::En => text_en(self),
        }
    }

    fn action(&self, language: Language) -> String {
        action(self, language).to_owned()
    }
}

fn text_id(finding: &Finding) -> String {
    match finding {
        Finding::RepeatedSeat { person, .. } => format!("pegawai {person} punya dua kursi"),
        Finding::UnknownProgram { program, .. } => {
            format!("program {program} tidak ada di katalog")
        }
        Finding::UnknownBatch { batch, .. } => format!("angkatan {batch} tidak ada di rencana"),
        Finding::UnknownSession { session, .. } => format!("sesi {session} tidak ada di rencana"),
        Finding::UnknownPerson { person, .. } => {
            format!("pegawai {person} tidak ada di daftar pegawai")
        }
        Finding::NotSeated { person, .. } => format!("pegawai {person} bukan peserta angkatan ini"),
        Finding::UnknownInstrument { instrument, .. } => {
            format!("instrumen {instrument} tidak dinyatakan")
        }
        Finding::ForeignInstrument { instrument, .. } => {
            format!("instrumen {instrument} milik program lain")
        }
        Finding::ConflictingInstrument { instrument } => {
            format!("instrumen {instrument} dinyatakan dua kali dengan isi berbeda")
        }
        Finding::BadInstrument { field, .. } => format!("{field} instrumen tidak mungkin"),
        Finding::NotANumber { .. } => "nilainya bukan bilangan".to_owned(),
        Finding::OffScale { given, .. } => format!("nilai ({given}) di luar skala instrumen"),
        Finding::FutureDate { date, .. } => format!("tanggal {date} sesudah hari evaluasi"),
        Finding::RepeatedRecord { times, .. } => {
            format!("catatan yang sama datang {times} kali; dihitung sekali")
        }
        Finding::ConflictingRecord { times, .. } => {
            format!("{times} catatan untuk orang, instrumen, dan waktu yang sama berbeda isinya")
        }
        Finding::NoScoreBefore { occasion, .. } => {
            format!(
                "ada nilai {} tetapi tidak ada nilai sebelum",
                occasion.label(Language::Id)
            )
        }
        Finding::EarlierFollowUp { times, .. } => {
            format!("{times} pengukuran pascapelatihan lebih awal; yang terbaru dihitung")
        }
        Finding::AnswerOfAbsent { .. } => "jawaban dari peserta yang tidak hadir".to_owned(),
        Finding::ObserversDisagree { observers, .. } => {
            format!("nilai dari {observers} pengamat berjauhan; rata-ratanya dihitung")
        }
        Finding::TooFewObservers {
            observers, asked, ..
        } => {
            format!("hanya {observers} pengamat dari {asked} yang diminta instrumen")
        }
        Finding::ComparedParticipant { person, .. } => {
            format!("pembanding {person} adalah peserta program ini")
        }
        Finding::UnknownUnit { unit, .. } => format!("unit {unit} tidak ada di daftar unit"),
        Finding::RepeatedSeries { unit, indicator } => {
            format!("unit {unit} punya dua deret {indicator}")
        }
        Finding::BadPoint { first_day, .. } => {
            format!("titik mulai {first_day} bukan bilangan, bertumpang tindih, atau di masa depan")
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one sentence a finding")]
fn text_en(finding: &Finding) -> String {
    match finding {
        Finding::RepeatedSeat { person, .. } => format!("person {person} has two seats"),
        Finding::UnknownProgram { program, .. } => {
            format!("program {program} is not in the catalog")
        }
        Finding::UnknownBatch { batch, .. } => format!("batch {batch} is not in the plan"),
        Finding::UnknownSession { session, .. } => format!("session {session} is not in the plan"),
        Finding::UnknownPerson { person, .. } => format!("person {person} is not on the roster"),
        Finding::NotSeated { person, .. } => {
            format!("person {person} has no seat in this batch")
        }
        Finding::UnknownInstrument { instrument, .. } => {
            format!("instrument {instrument} is not declared")
        }
        Finding::ForeignInstrument { instrument, .. } => {
            format!("instrument {instrument} belongs to another program")
        }
        Finding::ConflictingInstrument { instrument } => {
            format!("instrument {instrument} is declared twice with different content")
        }
        Finding::BadInstrument { field, .. } => format!("the {field} of the instrument cannot be"),
        Finding::NotANumber { .. } => "the score is not a number".to_owned(),
        Finding::OffScale { given, .. } => {
            format!("the score ({given}) lies outside the scale of the instrument")
        }
        Finding::FutureDate { date, .. } => {
            format!("the date {date} is after the day of the evaluation")
        }
        Finding::RepeatedRecord { times, .. } => {
            format!("the same record came {times} times; it counts once")
        }
        Finding::ConflictingRecord { times, .. } => {
            format!("{times} records of one person, instrument and occasion differ")
        }
        Finding::NoScoreBefore { occasion, .. } => {
            format!(
                "there is a score {} and none before",
                occasion.label(Language::En)
            )
        }
        Finding::EarlierFollowUp { times, .. } => {
            format!("{times} earlier follow-ups of one wave; the newest counts")
        }
        Finding::AnswerOfAbsent { .. } => "answers of somebody who was not there".to_owned(),
        Finding::ObserversDisagree { observers, .. } => {
            format!("the scores of {observers} observers are far apart; their mean counts")
        }
        Finding::TooFewObservers {
            observers, asked, ..
        } => {
            format!("only {observers} observers of the {asked} that the instrument asks for")
        }
        Finding::ComparedParticipant { person, .. } => {
            format!("person {person} is compared with and has a seat in the program")
        }
        Finding::UnknownUnit { unit, .. } => format!("unit {unit} is not on the roster"),
        Finding::RepeatedSeries { unit, indicator } => {
            format!("unit {unit} has two series of {indicator}")
        }
        Finding::BadPoint { first_day, .. } => format!(
            "the point from {first_day} is not a number, overlaps another, or lies in the future"
        ),
    }
}

#[expect(clippy::too_many_lines, reason = "one way out a finding")]
fn action(finding: &Finding, language: Language) -> &'static str {
    let (id, en) = match finding {
        Finding::RepeatedSeat { .. } | Finding::RepeatedRecord { .. } => {
            ("hapus ulangannya", "remove the repetition")
        }
        Finding::UnknownProgram { .. } => (
            "lengkapi katalog atau perbaiki kode program",
            "complete the catalog or correct the code",
        ),
        Finding::UnknownBatch { .. } | Finding::UnknownSession { .. } => (
            "perbaiki kode atau sertakan rencana yang benar",
            "correct the code or give the plan that was carried out",
        ),
        Finding::UnknownPerson { .. } | Finding::UnknownUnit { .. } => (
            "perbaiki id atau lengkapi daftar pegawai dan unit",
            "correct the id or complete the roster",
        ),
        Finding::NotSeated { .. } => (
            "catat penggantian peserta dalam rencana",
            "record the change of participants in the plan",
        ),
        Finding::UnknownInstrument { .. } | Finding::ForeignInstrument { .. } => (
            "nyatakan instrumen untuk program ini",
            "declare the instrument for this program",
        ),
        Finding::ConflictingInstrument { .. }
        | Finding::ConflictingRecord { .. }
        | Finding::RepeatedSeries { .. } => (
            "pastikan mana yang benar dan hapus yang lain",
            "find out which one is right and remove the others",
        ),
        Finding::BadInstrument { .. } => (
            "isi ambang dalam skala dan reliabilitas antara 0 dan 1",
            "give a mastery on the scale and a reliability between 0 and 1",
        ),
        Finding::NotANumber { .. } => ("isi nilainya dengan angka", "give the score as a number"),
        Finding::OffScale { .. } => (
            "periksa nilai atau skala instrumen",
            "check the score or the scale of the instrument",
        ),
        Finding::FutureDate { .. } => (
            "perbaiki tanggal atau hari evaluasi",
            "correct the date or the day of the evaluation",
        ),
        Finding::NoScoreBefore { .. } => (
            "cari nilai sebelum pelatihan atau terima tanpa gain",
            "look for the score before, or accept that there is no gain",
        ),
        Finding::EarlierFollowUp { .. } => (
            "tidak perlu apa-apa, atau perbaiki tanggalnya",
            "nothing, or correct the dates",
        ),
        Finding::AnswerOfAbsent { .. } => (
            "periksa presensi atau hapus jawabannya",
            "check the attendance or remove the answers",
        ),
        Finding::ObserversDisagree { .. } => (
            "samakan pemahaman pengamat atas rubriknya",
            "agree with the observers on how to read the rubric",
        ),
        Finding::TooFewObservers { .. } => (
            "minta penilaian pengamat yang belum",
            "ask the observers who are missing",
        ),
        Finding::ComparedParticipant { .. } => (
            "keluarkan peserta dari kelompok pembanding",
            "take participants out of the comparison group",
        ),
        Finding::BadPoint { .. } => (
            "perbaiki titik deret itu",
            "correct that point of the series",
        ),
    };
    match language {
        Language::Id => id,
        Language::En => en,
    }
}
