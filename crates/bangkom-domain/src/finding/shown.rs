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
    chrono::NaiveDate,
    crate::id::PersonId,
    crate::id::UnitId,
    crate::id::PositionId,
    crate::id::CompetencyId,
    crate::id::ProgramId,
    crate::id::ModuleId,
    crate::measure::Level
);

impl<T: AsRef<str>> Shown for Sensitive<T> {
    fn shown(&self, _: Language) -> String {
        self.to_string()
    }
}

impl<T: Display> Shown for Vec<T> {
    fn shown(&self, _: Language) -> String {
        let parts: Vec<String> = self.iter().map(ToString::to_string).collect();
        parts.join(", ")
    }
}

/// A path of text inside a record.
impl Shown for std::borrow::Cow<'static, str> {
    fn shown(&self, _: Language) -> String {
        self.clone().into_owned()
    }
}
