use crate::finding::{Place, findings};
use crate::id::{BatchId, PersonId, SessionId};
use crate::measure::Rupiah;

findings! {
    /// What is wrong in a plan document taken by itself.
    PlanFinding {
        /// Identical batches; counted once.
        BatchRepeated {
            /// The batch.
            batch: BatchId,
        } => "plan.batch_repeated", Info, Place::record(batch);
            "angkatan {batch} diberikan lebih dari sekali dan sama",
            "batch {batch} was given more than once, identical";
            "hapus baris yang berulang", "remove the repeated row";

        /// Batches with one code that differ; all set aside.
        BatchConflict {
            /// The code.
            batch: BatchId,
        } => "plan.batch_conflict", Error, Place::record(batch);
            "angkatan {batch} diberikan lebih dari sekali dan berbeda, tidak dipakai",
            "batch {batch} was given more than once and differs, none is used";
            "sisakan satu yang benar", "keep the one that is right";

        /// A batch has a negative cost; it was set aside.
        CostNegative {
            /// The batch.
            batch: BatchId,
            /// The cost given.
            given: Rupiah,
        } => "plan.cost_negative", Error, Place::record(batch).field("cost");
            "biaya angkatan {batch} negatif: {given}",
            "the cost of batch {batch} is negative: {given}";
            "perbaiki biayanya", "correct the cost";

        /// Two sessions have one code; the batches that hold them were set aside.
        SessionRepeated {
            /// The code.
            session: SessionId,
            /// A batch that holds it.
            batch: BatchId,
        } => "plan.session_repeated", Error, Place::record(batch).field(format!("sessions {session}"));
            "kode sesi {session} pada angkatan {batch} dipakai lebih dari sekali",
            "the code {session} of a session of batch {batch} is used more than once";
            "beri setiap sesi kode sendiri", "give every session a code of its own";

        /// A session takes no slot, or an empty span of slots; its batch was set aside.
        SlotsEmpty {
            /// The session.
            session: SessionId,
            /// Its batch.
            batch: BatchId,
        } => "plan.slots_empty", Error, Place::record(batch).field(format!("sessions {session}"));
            "sesi {session} pada angkatan {batch} tidak punya waktu",
            "session {session} of batch {batch} has no time";
            "isi tanggal dan slotnya", "give its days and slots";

        /// A person has more than one seat in a batch; one is kept, promised if any was.
        SeatRepeated {
            /// The batch.
            batch: BatchId,
            /// Who.
            person: PersonId,
        } => "plan.seat_repeated", Warning, Place::record(batch).field(format!("seats {person}"));
            "{person} punya lebih dari satu kursi pada angkatan {batch}",
            "{person} has more than one seat in batch {batch}";
            "sisakan satu kursi", "keep one seat";
    }
}
