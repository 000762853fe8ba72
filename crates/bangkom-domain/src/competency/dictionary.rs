use super::{Competency, CompetencyGroup};
use crate::id::{CodeError, CompetencyId};
use crate::preset::{Confidence, PresetUse, Source};

/// A dictionary of competencies that comes with the library.
///
/// A dictionary of a technical field is the caller's own: a list of [`Competency`] records with
/// the name of its version in `dictionary`.
///
/// ```
/// use bangkom_domain::competency::{CompetencyGroup, Dictionary};
///
/// let core = Dictionary::core();
/// assert_eq!(core.competencies.len(), 9);
/// let managerial = core.competencies.iter();
/// let managerial = managerial.filter(|it| it.group == CompetencyGroup::Managerial);
/// assert_eq!(managerial.count(), 8);
/// ```
#[doc(alias = "kamus kompetensi")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dictionary {
    /// The competencies in the official order, without indicators.
    pub competencies: Vec<Competency>,
    /// The name of the preset and where it comes from.
    pub preset: PresetUse,
}

/// The eight managerial competencies and the socio-cultural one.
const CORE: [(&str, &str, CompetencyGroup); 9] = [
    ("integritas", "Integritas", CompetencyGroup::Managerial),
    ("kerja_sama", "Kerja Sama", CompetencyGroup::Managerial),
    ("komunikasi", "Komunikasi", CompetencyGroup::Managerial),
    (
        "orientasi_hasil",
        "Orientasi pada Hasil",
        CompetencyGroup::Managerial,
    ),
    (
        "pelayanan_publik",
        "Pelayanan Publik",
        CompetencyGroup::Managerial,
    ),
    (
        "pengembangan_diri",
        "Pengembangan Diri dan Orang Lain",
        CompetencyGroup::Managerial,
    ),
    (
        "mengelola_perubahan",
        "Mengelola Perubahan",
        CompetencyGroup::Managerial,
    ),
    (
        "pengambilan_keputusan",
        "Pengambilan Keputusan",
        CompetencyGroup::Managerial,
    ),
    (
        "perekat_bangsa",
        "Perekat Bangsa",
        CompetencyGroup::SocioCultural,
    ),
];

/// The seven governmental competencies.
const GOVERNMENTAL: [(&str, &str, CompetencyGroup); 7] = [
    (
        "desentralisasi",
        "Kebijakan Desentralisasi",
        CompetencyGroup::Governmental,
    ),
    (
        "hubungan_pusat_daerah",
        "Hubungan Pemerintah Pusat dengan Daerah",
        CompetencyGroup::Governmental,
    ),
    (
        "pemerintahan_umum",
        "Pemerintahan Umum",
        CompetencyGroup::Governmental,
    ),
    (
        "keuangan_daerah",
        "Pengelolaan Keuangan Daerah",
        CompetencyGroup::Governmental,
    ),
    (
        "urusan_daerah",
        "Urusan Pemerintahan yang Menjadi Kewenangan Daerah",
        CompetencyGroup::Governmental,
    ),
    (
        "hubungan_dprd",
        "Hubungan Pemerintah Daerah dengan DPRD",
        CompetencyGroup::Governmental,
    ),
    (
        "etika_pemerintahan",
        "Etika Pemerintahan",
        CompetencyGroup::Governmental,
    ),
];

impl Dictionary {
    /// The eight managerial competencies and the socio-cultural one, of every position.
    ///
    /// ```
    /// use bangkom_domain::competency::Dictionary;
    ///
    /// assert_eq!(Dictionary::core().competencies[8].name, "Perekat Bangsa");
    /// ```
    ///
    /// # References
    /// PermenPANRB 38/2017; secondary.
    pub fn core() -> Self {
        Self::of(
            "competency.core",
            "PermenPANRB 38/2017",
            "Lampiran",
            Confidence::Secondary,
            &CORE,
        )
    }

    /// The seven governmental competencies of heads of agencies.
    ///
    /// ```
    /// use bangkom_domain::competency::Dictionary;
    ///
    /// assert_eq!(Dictionary::governmental().competencies.len(), 7);
    /// ```
    ///
    /// # References
    /// UU 23/2014 art. 233(2) and its elucidation.
    pub fn governmental() -> Self {
        Self::of(
            "competency.governmental",
            "UU 23/2014",
            "penjelasan Ps 233(2)",
            Confidence::SourceRead,
            &GOVERNMENTAL,
        )
    }

    fn of(
        preset: &str,
        regulation: &str,
        article: &str,
        confidence: Confidence,
        rows: &[(&str, &str, CompetencyGroup)],
    ) -> Self {
        let rows = rows
            .iter()
            .filter_map(|row| competency(regulation, row).ok());
        Self {
            competencies: rows.collect(),
            preset: PresetUse {
                preset: preset.to_owned(),
                source: Source {
                    regulation: regulation.to_owned(),
                    article: article.to_owned(),
                    effective_from: None,
                    effective_to: None,
                    confidence,
                },
            },
        }
    }
}

fn competency(
    dictionary: &str,
    (id, name, group): &(&str, &str, CompetencyGroup),
) -> Result<Competency, CodeError> {
    Ok(Competency {
        id: CompetencyId::new(id)?,
        name: (*name).to_owned(),
        group: *group,
        dictionary: dictionary.to_owned(),
        valid_from: None,
        indicators: Vec::new(),
    })
}
