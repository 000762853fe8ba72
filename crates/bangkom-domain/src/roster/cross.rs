use super::Roster;
use crate::catalog::Catalog;
use crate::competency::Requirement;
use crate::finding::{Findings, Place, findings};
use crate::id::{CompetencyId, PersonId, PositionId, UnitId};
use crate::people::Employee;

findings! {
    /// Where a roster and a catalog do not fit together; both stay as they are.
    CrossFinding {
        /// The position held is not in the catalog, so nothing is asked of it.
        PositionUnknown {
            /// Who.
            person: PersonId,
            /// The position.
            position: PositionId,
        } => "cross.position_unknown", Warning, Place::record(person).field("position");
            "jabatan {position} dari pegawai {person} tidak ada dalam katalog",
            "position {position} of employee {person} is not in the catalog";
            "tambahkan jabatan ke katalog, atau perbaiki kodenya",
            "add the position to the catalog, or correct its code";

        /// The position to be held is not in the catalog, so nothing is asked of it.
        NextPositionUnknown {
            /// Who.
            person: PersonId,
            /// The position.
            position: PositionId,
        } => "cross.next_position_unknown", Warning, Place::record(person).field("next_position");
            "jabatan berikutnya {position} dari pegawai {person} tidak ada dalam katalog",
            "the next position {position} of employee {person} is not in the catalog";
            "tambahkan jabatan ke katalog, atau perbaiki kodenya",
            "add the position to the catalog, or correct its code";

        /// The unit of a strategic requirement is not in the roster, so nobody is concerned.
        RequirementUnitUnknown {
            /// The unit.
            unit: UnitId,
            /// The competency required.
            competency: CompetencyId,
        } => "cross.requirement_unit_unknown", Warning,
            Place::record(unit).field(format!("requirements {competency}"));
            "unit {unit} dari kebutuhan strategis {competency} tidak ada dalam daftar pegawai",
            "unit {unit} of the strategic requirement {competency} is not in the roster";
            "tambahkan unit, atau perbaiki kodenya", "add the unit, or correct its code";
    }
}

/// Everything in which a roster and a catalog do not fit together.
///
/// ```
/// use bangkom_domain::catalog::{Catalog, CatalogData};
/// use bangkom_domain::roster::{self, Roster, RosterData};
///
/// let roster = Roster::new(RosterData::default()).value;
/// let catalog = Catalog::new(CatalogData::default()).value;
/// assert!(roster::cross_check(&roster, &catalog).is_empty());
/// ```
pub fn cross_check(roster: &Roster, catalog: &Catalog) -> Findings<CrossFinding> {
    let people = roster
        .employees()
        .iter()
        .flat_map(|employee| unknown_positions(employee, catalog));
    let requirements = catalog
        .requirements()
        .iter()
        .filter(|requirement| roster.units().unit(&requirement.scope.unit).is_none())
        .map(unknown_unit);
    people.chain(requirements).collect()
}

fn unknown_positions<'a>(
    employee: &'a Employee,
    catalog: &Catalog,
) -> impl Iterator<Item = CrossFinding> + use<'a> {
    let person = employee.id;
    let held = Some(&employee.position)
        .filter(|position| catalog.position(position).is_none())
        .map(|position| CrossFinding::PositionUnknown {
            person,
            position: position.clone(),
        });
    let next = employee
        .next_position
        .as_ref()
        .filter(|position| catalog.position(position).is_none())
        .map(|position| CrossFinding::NextPositionUnknown {
            person,
            position: position.clone(),
        });
    held.into_iter().chain(next)
}

fn unknown_unit(requirement: &Requirement) -> CrossFinding {
    CrossFinding::RequirementUnitUnknown {
        unit: requirement.scope.unit.clone(),
        competency: requirement.competency.clone(),
    }
}
