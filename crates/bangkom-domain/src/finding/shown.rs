use std::fmt::Display;

use super::Sensitive;
use crate::Language;

/// How a value stands in the text of a finding.
pub(crate) trait Shown {
    fn shown(&self, language: Language) -> String;
}

/// Values that read the same in every language.
macro_rules! shown_as_displayed {
    ($($type:ty),+) => { $(
        impl Shown for $type {
            fn shown(&self, _: Language) -> String {
                self.to_string()
            }
        }
    )+ };
}

shown_as_displayed!(
    String,
    u32,
    i32,
    chrono::NaiveDate,
    crate::id::PersonId,
    crate::id::UnitId,
    crate::id::PositionId,
    crate::id::CompetencyId,
    crate::id::ProgramId,
    crate::id::ModuleId,
    crate::id::EvidenceId,
    crate::id::SourceId,
    crate::id::RoomId,
    crate::id::SiteId,
    crate::id::InstructorId,
    crate::id::FundId,
    crate::id::BatchId,
    crate::id::SessionId,
    crate::id::InstrumentId,
    crate::id::IndicatorId,
    crate::id::DecisionId,
    crate::measure::Level,
    crate::measure::Rupiah
);

/// Members of enumerations, by their label.
macro_rules! shown_by_label {
    ($($type:ty),+) => { $(
        impl Shown for $type {
            fn shown(&self, language: Language) -> String {
                self.label(language).to_owned()
            }
        }
    )+ };
}

shown_by_label!(
    crate::catalog::CatalogPart,
    crate::catalog::ProgramFault,
    crate::position::Echelon,
    crate::position::PositionKind
);

impl<T: AsRef<str>> Shown for Sensitive<T> {
    fn shown(&self, language: Language) -> String {
        self.text(language)
    }
}

impl<T: Display> Shown for Vec<T> {
    fn shown(&self, _: Language) -> String {
        let parts: Vec<String> = self.iter().map(ToString::to_string).collect();
        parts.join(", ")
    }
}

impl Shown for chrono::Weekday {
    fn shown(&self, language: Language) -> String {
        let name = match (self, language) {
            (Self::Mon, Language::Id) => "Senin",
            (Self::Tue, Language::Id) => "Selasa",
            (Self::Wed, Language::Id) => "Rabu",
            (Self::Thu, Language::Id) => "Kamis",
            (Self::Fri, Language::Id) => "Jumat",
            (Self::Sat, Language::Id) => "Sabtu",
            (Self::Sun, Language::Id) => "Minggu",
            (Self::Mon, Language::En) => "Monday",
            (Self::Tue, Language::En) => "Tuesday",
            (Self::Wed, Language::En) => "Wednesday",
            (Self::Thu, Language::En) => "Thursday",
            (Self::Fri, Language::En) => "Friday",
            (Self::Sat, Language::En) => "Saturday",
            (Self::Sun, Language::En) => "Sunday",
        };
        name.to_owned()
    }
}

/// A path of text inside a record.
impl Shown for std::borrow::Cow<'static, str> {
    fn shown(&self, _: Language) -> String {
        self.clone().into_owned()
    }
}
