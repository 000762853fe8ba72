use serde::{Deserialize, Serialize};

use super::conversion_preset::{RULES, regulation};
use crate::measure::LearningHours;
use crate::preset::{PresetUse, Source};
use crate::program::DeliveryMethod;

/// How the activities of each form become learning hours: data, replaceable row by row.
#[doc(alias = "konversi JP")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConversionTable {
    /// Its name, such as `hours.conversion`.
    pub name: String,
    /// Where it comes from.
    pub source: Source,
    /// One row for each form, in the official order.
    pub rows: Vec<ConversionRow>,
}

/// How one form becomes learning hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConversionRow {
    /// The form.
    pub method: DeliveryMethod,
    /// How its hours are counted.
    pub rule: ConversionRule,
    /// What an activity abroad or of international rank adds.
    pub international: Supplement,
}

/// How the hours of an activity are counted, before any supplement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ConversionRule {
    /// The hours of the program.
    Program,
    /// A fixed number for each activity, however long.
    Fixed(u16),
    /// So many hours for each day.
    PerDay(u16),
    /// The hours spent, at most so many for each day.
    ActualPerDay {
        /// The greatest number of hours of one day.
        max: u16,
    },
    /// So many hours for each session, and at most so many sessions a month.
    PerSession {
        /// The hours of one session.
        hours: u16,
        /// The greatest number of sessions of one month.
        max_a_month: u16,
    },
}

/// What an international activity adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Supplement {
    /// Nothing.
    None,
    /// This many hours instead of the usual number.
    Instead(u16),
    /// So many hundredths of the hours counted, rounded down.
    Percent(u16),
    /// So many hundredths of the hours of the program, rounded down.
    PercentOfProgram(u16),
}

/// What somebody did, as far as it decides the learning hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// The form.
    pub method: DeliveryMethod,
    /// The hours of the program, or the hours spent where the form counts those.
    pub hours: u32,
    /// On how many days, at least one.
    pub days: u32,
    /// The sessions of each calendar month, for forms that count sessions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions_by_month: Vec<u32>,
    /// Whether it was abroad or of international rank.
    #[serde(default)]
    pub international: bool,
}

/// The learning hours of one activity, and what was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credit {
    /// The hours to be credited; none where the activity earns nothing.
    pub hours: Option<LearningHours>,
    /// How many of them the international supplement gave.
    pub supplement: u32,
    /// The caps that left hours or sessions out, in the order applied.
    pub caps: Vec<CreditCap>,
    /// The table that was used.
    pub preset: PresetUse,
}

/// A cap that left something out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum CreditCap {
    /// Hours over the greatest number of a day.
    HoursOfADay {
        /// The greatest number of hours of one day.
        max: u16,
        /// How many hours were left out.
        left_out: u32,
    },
    /// Sessions over the greatest number of a month.
    SessionsOfAMonth {
        /// Which month of the activity, counted from 1.
        month: u32,
        /// The greatest number of sessions of one month.
        max: u16,
        /// How many sessions were left out.
        left_out: u32,
    },
    /// Hours over the greatest number that one credit can hold.
    HoursOfACredit {
        /// How many hours were left out.
        left_out: u32,
    },
}

impl Default for ConversionTable {
    /// The preset of Peraturan LAN 10/2018, as public applications agree on it.
    fn default() -> Self {
        let row = |(index, method): (usize, &DeliveryMethod)| ConversionRow {
            method: *method,
            rule: RULES[index].0,
            international: RULES[index].1,
        };
        Self {
            name: "hours.conversion".to_owned(),
            source: regulation(),
            rows: DeliveryMethod::ALL.iter().enumerate().map(row).collect(),
        }
    }
}

