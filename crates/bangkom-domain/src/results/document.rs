use serde::{Deserialize, Serialize};

use super::{
    Attendance, Benefit, CaseLog, ComparisonScore, CountSeries, Instrument, InstrumentItems,
    ItemAnswers, Observation, SatisfactionWave, ServiceSeries, StudyDesign, TestScore,
};
use crate::json::schema;

schema! {
    /// The version of the results document.
    ResultsSchema for Results = "bangkom.results/1"
}

/// What happened when the plan was carried out.
#[doc(alias = "realisasi")]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Results {
    /// The version of this form.
    pub schema: ResultsSchema,
    /// The instruments that scores and observations name.
    pub instruments: Vec<Instrument>,
    /// Who was there.
    pub attendance: Vec<Attendance>,
    /// Scores of tests.
    pub scores: Vec<TestScore>,
    /// What observers saw: behaviour at work, skill in a test.
    pub observations: Vec<Observation>,
    /// Figures of the service over time.
    pub series: Vec<ServiceSeries>,
    /// The questions of instruments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<InstrumentItems>,
    /// Answers to them; they make the score where none is given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<ItemAnswers>,
    /// Scores of people without a seat, to compare with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparison: Vec<ComparisonScore>,
    /// How programs were measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub designs: Vec<StudyDesign>,
    /// Cases of the service, open ones among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<CaseLog>,
    /// Counts of the service, such as complaints.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<CountSeries>,
    /// Satisfaction surveys, by element.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub satisfaction: Vec<SatisfactionWave>,
    /// What programs are said to save or earn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub benefits: Vec<Benefit>,
}
