use serde::{Deserialize, Serialize};

use crate::enumeration::enumeration;
use crate::id::{CompetencyId, PersonId, UnitId};

/// Whom evidence is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// One person.
    Person(PersonId),
    /// A unit as a whole; never silently a person's fault.
    Unit(UnitId),
}

/// What evidence is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// One competency.
    Competency(CompetencyId),
    /// One element of the citizen satisfaction survey.
    SurveyElement(SurveyElement),
    /// Complaints by citizens, of the category given.
    Complaint(String),
    /// The result of work against its target.
    Performance,
    /// Behaviour at work.
    Behaviour,
}

enumeration! {
    /// The nine elements of the citizen satisfaction survey.
    ///
    /// Always by name: the sample questionnaire asks the last two in the other order.
    ///
    /// # References
    /// PermenPANRB 14/2017.
    #[doc(alias = "unsur SKM")]
    SurveyElement {
        /// U1.
        Requirements => "requirements", "persyaratan", "requirements";
        /// U2.
        Procedure => "procedure", "sistem, mekanisme, dan prosedur", "procedure";
        /// U3.
        CompletionTime => "completion_time", "waktu penyelesaian", "completion time";
        /// U4.
        Fees => "fees", "biaya/tarif", "fees";
        /// U5.
        Product => "product", "produk spesifikasi jenis pelayanan", "product of the service";
        /// U6.
        StaffCompetence => "staff_competence", "kompetensi pelaksana", "competence of staff";
        /// U7.
        StaffBehaviour => "staff_behaviour", "perilaku pelaksana", "behaviour of staff";
        /// U8.
        ComplaintHandling => "complaint_handling", "penanganan pengaduan, saran, dan masukan", "handling of complaints";
        /// U9.
        Facilities => "facilities", "sarana dan prasarana", "facilities";
    }
}
