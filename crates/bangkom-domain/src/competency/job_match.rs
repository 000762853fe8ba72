use crate::measure::{Level, Nano};

/// How well the levels of one person match those that a position asks, in per cent.
///
/// # Formula
///
/// ```text
/// uncapped = sum of levels / sum of standards × 100
/// capped   = sum of min(level, standard) / sum of standards × 100
/// gap      = 100 − match                               (indeks kesenjangan kompetensi)
/// ```
///
/// Offices use both: uncapped, a surplus in one competency hides a deficit in another, so needs
/// are read from the capped match and the other stands beside it. Values are in 1e-9 per cent,
/// rounded to even.
///
/// ```
/// use bangkom_domain::competency::JobPersonMatch;
/// use bangkom_domain::measure::{Level, Nano};
///
/// let three = Level::new(3)?;
/// let levels = [(Nano::from_units(5), three), (Nano::from_units(1), three)];
/// let found = JobPersonMatch::new(levels).unwrap();
/// assert_eq!(found.uncapped(), Nano::from_units(100));
/// assert_eq!(found.capped().to_string(), "66.666666667");
/// assert_eq!(found.gap().to_string(), "33.333333333");
/// # Ok::<(), bangkom_domain::measure::OutOfRange>(())
/// ```
///
/// # References
/// Job person match as assessment centres of BKN and provinces compute it (secondary).
#[doc(alias = "JPM")]
#[doc(alias = "IKK")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JobPersonMatch {
    standard: u32,
    reached: i64,
    reached_capped: i64,
}

impl JobPersonMatch {
    /// The match of pairs of level and standard; none without a pair.
    pub fn new(pairs: impl IntoIterator<Item = (Nano, Level)>) -> Option<Self> {
        let mut found = Self {
            standard: 0,
            reached: 0,
            reached_capped: 0,
        };
        for (level, standard) in pairs {
            let asked = Nano::from_units(i32::from(standard.get()));
            found.standard = found.standard.saturating_add(u32::from(standard.get()));
            found.reached = found.reached.saturating_add(level.raw());
            found.reached_capped = found.reached_capped.saturating_add(level.min(asked).raw());
        }
        (found.standard > 0).then_some(found)
    }

    /// The match with every level counted up to its standard, 0 to 100 per cent.
    pub fn capped(self) -> Nano {
        self.percent(self.reached_capped)
    }

    /// The match with surplus counted, above 100 per cent where it outweighs every deficit.
    pub fn uncapped(self) -> Nano {
        self.percent(self.reached)
    }

    /// The uncapped match, at most 100 per cent, as some offices print it.
    pub fn capped_in_total(self) -> Nano {
        self.uncapped().min(Nano::from_units(100))
    }

    /// What the capped match lacks to 100 per cent.
    pub fn gap(self) -> Nano {
        Nano::from_units(100) - self.capped()
    }

    /// What the uncapped match lacks to 100 per cent; negative for a surplus in all.
    pub fn gap_uncapped(self) -> Nano {
        Nano::from_units(100) - self.uncapped()
    }

    fn percent(self, reached: i64) -> Nano {
        let (whole, part) = (i128::from(self.standard), i128::from(reached) * 100);
        let (quotient, rest) = (part.div_euclid(whole), part.rem_euclid(whole));
        let up = 2 * rest > whole || (2 * rest == whole && quotient % 2 != 0);
        let rounded = quotient + i128::from(up);
        Nano::from_raw(i64::try_from(rounded).unwrap_or(i64::MAX))
    }
}
