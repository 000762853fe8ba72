use crate::enumeration::enumeration;
use crate::finding::{Place, findings};
use crate::id::{CompetencyId, ModuleId, PositionId, ProgramId};
use crate::measure::Level;
use crate::position::{Echelon, PositionKind};

enumeration! {
    /// The parts of a catalog.
    CatalogPart {
        /// A position.
        Position => "positions", "jabatan", "position";
        /// A competency.
        Competency => "competencies", "kompetensi", "competency";
        /// An entry of a standard.
        Standard => "standards", "standar kompetensi", "standard";
        /// A strategic requirement.
        Requirement => "requirements", "kebutuhan strategis", "strategic requirement";
        /// A program.
        Program => "programs", "program", "program";
    }
}

enumeration! {
    /// What makes a program impossible to run as it is written.
    ProgramFault {
        /// It has no module.
        NoModules => "no_modules", "tidak punya mata pelatihan", "it has no module";
        /// It has no session.
        NoSessions => "no_sessions", "tidak punya sesi", "it has no session";
        /// A session takes no slot.
        ZeroSlots => "zero_slots", "ada sesi tanpa slot", "a session takes no slot";
        /// A gap between sessions has its least above its greatest.
        GapReversed => "gap_reversed",
            "jarak antarsesi terkecil melebihi yang terbesar",
            "the least gap between sessions is above the greatest";
        /// A session asks for more invited experts than instructors.
        ExpertsAboveInstructors => "experts_above_instructors",
            "jumlah narasumber undangan melebihi jumlah pengajar sesi",
            "a session asks for more invited experts than instructors";
        /// The least number of seats is above the greatest.
        SeatsReversed => "seats_reversed",
            "jumlah kursi terkecil melebihi yang terbesar",
            "the least number of seats is above the greatest";
        /// A batch has no seat.
        ZeroSeats => "zero_seats", "angkatan tanpa kursi", "a batch has no seat";
        /// A batch asks for more units than it has seats.
        UnitsAboveSeats => "units_above_seats",
            "jumlah unit minimum melebihi jumlah kursi",
            "a batch asks for more units than it has seats";
        /// A cost is negative.
        NegativeCost => "negative_cost", "ada biaya negatif", "a cost is negative";
    }
}

