use std::fmt;

use bangkom_domain::id::{FundId, ProgramId, RoomId, UnitId};
use serde::{Deserialize, Serialize};

/// A row of the relaxation: something that every feasible plan keeps, its dates forgotten.
///
/// Seats, batches and slots are those of new batches; what stands already is on the right side.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificateRow {
    /// The seats of a program are at most what its batches hold.
    SeatsAtMost {
        /// The program.
        program: ProgramId,
        /// Counted by the rooms of this session, from 1; 0 for a program without rooms.
        session: u16,
    },
    /// The seats of a program are at least what its batches need.
    SeatsAtLeast {
        /// The program.
        program: ProgramId,
    },
    /// A thousand seats of a unit are at most the program's greatest share of all its seats.
    Share {
        /// The program.
        program: ProgramId,
        /// The unit.
        unit: UnitId,
    },
    /// The seats of a unit are at most what each batch can have of it.
    PerBatch {
        /// The program.
        program: ProgramId,
        /// The unit.
        unit: UnitId,
    },
    /// The person-days of a unit are at most those that it can spare.
    Release {
        /// The unit.
        unit: UnitId,
    },
    /// The slots of sessions in a room are at most those in which it is open.
    Room {
        /// The room.
        room: RoomId,
    },
    /// The instructor slots of a program's batches are at most those that somebody teaches it.
    Teaching {
        /// The program.
        program: ProgramId,
    },
    /// The same of invited experts.
    Experts {
        /// The program.
        program: ProgramId,
    },
    /// What batches, seats, rooms and instructors cost is at most what the fund holds.
    Fund {
        /// The fund.
        fund: FundId,
    },
    /// At least as many mandatory claims have a seat as the target assumes.
    Mandatory {},
}

impl fmt::Display for CertificateRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SeatsAtMost { program, session } => {
                write!(f, "seats_at_most {program} {session}")
            }
            Self::SeatsAtLeast { program } => write!(f, "seats_at_least {program}"),
            Self::Share { program, unit } => write!(f, "share {program} {unit}"),
            Self::PerBatch { program, unit } => write!(f, "per_batch {program} {unit}"),
            Self::Release { unit } => write!(f, "release {unit}"),
            Self::Room { room } => write!(f, "room {room}"),
            Self::Teaching { program } => write!(f, "teaching {program}"),
            Self::Experts { program } => write!(f, "experts {program}"),
            Self::Fund { fund } => write!(f, "fund {fund}"),
            Self::Mandatory {} => f.write_str("mandatory"),
        }
    }
}
