use super::PositionKind;
use crate::enumeration::enumeration;

enumeration! {
    /// The group of a position kind.
    ///
    /// # References
    /// UU 20/2023 arts. 13, 14 and 18.
    PositionGroup {
        /// Leadership, administrators and supervisors.
        Managerial => "managerial", "manajerial", "managerial";
        /// Functional experts.
        Expert => "expert", "fungsional keahlian", "functional expert";
        /// Skilled functional positions.
        Skilled => "skilled", "fungsional keterampilan", "skilled functional";
        /// Executors.
        Executor => "executor", "pelaksana", "executor";
    }
}

impl PositionKind {
    /// The group that the kind belongs to.
    ///
    /// ```
    /// use bangkom_domain::position::{PositionGroup, PositionKind};
    ///
    /// assert_eq!(PositionKind::Supervisor.group(), PositionGroup::Managerial);
    /// assert_eq!(PositionKind::SkilledBeginner.group(), PositionGroup::Skilled);
    /// ```
    pub const fn group(self) -> PositionGroup {
        match self {
            Self::ChiefExecutive
            | Self::SeniorExecutive
            | Self::Executive
            | Self::Administrator
            | Self::Supervisor => PositionGroup::Managerial,
            Self::ExpertPrincipal | Self::ExpertSenior | Self::ExpertJunior | Self::ExpertFirst => {
                PositionGroup::Expert
            }
            Self::SkilledSuperior
            | Self::SkilledProficient
            | Self::Skilled
            | Self::SkilledBeginner => PositionGroup::Skilled,
            Self::Executor => PositionGroup::Executor,
        }
    }
}
