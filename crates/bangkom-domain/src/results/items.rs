use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Occasion;
use crate::id::{BatchId, InstrumentId, PersonId};
use crate::privacy::Personal;

/// The questions of an instrument, in order.
#[doc(alias = "butir")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentItems {
    /// The instrument.
    pub instrument: InstrumentId,
    /// Its items.
    pub items: Vec<Item>,
}

/// One question, statement or criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its code within the instrument.
    pub code: String,
    /// The least answer.
    pub low: f64,
    /// The greatest answer.
    pub high: f64,
    /// Whether agreement speaks against what is measured; such answers are mirrored.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reversed: bool,
    /// The right answer of a keyed item; answers then count 1 where they equal it, else 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<f64>,
}

impl Item {
    /// Whether its bounds enclose a range, and its key lies in it.
    ///
    /// ```
    /// use bangkom_domain::results::Item;
    ///
    /// let item = Item { code: "1".into(), low: 1.0, high: 5.0, reversed: false, key: None };
    /// assert!(item.is_sound() && !Item { high: 1.0, ..item }.is_sound());
    /// ```
    pub fn is_sound(&self) -> bool {
        let range = self.high - self.low;
        range.is_finite() && range > 0.0 && self.key.is_none_or(|key| self.holds(key))
    }

    /// Whether an answer lies within its bounds.
    ///
    /// ```
    /// use bangkom_domain::results::Item;
    ///
    /// let item = Item { code: "1".into(), low: 1.0, high: 5.0, reversed: false, key: None };
    /// assert!(item.holds(5.0) && !item.holds(0.0) && !item.holds(f64::NAN));
    /// ```
    pub fn holds(&self, answer: f64) -> bool {
        (self.low..=self.high).contains(&answer)
    }

    /// What an answer counts: 1 or 0 against the key, else the answer, mirrored where reversed.
    ///
    /// ```
    /// use bangkom_domain::results::Item;
    ///
    /// let item = Item { code: "1".into(), low: 1.0, high: 5.0, reversed: true, key: None };
    /// assert_eq!(item.points(2.0), 4.0);
    /// assert_eq!(Item { key: Some(3.0), ..item }.points(3.0), 1.0);
    /// ```
    pub fn points(&self, answer: f64) -> f64 {
        match self.key {
            Some(key) => f64::from(u8::from(answer == key)),
            None if self.reversed => self.low + (self.high - answer),
            None => answer,
        }
    }

    /// The least and the most that an answer can count.
    ///
    /// ```
    /// use bangkom_domain::results::Item;
    ///
    /// let item = Item { code: "1".into(), low: 1.0, high: 4.0, reversed: false, key: Some(2.0) };
    /// assert_eq!(item.range(), (0.0, 1.0));
    /// ```
    pub fn range(&self) -> (f64, f64) {
        match self.key {
            Some(_) => (0.0, 1.0),
            None => (self.low, self.high),
        }
    }
}

/// One person's answers to the items of an instrument.
#[doc(alias = "jawaban")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemAnswers {
    /// The batch.
    pub batch: BatchId,
    /// Who, under a pseudonym.
    pub person: PersonId,
    /// The instrument.
    pub instrument: InstrumentId,
    /// When, seen from the training.
    pub occasion: Occasion,
    /// An answer for each item in order; absent where it was left open.
    pub answers: Personal<Vec<Option<f64>>>,
    /// The day.
    pub date: NaiveDate,
}
