use super::{EmploymentKind, LegalStatus, Sex};

impl EmploymentKind {
    /// Whether it is employment on contract.
    ///
    /// ```
    /// use bangkom_domain::people::EmploymentKind;
    ///
    /// assert!(EmploymentKind::PppkPartTime.is_contract());
    /// ```
    pub fn is_contract(self) -> bool {
        matches!(self, Self::Pppk | Self::PppkPartTime)
    }

    /// The kind that a personnel system writes as `1`, `2`, `3`, `6`, or in words.
    ///
    /// ```
    /// use bangkom_domain::people::EmploymentKind;
    ///
    /// assert_eq!(EmploymentKind::from_siasn("2"), Some(EmploymentKind::Pns));
    /// assert_eq!(EmploymentKind::from_siasn("PPPK Paruh Waktu"), Some(EmploymentKind::PppkPartTime));
    /// assert_eq!(EmploymentKind::from_siasn("honorer"), None);
    /// ```
    ///
    /// # References
    /// Codes of a personnel application of one city; secondary.
    pub fn from_siasn(text: &str) -> Option<Self> {
        match folded(text).as_str() {
            "1" | "cpns" | "calon pns" => Some(Self::Cpns),
            "2" | "pns" => Some(Self::Pns),
            "3" | "pppk" | "p3k" => Some(Self::Pppk),
            "6" | "pppk paruh waktu" | "p3k paruh waktu" => Some(Self::PppkPartTime),
            _ => None,
        }
    }
}

impl Sex {
    /// The sex that a personnel system writes as M/F, L/P, 1/2, or in words.
    ///
    /// ```
    /// use bangkom_domain::people::Sex;
    ///
    /// let male = ["M", "l", "1", "Laki-laki"].map(Sex::from_siasn);
    /// assert_eq!(male, [Some(Sex::Male); 4]);
    /// assert_eq!(Sex::from_siasn("P"), Some(Sex::Female));
    /// assert_eq!(Sex::from_siasn("3"), None);
    /// ```
    pub fn from_siasn(text: &str) -> Option<Self> {
        match folded(text).as_str() {
            "m" | "l" | "1" | "male" | "pria" | "laki-laki" | "laki laki" => Some(Self::Male),
            "f" | "p" | "2" | "female" | "wanita" | "perempuan" => Some(Self::Female),
            _ => None,
        }
    }
}

impl LegalStatus {
    /// The status with this code of the national personnel system, or in its words.
    ///
    /// ```
    /// use bangkom_domain::people::LegalStatus;
    ///
    /// assert_eq!(LegalStatus::from_siasn("01"), Some(LegalStatus::Active));
    /// assert_eq!(LegalStatus::from_siasn("20"), Some(LegalStatus::PreRetirement));
    /// assert_eq!(LegalStatus::from_siasn("CLTN"), Some(LegalStatus::UnpaidLeave));
    /// assert_eq!(LegalStatus::from_siasn("77"), None);
    /// ```
    ///
    /// # References
    /// `kedudukanHukum` of the national personnel system; secondary.
    pub fn from_siasn(text: &str) -> Option<Self> {
        let folded = folded(text);
        match folded.strip_prefix('0').unwrap_or(&folded) {
            "1" | "aktif" => Some(Self::Active),
            "2" | "cltn" | "cuti di luar tanggungan negara" => Some(Self::UnpaidLeave),
            "3" | "tugas belajar" => Some(Self::StudyAssignment),
            "4" | "pemberhentian sementara" => Some(Self::Suspended),
            "15" | "hukuman disiplin" => Some(Self::Disciplined),
            "20" | "mpp" | "masa persiapan pensiun" => Some(Self::PreRetirement),
            "98" | "99" | "bup" | "pensiun" => Some(Self::Retired),
            _ => None,
        }
    }

    /// Whether a person of this status can be sent to a class.
    ///
    /// A disciplinary measure leaves a person on duty, and the right to training with it.
    ///
    /// ```
    /// use bangkom_domain::people::LegalStatus;
    ///
    /// assert!(LegalStatus::Active.is_assignable());
    /// assert!(!LegalStatus::StudyAssignment.is_assignable());
    /// ```
    pub fn is_assignable(self) -> bool {
        matches!(self, Self::Active | Self::Disciplined)
    }
}

/// Lower case, one space between words.
fn folded(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}
