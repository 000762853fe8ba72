use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::catalog::Catalog;
use bangkom_domain::demand::Demand;
use bangkom_domain::id::{ProgramId, UnitId};
use bangkom_domain::measure::Rupiah;
use bangkom_domain::preset::Standing;
use bangkom_domain::program::Program;
use bangkom_domain::roster::Roster;
use serde::{Deserialize, Serialize};

/// What one agency asks of one program, and how far that has been verified and decided.
///
/// It holds counts and prices only, no value of a person.
#[doc(alias = "usulan perangkat daerah")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyDemand {
    /// The agency; the unit itself where no agency stands above it.
    pub agency: UnitId,
    /// The program.
    pub program: ProgramId,
    /// Seats that nobody has looked at yet.
    pub proposed: u32,
    /// Seats that an official of the agency has verified.
    pub verified: u32,
    /// Seats that the authority has decided.
    pub decided: u32,
    /// The learning hours of one seat.
    pub hours: u32,
    /// The price of a seat in a full batch, rounded up, beside rooms and instructors.
    pub seat_cost: Rupiah,
}

impl AgencyDemand {
    /// All seats.
    ///
    /// ```
    /// # use bangkom_domain::{id::{ProgramId, UnitId}, measure::Rupiah};
    /// # use bangkom_needs::AgencyDemand;
    /// let asked = AgencyDemand {
    ///     agency: UnitId::new("DPMPTSP")?,
    ///     program: ProgramId::new("PRIMA")?,
    ///     proposed: 4,
    ///     verified: 20,
    ///     decided: 6,
    ///     hours: 20,
    ///     seat_cost: Rupiah::new(750_000),
    /// };
    /// assert_eq!((asked.seats(), asked.cost()), (30, Rupiah::new(22_500_000)));
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    pub const fn seats(&self) -> u32 {
        self.proposed
            .saturating_add(self.verified)
            .saturating_add(self.decided)
    }

    /// What all seats cost together.
    pub const fn cost(&self) -> Rupiah {
        self.seat_cost.times(self.seats())
    }
}

/// The demand of each agency and program, ordered by both.
///
/// Rows of people who are not on the roster, or of programs that the catalog does not have, are
/// left out: the checks of those documents report them.
///
/// # Examples
///
/// ```
/// use bangkom_domain::{catalog::Catalog, roster::Roster};
/// use bangkom_needs::agency_demand;
///
/// # fn show(proposal: &bangkom_needs::Proposal, roster: &Roster, catalog: &Catalog) {
/// for asked in agency_demand(&proposal.demand, roster, catalog) {
///     println!("{} {} {}", asked.agency, asked.program, asked.seats());
/// }
/// # }
/// ```
pub fn agency_demand(demand: &Demand, roster: &Roster, catalog: &Catalog) -> Vec<AgencyDemand> {
    let mut all: BTreeMap<(&UnitId, &ProgramId), AgencyDemand> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let rows = demand.rows.iter();
    for row in rows.filter(|row| seen.insert((row.person, &row.program))) {
        let (Some(employee), Some(program)) =
            (roster.employee(row.person), catalog.program(&row.program))
        else {
            continue;
        };
        let agency = roster.units().agency_of(&employee.unit);
        let agency = agency.unwrap_or(&employee.unit);
        let asked = all
            .entry((agency, &program.id))
            .or_insert_with(|| empty(agency, program));
        match row.standing {
            Standing::Decided => asked.decided += 1,
            Standing::Verified => asked.verified += 1,
            _ => asked.proposed += 1,
        }
    }
    all.into_values().collect()
}

fn empty(agency: &UnitId, program: &Program) -> AgencyDemand {
    let seats = i64::from(program.limits.max_seats.max(1));
    let batch = program.cost.per_batch.amount().max(0);
    let share = Rupiah::new(batch / seats + i64::from(batch % seats > 0));
    AgencyDemand {
        agency: agency.clone(),
        program: program.id.clone(),
        proposed: 0,
        verified: 0,
        decided: 0,
        hours: program.hours(),
        seat_cost: program.cost.per_seat + share,
    }
}
