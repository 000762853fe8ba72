/// How large the invented city is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// Eight agencies and about 1,200 employees: the model case of slow permits.
    #[default]
    Agencies8,
    /// Sixty agencies and 23,000 employees.
    City,
}

/// What a city is generated from.
///
/// ```
/// use bangkom_testkit::{CityOptions, Scale};
///
/// let options = CityOptions::default().seed(7).scale(Scale::City);
/// assert_eq!(options.seed, 7);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct CityOptions {
    /// The seed; the same seed, scale and catalog give the same city, byte for byte.
    pub seed: u64,
    /// How large it is.
    pub scale: Scale,
    /// Whether the catalog has coaching, mentoring and guidance at work for support after
    /// training.
    pub support: bool,
}

impl Default for CityOptions {
    fn default() -> Self {
        Self {
            seed: 2026,
            scale: Scale::Agencies8,
            support: false,
        }
    }
}

impl CityOptions {
    /// The same options with another seed.
    ///
    /// ```
    /// assert_eq!(bangkom_testkit::CityOptions::default().seed(1).seed, 1);
    /// ```
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// The same options with another scale.
    ///
    /// ```
    /// use bangkom_testkit::{CityOptions, Scale};
    ///
    /// assert_eq!(CityOptions::default().scale(Scale::City).scale, Scale::City);
    /// ```
    #[must_use]
    pub fn scale(mut self, scale: Scale) -> Self {
        self.scale = scale;
        self
    }

    /// The same options with or without programs of support in the catalog.
    ///
    /// ```
    /// assert!(bangkom_testkit::CityOptions::default().support(true).support);
    /// ```
    #[must_use]
    pub fn support(mut self, support: bool) -> Self {
        self.support = support;
        self
    }
}
