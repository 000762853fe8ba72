use serde::{Deserialize, Serialize};

use crate::enumeration::enumeration;
use crate::preset::{Confidence, Source};

enumeration! {
    /// The grade of an appraisal by points, as older records carry it.
    ///
    /// # References
    /// PP 30/2019 art. 41.
    OlderAppraisalGrade {
        /// Very good.
        VeryGood => "very_good", "sangat baik", "very good";
        /// Good.
        Good => "good", "baik", "good";
        /// Fair.
        Fair => "fair", "cukup", "fair";
        /// Poor.
        Poor => "poor", "kurang", "poor";
        /// Very poor.
        VeryPoor => "very_poor", "sangat kurang", "very poor";
    }
}

/// The bands of the appraisal by points, 0 to 120.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OlderAppraisalBands {
    /// The name of the preset.
    pub name: String,
    /// Where it comes from.
    pub source: Source,
    /// The least points of a very good appraisal, which also asks for a new idea.
    pub very_good: f64,
    /// The least points of a good appraisal.
    pub good: f64,
    /// The least points of a fair appraisal.
    pub fair: f64,
    /// The least points of a poor appraisal.
    pub poor: f64,
}

impl Default for OlderAppraisalBands {
    /// The bands of PP 30/2019.
    fn default() -> Self {
        Self {
            name: "appraisal.older_bands".to_owned(),
            source: Source {
                regulation: "PP 30/2019".to_owned(),
                article: "Ps 41".to_owned(),
                effective_from: None,
                effective_to: None,
                confidence: Confidence::SourceRead,
            },
            very_good: 110.0,
            good: 90.0,
            fair: 70.0,
            poor: 50.0,
        }
    }
}

/// What makes up an appraisal by points.
///
/// ```
/// use bangkom_domain::evidence::OlderAppraisal;
///
/// // Without views of peers and subordinates, plans count 70 and behaviour 30.
/// let alone = OlderAppraisal { plan: 95.0, superior: 100.0, others: None };
/// assert_eq!(alone.points(), 96.5);
/// // With them, 60 and 40; behaviour is 60 superior and 40 the others.
/// let seen = OlderAppraisal { others: Some(90.0), ..alone };
/// assert_eq!(seen.points(), 95.4);
/// ```
///
/// # References
/// PP 30/2019 art. 39, elucidation, and art. 41.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OlderAppraisal {
    /// The points of the work plan, 0 to 120.
    #[doc(alias = "SKP")]
    pub plan: f64,
    /// The points of behaviour in the view of the superior, 0 to 120.
    pub superior: f64,
    /// The points of behaviour in the view of peers and direct subordinates together.
    pub others: Option<f64>,
}

impl OlderAppraisal {
    /// The points of the appraisal as a whole.
    pub fn points(self) -> f64 {
        match self.others {
            None => (70.0 * self.plan + 30.0 * self.superior) / 100.0,
            Some(others) => {
                let behaviour = (60.0 * self.superior + 40.0 * others) / 100.0;
                (60.0 * self.plan + 40.0 * behaviour) / 100.0
            }
        }
    }
}

impl OlderAppraisalBands {
    /// The grade of these points; `None` outside 0 to 120.
    ///
    /// Without a new idea nobody is very good, whatever the points.
    ///
    /// ```
    /// use bangkom_domain::evidence::{OlderAppraisalBands, OlderAppraisalGrade};
    ///
    /// let bands = OlderAppraisalBands::default();
    /// assert_eq!(bands.grade(112.0, true), Some(OlderAppraisalGrade::VeryGood));
    /// assert_eq!(bands.grade(112.0, false), Some(OlderAppraisalGrade::Good));
    /// assert_eq!(bands.grade(69.9, false), Some(OlderAppraisalGrade::Poor));
    /// assert_eq!(bands.grade(f64::NAN, true), None);
    /// ```
    pub fn grade(&self, points: f64, new_idea: bool) -> Option<OlderAppraisalGrade> {
        if !(0.0..=120.0).contains(&points) {
            return None;
        }
        let grade = if points >= self.very_good && new_idea {
            OlderAppraisalGrade::VeryGood
        } else if points >= self.good {
            OlderAppraisalGrade::Good
        } else if points >= self.fair {
            OlderAppraisalGrade::Fair
        } else if points >= self.poor {
            OlderAppraisalGrade::Poor
        } else {
            OlderAppraisalGrade::VeryPoor
        };
        Some(grade)
    }
}
