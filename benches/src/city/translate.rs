use std::error::Error;
use std::fmt::Display;

use bangkom::domain::calendar::Period;
use bangkom::domain::finding::Findings;
use bangkom::schedule::{PlanPolicy, QualityWeights};
use chrono::NaiveDate;

use super::codes::person;
use super::{Documents, Instance};

pub(super) type Result<T> = std::result::Result<T, Box<dyn Error>>;

impl Instance {
    /// The documents that say what the instance says.
    ///
    /// # Errors
    /// When a value is outside what the documents can hold, or a document has findings.
    pub fn documents(&self) -> Result<Documents> {
        Ok(Documents {
            roster: self.roster()?,
            catalog: self.catalog()?,
            resources: self.resources()?,
            demand: self.demand()?,
            ledger: self.ledger()?,
            policy: self.plan_policy(),
            weights: self.weights(),
        })
    }

    pub(super) fn day(&self, index: usize) -> Result<NaiveDate> {
        let day = self.calendar.days.get(index);
        Ok(day.ok_or_else(|| format!("there is no day {index}"))?.date)
    }

    pub(super) fn horizon(&self) -> Result<Period> {
        let last = self.calendar.days.len().saturating_sub(1);
        Ok(Period::new(self.day(0)?, self.day(last)?)?)
    }

    pub(super) fn periods(&self, days: &[usize]) -> Result<Vec<Period>> {
        let days = days.iter();
        days.map(|day| Ok(Period::day(self.day(*day)?))).collect()
    }

    fn plan_policy(&self) -> PlanPolicy {
        let employees = self.employees.iter().enumerate();
        let limits = employees.map(|(row, part)| (person(row), part.max_training_slots));
        PlanPolicy::default()
            .duties(Vec::new())
            .max_pause_days(Some(self.calendar.max_gap_days))
            .training_slots(limits.collect())
    }

    fn weights(&self) -> QualityWeights {
        let policy = &self.policy;
        QualityWeights {
            mixing: policy.mixing_shortfall,
            travel: policy.travel_km,
            lateness: policy.late_week,
            waste: policy.room_waste_seat,
            idle: policy.instructor_idle_gap,
            unevenness: 1,
        }
    }
}

pub(super) fn sound<T, F: std::fmt::Debug>(
    checked: std::result::Result<T, Findings<F>>,
) -> Result<T> {
    checked.map_err(|findings| {
        let first = findings.as_slice().iter().take(3);
        let shown: Vec<String> = first.map(|finding| format!("{finding:?}")).collect();
        format!("{} findings: {}", findings.len(), shown.join("; ")).into()
    })
}

impl Instance {
    /// Reads a document `training-instance/1`.
    ///
    /// # Errors
    /// When it is not one, or names an employee or program that is not there.
    pub fn read(text: &str) -> Result<Self> {
        let instance: Self = serde_json::from_str(text)?;
        let known = |what: &dyn Display, row: usize, all: usize| {
            (row < all)
                .then_some(())
                .ok_or_else(|| format!("there is no {what} {row}"))
        };
        for (employee, program, _) in &instance.demand {
            known(&"employee", *employee, instance.employees.len())?;
            known(&"program", *program, instance.programmes.len())?;
        }
        Ok(instance)
    }
}
