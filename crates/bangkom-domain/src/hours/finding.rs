use chrono::NaiveDate;

use super::HoursEntry;
use crate::finding::{Place, findings};
use crate::id::PersonId;

findings! {
    /// What is wrong in a ledger of learning hours.
    HoursFinding {
        /// An entry was given more than once; it counts once.
        EntryRepeated {
            /// Whose.
            person: PersonId,
            /// The day of the activity.
            date: NaiveDate,
        } => "hours.entry_repeated", Info, Place::record(person).field(format!("entries {date}"));
            "catatan JP {person} tanggal {date} diberikan lebih dari sekali dan sama",
            "the entry of {person} on {date} was given more than once, identical";
            "hapus baris yang berulang", "remove the repeated row";

        /// A certificate ends before the day of its activity; its hours count all the same.
        CertificateEndsEarly {
            /// Whose.
            person: PersonId,
            /// The day of the activity.
            date: NaiveDate,
            /// The last day on which the certificate is said to hold.
            valid_until: NaiveDate,
        } => "hours.certificate_ends_early", Warning, Place::record(person).field("valid_until");
            "sertifikat {person} dari kegiatan {date} berakhir {valid_until}, sebelum kegiatan",
            "the certificate of {person} from {date} ends on {valid_until}, before its activity";
            "perbaiki masa berlaku sertifikat", "correct the validity of the certificate";
    }
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
