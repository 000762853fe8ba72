use super::{HoursBound, HoursDuty, HoursWindow};
use crate::measure::LearningHours;
use crate::people::EmploymentKind;
use crate::preset::{Confidence, Source};

impl HoursDuty {
    /// The duties that regulations state; none for part-time PPPK, because none was found.
    ///
    /// ```
    /// use bangkom_domain::hours::HoursDuty;
    ///
    /// let names: Vec<_> = HoursDuty::presets().into_iter().map(|duty| duty.name).collect();
    /// assert_eq!(names, ["hours.pns_minimum", "hours.pppk_maximum"]);
    /// ```
    pub fn presets() -> Vec<Self> {
        vec![Self::pns_minimum(), Self::pppk_maximum()]
    }

    /// At least 20 learning hours each calendar year for PNS and CPNS.
    ///
    /// ```
    /// use bangkom_domain::hours::{HoursBound, HoursDuty};
    ///
    /// let HoursBound::Minimum(hours) = HoursDuty::pns_minimum().bound else { panic!("maximum") };
    /// assert_eq!(hours.get(), 20);
    /// ```
    ///
    /// # References
    /// PP 11/2017 art. 203(4), as amended by PP 17/2020.
    pub fn pns_minimum() -> Self {
        Self {
            name: "hours.pns_minimum".to_owned(),
            kinds: vec![EmploymentKind::Cpns, EmploymentKind::Pns],
            bound: HoursBound::Minimum(hours(20)),
            window: HoursWindow::CalendarYear,
            exempt: None,
            source: source("PP 11/2017 jo PP 17/2020", "Ps 203(4)"),
        }
    }

    /// At most 24 learning hours each contract year for PPPK.
    ///
    /// ```
    /// use bangkom_domain::hours::{HoursDuty, HoursWindow};
    ///
    /// let duty = HoursDuty::pppk_maximum();
    /// assert_eq!(duty.window, HoursWindow::ContractYear);
    /// assert!(duty.exempt.is_some());
    /// ```
    ///
    /// # References
    /// PP 49/2018 art. 40(1); art. 40(2) exempts certain executives.
    pub fn pppk_maximum() -> Self {
        Self {
            name: "hours.pppk_maximum".to_owned(),
            kinds: vec![EmploymentKind::Pppk],
            bound: HoursBound::Maximum(hours(24)),
            window: HoursWindow::ContractYear,
            exempt: Some("JPT utama dan JPT madya tertentu, Ps 40(2)".to_owned()),
            source: source("PP 49/2018", "Ps 40(1)"),
        }
    }
}

fn hours(number: u32) -> LearningHours {
    LearningHours::new(number).unwrap_or(LearningHours::MIN)
}

fn source(regulation: &str, article: &str) -> Source {
    Source {
        regulation: regulation.to_owned(),
        article: article.to_owned(),
        effective_from: None,
        effective_to: None,
        confidence: Confidence::SourceRead,
    }
}
