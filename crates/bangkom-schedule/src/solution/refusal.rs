use bangkom_domain::id::{BatchId, DecisionId, FundId, PersonId, ProgramId, UnitId};
use chrono::NaiveDate;

use crate::List;
use crate::explained::explained;

explained! {
    /// One reason why a person has no seat in a program.
    Refusal {
        /// Nobody has claimed the seat.
        NoClaim { person: PersonId, program: ProgramId } = "refusal.no_claim", Info, person,
        id: "tidak ada usulan kebutuhan pegawai ini untuk program {program}" => "ajukan usulan kebutuhan lebih dahulu",
        en: "no demand row asks for a seat of the person in program {program}" => "put the claim into the demand first";

        /// The person has a seat of the program already, in another batch.
        OtherBatch { person: PersonId, program: ProgramId, batch: BatchId } = "refusal.other_batch", Info, person,
        id: "pegawai sudah mendapat kursi program {program} di angkatan {batch}" => "lepaskan dahulu kursi di angkatan itu",
        en: "the person has a seat of program {program} already, in batch {batch}" => "give the seat in that batch up first";

        /// An official rejected the claim or excluded the person.
        Decision { person: PersonId, decision: DecisionId } = "refusal.decision", Info, person,
        id: "pejabat menolak usulan ini (keputusan {decision})" => "ajukan keputusan baru bila keadaan berubah",
        en: "an official rejected the claim (decision {decision})" => "ask for a new decision if things have changed";

        /// The ledger says that the person has completed the program.
        Completed { person: PersonId, program: ProgramId } = "refusal.completed", Info, person,
        id: "program {program} sudah diselesaikan" => "hapus usulan ini atau pilih program lanjutan",
        en: "the program {program} is already completed" => "remove the claim or choose an advanced program";

        /// The person is not on duty in the days of the plan.
        NotOnDuty { person: PersonId } = "refusal.not_on_duty", Info, person,
        id: "pegawai tidak dapat ditugaskan selama masa rencana" => "usulkan lagi setelah pegawai aktif kembali",
        en: "the person cannot be assigned on any day of the plan" => "claim again when the person is back on duty";

        /// The person is absent on days of the batches.
        Absent { person: PersonId, batches: List<BatchId> } = "refusal.absent", Info, person,
        id: "pegawai cuti, pensiun atau habis kontrak pada hari angkatan {batches}" => "pilih tanggal lain atau angkatan berikutnya",
        en: "the person is on leave, retired or out of contract on days of {batches}" => "choose other dates or a later batch";

        /// The batches are full with people who come first.
        Full { program: ProgramId, batches: List<BatchId> } = "refusal.full", Info, program,
        id: "angkatan {batches} penuh oleh peserta yang lebih mendesak" => "buka angkatan tambahan atau ruang yang lebih besar",
        en: "the batches {batches} are full with people whose need is greater" => "open another batch or use a larger room";

        /// The person has another session at the same time.
        Clash { person: PersonId, batches: List<BatchId>, with: List<BatchId> } = "refusal.clash", Info, person,
        id: "angkatan {batches} bersamaan dengan {with} yang diikuti pegawai" => "geser salah satu angkatan",
        en: "the batches {batches} run at the same time as {with}, where the person has a seat" => "move one of the batches";

        /// The unit can spare no more people on a day of the batches.
        AwayCap { unit: UnitId, batches: List<BatchId>, days: List<NaiveDate> } = "refusal.away_cap", Info, unit,
        id: "unit {unit} sudah melepas jumlah terbanyak pada {days}, hari angkatan {batches}" => "pindahkan angkatan ke hari lain atau longgarkan batas unit",
        en: "unit {unit} can spare nobody more on {days}, days of {batches}" => "move the batch to other days or loosen the cap of the unit";

        /// Nobody of the unit may be away on a day of the batches.
        Blackout { unit: UnitId, batches: List<BatchId>, days: List<NaiveDate> } = "refusal.blackout", Info, unit,
        id: "unit {unit} menutup izin pada {days}, hari angkatan {batches}" => "pindahkan angkatan ke luar hari tutup",
        en: "nobody of unit {unit} may be away on {days}, days of {batches}" => "move the batch off the blackout days";

        /// The unit can spare nobody on any day of the plan.
        UnitNeverFree { unit: UnitId } = "refusal.unit_never_free", Info, unit,
        id: "unit {unit} tidak dapat melepas siapa pun pada hari kerja mana pun" => "longgarkan batas kepegawaian unit itu",
        en: "unit {unit} can spare nobody on any working day of the plan" => "loosen the staffing rule of the unit";

        /// The unit has given all its person-days.
        PersonDays { unit: UnitId, greatest: u32 } = "refusal.person_days", Info, unit,
        id: "unit {unit} sudah memakai {greatest} hari-orang yang disediakan" => "tambah hari-orang unit itu",
        en: "unit {unit} has given the {greatest} person-days that it can" => "raise the person-days of the unit";

        /// The unit has its greatest share of the batches.
        UnitShare { unit: UnitId, batches: List<BatchId> } = "refusal.unit_share", Info, unit,
        id: "unit {unit} sudah memegang bagian terbesar yang boleh di angkatan {batches}" => "tambah peserta dari unit lain",
        en: "unit {unit} already holds the greatest share allowed of {batches}" => "add participants of other units";

        /// The seat would exceed the learning hours that the person may get.
        HoursCap { person: PersonId, duty: String, batches: List<BatchId> } = "refusal.hours_cap", Info, person,
        id: "angkatan {batches} melampaui batas jam pelajaran {duty}" => "usulkan pada tahun kontrak berikutnya",
        en: "the batches {batches} would exceed the cap on learning hours {duty}" => "claim again in the next contract year";

        /// The seat would take more slots than the person may spend in training.
        TrainingSlots { person: PersonId, greatest: u32 } = "refusal.training_slots", Info, person,
        id: "kursi ini melampaui {greatest} slot pelatihan yang boleh diikuti pegawai" => "longgarkan batas slot pegawai itu atau lepaskan kursi lain",
        en: "the seat would exceed the {greatest} slots that the person may spend in training" => "raise the limit of the person or give up another seat";

        /// A program that comes first is not finished in time.
        Prerequisite { person: PersonId, program: ProgramId } = "refusal.prerequisite", Info, person,
        id: "prasyarat {program} belum selesai sebelum program ini dimulai" => "selesaikan prasyarat lebih dahulu",
        en: "the prerequisite {program} is not finished before this program begins" => "finish the prerequisite first";

        /// The batches end after the day by which the person needs the seat.
        TooLate { person: PersonId, needed_by: NaiveDate, batches: List<BatchId> } = "refusal.too_late", Info, person,
        id: "angkatan {batches} selesai setelah {needed_by}" => "majukan angkatan atau longgarkan batas waktu",
        en: "the batches {batches} end after {needed_by}" => "move a batch forward or loosen the date";

        /// The batches have begun and take nobody more.
        Frozen { program: ProgramId, batches: List<BatchId> } = "refusal.frozen", Info, program,
        id: "angkatan {batches} sudah dibekukan" => "tunggu angkatan berikutnya",
        en: "the batches {batches} are frozen" => "wait for the next batch";

        /// A further batch, or seat, costs more than is left.
        NoMoney { program: ProgramId, fund: FundId } = "refusal.no_money", Info, program,
        id: "dana {fund} tidak cukup untuk kursi atau angkatan tambahan" => "tambah dana atau pakai sumber dana lain",
        en: "fund {fund} cannot pay for a further seat or batch" => "add money or use another fund";

        /// No room is free for a further batch.
        NoRoom { program: ProgramId } = "refusal.no_room", Info, program,
        id: "pada tanggal yang mungkin, ruang yang sesuai untuk angkatan tambahan program {program} tidak kosong" => "sediakan ruang atau buka tanggal lain",
        en: "on possible dates no suitable room is free for a further batch of {program}" => "provide a room or open other dates";

        /// No instructor is free for a further batch.
        NoInstructor { program: ProgramId } = "refusal.no_instructor", Info, program,
        id: "pada tanggal yang mungkin tidak ada pengajar berkualifikasi yang bebas untuk angkatan tambahan program {program}" => "tambah pengajar atau jam mengajarnya",
        en: "on possible dates no qualified instructor is free for a further batch of {program}" => "add instructors or teaching slots";

        /// No invited expert is free and under contract for a further batch.
        NoExpert { program: ProgramId } = "refusal.no_expert", Info, program,
        id: "pada tanggal yang mungkin tidak ada narasumber undangan dalam masa kontrak untuk angkatan tambahan program {program}" => "undang narasumber atau perpanjang kontrak",
        en: "on possible dates no invited expert is free and under contract for a further batch of {program}" => "invite an expert or extend a contract";

        /// A further batch would have too few people.
        TooFewParticipants { program: ProgramId, least: u16 } = "refusal.too_few_participants", Info, program,
        id: "pada tanggal yang mungkin kurang dari {least} orang dapat mengikuti angkatan tambahan program {program}" => "gabungkan dengan usulan lain atau turunkan jumlah terkecil",
        en: "on possible dates fewer than {least} people can take part in a further batch of {program}" => "join it with other claims or lower the least number";

        /// A further batch would have people of too few units, or too many of one.
        Mixing { program: ProgramId } = "refusal.mixing", Info, program,
        id: "angkatan tambahan program {program} tidak dapat memenuhi campuran unit" => "ajak unit lain atau longgarkan aturan campuran",
        en: "a further batch of {program} cannot be mixed from enough units" => "bring in other units or loosen the mixing rule";

        /// The program has all the batches that it may have.
        BatchLimit { program: ProgramId, greatest: u16 } = "refusal.batch_limit", Info, program,
        id: "program {program} sudah mempunyai {greatest} angkatan, jumlah terbanyak" => "naikkan jumlah angkatan terbanyak",
        en: "program {program} has its greatest number of {greatest} batches" => "raise the greatest number of batches";

        /// The pattern of sessions fits on no dates before the deadline.
        NoDates { program: ProgramId } = "refusal.no_dates", Info, program,
        id: "pola sesi program {program} tidak muat sebelum batas waktu" => "perpanjang batas waktu atau ubah pola sesi",
        en: "the sessions of {program} fit on no dates before the deadline" => "extend the deadline or change the pattern";

        /// The program has no batch in the plan.
        NoBatch { program: ProgramId } = "refusal.no_batch", Info, program,
        id: "program {program} tidak mempunyai angkatan dalam rencana" => "lihat alasan lainnya",
        en: "program {program} has no batch in the plan" => "see the other reasons";

        /// The description of the program contradicts itself.
        Unusable { program: ProgramId } = "refusal.unusable", Info, program,
        id: "keterangan program {program} tidak lengkap atau bertentangan" => "perbaiki temuan pada program itu",
        en: "the description of program {program} is incomplete or contradicts itself" => "correct what was found in the program";

        /// The work was stopped before everything was tried for the program.
        Stopped { program: ProgramId } = "refusal.stopped", Info, program,
        id: "perhitungan dihentikan sebelum program {program} selesai dicoba" => "jalankan lagi sampai selesai",
        en: "the work was stopped before program {program} was tried in full" => "run it to the end";
    }
}
