use serde::{Deserialize, Serialize};

use crate::enumeration::enumeration;
use crate::preset::{Confidence, Source};

enumeration! {
    /// How work, or behaviour, was rated against what was expected.
    ///
    /// # References
    /// PermenPANRB 6/2022.
    #[doc(alias = "rating hasil kerja")]
    #[doc(alias = "rating perilaku kerja")]
    Expectation {
        /// Above expectation.
        Above => "above", "di atas ekspektasi", "above expectation";
        /// As expected.
        Meets => "meets", "sesuai ekspektasi", "meets expectation";
        /// Below expectation.
        Below => "below", "di bawah ekspektasi", "below expectation";
    }
}

enumeration! {
    /// The grade of a yearly appraisal.
    ///
    /// # References
    /// PermenPANRB 6/2022.
    #[doc(alias = "predikat kinerja")]
    AppraisalGrade {
        /// Very good.
        VeryGood => "very_good", "sangat baik", "very good";
        /// Good.
        Good => "good", "baik", "good";
        /// Needs improvement.
        NeedsImprovement => "needs_improvement", "butuh perbaikan", "needs improvement";
        /// Poor, or misconduct.
        #[doc(alias = "misconduct")]
        Poor => "poor", "kurang", "poor";
        /// Very poor.
        VeryPoor => "very_poor", "sangat kurang", "very poor";
    }
}

/// Reads what the national personnel system writes: an id, or words in its own spelling.
fn from_siasn<T: Copy>(text: &str, members: &[(T, &str, &[&str])]) -> Option<T> {
    let plain: String = text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect();
    members
        .iter()
        .find(|(_, id, words)| *id == plain || words.contains(&plain.as_str()))
        .map(|(member, ..)| *member)
}

impl Expectation {
    /// The rating as a number: 1 below, 2 as, 3 above expectation.
    ///
    /// ```
    /// use bangkom_domain::evidence::Expectation;
    ///
    /// assert_eq!(Expectation::Meets.value(), 2);
    /// ```
    pub fn value(self) -> u8 {
        3 - self as u8
    }

    /// The id of the national personnel system, 1 to 3.
    ///
    /// ```
    /// use bangkom_domain::evidence::Expectation;
    ///
    /// assert_eq!(Expectation::Above.siasn_id(), 1);
    /// ```
    pub fn siasn_id(self) -> u8 {
        self as u8 + 1
    }

    /// The rating that the national personnel system writes as this id or text.
    ///
    /// The service spells it `ESPEKTASI`; both spellings are read, in any case and spacing.
    ///
    /// ```
    /// use bangkom_domain::evidence::Expectation;
    ///
    /// assert_eq!(Expectation::from_siasn("DIATAS ESPEKTASI"), Some(Expectation::Above));
    /// assert_eq!(Expectation::from_siasn("Di Bawah Ekspektasi"), Some(Expectation::Below));
    /// assert_eq!(Expectation::from_siasn("2"), Some(Expectation::Meets));
    /// assert_eq!(Expectation::from_siasn("baik"), None);
    /// ```
    ///
    /// # References
    /// SIASN `rw_skp22` as public clients of the service carry it (secondary).
    #[doc(alias = "hasilKerja")]
    #[doc(alias = "perilakuKerja")]
    pub fn from_siasn(text: &str) -> Option<Self> {
        from_siasn(
            text,
            &[
                (
                    Self::Above,
                    "1",
                    &["DIATAS", "DIATASESPEKTASI", "DIATASEKSPEKTASI"],
                ),
                (
                    Self::Meets,
                    "2",
                    &["SESUAI", "SESUAIESPEKTASI", "SESUAIEKSPEKTASI"],
                ),
                (
                    Self::Below,
                    "3",
                    &["DIBAWAH", "DIBAWAHESPEKTASI", "DIBAWAHEKSPEKTASI"],
                ),
            ],
        )
    }
}