impl ConversionTable {
    /// The row of a form; the hours of the program where the table has none.
    ///
    /// ```
    /// use bangkom_domain::hours::{ConversionRule, ConversionTable};
    /// use bangkom_domain::program::DeliveryMethod;
    ///
    /// let row = ConversionTable::default().row(DeliveryMethod::Benchmarking);
    /// assert_eq!(row.rule, ConversionRule::Fixed(10));
    /// ```
    pub fn row(&self, method: DeliveryMethod) -> ConversionRow {
        self.rows
            .iter()
            .copied()
            .find(|row| row.method == method)
            .unwrap_or(ConversionRow {
                method,
                rule: ConversionRule::Program,
                international: Supplement::None,
            })
    }

    /// The learning hours of an activity, with every cap that was applied.
    ///
    /// ```
    /// use bangkom_domain::hours::{Activity, ConversionTable, CreditCap};
    /// use bangkom_domain::program::DeliveryMethod;
    ///
    /// // Three sessions in one month and one in the next: the third does not count.
    /// let coaching = Activity {
    ///     method: DeliveryMethod::Coaching,
    ///     hours: 8,
    ///     days: 4,
    ///     sessions_by_month: vec![3, 1],
    ///     international: false,
    /// };
    /// let credit = ConversionTable::default().credit(&coaching);
    /// assert_eq!(credit.hours.map(|hours| hours.get()), Some(6));
    /// assert_eq!(credit.caps, [CreditCap::SessionsOfAMonth { month: 1, max: 2, left_out: 1 }]);
    /// ```
    ///
    /// # References
    /// Peraturan LAN 10/2018, as three public applications convert hours (secondary).
    pub fn credit(&self, activity: &Activity) -> Credit {
        let row = self.row(activity.method);
        let mut caps = Vec::new();
        let counted = row.rule.count(activity, &mut caps);
        let full = if activity.international && counted > 0 {
            row.international.apply(counted, activity.hours)
        } else {
            counted
        };
        let greatest = u32::from(LearningHours::MAX.get());
        if full > greatest {
            caps.push(CreditCap::HoursOfACredit {
                left_out: full - greatest,
            });
        }
        Credit {
            hours: LearningHours::new(full.min(greatest)).ok(),
            supplement: full.min(greatest).saturating_sub(counted),
            caps,
            preset: PresetUse {
                preset: self.name.clone(),
                source: self.source.clone(),
            },
        }
    }
}

impl ConversionRule {
    fn count(self, activity: &Activity, caps: &mut Vec<CreditCap>) -> u32 {
        match self {
            Self::Program => activity.hours,
            Self::Fixed(hours) => u32::from(hours),
            Self::PerDay(hours) => u32::from(hours).saturating_mul(activity.days),
            Self::ActualPerDay { max } => {
                let most = u32::from(max).saturating_mul(activity.days);
                let left_out = activity.hours.saturating_sub(most);
                if left_out > 0 {
                    caps.push(CreditCap::HoursOfADay { max, left_out });
                }
                activity.hours.min(most)
            }
            Self::PerSession { hours, max_a_month } => {
                let sessions = (1..)
                    .zip(&activity.sessions_by_month)
                    .map(|(month, sessions)| within_month(month, *sessions, max_a_month, caps))
                    .fold(0, u32::saturating_add);
                u32::from(hours).saturating_mul(sessions)
            }
        }
    }
}

fn within_month(month: u32, sessions: u32, max: u16, caps: &mut Vec<CreditCap>) -> u32 {
    let left_out = sessions.saturating_sub(u32::from(max));
    if left_out > 0 {
        caps.push(CreditCap::SessionsOfAMonth {
            month,
            max,
            left_out,
        });
    }
    sessions - left_out
}

impl Supplement {
    fn apply(self, counted: u32, program: u32) -> u32 {
        let share = |hours: u32, percent: u16| {
            (u64::from(hours) * u64::from(percent) / 100).min(u64::from(u32::MAX)) as u32
        };
        match self {
            Self::None => counted,
            Self::Instead(hours) => u32::from(hours),
            Self::Percent(percent) => counted.saturating_add(share(counted, percent)),
            Self::PercentOfProgram(percent) => counted.saturating_add(share(program, percent)),
        }
    }
}
