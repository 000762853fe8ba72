use crate::enumeration::enumeration;

enumeration! {
    /// How competence is developed: the 25 official forms.
    ///
    /// # References
    /// Peraturan LAN 10/2018 (codes as public applications carry them, secondary);
    /// PP 11/2017 art. 212 names some of the forms, see [`is_named_in_regulation`].
    ///
    /// [`is_named_in_regulation`]: DeliveryMethod::is_named_in_regulation
    #[doc(alias = "bentuk dan jalur")]
    DeliveryMethod {
        /// Structural leadership training.
        StructuralLeadership => "KL01", "pelatihan struktural kepemimpinan", "structural leadership training";
        /// Managerial training.
        Managerial => "KL02", "pelatihan manajerial", "managerial training";
        /// Technical training.
        Technical => "KL03", "pelatihan teknis", "technical training";
        /// Training for a functional position.
        Functional => "KL04", "pelatihan fungsional", "functional training";
        /// Socio-cultural training.
        SocioCultural => "KL05", "pelatihan sosial kultural", "socio-cultural training";
        /// Seminar or conference.
        Seminar => "KL06", "seminar/konferensi/sarasehan", "seminar or conference";
        /// Workshop.
        Workshop => "KL07", "workshop/lokakarya", "workshop";
        /// Course.
        Course => "KL08", "kursus", "course";
        /// Upgrading course.
        #[doc(alias = "penataran")]
        Upgrading => "KL09", "penataran", "upgrading course";
        /// Technical guidance.
        #[doc(alias = "bimtek")]
        TechnicalGuidance => "KL10", "bimbingan teknis", "technical guidance";
        /// Information session on a new rule.
        #[doc(alias = "sosialisasi")]
        InformationSession => "KL11", "sosialisasi", "information session";
        /// Any other classical form.
        OtherClassical => "KL12", "klasikal lainnya", "other classical form";
        /// Coaching.
        Coaching => "NKL01", "coaching", "coaching";
        /// Mentoring.
        Mentoring => "NKL02", "mentoring", "mentoring";
        /// E-learning.
        ELearning => "NKL03", "e-learning", "e-learning";
        /// Distance training.
        #[doc(alias = "PJJ")]
        DistanceTraining => "NKL04", "pelatihan jarak jauh", "distance training";
        /// Secondment to another agency.
        #[doc(alias = "detasering")]
        Secondment => "NKL05", "detasering", "secondment";
        /// Outbound training.
        #[doc(alias = "outbond")]
        Outbound => "NKL06", "outbond", "outbound training";
        /// Benchmarking visit.
        #[doc(alias = "patok banding")]
        Benchmarking => "NKL07", "patok banding (benchmarking)", "benchmarking";
        /// Exchange with private or state-owned enterprises.
        Exchange => "NKL08", "pertukaran PNS dengan pegawai swasta/BUMN/BUMD", "exchange with enterprises";
        /// Self-study.
        #[doc(alias = "belajar mandiri")]
        SelfStudy => "NKL09", "belajar mandiri", "self-study";
        /// Community of practice.
        #[doc(alias = "komunitas belajar")]
        LearningCommunity => "NKL10", "komunitas belajar", "learning community";
        /// Guidance at the place of work.
        #[doc(alias = "bimbingan di tempat kerja")]
        OnTheJobGuidance => "NKL11", "bimbingan di tempat kerja", "guidance at work";
        /// Internship or work practice.
        #[doc(alias = "magang")]
        Internship => "NKL12", "magang/praktik kerja", "internship";
        /// Any other non-classical form.
        OtherNonClassical => "NKL13", "nonklasikal lainnya", "other non-classical form";
    }
}

enumeration! {
    /// Whether a form is taught face to face in a class.
    ///
    /// # References
    /// PP 11/2017 art. 212.
    #[doc(alias = "jalur")]
    Pathway {
        /// Face to face in a class.
        Classical => "classical", "klasikal", "classical";
        /// At work or outside a class.
        NonClassical => "non_classical", "nonklasikal", "non-classical";
    }
}

/// The `jenisDiklat` id of each form, in the order of [`DeliveryMethod::ALL`].
const SIASN_IDS: [u8; 25] = [
    1, 5, 3, 2, 6, 9, 4, 11, 12, 8, 7, 13, // KL01 to KL12
    14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 10, 25, // NKL01 to NKL13
];

impl DeliveryMethod {
    /// Whether the form is classical.
    ///
    /// ```
    /// use bangkom_domain::program::{DeliveryMethod, Pathway};
    ///
    /// assert_eq!(DeliveryMethod::Workshop.pathway(), Pathway::Classical);
    /// assert_eq!(DeliveryMethod::Coaching.pathway(), Pathway::NonClassical);
    /// ```
    pub fn pathway(self) -> Pathway {
        if self <= Self::OtherClassical {
            Pathway::Classical
        } else {
            Pathway::NonClassical
        }
    }

    /// The `jenisDiklat` id of the national personnel system, 1 to 25.
    ///
    /// ```
    /// use bangkom_domain::program::DeliveryMethod;
    ///
    /// assert_eq!(DeliveryMethod::Internship.siasn_id(), 10);
    /// ```
    ///
    /// # References
    /// SIASN `jenisDiklatId` as public clients of the service carry it (secondary).
    #[doc(alias = "jenisDiklatId")]
    pub fn siasn_id(self) -> u8 {
        SIASN_IDS[self as usize]
    }

    /// The form with this `jenisDiklat` id, if there is one.
    ///
    /// ```
    /// use bangkom_domain::program::DeliveryMethod;
    ///
    /// assert_eq!(DeliveryMethod::from_siasn_id(16), Some(DeliveryMethod::ELearning));
    /// assert_eq!(DeliveryMethod::from_siasn_id(26), None);
    /// ```
    pub fn from_siasn_id(id: u8) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|method| method.siasn_id() == id)
    }

    /// Whether the government regulation itself names the form.
    ///
    /// The other forms come from the rule of the training authority beneath it.
    ///
    /// ```
    /// use bangkom_domain::program::DeliveryMethod;
    ///
    /// assert!(DeliveryMethod::ELearning.is_named_in_regulation());
    /// assert!(!DeliveryMethod::Coaching.is_named_in_regulation());
    /// ```
    ///
    /// # References
    /// PP 11/2017 art. 212: training, seminar, course, upgrading course; e-learning, guidance
    /// at work, distance training, internship, exchange with private employees.
    pub fn is_named_in_regulation(self) -> bool {
        matches!(
            self,
            Self::StructuralLeadership
                | Self::Managerial
                | Self::Technical
                | Self::Functional
                | Self::SocioCultural
                | Self::Seminar
                | Self::Course
                | Self::Upgrading
                | Self::ELearning
                | Self::OnTheJobGuidance
                | Self::DistanceTraining
                | Self::Internship
                | Self::Exchange
        )
    }
}
