use serde::{Deserialize, Serialize};

use super::SurveyElement;
use crate::enumeration::enumeration;
use crate::measure::Nano;
use crate::preset::{Confidence, Source};

impl SurveyElement {
    /// The elements in the order in which the sample questionnaire asks them.
    ///
    /// **Trap:** it asks facilities eighth and complaint handling ninth, the other way round
    /// than [`ALL`](Self::ALL), the order of the regulation. Columns named `q1` to `q9` follow
    /// this order; columns named `U1` to `U9` follow that one. Read by name wherever there is
    /// one.
    pub const QUESTIONNAIRE_ORDER: [Self; 9] = [
        Self::Requirements,
        Self::Procedure,
        Self::CompletionTime,
        Self::Fees,
        Self::Product,
        Self::StaffCompetence,
        Self::StaffBehaviour,
        Self::Facilities,
        Self::ComplaintHandling,
    ];

    /// The official code, `U1` to `U9`, in the order of the regulation.
    ///
    /// ```
    /// use bangkom_domain::evidence::SurveyElement;
    ///
    /// assert_eq!(SurveyElement::ComplaintHandling.official_code(), "U8");
    /// assert_eq!(SurveyElement::QUESTIONNAIRE_ORDER[7].official_code(), "U9");
    /// ```
    ///
    /// # References
    /// PermenPANRB 14/2017, the nine elements.
    pub fn official_code(self) -> &'static str {
        ["U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"][self as usize]
    }

    /// The element with this official code, in capitals or not.
    ///
    /// ```
    /// use bangkom_domain::evidence::SurveyElement;
    ///
    /// assert_eq!(SurveyElement::from_official_code("u9"), Some(SurveyElement::Facilities));
    /// assert_eq!(SurveyElement::from_official_code("U10"), None);
    /// ```
    pub fn from_official_code(code: &str) -> Option<Self> {
        let matches = |element: &Self| element.official_code().eq_ignore_ascii_case(code.trim());
        Self::ALL.iter().copied().find(matches)
    }
}

enumeration! {
    /// The quality of a service by its satisfaction index.
    ///
    /// # References
    /// PermenPANRB 14/2017.
    #[doc(alias = "mutu pelayanan")]
    SatisfactionGrade {
        /// Very good.
        A => "A", "sangat baik", "very good";
        /// Good.
        B => "B", "baik", "good";
        /// Less than good.
        C => "C", "kurang baik", "less than good";
        /// Not good.
        D => "D", "tidak baik", "not good";
    }
}

/// From which index on a service has which grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SatisfactionBands {
    /// The name of the preset.
    pub name: String,
    /// Where it comes from.
    pub source: Source,
    /// Grades with their least index in hundredths, the highest first.
    pub bands: Vec<(SatisfactionGrade, u32)>,
}

impl Default for SatisfactionBands {
    /// The bands of PermenPANRB 14/2017 on the index of 25 to 100.
    fn default() -> Self {
        Self {
            name: "survey.satisfaction_bands".to_owned(),
            source: Source {
                regulation: "PermenPANRB 14/2017".to_owned(),
                article: "lampiran, nilai persepsi dan mutu pelayanan".to_owned(),
                effective_from: None,
                effective_to: None,
                confidence: Confidence::Secondary,
            },
            bands: vec![
                (SatisfactionGrade::A, 8_831),
                (SatisfactionGrade::B, 7_661),
                (SatisfactionGrade::C, 6_500),
                (SatisfactionGrade::D, 2_500),
            ],
        }
    }
}

impl SatisfactionBands {
    /// The grade of an index of 25 to 100, rounded to two decimals first.
    ///
    /// The printed bands have holes, such as 64.995, that rounding closes.
    ///
    /// ```
    /// use bangkom_domain::evidence::{SatisfactionBands, SatisfactionGrade};
    ///
    /// let bands = SatisfactionBands::default();
    /// assert_eq!(bands.grade(88.31), Some(SatisfactionGrade::A));
    /// assert_eq!(bands.grade(88.304), Some(SatisfactionGrade::B));
    /// assert_eq!(bands.grade(64.995), Some(SatisfactionGrade::C));
    /// assert_eq!(bands.grade(88.305), Some(SatisfactionGrade::A));
    /// assert_eq!(bands.grade(101.0), None);
    /// ```
    pub fn grade(&self, index: f64) -> Option<SatisfactionGrade> {
        // Half a hundredth is rounded as it is written, not as binary fractions have it.
        let hundredths = (Nano::from_f64(index)?.raw() + 5_000_000).div_euclid(10_000_000);
        self.bands
            .iter()
            .find(|(_, least)| i64::from(*least) <= hundredths && hundredths <= 10_000)
            .map(|(grade, _)| *grade)
    }
}
