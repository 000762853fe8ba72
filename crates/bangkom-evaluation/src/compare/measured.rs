use bangkom_stats::StatsError;

use super::Scale;

/// Two measurements of the same people as columns, and those of a comparison group.
///
/// NaN stands for a score that is missing. More is better; turn scores of other scales first.
///
/// ```
/// use bangkom_evaluation::Measured;
///
/// let measured = Measured::new(&[3.0, 4.0, f64::NAN], &[5.0, 4.5, 6.0]);
/// assert_eq!(measured.pairs(), 2);
/// ```
#[derive(Clone, Copy, Default)]
pub struct Measured<'a> {
    pub(super) first: &'a [f64],
    pub(super) second: &'a [f64],
    pub(super) groups: &'a [u32],
    pub(super) compared: Option<Compared<'a>>,
    pub(super) scale: Option<Scale>,
}

/// The columns of a comparison group.
#[derive(Clone, Copy, Default)]
pub(super) struct Compared<'a> {
    pub first: &'a [f64],
    pub second: &'a [f64],
    pub groups: &'a [u32],
}

impl std::fmt::Debug for Measured<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Measured {{ {} people }}", self.first.len())
    }
}

impl<'a> Measured<'a> {
    /// The first and the second score of each person, in one order.
    pub fn new(first: &'a [f64], second: &'a [f64]) -> Self {
        Self {
            first,
            second,
            ..Self::default()
        }
    }

    /// Sets the group, such as the agency, that each person came from.
    #[must_use]
    pub fn groups(mut self, groups: &'a [u32]) -> Self {
        self.groups = groups;
        self
    }

    /// Sets the scores of people without the program.
    #[must_use]
    pub fn compared(mut self, first: &'a [f64], second: &'a [f64]) -> Self {
        let groups = self.compared.unwrap_or_default().groups;
        self.compared = Some(Compared {
            first,
            second,
            groups,
        });
        self
    }

    /// Sets the groups that the people without the program came from.
    #[must_use]
    pub fn compared_groups(mut self, groups: &'a [u32]) -> Self {
        let compared = self.compared.unwrap_or_default();
        self.compared = Some(Compared { groups, ..compared });
        self
    }

    /// Sets the bounds of the scale.
    #[must_use]
    pub fn scale(mut self, scale: Scale) -> Self {
        self.scale = Some(scale);
        self
    }

    /// How many people have both scores.
    pub fn pairs(&self) -> usize {
        let both = self.first.iter().zip(self.second);
        both.filter(|(a, b)| !a.is_nan() && !b.is_nan()).count()
    }

    /// That columns belong together and scores can be.
    pub(super) fn check(&self) -> Result<(), StatsError> {
        columns(self.first, self.second, self.groups, self.scale)?;
        match self.compared {
            Some(other) => columns(other.first, other.second, other.groups, self.scale),
            None => Ok(()),
        }
    }
}

fn columns(
    first: &[f64],
    second: &[f64],
    groups: &[u32],
    scale: Option<Scale>,
) -> Result<(), StatsError> {
    same_length(first, second)?;
    if !groups.is_empty() {
        same_length(first, groups)?;
    }
    for (argument, values) in [("first", first), ("second", second)] {
        if let Some(index) = values.iter().position(|value| value.is_infinite()) {
            return Err(StatsError::NotFinite { argument, index });
        }
        let Some(scale) = scale else { continue };
        let outside = |value: &f64| *value < scale.low() || *value > scale.high();
        if let Some(index) = values.iter().position(outside) {
            return Err(StatsError::OutOfRange {
                argument,
                index: Some(index),
                value: values[index],
                low: scale.low(),
                high: scale.high(),
            });
        }
    }
    Ok(())
}

fn same_length<A, B>(first: &[A], second: &[B]) -> Result<(), StatsError> {
    let (first, second) = (first.len(), second.len());
    if first == second {
        return Ok(());
    }
    Err(StatsError::LengthMismatch { first, second })
}
