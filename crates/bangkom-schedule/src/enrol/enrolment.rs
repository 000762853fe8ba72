use std::cmp::Reverse;
use std::collections::BTreeMap;

use bangkom_domain::id::{BatchId, PersonId, UnitId};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Applicant, EnrolError, EnrolRules, Reserves, Standing};

/// What is fixed about the enrolment of one batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The batch.
    pub batch: BatchId,
    /// How many seats it has.
    pub capacity: u32,
    /// The least number of seats with which it runs.
    pub least: u32,
    /// Its first day.
    pub begins: NaiveDate,
    /// The seats kept for units.
    pub reserves: Reserves,
    /// By when what must be done.
    pub rules: EnrolRules,
}

impl Terms {
    fn before(&self, days: u16) -> NaiveDate {
        let days = Days::new(u64::from(days));
        self.begins.checked_sub_days(days).unwrap_or(NaiveDate::MIN)
    }
}

/// Something that happened because a day had come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Notice {
    /// A seat is offered until the end of a day.
    Offered {
        /// To whom.
        person: PersonId,
        /// The last day for an answer.
        until: NaiveDate,
    },
    /// An offer was not answered in time.
    Lapsed {
        /// By whom.
        person: PersonId,
    },
    /// Too few seats are taken: the batch does not take place.
    Cancelled {
        /// How many are taken.
        confirmed: u32,
        /// How many it needs.
        least: u32,
    },
}

/// The applications for one batch, from the first to its first day.
///
/// The waiting list goes by need: mandatory claims, then value, then the day of the application,
/// then the person. Nothing happens by itself: [`advance`](Self::advance) is told the day.
#[doc(alias = "pendaftaran")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    terms: Terms,
    applications: BTreeMap<PersonId, (Applicant, Standing)>,
    cancelled: bool,
}

impl Enrolment {
    /// An enrolment without applications.
    pub fn new(terms: Terms) -> Self {
        Self {
            terms,
            applications: BTreeMap::new(),
            cancelled: false,
        }
    }

    /// Puts somebody on the waiting list.
    ///
    /// Whether the person may take part is asked of [`Eligibility`](super::Eligibility).
    ///
    /// # Errors
    /// When the person has applied before, or the batch is cancelled.
    pub fn apply(&mut self, applicant: Applicant) -> Result<(), EnrolError> {
        self.open()?;
        let (batch, person) = (self.terms.batch.clone(), applicant.person);
        if self.applications.contains_key(&person) {
            return Err(EnrolError::AppliedBefore { batch, person });
        }
        let standing = Standing::Waiting;
        self.applications.insert(person, (applicant, standing));
        Ok(())
    }

    /// Takes the seat that is offered.
    ///
    /// # Errors
    /// When none is offered, or the last day for an answer has passed.
    pub fn accept(&mut self, person: PersonId, today: NaiveDate) -> Result<(), EnrolError> {
        self.answer(person, today, Standing::Confirmed)
    }

    /// Turns the seat down that is offered; the next in line gets it when the day advances.
    ///
    /// # Errors
    /// When none is offered, or the last day for an answer has passed.
    pub fn decline(&mut self, person: PersonId, today: NaiveDate) -> Result<(), EnrolError> {
        self.answer(person, today, Standing::Declined)
    }

    /// Gives a seat, an offer or a place on the waiting list up.
    ///
    /// # Errors
    /// When the person has none of these.
    pub fn withdraw(&mut self, person: PersonId) -> Result<(), EnrolError> {
        self.open()?;
        match self.standing_mut(person)? {
            standing @ (Standing::Waiting | Standing::Offered(_) | Standing::Confirmed) => {
                *standing = Standing::Withdrawn;
                Ok(())
            }
            _ => Err(self.no_seat(person)),
        }
    }

    /// Passes a seat on to somebody of the same unit, who need not have applied.
    ///
    /// # Errors
    /// When there is no seat, the other is of another unit or holds one already, or it is too late.
    pub fn substitute(
        &mut self,
        person: PersonId,
        by: Applicant,
        today: NaiveDate,
    ) -> Result<(), EnrolError> {
        self.open()?;
        let last = self.terms.before(self.terms.rules.substitute_days);
        let batch = || self.terms.batch.clone();
        if today > last {
            let batch = batch();
            return Err(EnrolError::TooLate { batch, last });
        }
        let Some((holder, Standing::Confirmed)) = self.applications.get(&person) else {
            return Err(self.no_seat(person));
        };
        if holder.unit != by.unit {
            return Err(EnrolError::OtherUnit { person });
        }
        let other = self.applications.get(&by.person);
        if other.is_some_and(|(_, standing)| *standing == Standing::Confirmed) {
            return Err(EnrolError::AppliedBefore {
                batch: batch(),
                person: by.person,
            });
        }
        *self.standing_mut(person)? = Standing::Replaced(by.person);
        self.applications
            .insert(by.person, (by, Standing::Confirmed));
        Ok(())
    }

