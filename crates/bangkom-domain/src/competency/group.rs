use crate::enumeration::enumeration;

enumeration! {
    /// The group of a competency.
    ///
    /// # References
    /// PP 11/2017 art. 1; PermenPANRB 38/2017; UU 23/2014 art. 233(2) for the governmental group.
    CompetencyGroup {
        /// Managerial.
        Managerial => "managerial", "manajerial", "managerial";
        /// Socio-cultural.
        SocioCultural => "socio_cultural", "sosial kultural", "socio-cultural";
        /// Technical, of a field of work.
        Technical => "technical", "teknis", "technical";
        /// Governmental, of heads of agencies.
        Governmental => "governmental", "pemerintahan", "governmental";
    }
}
