use bangkom_domain::competency::{GapClass, GapClasses};
use bangkom_domain::demand::Ground;
use bangkom_domain::id::{PersonId, UnitId};
use bangkom_domain::measure::Nano;
use bangkom_domain::privacy::Personal;
use serde::{Deserialize, Serialize};

/// How well the known levels of a person match what one ground asks, in per cent.
///
/// It ranks nobody: a surplus says nothing about a deficit elsewhere, so needs are found by
/// competency, and this figure only sums them up for forms that ask for it.
#[doc(alias = "JPM")]
#[doc(alias = "IKK")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatchProfile {
    /// Who.
    pub person: PersonId,
    /// The unit the person works in.
    pub unit: UnitId,
    /// Against what: the position held, the position to be held, or requirements.
    pub ground: Ground,
    /// The match with every level counted up to its standard, 0 to 100, in 1e-9.
    pub capped: Personal<Nano>,
    /// The match with surplus counted, in 1e-9.
    pub uncapped: Personal<Nano>,
    /// 100 less the capped match, in 1e-9.
    pub gap: Personal<Nano>,
    /// Over how many competencies.
    pub known: u32,
    /// How many more are asked, of which too little is known; they are left out.
    pub unknown: u32,
}

impl MatchProfile {
    /// The class of the gap.
    ///
    /// ```
    /// # use bangkom_domain::competency::{GapClass, GapClasses};
    /// # fn show(profile: &bangkom_needs::MatchProfile) {
    /// if profile.class(&GapClasses::default()) == GapClass::High {
    ///     println!("{}", profile.person);
    /// }
    /// # }
    /// ```
    pub fn class(&self, classes: &GapClasses) -> GapClass {
        classes.class(*self.gap.reveal())
    }
}