impl AppraisalGrade {
    /// The grade in points: 100, 80, 60, 40 and 20.
    ///
    /// ```
    /// use bangkom_domain::evidence::AppraisalGrade;
    ///
    /// assert_eq!(AppraisalGrade::Good.points(), 80);
    /// ```
    ///
    /// # References
    /// Kepka BKN 411/2025: predicate to score in the talent system (secondary).
    pub fn points(self) -> u8 {
        100 - 20 * self as u8
    }

    /// The id of the national personnel system, 1 to 5.
    ///
    /// ```
    /// use bangkom_domain::evidence::AppraisalGrade;
    ///
    /// assert_eq!(AppraisalGrade::VeryPoor.siasn_id(), 5);
    /// ```
    pub fn siasn_id(self) -> u8 {
        self as u8 + 1
    }

    /// The grade that the national personnel system writes as this id or text.
    ///
    /// ```
    /// use bangkom_domain::evidence::AppraisalGrade;
    ///
    /// assert_eq!(AppraisalGrade::from_siasn("BUTUH PERBAIKAN"), Some(AppraisalGrade::NeedsImprovement));
    /// assert_eq!(AppraisalGrade::from_siasn("Kurang/misconduct"), Some(AppraisalGrade::Poor));
    /// ```
    #[doc(alias = "kuadranKinerja")]
    pub fn from_siasn(text: &str) -> Option<Self> {
        from_siasn(
            text,
            &[
                (Self::VeryGood, "1", &["SANGATBAIK"]),
                (Self::Good, "2", &["BAIK"]),
                (Self::NeedsImprovement, "3", &["BUTUHPERBAIKAN"]),
                (
                    Self::Poor,
                    "4",
                    &["KURANG", "KURANGMISCONDUCT", "MISCONDUCT"],
                ),
                (Self::VeryPoor, "5", &["SANGATKURANG"]),
            ],
        )
    }
}

/// Which grade results from work and behaviour: the quadrants as a table.
#[doc(alias = "kuadran kinerja")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppraisalTable {
    /// The name of the preset.
    pub name: String,
    /// Where it comes from.
    pub source: Source,
    /// Work, behaviour, and the grade that they give.
    pub cells: Vec<(Expectation, Expectation, AppraisalGrade)>,
}

impl Default for AppraisalTable {
    /// The table of PermenPANRB 6/2022.
    fn default() -> Self {
        use AppraisalGrade as Grade;
        use Expectation::{Above, Below, Meets};
        Self {
            name: "appraisal.quadrants".to_owned(),
            source: Source {
                regulation: "PermenPANRB 6/2022".to_owned(),
                article: "lampiran, kuadran kinerja pegawai".to_owned(),
                effective_from: None,
                effective_to: None,
                confidence: Confidence::Secondary,
            },
            cells: vec![
                (Above, Above, Grade::VeryGood),
                (Above, Meets, Grade::Good),
                (Above, Below, Grade::Poor),
                (Meets, Above, Grade::Good),
                (Meets, Meets, Grade::Good),
                (Meets, Below, Grade::Poor),
                (Below, Above, Grade::NeedsImprovement),
                (Below, Meets, Grade::NeedsImprovement),
                (Below, Below, Grade::VeryPoor),
            ],
        }
    }
}

impl AppraisalTable {
    /// The grade of these ratings of work and behaviour; none where the table has no cell.
    ///
    /// ```
    /// use bangkom_domain::evidence::{AppraisalGrade, AppraisalTable, Expectation};
    ///
    /// let table = AppraisalTable::default();
    /// let grade = table.grade(Expectation::Above, Expectation::Below);
    /// assert_eq!(grade, Some(AppraisalGrade::Poor));
    /// ```
    pub fn grade(&self, work: Expectation, behaviour: Expectation) -> Option<AppraisalGrade> {
        self.cells
            .iter()
            .find(|cell| (cell.0, cell.1) == (work, behaviour))
            .map(|cell| cell.2)
    }
}
