use crate::enumeration::enumeration;

enumeration! {
    /// How a civil servant is employed.
    ///
    /// # References
    /// UU 20/2023 on ASN; KepmenPANRB 16/2025 on part-time PPPK.
    #[doc(alias = "status pegawai")]
    EmploymentKind {
        /// Candidate civil servant, in the probation year.
        Cpns => "cpns", "CPNS", "candidate civil servant";
        /// Permanent civil servant.
        Pns => "pns", "PNS", "civil servant";
        /// Government employee on contract.
        Pppk => "pppk", "PPPK", "contract employee";
        /// Government employee on a part-time contract.
        PppkPartTime => "pppk_part_time", "PPPK paruh waktu", "part-time contract employee";
    }
}

enumeration! {
    /// Sex as recorded, for reports on fairness only.
    #[doc(alias = "jenis kelamin")]
    Sex {
        /// Male.
        Male => "male", "pria", "male";
        /// Female.
        Female => "female", "wanita", "female";
    }
}

enumeration! {
    /// The standing of a person in the eyes of the law.
    #[doc(alias = "kedudukan hukum")]
    LegalStatus {
        /// On duty.
        Active => "active", "aktif", "active";
        /// On unpaid leave outside the state's charge.
        UnpaidLeave => "unpaid_leave", "cuti di luar tanggungan negara", "unpaid leave";
        /// Sent to study.
        StudyAssignment => "study_assignment", "tugas belajar", "study assignment";
        /// Suspended from duty.
        Suspended => "suspended", "pemberhentian sementara", "suspended";
        /// Under a disciplinary measure.
        Disciplined => "disciplined", "hukuman disiplin", "under disciplinary measure";
        /// In the leave before retirement.
        PreRetirement => "pre_retirement", "masa persiapan pensiun", "pre-retirement leave";
        /// Retired.
        Retired => "retired", "pensiun", "retired";
    }
}

enumeration! {
    /// Why a person is on leave.
    #[doc(alias = "jenis cuti")]
    LeaveKind {
        /// Yearly leave.
        Annual => "annual", "cuti tahunan", "annual leave";
        /// Long leave.
        Long => "long", "cuti besar", "long leave";
        /// Leave for illness.
        Sick => "sick", "cuti sakit", "sick leave";
        /// Leave for a birth.
        Maternity => "maternity", "cuti melahirkan", "maternity leave";
        /// Leave for an important reason.
        Important => "important", "cuti karena alasan penting", "leave for an important reason";
    }
}
