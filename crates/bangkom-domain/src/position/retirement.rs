use chrono::{Datelike, Months, NaiveDate};

use super::PositionKind;
use crate::preset::{Confidence, PresetUse, Source};

impl PositionKind {
    /// The age limit of the kind in years: 58, 60 or 65.
    ///
    /// Functional positions under a law of their own, such as teachers, have other limits;
    /// the recorded day of retirement goes before this preset.
    ///
    /// ```
    /// use bangkom_domain::position::PositionKind;
    ///
    /// assert_eq!(PositionKind::Administrator.retirement_age(), 58);
    /// assert_eq!(PositionKind::ExpertSenior.retirement_age(), 60);
    /// assert_eq!(PositionKind::ExpertPrincipal.retirement_age(), 65);
    /// ```
    ///
    /// # References
    /// PP 11/2017 art. 239.
    #[doc(alias = "BUP")]
    #[doc(alias = "batas usia pensiun")]
    pub const fn retirement_age(self) -> u32 {
        match self {
            Self::ExpertPrincipal => 65,
            Self::ChiefExecutive | Self::SeniorExecutive | Self::Executive | Self::ExpertSenior => {
                60
            }
            Self::Administrator
            | Self::Supervisor
            | Self::ExpertJunior
            | Self::ExpertFirst
            | Self::SkilledSuperior
            | Self::SkilledProficient
            | Self::Skilled
            | Self::SkilledBeginner
            | Self::Executor => 58,
        }
    }

    /// The first day of retirement: the first of the month after the birthday of the age limit.
    ///
    /// None where the day is beyond the calendar.
    ///
    /// ```
    /// use bangkom_domain::position::PositionKind;
    /// use chrono::NaiveDate;
    ///
    /// let born = NaiveDate::from_ymd_opt(1968, 2, 29).unwrap();
    /// let first = PositionKind::Executor.retirement_day(born);
    /// assert_eq!(first, NaiveDate::from_ymd_opt(2026, 3, 1));
    /// ```
    #[doc(alias = "TMT pensiun")]
    pub fn retirement_day(self, birth_date: NaiveDate) -> Option<NaiveDate> {
        let months = Months::new(self.retirement_age() * 12 + 1);
        birth_date.with_day(1)?.checked_add_months(months)
    }

    /// Where the age limits come from.
    ///
    /// ```
    /// use bangkom_domain::position::PositionKind;
    ///
    /// assert_eq!(PositionKind::retirement_preset().source.article, "Ps 239");
    /// ```
    pub fn retirement_preset() -> PresetUse {
        PresetUse {
            preset: "position.retirement_age".to_owned(),
            source: Source {
                regulation: "PP 11/2017".to_owned(),
                article: "Ps 239".to_owned(),
                effective_from: None,
                effective_to: None,
                confidence: Confidence::SourceRead,
            },
        }
    }
}
