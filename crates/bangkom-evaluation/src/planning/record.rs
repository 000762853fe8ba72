use serde::{Deserialize, Serialize};

/// A study that is being planned.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Planned {
    /// The effect to see: mean change by the standard deviation of changes, or mean difference
    /// of changes by theirs where others are compared with.
    pub effect: f64,
    /// The chance to see it, 0 to 1.
    pub power: f64,
    /// How many of one agency come together.
    pub agency_size: f64,
    /// How far people of one agency change alike, 0 to 1.
    pub agency_correlation: f64,
    /// The share expected to be lost, 0 to below 1.
    pub attrition: f64,
    /// Whether as many people without the program are measured too.
    pub compared: bool,
}

impl Planned {
    /// A pre/post study without losses, people each for themselves, at a power of 80 %.
    pub const fn new(effect: f64) -> Self {
        Self {
            effect,
            power: 0.8,
            agency_size: 1.0,
            agency_correlation: 0.0,
            attrition: 0.0,
            compared: false,
        }
    }

    /// Sets the chance to see the effect.
    #[must_use]
    pub const fn power(mut self, power: f64) -> Self {
        self.power = power;
        self
    }

    /// Sets how many of an agency come together, and how far they change alike.
    #[must_use]
    pub const fn agencies(mut self, size: f64, correlation: f64) -> Self {
        self.agency_size = size;
        self.agency_correlation = correlation;
        self
    }

    /// Sets the share expected to be lost.
    #[must_use]
    pub const fn attrition(mut self, share: f64) -> Self {
        self.attrition = share;
        self
    }

    /// Measures as many people without the program too.
    #[must_use]
    pub const fn compared(mut self) -> Self {
        self.compared = true;
        self
    }
}

/// How many people a study needs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Needed {
    /// How many must have both scores, in each group where two are compared.
    pub measured: u32,
    /// How many must be invited, losses expected.
    pub invited: u32,
    /// The power reached if people were each for themselves.
    pub power: f64,
    /// By how much people of one agency count less.
    pub design_effect: f64,
}
