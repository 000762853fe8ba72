use crate::finding::{Place, findings};
use crate::id::{PersonId, ProgramId};

findings! {
    /// What is wrong in a demand document taken by itself.
    DemandFinding {
        /// Identical rows of one person and program; counted once.
        RowRepeated {
            /// Who.
            person: PersonId,
            /// Which program.
            program: ProgramId,
        } => "demand.row_repeated", Info, Place::record(person).field(program.to_string());
            "usulan {person} untuk program {program} diberikan lebih dari sekali dan sama",
            "the row of {person} and program {program} was given more than once, identical";
            "hapus baris yang berulang", "remove the repeated row";

        /// Rows of one person and program that differ; all set aside.
        RowConflict {
            /// Who.
            person: PersonId,
            /// Which program.
            program: ProgramId,
        } => "demand.row_conflict", Error, Place::record(person).field(program.to_string());
            "usulan {person} untuk program {program} lebih dari satu dan berbeda, tidak dipakai",
            "the rows of {person} and program {program} differ, none is used";
            "sisakan satu baris yang benar", "keep the one row that is right";
    }
}