findings! {
    /// What is wrong in a catalog.
    CatalogFinding {
        /// Identical records; counted once.
        Repeated {
            /// What kind of record.
            part: CatalogPart,
            /// Its key.
            record: String,
        } => "catalog.repeated", Info, Place::record(record).field(part.code());
            "{part} {record} diberikan lebih dari sekali dan sama",
            "{part} {record} was given more than once, identical";
            "hapus baris yang berulang", "remove the repeated row";

        /// Records with one key and different content; all set aside.
        Conflict {
            /// What kind of record.
            part: CatalogPart,
            /// Their key.
            record: String,
        } => "catalog.conflict", Error, Place::record(record).field(part.code());
            "{part} {record} diberikan lebih dari sekali dan berbeda isinya, tidak dipakai",
            "{part} {record} was given more than once with different content, none is used";
            "sisakan satu baris yang benar", "keep the one row that is right";

        /// The echelon of a position belongs to another kind of position; both stay.
        EchelonOfOtherKind {
            /// The position.
            position: PositionId,
            /// Its echelon.
            echelon: Echelon,
            /// Its kind.
            kind: PositionKind,
        } => "catalog.echelon_of_other_kind", Warning, Place::record(position).field("echelon");
            "{echelon} dari jabatan {position} tidak sesuai jenisnya, {kind}",
            "{echelon} of position {position} does not belong to its kind, {kind}";
            "perbaiki eselon atau jenis jabatan", "correct the echelon or the kind of position";

        /// A standard or requirement names a position that is not there; it is set aside.
        PositionUnknown {
            /// What kind of record.
            part: CatalogPart,
            /// Its key.
            record: String,
            /// The position.
            position: PositionId,
        } => "catalog.position_unknown", Error,
            Place::record(record).field(format!("{} {position}", part.code()));
            "jabatan {position} dari {part} {record} tidak ada atau tidak dipakai",
            "position {position} of {part} {record} is not there or set aside";
            "tambahkan jabatan, atau perbaiki kodenya", "add the position, or correct its code";

        /// A standard, requirement or outcome names a competency that is not there; it is set
        /// aside.
        CompetencyUnknown {
            /// What kind of record.
            part: CatalogPart,
            /// Its key.
            record: String,
            /// The competency.
            competency: CompetencyId,
        } => "catalog.competency_unknown", Error,
            Place::record(record).field(format!("{} {competency}", part.code()));
            "kompetensi {competency} dari {part} {record} tidak ada atau tidak dipakai",
            "competency {competency} of {part} {record} is not there or set aside";
            "tambahkan kompetensi, atau perbaiki kodenya",
            "add the competency, or correct its code";

        /// An outcome of a module does not lead upwards; the outcome is set aside.
        OutcomeNotRising {
            /// The program.
            program: ProgramId,
            /// The module.
            module: ModuleId,
            /// The competency.
            competency: CompetencyId,
            /// The level at the start.
            from: Level,
            /// The level at the end.
            to: Level,
        } => "catalog.outcome_not_rising", Error,
            Place::record(program).field(format!("outcomes {module} {competency}"));
            "hasil belajar {competency} pada mata pelatihan {module} program {program} tidak naik: {from} ke {to}",
            "the outcome {competency} of module {module} of program {program} does not rise: {from} to {to}";
            "isi tingkat akhir di atas tingkat awal", "give a final level above the first one";

        /// Two modules of a program share a code; the program is set aside.
        ModuleRepeated {
            /// The program.
            program: ProgramId,
            /// The module.
            module: ModuleId,
        } => "catalog.module_repeated", Error,
            Place::record(program).field(format!("modules {module}"));
            "kode mata pelatihan {module} dipakai lebih dari sekali dalam program {program}, program tidak dipakai",
            "module code {module} is used more than once in program {program}, which is set aside";
            "beri kode yang berbeda", "give different codes";

        /// A session names a module that the program does not have; the program is set aside.
        ModuleUnknown {
            /// The program.
            program: ProgramId,
            /// The module.
            module: ModuleId,
        } => "catalog.module_unknown", Error,
            Place::record(program).field(format!("sessions {module}"));
            "mata pelatihan {module} yang disebut sesi tidak ada dalam program {program}, program tidak dipakai",
            "module {module}, which a session names, is not in program {program}, which is set aside";
            "tambahkan mata pelatihan, atau perbaiki kodenya",
            "add the module, or correct its code";

        /// A prerequisite is not there or was set aside; the program is set aside.
        PrerequisiteUnknown {
            /// The program.
            program: ProgramId,
            /// The prerequisite.
            prerequisite: ProgramId,
        } => "catalog.prerequisite_unknown", Error,
            Place::record(program).field(format!("prerequisites {prerequisite}"));
            "prasyarat {prerequisite} dari program {program} tidak ada atau tidak dipakai, program tidak dipakai",
            "prerequisite {prerequisite} of program {program} is not there or set aside, so is the program";
            "tambahkan atau perbaiki program prasyarat", "add or correct the prerequisite";

        /// Programs are prerequisites of each other in a circle; all are set aside.
        PrerequisiteCycle {
            /// The programs, ordered by code.
            programs: Vec<ProgramId>,
        } => "catalog.prerequisite_cycle", Error,
            Place::record(programs.iter().map(ToString::to_string).min().unwrap_or_default())
                .field("prerequisites");
            "program {programs} saling menjadi prasyarat dalam lingkaran, tidak dipakai",
            "programs {programs} are prerequisites of each other in a circle, none is used";
            "hapus salah satu prasyarat", "remove one of the prerequisites";

        /// A program cannot run as it is written; it is set aside.
        ProgramUnsound {
            /// The program.
            program: ProgramId,
            /// What is wrong.
            fault: ProgramFault,
        } => "catalog.program_unsound", Error, Place::record(program).field(fault.code());
            "program {program} tidak dapat dijalankan: {fault}",
            "program {program} cannot run: {fault}";
            "perbaiki program", "correct the program";
    }
}
