use crate::Language;
use crate::measure::Level;

impl Level {
    /// The official name of the level.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_domain::measure::Level;
    ///
    /// assert_eq!(Level::new(4)?.name(Language::Id), "mumpuni");
    /// assert_eq!(Level::MAX.name(Language::En), "expert");
    /// # Ok::<(), bangkom_domain::measure::OutOfRange>(())
    /// ```
    ///
    /// # References
    /// PermenPANRB 38/2017; secondary.
    pub fn name(self, language: Language) -> &'static str {
        match (self.get(), language) {
            (..=1, Language::Id) => "paham/dalam pengembangan",
            (..=1, Language::En) => "understands, in development",
            (2, Language::Id) => "dasar",
            (2, Language::En) => "basic",
            (3, Language::Id) => "menengah",
            (3, Language::En) => "intermediate",
            (4, Language::Id) => "mumpuni",
            (4, Language::En) => "advanced",
            (5.., Language::Id) => "ahli",
            (5.., Language::En) => "expert",
        }
    }
}
