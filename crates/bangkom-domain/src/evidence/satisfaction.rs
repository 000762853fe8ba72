use std::collections::BTreeMap;

use thiserror::Error;

use super::SurveyElement;
use crate::enumeration::enumeration;

enumeration! {
    /// How much each element counts in the satisfaction index.
    ///
    /// The annex divides by the number of elements and prints the quotient rounded; offices
    /// compute with any of the three, and their indices differ by up to one per cent.
    ///
    /// # References
    /// PermenPANRB 14/2017, annex (secondary).
    #[doc(alias = "bobot nilai rata-rata tertimbang")]
    ElementWeight {
        /// One n-th of the whole, exactly: the default.
        Exact => "exact", "tepat 1/n", "exactly 1/n";
        /// Rounded to three decimals: 0.111 for nine elements.
        ThreeDecimals => "three_decimals", "1/n dibulatkan tiga desimal", "1/n to three decimals";
        /// Rounded to two decimals: 0.11 for nine elements; the best index is then 99.
        TwoDecimals => "two_decimals", "1/n dibulatkan dua desimal", "1/n to two decimals";
    }
}

impl ElementWeight {
    /// The weight of each of so many elements.
    ///
    /// ```
    /// use bangkom_domain::evidence::ElementWeight;
    ///
    /// assert_eq!(ElementWeight::TwoDecimals.of(9), 0.11);
    /// assert_eq!(ElementWeight::ThreeDecimals.of(9), 0.111);
    /// assert_eq!(ElementWeight::Exact.of(8), 0.125);
    /// ```
    pub fn of(self, elements: usize) -> f64 {
        let exact = 1.0 / elements.max(1) as f64;
        match self {
            Self::Exact => exact,
            Self::ThreeDecimals => (exact * 1_000.0).round() / 1_000.0,
            Self::TwoDecimals => (exact * 100.0).round() / 100.0,
        }
    }
}

/// Why no satisfaction index can be stated.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum SatisfactionError {
    /// Nobody answered anything.
    #[error("a satisfaction index needs the mean of at least one element")]
    NoElement,
    /// A mean lies outside the scale of the questionnaire.
    #[error("the mean of {} must be 1 to 4, got {given}", element.code())]
    OffScale {
        /// The element.
        element: SurveyElement,
        /// The mean given.
        given: f64,
    },
}

/// The satisfaction index of a service, with the mean of each element.
///
/// # Formula
///
/// ```text
/// weighted mean = sum over elements of mean × weight        weight 1/n, or rounded
/// index         = weighted mean × 25                        25 to 100
/// ```
///
/// ```
/// use bangkom_domain::evidence::{
///     ElementWeight, SatisfactionBands, SatisfactionGrade, SatisfactionIndex, SurveyElement,
/// };
///
/// let means = [3.45, 2.65, 3.53, 2.31, 1.55, 3.12, 2.13, 2.43, 3.21];
/// let means = SurveyElement::ALL.iter().copied().zip(means).collect();
/// let survey = SatisfactionIndex::new(means, ElementWeight::Exact)?;
/// assert_eq!(format!("{:.4}", survey.index()), "67.7222");
/// let grade = SatisfactionBands::default().grade(survey.index());
/// assert_eq!(grade, Some(SatisfactionGrade::C));
/// assert_eq!(survey.lowest(), SurveyElement::Product);
/// # Ok::<(), bangkom_domain::evidence::SatisfactionError>(())
/// ```
///
/// # References
/// PermenPANRB 14/2017, annex: processing of the survey (secondary).
#[doc(alias = "IKM")]
#[doc(alias = "SKM")]
#[derive(Debug, Clone, PartialEq)]
pub struct SatisfactionIndex {
    means: BTreeMap<SurveyElement, f64>,
    weight: ElementWeight,
}

impl SatisfactionIndex {
    /// The index of these means of 1 to 4; elements that were not asked are left out.
    ///
    /// # Errors
    /// [`SatisfactionError`] without any element, or for a mean off the scale.
    pub fn new(
        means: BTreeMap<SurveyElement, f64>,
        weight: ElementWeight,
    ) -> Result<Self, SatisfactionError> {
        let off = means.iter().find(|(_, mean)| !(1.0..=4.0).contains(*mean));
        match off {
            Some((element, given)) => Err(SatisfactionError::OffScale {
                element: *element,
                given: *given,
            }),
            None if means.is_empty() => Err(SatisfactionError::NoElement),
            None => Ok(Self { means, weight }),
        }
    }

    /// The index of single answers of 1 to 4; the mean of an element is over those who answered.
    ///
    /// ```
    /// use bangkom_domain::evidence::{ElementWeight, SatisfactionIndex, SurveyElement};
    ///
    /// let answers = [(SurveyElement::Fees, 3), (SurveyElement::Fees, 4), (SurveyElement::Product, 2)];
    /// let survey = SatisfactionIndex::of_answers(answers, ElementWeight::Exact)?;
    /// assert_eq!(survey.mean(SurveyElement::Fees), Some(3.5));
    /// assert_eq!(survey.index(), 68.75);
    /// # Ok::<(), bangkom_domain::evidence::SatisfactionError>(())
    /// ```
    ///
    /// # Errors
    /// [`SatisfactionError`] without any answer, or where the mean is off the scale.
    pub fn of_answers(
        answers: impl IntoIterator<Item = (SurveyElement, u8)>,
        weight: ElementWeight,
    ) -> Result<Self, SatisfactionError> {
        let mut sums: BTreeMap<SurveyElement, (u64, u64)> = BTreeMap::new();
        for (element, answer) in answers {
            let (sum, number) = sums.entry(element).or_default();
            *sum += u64::from(answer);
            *number += 1;
        }
        let means = sums
            .into_iter()
            .map(|(element, (sum, number))| (element, sum as f64 / number as f64));
        Self::new(means.collect(), weight)
    }

    /// The mean of an element, 1 to 4; none where it was not asked.
    pub fn mean(&self, element: SurveyElement) -> Option<f64> {
        self.means.get(&element).copied()
    }

    /// The elements with their means, in the order of the regulation.
    pub fn means(&self) -> impl Iterator<Item = (SurveyElement, f64)> {
        self.means.iter().map(|(element, mean)| (*element, *mean))
    }

    /// Which weight the elements have.
    pub const fn weight(&self) -> ElementWeight {
        self.weight
    }

    /// The sum of the weighted means, 1 to 4 with exact weights.
    pub fn weighted_mean(&self) -> f64 {
        let weight = self.weight.of(self.means.len());
        match self.weight {
            // One division at the end is closer than a sum of rounded quotients.
            ElementWeight::Exact => self.means.values().sum::<f64>() / self.means.len() as f64,
            _ => self.means.values().map(|mean| mean * weight).sum(),
        }
    }

    /// The index, 25 to 100 with exact weights; round it to two decimals only to grade it.
    pub fn index(&self) -> f64 {
        self.weighted_mean() * 25.0
    }

    /// The element with the lowest mean, the first in the order of the regulation of equals.
    pub fn lowest(&self) -> SurveyElement {
        let lowest = self.means.iter().min_by(|a, b| a.1.total_cmp(b.1));
        lowest.map_or(SurveyElement::Requirements, |(element, _)| *element)
    }
}
