use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Occasion;
use crate::follow_up::Barrier;
use crate::id::{BatchId, InstrumentId, PersonId, RaterId};
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
    /// How much it counts in the score beside the others; 1 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
    /// The only occasion on which it is asked; absent for an item of every form, by which forms
    /// can be compared.
    #[doc(alias = "anchor")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Occasion>,
    /// What stands in the way where its points are low, for a question about the place of work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub barrier: Option<Barrier>,
}

impl Item {
    /// An item answered from `low` to `high`, asked on every occasion.
    ///
    /// ```
    /// use bangkom_domain::results::Item;
    ///
    /// let reversed = Item { reversed: true, ..Item::new("B3", 1.0, 5.0) };
    /// assert_eq!(reversed.points(1.0), 5.0);
    /// ```
    pub fn new(code: impl Into<String>, low: f64, high: f64) -> Self {
        Self {
            code: code.into(),
            low,
            high,
            reversed: false,
            key: None,
            weight: None,
            asked: None,
            barrier: None,
        }
    }

    /// Whether its bounds enclose a range, its key lies in it, and its weight is positive.
    ///
    /// ```
    /// use bangkom_domain::results::Item;
    ///
    /// let item = Item::new("1", 1.0, 5.0);
    /// assert!(item.is_sound() && !Item { high: 1.0, ..item }.is_sound());
    /// ```
    pub fn is_sound(&self) -> bool {
        let range = self.high - self.low;
        let weighs = |weight: f64| weight > 0.0 && weight.is_finite();
        let keyed = self.key.is_none_or(|key| self.holds(key));
        range.is_finite() && range > 0.0 && keyed && self.weight.is_none_or(weighs)
    }

    /// Whether an answer lies within its bounds.
    ///
    /// ```
    /// use bangkom_domain::results::Item;
    ///
    /// let item = Item::new("1", 1.0, 5.0);
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
    /// let item = Item { reversed: true, ..Item::new("1", 1.0, 5.0) };
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
    /// let item = Item { key: Some(2.0), ..Item::new("1", 1.0, 4.0) };
    /// assert_eq!(item.range(), (0.0, 1.0));
    /// ```
    pub fn range(&self) -> (f64, f64) {
        match self.key {
            Some(_) => (0.0, 1.0),
            None => (self.low, self.high),
        }
    }

    /// How much it counts in the score beside the others.
    ///
    /// ```
    /// use bangkom_domain::results::Item;
    ///
    /// assert_eq!(Item::new("1", 0.0, 1.0).weighs(), 1.0);
    /// ```
    pub fn weighs(&self) -> f64 {
        self.weight.unwrap_or(1.0)
    }

    /// Whether it is asked on an occasion; what is remembered of the time before is asked like
    /// the time before.
    ///
    /// ```
    /// use bangkom_domain::results::{Item, Occasion};
    ///
    /// let first = Item { asked: Some(Occasion::Before), ..Item::new("1", 0.0, 1.0) };
    /// assert!(first.is_asked(Occasion::Before) && !first.is_asked(Occasion::After));
    /// ```
    pub fn is_asked(&self, occasion: Occasion) -> bool {
        let occasion = match occasion {
            Occasion::RetrospectiveBefore => Occasion::Before,
            other => other,
        };
        self.asked.is_none_or(|only| only == occasion)
    }
}

/// One person's answers to the items of an instrument, or those of an observer about the person.
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
    /// Who filled it in about the person, under a pseudonym: a rubric or a checklist may have
    /// several; absent where the person did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observer: Option<RaterId>,
    /// An answer for each item in order; absent where it was left open or not asked.
    pub answers: Personal<Vec<Option<f64>>>,
    /// The day.
    pub date: NaiveDate,
}
