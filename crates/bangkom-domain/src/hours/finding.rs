use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::HoursEntry;
use crate::Language;
use crate::finding::{Explain, Place, Severity};
use crate::id::PersonId;

/// What is wrong in a ledger of learning hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum HoursFinding {
    /// An entry was given more than once; it counts once.
    #[serde(rename = "hours.entry_repeated")]
    EntryRepeated {
        /// Whose.
        person: PersonId,
        /// The day of the activity.
        date: NaiveDate,
    },
    /// A certificate ends before the day of its activity; its hours count all the same.
    #[serde(rename = "hours.certificate_ends_early")]
    CertificateEndsEarly {
        /// Whose.
        person: PersonId,
        /// The day of the activity.
        date: NaiveDate,
        /// The last day on which the certificate is said to hold.
        valid_until: NaiveDate,
    },
}

impl HoursFinding {
    pub(super) fn repeated(entry: &HoursEntry) -> Self {
        Self::EntryRepeated {
            person: entry.person,
            date: entry.date,
        }
    }

    pub(super) fn of(entry: &HoursEntry) -> Option<Self> {
        let valid_until = entry.valid_until.filter(|last| *last < entry.date)?;
        Some(Self::CertificateEndsEarly {
            person: entry.person,
            date: entry.date,
            valid_until,
        })
    }
}

impl Explain for HoursFinding {
    fn code(&self) -> &'static str {
        match self {
            Self::EntryRepeated { .. } => "hours.entry_repeated",
            Self::CertificateEndsEarly { .. } => "hours.certificate_ends_early",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::EntryRepeated { .. } => Severity::Info,
            Self::CertificateEndsEarly { .. } => Severity::Warning,
        }
    }

    fn place(&self) -> Place {
        match self {
            Self::EntryRepeated { person, .. } => Place::record(person),
            Self::CertificateEndsEarly { person, .. } => Place::record(person).field("valid_until"),
        }
    }

    fn text(&self, language: Language) -> String {
        match (self, language) {
            (Self::EntryRepeated { person, date }, Language::Id) => {
                format!("catatan JP {person} tanggal {date} diberikan lebih dari sekali dan sama")
            }
            (Self::EntryRepeated { person, date }, Language::En) => {
                format!("the entry of {person} on {date} was given more than once, identical")
            }
            (
                Self::CertificateEndsEarly {
                    person,
                    date,
                    valid_until,
                },
                Language::Id,
            ) => format!(
                "sertifikat {person} dari kegiatan {date} berakhir {valid_until}, sebelum kegiatan"
            ),
            (
                Self::CertificateEndsEarly {
                    person,
                    date,
                    valid_until,
                },
                Language::En,
            ) => format!(
                "the certificate of {person} from {date} ends on {valid_until}, before its activity"
            ),
        }
    }

    fn action(&self, language: Language) -> String {
        match (self, language) {
            (Self::EntryRepeated { .. }, Language::Id) => "hapus baris yang berulang",
            (Self::EntryRepeated { .. }, Language::En) => "remove the repeated row",
            (Self::CertificateEndsEarly { .. }, Language::Id) => "perbaiki masa berlaku sertifikat",
            (Self::CertificateEndsEarly { .. }, Language::En) => {
                "correct the validity of the certificate"
            }
        }
        .to_owned()
    }
}
