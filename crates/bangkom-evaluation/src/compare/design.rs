use bangkom_domain::results::{Assignment, Selection, TestForms};
use serde::{Deserialize, Serialize};

/// What is known of how two measurements came about; it decides what may be concluded.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Design {
    /// Whether the first measurement was asked at the end, about the time before.
    pub retrospective: bool,
    /// How the participants were chosen, where known.
    pub selection: Option<Selection>,
    /// How those compared with came about, where there are any.
    pub assignment: Option<Assignment>,
    /// How the tests before and after compare, where known.
    pub forms: Option<TestForms>,
    /// By how much the test after proved easier on items that both share, a share of the scale;
    /// negative when harder, absent where that was not seen.
    pub form_shift: Option<f64>,
    /// The reliability of the scores, 0 to below 1, where known.
    pub reliability: Option<f64>,
    /// The mean of all for whom the test is meant, in score units, where known.
    pub population_mean: Option<f64>,
    /// Whether who attended was not recorded, so that everybody with a seat counts.
    pub attendance_unknown: bool,
}

impl Design {
    /// Sets how the participants were chosen.
    #[must_use]
    pub fn selection(mut self, selection: Selection) -> Self {
        self.selection = Some(selection);
        self
    }

    /// Sets how those compared with came about.
    #[must_use]
    pub fn assignment(mut self, assignment: Assignment) -> Self {
        self.assignment = Some(assignment);
        self
    }

    /// Sets how the tests before and after compare.
    #[must_use]
    pub fn forms(mut self, forms: TestForms) -> Self {
        self.forms = Some(forms);
        self
    }

    /// Sets the reliability of the scores and the mean of all for whom the test is meant.
    #[must_use]
    pub fn population(mut self, reliability: f64, mean: f64) -> Self {
        self.reliability = Some(reliability);
        self.population_mean = Some(mean);
        self
    }
}
