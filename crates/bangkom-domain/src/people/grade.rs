use crate::enumeration::enumeration;

enumeration! {
    /// The grade of a civil servant (I/a to IV/e) or of a contract employee (I to XVII).
    #[doc(alias = "golongan")]
    #[doc(alias = "ruang")]
    Grade {
        /// I/a.
        Ia => "I/a", "Juru Muda", "grade I/a";
    }
}
