use bangkom_domain::calendar::Calendar;
use bangkom_domain::finding::{Checked, Explain as _, Findings};
use bangkom_domain::hours::HoursAccounts;
use bangkom_domain::plan::Batch;

use super::claims::{self, Claim};
use super::decided::Decided;
use super::people::People;
use super::programs::{self, ProgramData};
use super::supply::Supply;
use super::timeline::Timeline;
use super::units::Units;
use super::{Inputs, ProblemFinding, fixed};

/// A planning problem whose parts fit together, ready for the search.
///
/// `Debug` shows sizes only.
pub struct Problem<'a> {
    pub(crate) inputs: Inputs<'a>,
    pub(crate) time: Timeline,
    pub(crate) units: Units,
    pub(crate) people: People,
    pub(crate) supply: Supply,
    pub(crate) programs: Vec<ProgramData>,
    pub(crate) claims: Vec<Claim>,
    pub(crate) accounts: HoursAccounts<'a>,
    pub(crate) fixed: Vec<Batch>,
    /// Announced batches that need other rooms, instructors or dates.
    pub(crate) loose: Vec<Batch>,
}

impl std::fmt::Debug for Problem<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Problem")
            .field("programs", &self.programs.len())
            .field("claims", &self.claims.len())
            .field("fixed", &self.fixed.len())
            .field("slots", &self.time.slots())
            .finish_non_exhaustive()
    }
}

impl<'a> Problem<'a> {
    /// Checks the inputs, all of them, and keeps what is valid.
    ///
    /// What is wrong is set aside and named; what is left can be planned.
    ///
    /// ```
    /// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
    /// use bangkom_schedule::{Inputs, Problem};
    ///
    /// # let mut city = small::city();
    /// city.demand.rows[0].program = small::program_id("NOWHERE");
    /// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
    /// let checked = Problem::new(inputs);
    /// assert_eq!(checked.findings.len(), 1);
    /// assert_eq!(checked.value.claims(), city.demand.rows.len() - 1);
    /// ```
    pub fn new(inputs: Inputs<'a>) -> Checked<Self, ProblemFinding> {
        let mut findings = Vec::new();
        let time = timeline(&inputs, &mut findings);
        let units = Units::new(&inputs, &time, &mut findings);
        let people = People::new(&inputs, &time, &units.index);
        findings.extend(unknown_limits(&inputs, &people));
        let supply = Supply::new(&inputs, &time, &mut findings);
        let programs = programs::compile(&inputs, &supply, &time, &mut findings);
        let accounts = accounts(&inputs, &people, &mut findings);
        let decided = Decided::new(inputs.decisions, &mut findings);
        let claims = claims::compile(
            &inputs,
            &people,
            &programs,
            &accounts,
            &decided,
            &mut findings,
        );
        let kept = fixed::kept(&inputs, &decided, &mut findings);
        let value = Self {
            inputs,
            time,
            units,
            people,
            supply,
            programs,
            claims,
            accounts,
            fixed: kept.fixed,
            loose: kept.loose,
        };
        Checked {
            value,
            findings: Findings::new(findings),
        }
    }

    /// The documents that it was made from.
    pub fn inputs(&self) -> &Inputs<'a> {
        &self.inputs
    }

    /// How many claims to a seat it has.
    pub fn claims(&self) -> usize {
        self.claims.len()
    }
}

/// The limits on training slots that are of nobody.
fn unknown_limits(inputs: &Inputs<'_>, people: &People) -> Vec<ProblemFinding> {
    let limited = inputs.policy.training_slots.keys().copied();
    let unknown = limited.filter(|person| people.find(*person).is_none());
    unknown
        .map(|person| ProblemFinding::SlotsPerson { person })
        .collect()
}

/// The credits by person; what is wrong in the ledger, or about nobody, is named.
fn accounts<'a>(
    inputs: &Inputs<'a>,
    people: &People,
    findings: &mut Vec<ProblemFinding>,
) -> HoursAccounts<'a> {
    let Checked {
        value: accounts,
        findings: own,
    } = inputs.ledger.accounts();
    findings.extend(own.iter().map(|finding| ProblemFinding::Ledger {
        code: finding.code().to_owned(),
        record: finding.place().record,
    }));
    let unknown = accounts.persons().filter(|id| people.find(*id).is_none());
    findings.extend(unknown.map(|person| ProblemFinding::LedgerPerson { person }));
    accounts
}

fn timeline(inputs: &Inputs<'_>, findings: &mut Vec<ProblemFinding>) -> Timeline {
    let horizon = inputs.resources.horizon;
    let calendar = Calendar::new(inputs.resources.calendar.clone());
    for finding in &calendar.findings {
        findings.push(ProblemFinding::Calendar {
            code: finding.code().to_owned(),
            record: finding.place().record,
        });
    }
    for year in missing_years(&calendar.value, horizon) {
        findings.push(ProblemFinding::CalendarMissing { year });
    }
    let time = Timeline::new(&calendar.value, horizon, inputs.policy.max_pause_days);
    if time.slots() == 0 {
        findings.push(ProblemFinding::NoWorkingDay {
            horizon: horizon.into(),
        });
    }
    time
}

fn missing_years(
    calendar: &Calendar,
    horizon: bangkom_domain::calendar::Period,
) -> impl Iterator<Item = i32> {
    use chrono::Datelike as _;
    let known: Vec<i32> = calendar.years().collect();
    (horizon.first().year()..=horizon.last().year()).filter(move |year| !known.contains(year))
}
