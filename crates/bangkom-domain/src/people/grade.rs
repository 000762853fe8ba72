use super::EmploymentKind;
use crate::enumeration::enumeration;

enumeration! {
    /// The grade of a civil servant (I/a to IV/e) or of a contract employee (I to XVII).
    ///
    /// # References
    /// The grades of civil servants as the national personnel system numbers them; Perpres
    /// 98/2020, amended by 11/2024, for contract employees (not verified).
    #[doc(alias = "golongan")]
    #[doc(alias = "ruang")]
    Grade {
        /// Juru Muda.
        Ia => "I/a", "Juru Muda (I/a)", "Juru Muda (I/a)";
        /// Juru Muda Tingkat I.
        Ib => "I/b", "Juru Muda Tingkat I (I/b)", "Juru Muda Tingkat I (I/b)";
        /// Juru.
        Ic => "I/c", "Juru (I/c)", "Juru (I/c)";
        /// Juru Tingkat I.
        Id => "I/d", "Juru Tingkat I (I/d)", "Juru Tingkat I (I/d)";
        /// Pengatur Muda.
        IIa => "II/a", "Pengatur Muda (II/a)", "Pengatur Muda (II/a)";
        /// Pengatur Muda Tingkat I.
        IIb => "II/b", "Pengatur Muda Tingkat I (II/b)", "Pengatur Muda Tingkat I (II/b)";
        /// Pengatur.
        IIc => "II/c", "Pengatur (II/c)", "Pengatur (II/c)";
        /// Pengatur Tingkat I.
        IId => "II/d", "Pengatur Tingkat I (II/d)", "Pengatur Tingkat I (II/d)";
        /// Penata Muda.
        IIIa => "III/a", "Penata Muda (III/a)", "Penata Muda (III/a)";
        /// Penata Muda Tingkat I.
        IIIb => "III/b", "Penata Muda Tingkat I (III/b)", "Penata Muda Tingkat I (III/b)";
        /// Penata.
        IIIc => "III/c", "Penata (III/c)", "Penata (III/c)";
        /// Penata Tingkat I.
        IIId => "III/d", "Penata Tingkat I (III/d)", "Penata Tingkat I (III/d)";
        /// Pembina.
        IVa => "IV/a", "Pembina (IV/a)", "Pembina (IV/a)";
        /// Pembina Tingkat I.
        IVb => "IV/b", "Pembina Tingkat I (IV/b)", "Pembina Tingkat I (IV/b)";
        /// Pembina Utama Muda.
        IVc => "IV/c", "Pembina Utama Muda (IV/c)", "Pembina Utama Muda (IV/c)";
        /// Pembina Utama Madya.
        IVd => "IV/d", "Pembina Utama Madya (IV/d)", "Pembina Utama Madya (IV/d)";
        /// Pembina Utama.
        IVe => "IV/e", "Pembina Utama (IV/e)", "Pembina Utama (IV/e)";
        /// Contract grade I.
        Pppk1 => "I", "golongan I PPPK", "contract grade I";
        /// Contract grade II.
        Pppk2 => "II", "golongan II PPPK", "contract grade II";
        /// Contract grade III.
        Pppk3 => "III", "golongan III PPPK", "contract grade III";
        /// Contract grade IV.
        Pppk4 => "IV", "golongan IV PPPK", "contract grade IV";
        /// Contract grade V.
        Pppk5 => "V", "golongan V PPPK", "contract grade V";
        /// Contract grade VI.
        Pppk6 => "VI", "golongan VI PPPK", "contract grade VI";
        /// Contract grade VII.
        Pppk7 => "VII", "golongan VII PPPK", "contract grade VII";
        /// Contract grade VIII.
        Pppk8 => "VIII", "golongan VIII PPPK", "contract grade VIII";
        /// Contract grade IX.
        Pppk9 => "IX", "golongan IX PPPK", "contract grade IX";
        /// Contract grade X.
        Pppk10 => "X", "golongan X PPPK", "contract grade X";
        /// Contract grade XI.
        Pppk11 => "XI", "golongan XI PPPK", "contract grade XI";
        /// Contract grade XII.
        Pppk12 => "XII", "golongan XII PPPK", "contract grade XII";
        /// Contract grade XIII.
        Pppk13 => "XIII", "golongan XIII PPPK", "contract grade XIII";
        /// Contract grade XIV.
        Pppk14 => "XIV", "golongan XIV PPPK", "contract grade XIV";
        /// Contract grade XV.
        Pppk15 => "XV", "golongan XV PPPK", "contract grade XV";
        /// Contract grade XVI.
        Pppk16 => "XVI", "golongan XVI PPPK", "contract grade XVI";
        /// Contract grade XVII.
        Pppk17 => "XVII", "golongan XVII PPPK", "contract grade XVII";
    }
}

/// How many grades civil servants have; those of contract employees follow.
const CIVIL_SERVANT_GRADES: usize = 17;

/// The ids of the grades of civil servants in the national personnel system, in order.
const SIASN_IDS: [u8; CIVIL_SERVANT_GRADES] = [
    11, 12, 13, 14, 21, 22, 23, 24, 31, 32, 33, 34, 41, 42, 43, 44, 45,
];

impl Grade {
    /// Whether it is a grade of contract employees.
    ///
    /// ```
    /// use bangkom_domain::people::Grade;
    ///
    /// assert!(Grade::Pppk9.is_contract());
    /// assert!(!Grade::IIId.is_contract());
    /// ```
    pub fn is_contract(self) -> bool {
        self as usize >= CIVIL_SERVANT_GRADES
    }

    /// Whether somebody employed in this way can have it.
    ///
    /// ```
    /// use bangkom_domain::people::{EmploymentKind, Grade};
    ///
    /// assert!(Grade::IIIa.fits(EmploymentKind::Cpns));
    /// assert!(!Grade::IIIa.fits(EmploymentKind::Pppk));
    /// ```
    pub fn fits(self, kind: EmploymentKind) -> bool {
        self.is_contract() == kind.is_contract()
    }

    /// Its id in the national personnel system, unique within its kind of employment.
    ///
    /// ```
    /// use bangkom_domain::people::Grade;
    ///
    /// assert_eq!(Grade::IVa.siasn_id(), 41);
    /// assert_eq!(Grade::Pppk9.siasn_id(), 9);
    /// ```
    pub fn siasn_id(self) -> u8 {
        let place = self as usize;
        SIASN_IDS
            .get(place)
            .copied()
            .unwrap_or((place + 1).saturating_sub(CIVIL_SERVANT_GRADES) as u8)
    }

    /// The grade with this id of the national personnel system; leading zeros do not matter.
    ///
    /// ```
    /// use bangkom_domain::people::{EmploymentKind, Grade};
    ///
    /// assert_eq!(Grade::from_siasn(EmploymentKind::Pns, "11"), Some(Grade::Ia));
    /// assert_eq!(Grade::from_siasn(EmploymentKind::Pppk, "11"), Some(Grade::Pppk11));
    /// assert_eq!(Grade::from_siasn(EmploymentKind::Pns, "99"), None);
    /// ```
    pub fn from_siasn(kind: EmploymentKind, id: &str) -> Option<Self> {
        let id: u8 = id.trim().parse().ok()?;
        Self::ALL
            .iter()
            .copied()
            .find(|grade| grade.fits(kind) && grade.siasn_id() == id)
    }
}
