use super::PositionKind;
use crate::enumeration::enumeration;

enumeration! {
    /// The echelon of a structural position, as older records still write it.
    ///
    /// # References
    /// The ids and equivalents of the national personnel system; secondary.
    #[doc(alias = "eselon")]
    Echelon {
        /// The highest leadership.
        I => "I", "eselon I utama", "echelon I, highest";
        /// I.a.
        Ia => "I.a", "eselon I.a", "echelon I.a";
        /// I.b.
        Ib => "I.b", "eselon I.b", "echelon I.b";
        /// II.a.
        IIa => "II.a", "eselon II.a", "echelon II.a";
        /// II.b.
        IIb => "II.b", "eselon II.b", "echelon II.b";
        /// III.a.
        IIIa => "III.a", "eselon III.a", "echelon III.a";
        /// III.b.
        IIIb => "III.b", "eselon III.b", "echelon III.b";
        /// IV.a.
        IVa => "IV.a", "eselon IV.a", "echelon IV.a";
        /// IV.b.
        IVb => "IV.b", "eselon IV.b", "echelon IV.b";
        /// V.a, of former days.
        Va => "V.a", "eselon V.a", "echelon V.a";
        /// V.b, of former days.
        Vb => "V.b", "eselon V.b", "echelon V.b";
        /// No echelon.
        NoEchelon => "none", "noneselon", "no echelon";
    }
}

impl Echelon {
    /// Its id in the national personnel system.
    ///
    /// ```
    /// use bangkom_domain::position::Echelon;
    ///
    /// assert_eq!(Echelon::IIb.siasn_id(), 22);
    /// assert_eq!(Echelon::NoEchelon.siasn_id(), 99);
    /// ```
    pub const fn siasn_id(self) -> u8 {
        match self {
            Self::I => 10,
            Self::Ia => 11,
            Self::Ib => 12,
            Self::IIa => 21,
            Self::IIb => 22,
            Self::IIIa => 31,
            Self::IIIb => 32,
            Self::IVa => 41,
            Self::IVb => 42,
            Self::Va => 51,
            Self::Vb => 52,
            Self::NoEchelon => 99,
        }
    }

    /// The echelon with this id of the national personnel system.
    ///
    /// ```
    /// use bangkom_domain::position::Echelon;
    ///
    /// assert_eq!(Echelon::from_siasn("31"), Some(Echelon::IIIa));
    /// assert_eq!(Echelon::from_siasn("33"), None);
    /// ```
    pub fn from_siasn(id: &str) -> Option<Self> {
        let id: u8 = id.trim().parse().ok()?;
        Self::ALL
            .iter()
            .copied()
            .find(|echelon| echelon.siasn_id() == id)
    }

    /// The kind of position that it became; none for echelon V and no echelon.
    ///
    /// ```
    /// use bangkom_domain::position::{Echelon, PositionKind};
    ///
    /// assert_eq!(Echelon::IIa.kind(), Some(PositionKind::Executive));
    /// assert_eq!(Echelon::Va.kind(), None);
    /// ```
    pub const fn kind(self) -> Option<PositionKind> {
        match self {
            Self::I => Some(PositionKind::ChiefExecutive),
            Self::Ia | Self::Ib => Some(PositionKind::SeniorExecutive),
            Self::IIa | Self::IIb => Some(PositionKind::Executive),
            Self::IIIa | Self::IIIb => Some(PositionKind::Administrator),
            Self::IVa | Self::IVb => Some(PositionKind::Supervisor),
            Self::Va | Self::Vb | Self::NoEchelon => None,
        }
    }
}
