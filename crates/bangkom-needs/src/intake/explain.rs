use bangkom_domain::Language;
use bangkom_domain::finding::{Explain, Place, Severity};

use super::EvidenceFinding as Finding;

impl Explain for Finding {
    fn code(&self) -> &'static str {
        match self {
            Self::RepeatedSource { .. } => "needs.repeated_source",
            Self::ConflictingSource { .. } => "needs.conflicting_source",
            Self::SourceWithoutRule { .. } => "needs.source_without_rule",
            Self::RepeatedRecord { .. } => "needs.repeated_record",
            Self::ConflictingRecord { .. } => "needs.conflicting_record",
            Self::UnknownSource { .. } => "needs.unknown_source",
            Self::UnknownPerson { .. } => "needs.unknown_person",
            Self::UnknownUnit { .. } => "needs.unknown_unit",
            Self::UnknownCompetency { .. } => "needs.unknown_competency",
            Self::NotANumber { .. } => "needs.value_not_a_number",
            Self::OffScale { .. } => "needs.value_off_scale",
            Self::FutureDate { .. } => "needs.future_date",
            Self::CountOutOfRange { .. } => "needs.count_out_of_range",
            Self::BadExposure { .. } => "needs.bad_exposure",
            Self::RatesOneself { .. } => "needs.rates_oneself",
            Self::RateWithoutCases { .. } => "needs.rate_without_cases",
            Self::PersonalEvidenceAboutUnit { .. } => "needs.personal_evidence_about_unit",
            Self::UnitNamesCompetency { .. } => "needs.unit_names_competency",
            Self::UnitEvidenceAboutPerson { .. } => "needs.unit_evidence_about_person",
            Self::UnlinkedAspect { .. } => "needs.unlinked_aspect",
            Self::Faded { .. } => "needs.faded_record",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::RepeatedSource { .. } | Self::RepeatedRecord { .. } | Self::Faded { .. } => {
                Severity::Info
            }
            Self::UnlinkedAspect { .. } => Severity::Info,
            Self::SourceWithoutRule { .. } | Self::BadExposure { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    fn place(&self) -> Place {
        let of = |record: &Option<_>| match record {
            Some(id) => Place::record(id),
            None => Place::record("causes"),
        };
        match self {
            Self::RepeatedSource { source }
            | Self::ConflictingSource { source }
            | Self::SourceWithoutRule { source } => Place::record(source).field("sources"),
            Self::RepeatedRecord { record, .. } | Self::ConflictingRecord { record, .. } => {
                Place::record(record).field("id")
            }
            Self::UnknownSource { record, .. } => Place::record(record).field("source"),
            Self::UnknownPerson { record, .. } | Self::UnknownUnit { record, .. } => {
                of(record).field("subject")
            }
            Self::UnknownCompetency { record, .. } => of(record).field("competency"),
            Self::NotANumber { record } | Self::OffScale { record, .. } => {
                Place::record(record).field("value")
            }
            Self::FutureDate { record, .. } => of(record).field("date"),
            Self::CountOutOfRange { record, .. } => Place::record(record).field("count"),
            Self::BadExposure { record } | Self::RateWithoutCases { record, .. } => {
                Place::record(record).field("exposure")
            }
            Self::UnitEvidenceAboutPerson { record }
            | Self::PersonalEvidenceAboutUnit { record } => Place::record(record).field("subject"),
            Self::RatesOneself { record, .. } => Place::record(record).field("rater"),
            Self::UnitNamesCompetency { record, .. } => Place::record(record).field("aspect"),
            Self::UnlinkedAspect { aspect, .. } => Place::record(aspect).field("links"),
            Self::Faded { record } => Place::record(record).field("date"),
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
        Finding::RepeatedSource { source } => format!("sumber {source} dinyatakan dua kali"),
        Finding::ConflictingSource { source } => {
            format!("sumber {source} dinyatakan dua kali dengan isi berbeda")
        }
        Finding::SourceWithoutRule { source } => {
            format!(
                "kebijakan tidak punya aturan untuk jenis sumber {source}; catatannya tidak dihitung"
            )
        }
        Finding::RepeatedRecord { times, .. } => {
            format!("catatan yang sama datang {times} kali; dihitung sekali")
        }
        Finding::ConflictingRecord { times, .. } => {
            format!("{times} catatan dengan id yang sama berbeda isinya")
        }
        Finding::UnknownSource { source, .. } => format!("sumber {source} tidak dinyatakan"),
        Finding::UnknownPerson { person, .. } => {
            format!("pegawai {person} tidak ada di daftar pegawai")
        }
        Finding::UnknownUnit { unit, .. } => format!("unit {unit} tidak ada di daftar unit"),
        Finding::UnknownCompetency { competency, .. } => {
            format!("kompetensi {competency} tidak ada di katalog")
        }
        Finding::NotANumber { .. } => "nilainya bukan bilangan".to_owned(),
        Finding::OffScale { source, given, .. } => {
            format!("nilai ({given}) di luar skala sumber {source}")
        }
        Finding::FutureDate { date, .. } => format!("tanggal {date} sesudah hari analisis"),
        Finding::CountOutOfRange { count, .. } => {
            format!("mewakili {count} jawaban; yang dapat diterima 1 sampai 1000000")
        }
        Finding::BadExposure { .. } => "paparan negatif atau bukan bilangan".to_owned(),
        Finding::RatesOneself { source, .. } => {
            format!("penilai dari sumber {source} menilai dirinya sendiri")
        }
        Finding::RateWithoutCases { source, .. } => {
            format!("angka dari sumber {source} tidak didasari satu layanan pun")
        }
        Finding::PersonalEvidenceAboutUnit { .. } => {
            "sumber tentang perseorangan dilekatkan pada unit".to_owned()
        }
        Finding::UnitNamesCompetency { competency, .. } => {
            format!("catatan tentang unit langsung menyebut kompetensi {competency}")
        }
        Finding::UnitEvidenceAboutPerson { .. } => {
            "bukti tentang unit dilekatkan pada pegawai".to_owned()
        }
        Finding::UnlinkedAspect { aspect, records } => {
            format!("aspek {aspect} ({records} catatan) tidak dikaitkan dengan kompetensi")
        }
        Finding::Faded { .. } => "catatan terlalu lama sehingga tidak berbobot lagi".to_owned(),
    }
}

fn text_en(finding: &Finding) -> String {
    match finding {
        Finding::RepeatedSource { source } => format!("source {source} is declared twice"),
        Finding::ConflictingSource { source } => {
            format!("source {source} is declared twice with different content")
        }
        Finding::SourceWithoutRule { source } => {
            format!(
                "the policy has no rule for the kind of source {source}; its records do not count"
            )
        }
        Finding::RepeatedRecord { times, .. } => {
            format!("the same record came {times} times; it counts once")
        }
        Finding::ConflictingRecord { times, .. } => {
            format!("{times} records with this id differ")
        }
        Finding::UnknownSource { source, .. } => format!("source {source} is not declared"),
        Finding::UnknownPerson { person, .. } => format!("person {person} is not on the roster"),
        Finding::UnknownUnit { unit, .. } => format!("unit {unit} is not on the roster"),
        Finding::UnknownCompetency { competency, .. } => {
            format!("competency {competency} is not in the catalog")
        }
        Finding::NotANumber { .. } => "the value is not a number".to_owned(),
        Finding::OffScale { source, given, .. } => {
            format!("the value ({given}) lies outside the scale of source {source}")
        }
        Finding::FutureDate { date, .. } => {
            format!("the date {date} is after the day of the analysis")
        }
        Finding::CountOutOfRange { count, .. } => {
            format!("stands for {count} answers; 1 to 1000000 can be accepted")
        }
        Finding::BadExposure { .. } => "the exposure is negative or not a number".to_owned(),
        Finding::RatesOneself { source, .. } => {
            format!("the rater from source {source} rates himself or herself")
        }
        Finding::RateWithoutCases { source, .. } => {
            format!("no case stands behind the rate from source {source}")
        }
        Finding::PersonalEvidenceAboutUnit { .. } => {
            "a source that speaks of persons is attached to a unit".to_owned()
        }
        Finding::UnitNamesCompetency { competency, .. } => {
            format!("a record about a unit names competency {competency} itself")
        }
        Finding::UnitEvidenceAboutPerson { .. } => {
            "evidence about units is attached to a person".to_owned()
        }
        Finding::UnlinkedAspect { aspect, records } => {
            format!("aspect {aspect} ({records} records) is linked with no competency")
        }
        Finding::Faded { .. } => "the record is so old that it has no weight left".to_owned(),
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each finding")]
fn action(finding: &Finding, language: Language) -> &'static str {
    let (id, en) = match finding {
        Finding::RepeatedSource { .. } | Finding::RepeatedRecord { .. } => {
            ("hapus ulangannya", "remove the repetition")
        }
        Finding::ConflictingSource { .. } | Finding::ConflictingRecord { .. } => (
            "pastikan mana yang benar dan hapus yang lain",
            "find out which one is right and remove the others",
        ),
        Finding::SourceWithoutRule { .. } => (
            "tambahkan aturan bila sumber ini harus dihitung",
            "add a rule if the source should count",
        ),
        Finding::UnknownSource { .. } => (
            "nyatakan sumber beserta skalanya",
            "declare the source with its scale",
        ),
        Finding::UnknownPerson { .. } | Finding::UnknownUnit { .. } => (
            "perbaiki id atau lengkapi daftar pegawai dan unit",
            "correct the id or complete the roster",
        ),
        Finding::UnknownCompetency { .. } => (
            "perbaiki kode atau lengkapi katalog",
            "correct the code or complete the catalog",
        ),
        Finding::NotANumber { .. } => ("isi nilainya dengan angka", "give the value as a number"),
        Finding::OffScale { .. } => (
            "periksa nilai atau skala yang dinyatakan",
            "check the value or the declared scale",
        ),
        Finding::FutureDate { .. } => (
            "perbaiki tanggal atau hari analisis",
            "correct the date or the day of the analysis",
        ),
        Finding::CountOutOfRange { .. } => ("perbaiki jumlahnya", "correct the count"),
        Finding::BadExposure { .. } => ("perbaiki paparannya", "correct the exposure"),
        Finding::RatesOneself { .. } => (
            "pindahkan ke sumber penilaian diri, atau perbaiki penilainya",
            "move it to a source of self-ratings, or correct the rater",
        ),
        Finding::RateWithoutCases { .. } => (
            "isi jumlah layanan, atau hapus catatannya",
            "give the number of cases, or remove the record",
        ),
        Finding::PersonalEvidenceAboutUnit { .. } => (
            "lekatkan pada pegawai, atau ubah tingkat sumber dalam kebijakan",
            "attach it to the person, or change the level of the source in the policy",
        ),
        Finding::UnitNamesCompetency { .. } => (
            "sebut unsur survei, kategori pengaduan, atau perilaku, lalu kaitkan dalam kebijakan",
            "name a survey element, complaint category or behaviour, and link it in the policy",
        ),
        Finding::UnitEvidenceAboutPerson { .. } => (
            "lekatkan pada unit yang melayani",
            "attach it to the unit that serves",
        ),
        Finding::UnlinkedAspect { .. } => (
            "kaitkan aspek itu dengan kompetensi dalam kebijakan",
            "link the aspect with a competency in the policy",
        ),
        Finding::Faded { .. } => ("kumpulkan bukti yang lebih baru", "collect newer evidence"),
    };
    match language {
        Language::Id => id,
        Language::En => en,
    }
}