    /// Lets a day begin: offers lapse, a batch without quorum is cancelled, free seats are offered.
    ///
    /// Reserved seats are offered to their units alone until they are released.
    pub fn advance(&mut self, today: NaiveDate) -> Vec<Notice> {
        let mut notices = Vec::new();
        if self.cancelled || today >= self.terms.begins {
            return notices;
        }
        self.lapse(today, &mut notices);
        if self.without_quorum(today, &mut notices) {
            return notices;
        }
        let days = Days::new(u64::from(self.terms.rules.offer_days));
        let eve = self.terms.before(1);
        let until = today.checked_add_days(days).map_or(eve, |day| day.min(eve));
        while let Some(person) = self.next(today) {
            if let Some((_, standing)) = self.applications.get_mut(&person) {
                *standing = Standing::Offered(until);
            }
            notices.push(Notice::Offered { person, until });
        }
        notices
    }

    /// The waiting list, the first in line first.
    #[doc(alias = "daftar tunggu")]
    pub fn waiting(&self) -> Vec<&Applicant> {
        let all = self.applications.values();
        let waiting = all.filter(|(_, standing)| *standing == Standing::Waiting);
        let mut waiting: Vec<&Applicant> = waiting.map(|(applicant, _)| applicant).collect();
        waiting.sort_by_key(|one| {
            let need = Reverse((one.mandatory, *one.value.reveal()));
            (need, one.applied_on, one.person)
        });
        waiting
    }

    /// Those who have taken a seat, in order.
    pub fn confirmed(&self) -> impl Iterator<Item = PersonId> + '_ {
        let all = self.applications.iter();
        all.filter(|(_, (_, standing))| *standing == Standing::Confirmed)
            .map(|(person, _)| *person)
    }

    /// Where the application of a person stands.
    pub fn standing(&self, person: PersonId) -> Option<Standing> {
        self.applications
            .get(&person)
            .map(|(_, standing)| *standing)
    }

    /// Whether the batch was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled
    }

    fn open(&self) -> Result<(), EnrolError> {
        let batch = self.terms.batch.clone();
        (!self.cancelled)
            .then_some(())
            .ok_or(EnrolError::Cancelled { batch })
    }

    fn no_seat(&self, person: PersonId) -> EnrolError {
        let batch = self.terms.batch.clone();
        EnrolError::NoSeat { batch, person }
    }

    fn standing_mut(&mut self, person: PersonId) -> Result<&mut Standing, EnrolError> {
        let batch = self.terms.batch.clone();
        let found = self.applications.get_mut(&person);
        found
            .map(|(_, standing)| standing)
            .ok_or(EnrolError::NotApplied { batch, person })
    }

    fn answer(
        &mut self,
        person: PersonId,
        today: NaiveDate,
        answer: Standing,
    ) -> Result<(), EnrolError> {
        self.open()?;
        let batch = self.terms.batch.clone();
        match self.standing_mut(person)? {
            Standing::Offered(until) if today > *until => {
                let last = *until;
                Err(EnrolError::TooLate { batch, last })
            }
            standing @ Standing::Offered(_) => {
                *standing = answer;
                Ok(())
            }
            _ => Err(EnrolError::NotOffered { batch, person }),
        }
    }

    fn lapse(&mut self, today: NaiveDate, notices: &mut Vec<Notice>) {
        for (person, (_, standing)) in &mut self.applications {
            if matches!(standing, Standing::Offered(until) if today > *until) {
                *standing = Standing::Lapsed;
                notices.push(Notice::Lapsed { person: *person });
            }
        }
    }

    fn without_quorum(&mut self, today: NaiveDate, notices: &mut Vec<Notice>) -> bool {
        let confirmed = self.confirmed().count() as u32;
        let least = self.terms.least;
        let due = today >= self.terms.before(self.terms.rules.quorum_days);
        if !due || confirmed >= least {
            return false;
        }
        self.cancelled = true;
        for (_, standing) in self.applications.values_mut() {
            if matches!(
                standing,
                Standing::Waiting | Standing::Offered(_) | Standing::Confirmed
            ) {
                *standing = Standing::Cancelled;
            }
        }
        notices.push(Notice::Cancelled { confirmed, least });
        true
    }

    /// Seats taken or offered, by unit.
    fn held(&self) -> BTreeMap<&UnitId, u32> {
        let mut held = BTreeMap::new();
        for (applicant, standing) in self.applications.values() {
            if matches!(standing, Standing::Offered(_) | Standing::Confirmed) {
                *held.entry(&applicant.unit).or_default() += 1;
            }
        }
        held
    }

    /// The first in line to whom a seat can be offered today.
    fn next(&self, today: NaiveDate) -> Option<PersonId> {
        let held = self.held();
        let taken: u32 = held.values().sum();
        let free = self.terms.capacity.saturating_sub(taken);
        let released = today >= self.terms.before(self.terms.rules.release_days);
        let own = |unit: &UnitId| {
            let used = held.get(unit).copied().unwrap_or(0);
            self.terms.reserves.of(unit).saturating_sub(used)
        };
        let kept: u32 = if released {
            0
        } else {
            self.terms.reserves.iter().map(|(unit, _)| own(unit)).sum()
        };
        let open = free > kept;
        let mut waiting = self.waiting().into_iter();
        let next = waiting.find(|one| free > 0 && (open || own(&one.unit) > 0));
        next.map(|one| one.person)
    }
}
