use bangkom_domain::plan::{Batch, Plan, Publication, Session};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// What stands of a plan when the year has come to a day: history, notice and draft.
///
/// What has begun is frozen, what begins within the days of notice is announced, and what comes
/// later is a draft that the next run may replace; what was announced stays announced.
///
/// ```
/// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
/// use bangkom_domain::plan::Publication;
/// use bangkom_domain::progress::Silent;
/// use bangkom_schedule::{Inputs, PlanOptions, Problem, Windows, check, plan};
///
/// # let city = small::city();
/// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
/// let problem = Problem::new(inputs.clone()).value;
/// let year = plan(&problem, &PlanOptions::default(), &mut Silent)?.into_plan();
///
/// // A month later the rest of the year is planned again.
/// let windows = Windows { today: small::day(5, 4), notice_days: 14 };
/// let standing = windows.of(&year);
/// let policy = inputs.policy.clone().not_before(Some(windows.today));
/// let inputs = inputs.fixed(Some(&standing)).policy(policy);
/// let again = plan(&Problem::new(inputs.clone()).value, &PlanOptions::default(), &mut Silent)?;
/// assert!(check(&inputs, again.plan()).is_empty());
/// for batch in standing.batches.iter().filter(|b| b.publication == Publication::Frozen) {
///     assert!(again.plan().batches.contains(batch));
/// }
/// # Ok::<(), bangkom_schedule::PlanError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Windows {
    /// The day to which the year has come.
    pub today: NaiveDate,
    /// A batch is announced so many days before it begins.
    pub notice_days: u16,
}

impl Windows {
    /// The plan as it stands on the day; batches without a date stay as they are.
    #[must_use]
    pub fn of(self, plan: &Plan) -> Plan {
        let batches = plan.batches.iter().map(|batch| Batch {
            publication: self.publication(batch),
            ..batch.clone()
        });
        Plan {
            batches: batches.collect(),
            ..plan.clone()
        }
    }

    fn publication(self, batch: &Batch) -> Publication {
        let first = batch.sessions.iter().filter_map(Session::first_day).min();
        let notice = self
            .today
            .checked_add_days(Days::new(u64::from(self.notice_days)));
        match first {
            Some(first) if first <= self.today => Publication::Frozen,
            Some(first) if first <= notice.unwrap_or(NaiveDate::MAX) => {
                batch.publication.max(Publication::Published)
            }
            _ => batch.publication,
        }
    }
}
