use crate::enumeration::enumeration;

enumeration! {
    /// The seven core values by which the behaviour of civil servants is judged.
    ///
    /// # References
    /// SE `MenPANRB` 20/2021 (not verified); the list as public applications carry it (secondary).
    #[doc(alias = "BerAKHLAK")]
    #[doc(alias = "nilai dasar ASN")]
    CoreValue {
        /// Oriented to service.
        ServiceOriented => "berorientasi_pelayanan", "berorientasi pelayanan", "oriented to service";
        /// Accountable.
        Accountable => "akuntabel", "akuntabel", "accountable";
        /// Competent.
        Competent => "kompeten", "kompeten", "competent";
        /// Harmonious.
        Harmonious => "harmonis", "harmonis", "harmonious";
        /// Loyal.
        Loyal => "loyal", "loyal", "loyal";
        /// Adaptive.
        Adaptive => "adaptif", "adaptif", "adaptive";
        /// Collaborative.
        Collaborative => "kolaboratif", "kolaboratif", "collaborative";
    }
}
