use bangkom_domain::Language;
use serde::{Deserialize, Serialize};

/// Why a verdict is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum VerdictReason {
    /// There is no figure for the whole program, or it may not be shown.
    NoFigure,
    /// The tests before and after differ in difficulty, and nobody else took them.
    DifferentForms,
    /// The scores before were asked at the end.
    Retrospective,
    /// People were chosen for low scores, and how much those rise by themselves is not known.
    ChosenLow,
    /// So many scores are missing that the change may as well be a fall.
    TooManyLost {
        /// The share lost, 0 to 1.
        share: f64,
    },
    /// Participants fell.
    Fell,
    /// Nobody changed.
    NobodyChanged,
    /// No change worth having is within the interval.
    NotWorthwhile,
    /// A rise is shown.
    Rose,
    /// Less of the room to the full score was gained than asked for.
    SmallGain {
        /// The class gain.
        gain: f64,
    },
    /// A sturdier method does not see it.
    SturdierDisagrees,
    /// Those compared with changed too.
    ComparisonContradicts,
    /// The choice of low scorers explains the rise.
    RegressionToMean {
        /// The rise to expect without any effect, in score units.
        expected: f64,
    },
    /// Behaviour at work fell.
    FellAtWork,
    /// The service to citizens got worse beyond that of others.
    ServiceWorse,
    /// Most were at the upper end of the scale already.
    Ceiling {
        /// Their share before, 0 to 1.
        share: f64,
    },
    /// A change worth having may be there and cannot be seen with so few.
    NotSure {
        /// How many participants would show it, where that can be said.
        needed: Option<u32>,
    },
}

impl VerdictReason {
    /// The reason as a sentence.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::VerdictReason;
    ///
    /// let text = VerdictReason::TooManyLost { share: 0.5 }.text(Language::En);
    /// assert_eq!(text, "50 % were lost: the change may as well be a fall");
    /// ```
    pub fn text(self, language: Language) -> String {
        let (id, en) = self.sentence();
        let text = match language {
            Language::Id => id,
            Language::En => en,
        };
        let number = |value: f64| match language {
            Language::Id => format!("{value:.2}").replace('.', ","),
            Language::En => format!("{value:.2}"),
        };
        let figure = match self {
            Self::TooManyLost { share } | Self::Ceiling { share } => {
                format!("{:.0} %", share * 100.0)
            }
            Self::SmallGain { gain } => number(gain),
            Self::RegressionToMean { expected } => number(expected),
            Self::NotSure { needed } => needed.map_or_else(|| "–".to_owned(), |n| n.to_string()),
            _ => return text.to_owned(),
        };
        text.replacen("{}", &figure, 1)
    }

    const fn sentence(self) -> (&'static str, &'static str) {
        match self {
            Self::NoFigure => (
                "belum ada angka untuk seluruh program",
                "there is no figure for the whole program",
            ),
            Self::DifferentForms => (
                "tes sesudah tidak setara dengan tes sebelum dan tanpa pembanding",
                "the test after is not as hard as the one before, and nobody else took both",
            ),
            Self::Retrospective => (
                "nilai sebelum hanya berdasarkan ingatan di akhir",
                "the scores before were only remembered at the end",
            ),
            Self::ChosenLow => (
                "peserta dipilih karena nilainya rendah tanpa data seluruh populasi",
                "people were chosen for low scores, and those of all are not known",
            ),
            Self::TooManyLost { .. } => (
                "{} hilang: perubahannya bisa saja penurunan",
                "{} were lost: the change may as well be a fall",
            ),
            Self::Fell => ("nilai peserta turun", "participants fell"),
            Self::NobodyChanged => ("tidak seorang pun berubah", "nobody changed"),
            Self::NotWorthwhile => (
                "perubahan yang berarti sudah dapat dikesampingkan",
                "a change worth having is ruled out",
            ),
            Self::Rose => ("nilai peserta naik", "participants rose"),
            Self::SmallGain { .. } => ("gain kelas hanya {}", "the class gain is only {}"),
            Self::SturdierDisagrees => (
                "metode yang lebih tahan tidak melihatnya",
                "a sturdier method does not see it",
            ),
            Self::ComparisonContradicts => (
                "kelompok pembanding juga berubah",
                "those compared with changed too",
            ),
            Self::RegressionToMean { .. } => (
                "kenaikan {} sudah diharapkan karena yang dipilih bernilai rendah",
                "a rise of {} was to be expected of people chosen for low scores",
            ),
            Self::FellAtWork => ("perilaku kerja menurun", "behaviour at work fell"),
            Self::ServiceWorse => (
                "layanan memburuk dibanding unit lain",
                "the service got worse than that of others",
            ),
            Self::Ceiling { .. } => (
                "{} sudah di ujung atas skala sebelum pelatihan",
                "{} were at the upper end of the scale before",
            ),
            Self::NotSure { .. } => (
                "belum dapat dipastikan; perlu sekitar {} peserta",
                "not sure yet; about {} participants would show it",
            ),
        }
    }
}
