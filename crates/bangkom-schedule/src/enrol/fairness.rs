use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{PersonId, ProgramId};
use bangkom_domain::people::Employee;
use bangkom_domain::plan::Plan;
use bangkom_domain::privacy;
use serde::{Deserialize, Serialize};

use crate::problem::Inputs;

/// What one group asked for and got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupShare {
    /// The group: the code of a unit, a kind of employment, a sex.
    pub group: String,
    /// How many people have a claim.
    pub people: u32,
    /// How many claims they have.
    pub claims: u32,
    /// How many of the claims have a seat.
    pub seated: u32,
    /// What the claims are worth.
    pub value: u64,
    /// What the seated claims are worth.
    pub seated_value: u64,
}

impl GroupShare {
    /// How many of a thousand claims have a seat, rounded down; none of no claim.
    pub fn seated_permille(&self) -> Option<u32> {
        let share = u64::from(self.seated) * 1_000;
        share
            .checked_div(u64::from(self.claims))
            .map(|share| share as u32)
    }
}

/// How claims and seats fall on groups of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fairness {
    /// By unit, ordered by code.
    pub units: Vec<GroupShare>,
    /// By kind of employment.
    pub kinds: Vec<GroupShare>,
    /// By recorded sex; people of whom it is not recorded are left out.
    pub sexes: Vec<GroupShare>,
    /// How many groups are not shown, because they are small or would give a small one away.
    pub hidden: u32,
}

/// How the claims and the seats of a plan fall on units, kinds of employment and sexes.
///
/// Groups of fewer than `minimum` people are not shown, nor what they could be subtracted from.
///
/// ```
/// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
/// use bangkom_domain::progress::Silent;
/// use bangkom_schedule::enrol::fairness;
/// use bangkom_schedule::{Inputs, PlanOptions, Problem, plan};
///
/// # let city = small::city();
/// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
/// let problem = Problem::new(inputs.clone()).value;
/// let solution = plan(&problem, &PlanOptions::default(), &mut Silent)?;
/// let report = fairness(&inputs, solution.plan(), 2);
/// let seated: u32 = report.units.iter().map(|unit| unit.seated).sum();
/// let seats: usize = solution.plan().batches.iter().map(|batch| batch.seats.len()).sum();
/// assert_eq!(seated as usize, seats);
/// # Ok::<(), bangkom_schedule::PlanError>(())
/// ```
#[doc(alias = "pemerataan")]
pub fn fairness(inputs: &Inputs<'_>, plan: &Plan, minimum: u32) -> Fairness {
    let batches = plan.batches.iter();
    let seats: BTreeSet<(PersonId, &ProgramId)> = batches
        .flat_map(|batch| batch.seats.iter().map(|seat| (seat.person, &batch.program)))
        .collect();
    let mut hidden = 0;
    let mut by = |group: &dyn Fn(&Employee) -> Option<String>| {
        shares(inputs, &seats, group, minimum, &mut hidden)
    };
    Fairness {
        units: by(&|employee| Some(employee.unit.to_string())),
        kinds: by(&|employee| Some(employee.kind.code().to_owned())),
        sexes: by(&|employee| employee.sex.map(|sex| sex.reveal().code().to_owned())),
        hidden,
    }
}

fn shares(
    inputs: &Inputs<'_>,
    seats: &BTreeSet<(PersonId, &ProgramId)>,
    group: &dyn Fn(&Employee) -> Option<String>,
    minimum: u32,
    hidden: &mut u32,
) -> Vec<GroupShare> {
    let mut shares = BTreeMap::<String, (BTreeSet<PersonId>, GroupShare)>::new();
    for row in &inputs.demand.rows {
        let employee = inputs.roster.employee(row.person);
        let Some(name) = employee.and_then(group) else {
            continue;
        };
        let empty = || (BTreeSet::new(), empty(name.clone()));
        let (people, share) = shares.entry(name.clone()).or_insert_with(empty);
        people.insert(row.person);
        let seated = seats.contains(&(row.person, &row.program));
        let value = u64::from(row.value.reveal().points());
        share.claims += 1;
        share.seated += u32::from(seated);
        share.value += value;
        share.seated_value += if seated { value } else { 0 };
    }
    let sizes = shares.iter();
    let sizes = sizes.map(|(name, (people, _))| (name.clone(), people.len() as u32));
    let small = privacy::suppressed(&sizes.collect(), minimum);
    *hidden += small.len() as u32;
    let shown = shares.into_iter().filter(|(name, _)| !small.contains(name));
    shown
        .map(|(_, (people, share))| GroupShare {
            people: people.len() as u32,
            ..share
        })
        .collect()
}

fn empty(group: String) -> GroupShare {
    GroupShare {
        group,
        people: 0,
        claims: 0,
        seated: 0,
        value: 0,
        seated_value: 0,
    }
}
