use bangkom_domain::evidence::{Direction, Scale};

/// The fractional bits of a level at ingest.
pub(crate) const LEVEL_BITS: u32 = 24;

/// A level 1 to 5 in steps of 2^-24, as it is fixed once when evidence comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct GridLevel(u32);

impl GridLevel {
    /// The level of a value on its declared scale: the worse end is 1, the better end is 5.
    ///
    /// `None` when the value does not lie on the scale.
    pub(crate) fn of(scale: Scale, value: f64) -> Option<Self> {
        if !scale.contains(value) {
            return None;
        }
        // Halves keep the width of a scale finite, however far apart its bounds are.
        let width = scale.high() / 2.0 - scale.low() / 2.0;
        let better = match scale.direction() {
            Direction::LowerIsBetter => scale.high() / 2.0 - value / 2.0,
            _ => value / 2.0 - scale.low() / 2.0,
        };
        let level = 1.0 + (4.0 * (better / width)).clamp(0.0, 4.0);
        Some(Self(
            (level * f64::from(1 << LEVEL_BITS)).round_ties_even() as u32
        ))
    }

    /// The steps of 2^-24.
    pub(crate) const fn steps(self) -> u32 {
        self.0
    }

    /// The level.
    pub(crate) fn to_f64(self) -> f64 {
        f64::from(self.0) / f64::from(1 << LEVEL_BITS)
    }
}
