use bangkom_domain::Language;
use serde::{Deserialize, Serialize};

/// A doubt that a reader should know; the estimate stands all the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Doubt {
    /// Few pairs.
    FewPairs {
        /// How many.
        pairs: u32,
    },
    /// Many attenders have not both scores.
    Attrition {
        /// Their share, 0 to 1.
        share: f64,
    },
    /// Many scores lie at the upper end of the scale.
    Ceiling {
        /// Their share, 0 to 1.
        share: f64,
    },
    /// Many scores lie at the lower end of the scale.
    Floor {
        /// Their share, 0 to 1.
        share: f64,
    },
    /// Attendance was not recorded; everybody with a seat counts as present.
    AttendanceUnknown,
    /// Nobody without the program was measured: the change is not shown to be its effect.
    NoComparison,
    /// Points of a series are not independent; the interval may be too narrow.
    DependentPoints,
}

impl Doubt {
    /// The doubt as a sentence.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::Doubt;
    ///
    /// let text = Doubt::FewPairs { pairs: 6 }.text(Language::En);
    /// assert_eq!(text, "there are only 6 pairs");
    /// ```
    pub fn text(&self, language: Language) -> String {
        let percent = |share: f64| format!("{:.0} %", share * 100.0);
        match (self, language) {
            (Self::FewPairs { pairs }, Language::Id) => format!("hanya ada {pairs} pasangan"),
            (Self::FewPairs { pairs }, Language::En) => format!("there are only {pairs} pairs"),
            (Self::Attrition { share }, Language::Id) => {
                format!("{} peserta hadir tidak punya kedua nilai", percent(*share))
            }
            (Self::Attrition { share }, Language::En) => {
                format!("{} of the attenders have not both scores", percent(*share))
            }
            (Self::Ceiling { share }, Language::Id) => {
                format!("{} nilai berada di ujung atas skala", percent(*share))
            }
            (Self::Ceiling { share }, Language::En) => {
                format!(
                    "{} of the scores lie at the upper end of the scale",
                    percent(*share)
                )
            }
            (Self::Floor { share }, Language::Id) => {
                format!("{} nilai berada di ujung bawah skala", percent(*share))
            }
            (Self::Floor { share }, Language::En) => {
                format!(
                    "{} of the scores lie at the lower end of the scale",
                    percent(*share)
                )
            }
            (Self::AttendanceUnknown, Language::Id) => {
                "presensi tidak dicatat; semua peserta dianggap hadir".to_owned()
            }
            (Self::AttendanceUnknown, Language::En) => {
                "attendance was not recorded; everybody with a seat counts as present".to_owned()
            }
            (Self::NoComparison, Language::Id) => {
                "tanpa pembanding, perubahan ini belum terbukti akibat program".to_owned()
            }
            (Self::NoComparison, Language::En) => {
                "without a comparison the change is not shown to be an effect of the program"
                    .to_owned()
            }
            (Self::DependentPoints, Language::Id) => {
                "titik-titik deret tidak saling bebas; selang mungkin terlalu sempit".to_owned()
            }
            (Self::DependentPoints, Language::En) => {
                "points of a series are not independent; the interval may be too narrow".to_owned()
            }
        }
    }
}
