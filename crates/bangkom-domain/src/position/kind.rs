use crate::enumeration::enumeration;

enumeration! {
    /// The kind of a position, from the top of the managerial ladder to the executor.
    ///
    /// # References
    /// UU 20/2023 arts. 13, 14 and 18.
    #[doc(alias = "jenis jabatan")]
    PositionKind {
        /// Highest leadership.
        ChiefExecutive => "jpt_utama", "JPT utama", "chief executive";
        /// Middle leadership.
        SeniorExecutive => "jpt_madya", "JPT madya", "senior executive";
        /// First leadership, the head of an agency.
        Executive => "jpt_pratama", "JPT pratama", "executive";
        /// Administrator.
        Administrator => "administrator", "administrator", "administrator";
        /// Supervisor.
        Supervisor => "pengawas", "pengawas", "supervisor";
        /// Functional expert, principal.
        ExpertPrincipal => "ahli_utama", "ahli utama", "principal expert";
        /// Functional expert, senior.
        ExpertSenior => "ahli_madya", "ahli madya", "senior expert";
        /// Functional expert, junior.
        ExpertJunior => "ahli_muda", "ahli muda", "junior expert";
        /// Functional expert, first.
        ExpertFirst => "ahli_pertama", "ahli pertama", "first expert";
        /// Skilled functional, superior.
        SkilledSuperior => "penyelia", "penyelia", "superior skilled";
        /// Skilled functional, proficient.
        SkilledProficient => "mahir", "mahir", "proficient skilled";
        /// Skilled functional, skilled.
        Skilled => "terampil", "terampil", "skilled";
        /// Skilled functional, beginner.
        SkilledBeginner => "pemula", "pemula", "beginner skilled";
        /// Executor.
        Executor => "pelaksana", "pelaksana", "executor";
    }
}
