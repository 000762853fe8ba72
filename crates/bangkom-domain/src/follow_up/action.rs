use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::enumeration::enumeration;
use crate::id::{BatchId, CompetencyId, OfficialId, PersonId, ProgramId, UnitId};

enumeration! {
    /// A kind of support after training.
    Support {
        /// Coaching.
        Coaching => "coaching", "coaching", "coaching";
        /// Mentoring.
        Mentoring => "mentoring", "mentoring", "mentoring";
        /// Another seat in the program, or a part of it.
        Refresher => "refresher", "pelatihan penyegaran", "refresher";
        /// A checklist or other help at the desk.
        JobAid => "job_aid", "alat bantu kerja", "job aid";
        /// A visit at the place of work.
        FieldVisit => "field_visit", "kunjungan lapangan", "field visit";
        /// A talk with the superior.
        SuperiorTalk => "superior_talk", "dialog dengan atasan", "talk with the superior";
        /// A test still to be taken.
        MissingTest => "missing_test", "tes susulan", "test still to be taken";
    }
}

enumeration! {
    /// What stands in the way of using what was learned.
    ///
    /// # References
    /// Holton, Bates & Ruona 2000, the learning transfer system.
    Barrier {
        /// Too little learned.
        Learning => "learning", "hasil belajar belum cukup", "too little learned";
        /// Little support by the superior.
        SuperiorSupport => "superior_support", "dukungan atasan", "support by the superior";
        /// Little support by peers.
        PeerSupport => "peer_support", "dukungan rekan", "support by peers";
        /// No occasion to use it.
        Opportunity => "opportunity", "kesempatan menerapkan", "opportunity to use it";
        /// No feedback.
        Feedback => "feedback", "umpan balik", "feedback";
        /// Not known yet.
        Unknown => "unknown", "belum diketahui", "not known yet";
    }
}

enumeration! {
    /// Where an action stands.
    SupportStatus {
        /// Not begun.
        Open => "open", "belum dimulai", "open";
        /// Begun.
        Running => "running", "berjalan", "running";
        /// Done.
        Done => "done", "selesai", "done";
        /// Past its date and handed up.
        Escalated => "escalated", "dieskalasi", "escalated";
    }
}

enumeration! {
    /// What a support came to.
    SupportOutcome {
        /// The person can do it now.
        Helped => "helped", "sudah mampu", "can do it now";
        /// The person cannot do it yet.
        NotYet => "not_yet", "belum mampu", "not yet";
        /// It was no longer needed.
        NotNeeded => "not_needed", "tidak diperlukan lagi", "no longer needed";
    }
}

/// Who sees to it that the support is given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// The head of this unit.
    UnitHead(UnitId),
    /// The organiser of the program.
    Organiser,
    /// A named official.
    Official(OfficialId),
}

/// One person's support after a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupportAction {
    /// Who needs it.
    pub person: PersonId,
    /// After which program.
    pub program: ProgramId,
    /// In which batch.
    pub batch: BatchId,
    /// For which competency, where it is for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competency: Option<CompetencyId>,
    /// Which support.
    pub support: Support,
    /// What stands in the way, as far as the results show.
    pub barrier: Barrier,
    /// The codes of the rules that asked for it, ordered.
    pub reasons: Vec<String>,
    /// Who sees to it.
    pub owner: Owner,
    /// By when.
    pub due: NaiveDate,
    /// The program in which it needs a seat, where it needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat_in: Option<ProgramId>,
    /// Where it stands.
    pub status: SupportStatus,
    /// What it came to, once it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<SupportOutcome>,
    /// To whom it was handed up, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub escalated_to: Option<Owner>,
}
