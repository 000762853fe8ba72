use bangkom_domain::Language;
use serde::{Deserialize, Serialize};

/// A doubt that a reader should know; the estimate stands all the same.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
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
    /// More were lost with the program than without, or the other way round.
    UnequalAttrition {
        /// The share lost with the program, 0 to 1.
        with: f64,
        /// The share lost without, 0 to 1.
        without: f64,
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
    /// Changes are so skewed that a few people decide their mean.
    Skewed {
        /// The skewness.
        skewness: f64,
    },
    /// Many people have the same score twice.
    Ties {
        /// Their share, 0 to 1.
        share: f64,
    },
    /// People came from few agencies, whose members may have changed alike.
    FewAgencies {
        /// How many.
        agencies: u32,
    },
    /// A sturdier method concludes otherwise.
    SturdierDisagrees,
    /// Attendance was not recorded; everybody with a seat counts as present.
    AttendanceUnknown,
    /// The scores before were asked at the end, when people know what to say.
    Retrospective,
    /// The test after may be easier or harder than the test before.
    DifferentForms,
    /// The test after proved easier, by the items that both share.
    EasierTest {
        /// By how much, a share of the scale.
        share: f64,
    },
    /// The test after proved harder, by the items that both share.
    HarderTest {
        /// By how much, a share of the scale.
        share: f64,
    },
    /// People were chosen for low scores, which rise by themselves.
    ChosenLow,
    /// People who asked for the program may have risen without it.
    Volunteers,
    /// Nobody without the program was measured: the change is not shown to be its effect.
    NoComparison,
    /// Those compared with began elsewhere.
    UnequalStart {
        /// How far participants began above them, in standard deviations.
        deviations: f64,
    },
    /// The difference depends on the first score.
    SlopesDiffer,
    /// The change alone concludes otherwise than the change beyond that of the others.
    ComparisonContradicts,
    /// Several tests were made; what one alone would show may be chance.
    SeveralTests {
        /// How many.
        tests: u32,
    },
    /// Points of a series are not independent; the interval may be too narrow.
    DependentPoints,
    /// The series has few points.
    FewPoints {
        /// How many.
        points: u32,
    },
    /// The series moved before the program already.
    TrendBefore,
    /// The course before leads where no figure can be; means are compared in its place.
    ImpossibleCourse,
    /// Events or cases come in waves; intervals of independent ones would be too narrow.
    Waves {
        /// By how much variances grow.
        ratio: f64,
    },
    /// Few answers.
    FewAnswers {
        /// How many.
        answers: u32,
    },
    /// Many attenders did not answer.
    Unanswered {
        /// Their share, 0 to 1.
        share: f64,
    },
    /// Some cases are still open; a mean of closed ones would be too short.
    OpenCases {
        /// Their share, 0 to 1.
        share: f64,
    },
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
    pub fn text(self, language: Language) -> String {
        let (id, en) = self.sentence();
        let sentence = match language {
            Language::Id => id,
            Language::En => en,
        };
        let mut text = sentence.to_owned();
        for figure in self.figures(language) {
            text = text.replacen("{}", &figure, 1);
        }
        text
    }

    /// The figures that the sentence names, in order.
    fn figures(self, language: Language) -> Vec<String> {
        let percent = |share: f64| format!("{:.0} %", share * 100.0);
        let number = |value: f64| match language {
            Language::Id => format!("{value:.1}").replace('.', ","),
            Language::En => format!("{value:.1}"),
        };
        match self {
            Self::FewPairs { pairs: n }
            | Self::FewAgencies { agencies: n }
            | Self::SeveralTests { tests: n }
            | Self::FewAnswers { answers: n }
            | Self::FewPoints { points: n } => vec![n.to_string()],
            Self::Attrition { share }
            | Self::Ceiling { share }
            | Self::Floor { share }
            | Self::Ties { share }
            | Self::EasierTest { share }
            | Self::HarderTest { share }
            | Self::Unanswered { share }
            | Self::OpenCases { share } => vec![percent(share)],
            Self::UnequalAttrition { with, without } => vec![percent(with), percent(without)],
            Self::Skewed { skewness: value } | Self::Waves { ratio: value } => vec![number(value)],
            Self::UnequalStart { deviations } => vec![number(deviations)],
            _ => Vec::new(),
        }
    }

    #[expect(clippy::too_many_lines, reason = "one sentence a doubt")]
    const fn sentence(self) -> (&'static str, &'static str) {
        match self {
            Self::FewPairs { .. } => ("hanya ada {} pasangan", "there are only {} pairs"),
            Self::Attrition { .. } => (
                "{} peserta hadir tidak punya kedua nilai",
                "{} of the attenders have not both scores",
            ),
            Self::UnequalAttrition { .. } => (
                "hilang {} pada peserta dan {} pada pembanding",
                "{} were lost with the program and {} without",
            ),
            Self::Ceiling { .. } => (
                "{} nilai berada di ujung atas skala",
                "{} of the scores lie at the upper end of the scale",
            ),
            Self::Floor { .. } => (
                "{} nilai berada di ujung bawah skala",
                "{} of the scores lie at the lower end of the scale",
            ),
            Self::Skewed { .. } => (
                "sebaran perubahan condong ({}): sedikit orang menentukan rata-ratanya",
                "changes are skewed ({}): a few people decide their mean",
            ),
            Self::Ties { .. } => (
                "{} peserta nilainya tetap",
                "{} of the people have the same score twice",
            ),
            Self::FewAgencies { .. } => (
                "peserta hanya dari {} perangkat daerah",
                "people came from only {} agencies",
            ),
            Self::SturdierDisagrees => (
                "metode yang lebih tahan menyimpulkan lain",
                "a sturdier method concludes otherwise",
            ),
            Self::AttendanceUnknown => (
                "presensi tidak dicatat; semua peserta dianggap hadir",
                "attendance was not recorded; everybody with a seat counts as present",
            ),
            Self::Retrospective => (
                "nilai sebelum ditanyakan di akhir, berdasarkan ingatan",
                "the scores before were asked at the end, from memory",
            ),
            Self::DifferentForms => (
                "tes sesudah bisa lebih mudah atau lebih sulit",
                "the test after may be easier or harder",
            ),
            Self::EasierTest { .. } => (
                "butir yang sama menunjukkan tes sesudah lebih mudah {} dari skala",
                "items shared by both show that the test after is easier by {} of the scale",
            ),
            Self::HarderTest { .. } => (
                "butir yang sama menunjukkan tes sesudah lebih sulit {} dari skala",
                "items shared by both show that the test after is harder by {} of the scale",
            ),
            Self::ChosenLow => (
                "peserta dipilih karena nilainya rendah; nilai rendah naik dengan sendirinya",
                "people were chosen for low scores, which rise by themselves",
            ),
            Self::Volunteers => (
                "peserta sukarela bisa naik tanpa program",
                "people who asked for it may have risen without it",
            ),
            Self::NoComparison => (
                "tanpa pembanding, perubahan ini belum terbukti akibat program",
                "without a comparison the change is not shown to be an effect of the program",
            ),
            Self::UnequalStart { .. } => (
                "nilai awal peserta berbeda {} simpangan baku dari pembanding",
                "participants began {} standard deviations from those compared with",
            ),
            Self::SlopesDiffer => (
                "selisihnya bergantung pada nilai awal",
                "the difference depends on the first score",
            ),
            Self::ComparisonContradicts => (
                "pembanding menunjukkan hal lain daripada perubahan peserta saja",
                "those compared with tell another story than the change alone",
            ),
            Self::SeveralTests { .. } => (
                "ada {} uji; satu hasil nyata bisa kebetulan",
                "there were {} tests; a clear one may be chance",
            ),
            Self::DependentPoints => (
                "titik-titik deret tidak saling bebas; selang mungkin terlalu sempit",
                "points of a series are not independent; the interval may be too narrow",
            ),
            Self::FewPoints { .. } => (
                "deret hanya punya {} titik",
                "the series has only {} points",
            ),
            Self::TrendBefore => (
                "deret sudah bergerak sebelum program",
                "the series moved before the program already",
            ),
            Self::ImpossibleCourse => (
                "arah sebelumnya menuju angka yang tidak mungkin; rata-rata yang dibandingkan",
                "the course before leads where no figure can be; means are compared in its place",
            ),
            Self::Waves { .. } => (
                "kejadian datang bergelombang: ragamnya {} kali ragam kejadian bebas",
                "events come in waves: variances are {} times those of independent ones",
            ),
            Self::FewAnswers { .. } => ("hanya ada {} jawaban", "there are only {} answers"),
            Self::Unanswered { .. } => (
                "{} peserta hadir tidak menjawab",
                "{} of the attenders did not answer",
            ),
            Self::OpenCases { .. } => (
                "{} kasus masih terbuka; rata-rata kasus selesai akan terlalu pendek",
                "{} of the cases are open; a mean of closed ones would be too short",
            ),
        }
    }
}
