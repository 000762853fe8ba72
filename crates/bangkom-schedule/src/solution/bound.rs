use serde::{Deserialize, Serialize};

/// A value that no feasible plan can exceed that leaves no more mandatory claims without a seat.
///
/// It was computed by the [checker](crate::check::certificate) from a
/// [certificate](crate::certificate); [`certify`](crate::certify) gives the certificate itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bound {
    /// The greatest thinkable sum of the values of seated claims.
    pub value: i64,
    /// How it was found.
    pub method: BoundMethod,
}

/// How a bound was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BoundMethod {
    /// Each person's best subset of programs and each program's best number of batches at prices
    /// of what they share; forgets the dates.
    ///
    /// # References
    /// Geoffrion 1974, Lagrangean relaxation: any non-negative prices give a bound.
    PersonSubsets,
}

impl Bound {
    /// How much of the bound a value reaches, in thousandths rounded down; none of no bound.
    ///
    /// ```
    /// use bangkom_schedule::{Bound, BoundMethod};
    ///
    /// let bound = Bound { value: 3_000, method: BoundMethod::PersonSubsets };
    /// assert_eq!(bound.reached(2_000), Some(666));
    /// ```
    pub fn reached(&self, value: i64) -> Option<u16> {
        let value = i128::from(value.max(0)) * 1_000;
        let share = value.checked_div(i128::from(self.value))?;
        u16::try_from(share).ok()
    }
}
