use crate::enumeration::enumeration;

enumeration! {
    /// How competence is developed: the official forms.
    #[doc(alias = "bentuk dan jalur")]
    DeliveryMethod {
        /// Structural leadership training.
        StructuralLeadership => "KL01", "pelatihan struktural kepemimpinan", "structural leadership training";
        /// Coaching.
        Coaching => "NKL01", "coaching", "coaching";
        /// E-learning.
        ELearning => "NKL03", "e-learning", "e-learning";
    }
}
