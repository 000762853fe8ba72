use bangkom_domain::evidence::{Direction, Scale};

/// The fractional bits of a level at ingest.
pub(crate) const LEVEL_BITS: u32 = 24;

/// A level 1 to 5 in steps of 2^-24, as it is fixed once when evidence comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct GridLevel(u32);

impl GridLevel {
    /// Level 1.
    pub(crate) const LEAST: Self = Self(1 << LEVEL_BITS);
    /// Level 5.
    pub(crate) const MOST: Self = Self(5 << LEVEL_BITS);

    /// A level that is one already; `None` when it is not a number of 1 to 5.
    #[inline]
    pub(crate) fn of_level(level: f64) -> Option<Self> {
        let steps = level * f64::from(1 << LEVEL_BITS);
        (1.0..=5.0)
            .contains(&level)
            .then(|| Self(steps.round_ties_even() as u32))
    }

    /// The same of a number of 32 bits, whose levels all lie on the grid.
    #[inline]
    pub(crate) fn of_short(level: f32) -> Option<Self> {
        Self::is_short(level).then(|| Self::of_sound(level))
    }

    /// Whether a number of 32 bits is a level: positive numbers are ordered as their bits.
    #[inline]
    pub(crate) fn is_short(level: f32) -> bool {
        (1.0_f32.to_bits()..=5.0_f32.to_bits()).contains(&level.to_bits())
    }

    /// The level of a number that is known to be one.
    ///
    /// The steps are the mantissa, shifted by the exponent: no rounding and no conversion.
    #[inline]
    pub(crate) fn of_sound(level: f32) -> Self {
        const MANTISSA: u32 = f32::MANTISSA_DIGITS - 1;
        const ONE: u32 = 1 << MANTISSA;
        let bits = level.to_bits();
        let exponent = (bits >> MANTISSA).wrapping_sub(1.0_f32.to_bits() >> MANTISSA);
        let whole = (bits & (ONE - 1)) | ONE;
        Self(whole << ((exponent + LEVEL_BITS - MANTISSA) & 3))
    }

    /// The level that is so many steps of 2^-24.
    #[inline]
    pub(crate) const fn from_steps(steps: u32) -> Self {
        Self(steps)
    }

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

    /// The level less so many levels, within 1 to 5.
    pub(crate) fn less(self, levels: f64) -> Self {
        let level = (self.to_f64() - levels).clamp(1.0, 5.0);
        Self((level * f64::from(1 << LEVEL_BITS)).round_ties_even() as u32)
    }
}
