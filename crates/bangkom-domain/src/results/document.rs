use serde::{Deserialize, Serialize};

use super::{Attendance, Instrument, Observation, ServiceSeries, TestScore};
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
    /// Behaviour seen at work.
    pub observations: Vec<Observation>,
    /// Figures of the service over time.
    pub series: Vec<ServiceSeries>,
}
