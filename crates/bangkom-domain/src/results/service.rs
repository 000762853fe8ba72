use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::Period;
use crate::evidence::{Direction, SurveyElement};
use crate::id::{IndicatorId, UnitId};

/// The cases of one service of a unit, open ones among them.
#[doc(alias = "waktu layanan")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseLog {
    /// The unit that gives the service.
    pub unit: UnitId,
    /// The service.
    pub service: IndicatorId,
    /// Within how many days a case should be closed, where promised.
    #[doc(alias = "standar pelayanan")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_days: Option<u32>,
    /// The cases.
    pub cases: Vec<ServiceCase>,
}

/// One case: a request, an application, a complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceCase {
    /// The day on which it came.
    pub opened: NaiveDate,
    /// The day on which it was closed; absent while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<NaiveDate>,
}

/// How often something happened in the service of a unit, such as complaints.
#[doc(alias = "pengaduan")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountSeries {
    /// The unit that gives the service.
    pub unit: UnitId,
    /// What is counted.
    pub indicator: IndicatorId,
    /// Whether more is better.
    pub direction: Direction,
    /// The counts in order of time.
    pub points: Vec<CountPoint>,
}

/// A count of one stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountPoint {
    /// The days it covers.
    pub period: Period,
    /// How often it happened.
    pub events: u32,
    /// What it could have happened to, such as visitors served; the days where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exposure: Option<f64>,
}

impl CountPoint {
    /// What it could have happened to: the exposure given, else the days of the period.
    ///
    /// ```
    /// use bangkom_domain::calendar::Period;
    /// use bangkom_domain::results::CountPoint;
    /// use chrono::NaiveDate;
    ///
    /// let day = |day| NaiveDate::from_ymd_opt(2026, 1, day).unwrap();
    /// let period = Period::new(day(5), day(11))?;
    /// assert_eq!(CountPoint { period, events: 3, exposure: None }.exposed(), 7.0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn exposed(&self) -> f64 {
        self.exposure
            .unwrap_or_else(|| f64::from(self.period.days()))
    }
}

/// What citizens answered in one satisfaction survey of a unit.
#[doc(alias = "SKM")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SatisfactionWave {
    /// The unit that gives the service.
    pub unit: UnitId,
    /// The days it covers.
    pub period: Period,
    /// How many answered.
    pub respondents: u32,
    /// The answers by element.
    pub elements: Vec<ElementAnswers>,
}

/// The answers to one element, 1 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ElementAnswers {
    /// The element.
    pub element: SurveyElement,
    /// Their mean, 1 to 4.
    pub mean: f64,
    /// Their standard deviation, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deviation: Option<f64>,
}
