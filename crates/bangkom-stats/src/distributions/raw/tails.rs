//! Both tails of a distribution at one point.

/// Both tails, and the density with respect to the logarithm of the point (or of its odds).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tails {
    pub(crate) lower: f64,
    pub(crate) upper: f64,
    pub(crate) density: f64,
}

impl Tails {
    /// Everything lies above the point.
    pub(super) const START: Self = Self {
        lower: 0.0,
        upper: 1.0,
        density: 0.0,
    };
    /// Everything lies below the point.
    pub(super) const END: Self = Self {
        lower: 1.0,
        upper: 0.0,
        density: 0.0,
    };

    /// The lower tail is known.
    pub(super) fn from_lower(lower: f64, density: f64) -> Self {
        let lower = lower.clamp(0.0, 1.0);
        Self {
            lower,
            upper: 1.0 - lower,
            density,
        }
    }

    /// The same point seen from the other side.
    pub(super) fn flipped(self) -> Self {
        Self {
            lower: self.upper,
            upper: self.lower,
            density: self.density,
        }
    }
}
