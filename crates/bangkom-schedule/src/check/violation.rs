use bangkom_domain::calendar::Period;
use bangkom_domain::id::{
    BatchId, FeatureId, FundId, InstructorId, PersonId, ProgramId, RoomId, SessionId, UnitId,
};
use bangkom_domain::measure::{Permille, Rupiah};
use chrono::NaiveDate;

use super::PeriodText;
use crate::explained::explained;

explained! {
    /// A hard rule that a plan breaks, with the members that break it.
    PlanViolation {
        /// Two batches have one id.
        DuplicateBatch { batch: BatchId } = "plan.duplicate_batch", Error, batch,
        id: "angkatan {batch} ada lebih dari sekali" => "beri setiap angkatan kode sendiri",
        en: "batch {batch} is there more than once" => "give each batch its own id";

        /// Two sessions have one id.
        DuplicateSession { session: SessionId } = "plan.duplicate_session", Error, session,
        id: "sesi {session} ada lebih dari sekali" => "beri setiap sesi kode sendiri",
        en: "session {session} is there more than once" => "give each session its own id";

        /// A batch is of a program that the catalog does not have.
        UnknownProgram { batch: BatchId, program: ProgramId } = "plan.unknown_program", Error, batch,
        id: "angkatan {batch} memakai program {program} yang tidak dikenal" => "tambahkan program itu ke katalog atau hapus angkatannya",
        en: "batch {batch} is of the unknown program {program}" => "add the program to the catalog or remove the batch";

        /// A session is in a room that the resources do not have.
        UnknownRoom { session: SessionId, room: RoomId } = "plan.unknown_room", Error, session,
        id: "sesi {session} memakai ruang {room} yang tidak dikenal" => "tambahkan ruang itu atau pilih ruang lain",
        en: "session {session} is in the unknown room {room}" => "add the room or choose another";

        /// A session is taught by somebody whom the resources do not have.
        UnknownInstructor { session: SessionId, instructor: InstructorId } = "plan.unknown_instructor", Error, session,
        id: "sesi {session} memakai pengajar {instructor} yang tidak dikenal" => "tambahkan pengajar itu atau pilih pengajar lain",
        en: "session {session} has the unknown instructor {instructor}" => "add the instructor or choose another";

        /// A seat is held by somebody whom the roster does not have.
        UnknownPerson { batch: BatchId, person: PersonId } = "plan.unknown_person", Error, batch,
        id: "angkatan {batch} memuat peserta {person} yang tidak dikenal" => "hapus kursi itu atau lengkapi data pegawai",
        en: "batch {batch} seats the unknown person {person}" => "remove the seat or complete the roster";

        /// A person holds two seats in one batch.
        SeatTwice { batch: BatchId, person: PersonId } = "plan.seat_twice", Error, batch,
        id: "peserta {person} memegang dua kursi di angkatan {batch}" => "hapus salah satu kursi",
        en: "person {person} holds two seats in batch {batch}" => "remove one of the seats";

        /// A person has a seat that nobody asked for.
        SeatWithoutDemand { batch: BatchId, person: PersonId } = "plan.seat_without_demand", Error, batch,
        id: "kursi peserta {person} di angkatan {batch} tidak ada dalam usulan kebutuhan" => "hapus kursi itu atau tambahkan usulannya",
        en: "no demand row asks for the seat of person {person} in batch {batch}" => "remove the seat or add the demand";

        /// A person has a seat in a program that the ledger says is completed.
        AlreadyCompleted { batch: BatchId, person: PersonId } = "plan.already_completed", Error, batch,
        id: "peserta {person} sudah menyelesaikan program angkatan {batch}" => "berikan kursi itu kepada orang lain",
        en: "person {person} has completed the program of batch {batch}" => "give the seat to somebody else";

        /// A person has seats in two batches of one program.
        SecondSeat { program: ProgramId, person: PersonId } = "plan.second_seat", Error, program,
        id: "peserta {person} memegang kursi di dua angkatan program {program}" => "sisakan satu kursi saja",
        en: "person {person} holds seats in two batches of program {program}" => "keep one of the seats";

        /// An official rejected this seat or excluded this person.
        AgainstDecision { batch: BatchId, person: PersonId } = "plan.against_decision", Error, batch,
        id: "kursi peserta {person} di angkatan {batch} bertentangan dengan keputusan pejabat" => "hapus kursi itu atau ubah keputusannya",
        en: "the seat of person {person} in batch {batch} is against a decision" => "remove the seat or change the decision";

        /// An official rejected this batch.
        RejectedBatch { batch: BatchId } = "plan.rejected_batch", Error, batch,
        id: "angkatan {batch} telah ditolak oleh pejabat" => "hapus angkatan itu atau ubah keputusannya",
        en: "batch {batch} was rejected by an official" => "remove the batch or change the decision";

        /// A batch runs with fewer people than its program allows.
        TooFewSeats { batch: BatchId, seats: u32, least: u16 } = "plan.too_few_seats", Error, batch,
        id: "angkatan {batch} berisi {seats} peserta, paling sedikit {least}" => "tambah peserta atau batalkan angkatan",
        en: "batch {batch} has {seats} seats, the least is {least}" => "add participants or cancel the batch";

        /// A batch runs with more people than its program allows.
        TooManySeats { batch: BatchId, seats: u32, greatest: u16 } = "plan.too_many_seats", Error, batch,
        id: "angkatan {batch} berisi {seats} peserta, paling banyak {greatest}" => "kurangi peserta atau buka angkatan lain",
        en: "batch {batch} has {seats} seats, the greatest number is {greatest}" => "remove participants or open another batch";

        /// A room seats fewer people than the batch has.
        RoomTooSmall { session: SessionId, room: RoomId, seats: u32, capacity: u16 } = "plan.room_too_small", Error, session,
        id: "ruang {room} pada sesi {session} berkapasitas {capacity}, pesertanya {seats}" => "pilih ruang yang lebih besar",
        en: "room {room} of session {session} seats {capacity}, the batch has {seats}" => "choose a larger room";

        /// A program has more batches than it may have.
        TooManyBatches { program: ProgramId, batches: u32, greatest: u16 } = "plan.too_many_batches", Error, program,
        id: "program {program} mempunyai {batches} angkatan, paling banyak {greatest}" => "batalkan angkatan yang berlebih",
        en: "program {program} has {batches} batches, the greatest number is {greatest}" => "cancel the surplus batches";

        /// A session has no room though it needs one, or one though it needs none.
        RoomNeed { session: SessionId, needed: bool } = "plan.room_need", Error, session,
        id: "pemakaian ruang pada sesi {session} tidak sesuai program (perlu ruang: {needed})" => "beri ruang bila perlu, kosongkan bila tidak",
        en: "session {session} does not use a room as its program says (room needed: {needed})" => "give a room where one is needed and none elsewhere";

        /// A room lacks what the session needs.
        RoomFeature { session: SessionId, room: RoomId, feature: FeatureId } = "plan.room_feature", Error, session,
        id: "ruang {room} pada sesi {session} tidak mempunyai {feature}" => "pilih ruang yang mempunyainya",
        en: "room {room} of session {session} lacks {feature}" => "choose a room that has it";

        /// A room is closed on a day on which it is used.
        RoomUnavailable { session: SessionId, room: RoomId, day: NaiveDate } = "plan.room_unavailable", Error, session,
        id: "ruang {room} pada sesi {session} tidak tersedia tanggal {day}" => "pilih ruang atau tanggal lain",
        en: "room {room} of session {session} is unavailable on {day}" => "choose another room or date";

        /// Two sessions take one room in the same slot.
        RoomConflict { room: RoomId, first: SessionId, second: SessionId, day: NaiveDate, slot: u8 } = "plan.room_conflict", Error, room,
        id: "ruang {room} dipakai sesi {first} dan {second} pada {day} slot {slot}" => "pindahkan salah satu sesi",
        en: "room {room} is taken by sessions {first} and {second} on {day}, slot {slot}" => "move one of the sessions";

        /// A session has not the number of instructors that it needs.
        InstructorCount { session: SessionId, given: u32, needed: u8 } = "plan.instructor_count", Error, session,
        id: "sesi {session} mempunyai {given} pengajar, perlu {needed}" => "sesuaikan jumlah pengajar",
        en: "session {session} has {given} instructors and needs {needed}" => "assign the number that is needed";

        /// A session has fewer invited experts than it needs.
        ExpertCount { session: SessionId, given: u32, needed: u8 } = "plan.expert_count", Error, session,
        id: "sesi {session} mempunyai {given} narasumber undangan, perlu {needed}" => "undang narasumber yang kurang",
        en: "session {session} has {given} invited experts and needs {needed}" => "invite the missing experts";

        /// Somebody teaches a program without the qualification.
        NotQualified { session: SessionId, instructor: InstructorId } = "plan.not_qualified", Error, session,
        id: "pengajar {instructor} tidak memenuhi kualifikasi untuk sesi {session}" => "pilih pengajar yang memenuhi kualifikasi",
        en: "instructor {instructor} is not qualified for session {session}" => "choose a qualified instructor";

        /// An instructor teaches on a day on which he or she cannot.
        InstructorUnavailable { session: SessionId, instructor: InstructorId, day: NaiveDate } = "plan.instructor_unavailable", Error, session,
        id: "pengajar {instructor} pada sesi {session} tidak tersedia tanggal {day}" => "pilih pengajar atau tanggal lain",
        en: "instructor {instructor} of session {session} is unavailable on {day}" => "choose another instructor or date";

        /// An invited expert teaches on a day outside the contract.
        OutsideContract { session: SessionId, instructor: InstructorId, day: NaiveDate } = "plan.outside_contract", Error, session,
        id: "tanggal {day} pada sesi {session} berada di luar kontrak narasumber {instructor}" => "pindahkan sesi ke masa kontrak atau perpanjang kontrak",
        en: "{day} of session {session} is outside the contract of instructor {instructor}" => "move the session into the contract or extend it";

        /// Somebody teaches two sessions in the same slot.
        InstructorConflict { instructor: InstructorId, first: SessionId, second: SessionId, day: NaiveDate, slot: u8 } = "plan.instructor_conflict", Error, instructor,
        id: "pengajar {instructor} bertugas di sesi {first} dan {second} pada {day} slot {slot}" => "pindahkan salah satu sesi atau ganti pengajar",
        en: "instructor {instructor} teaches sessions {first} and {second} on {day}, slot {slot}" => "move one of the sessions or change the instructor";

        /// Somebody teaches more slots than agreed.
        InstructorOverload { instructor: InstructorId, slots: u32, greatest: u32 } = "plan.instructor_overload", Error, instructor,
        id: "pengajar {instructor} mengajar {slots} slot, paling banyak {greatest}" => "bagi sesi kepada pengajar lain",
        en: "instructor {instructor} teaches {slots} slots, the greatest number is {greatest}" => "give sessions to others";

        /// A person is on leave, retired, out of contract or not on duty on a day of the batch.
        PersonUnavailable { batch: BatchId, person: PersonId, day: NaiveDate } = "plan.person_unavailable", Error, batch,
        id: "peserta {person} tidak dapat ditugaskan ke angkatan {batch} pada {day}" => "pindahkan peserta ke angkatan lain",
        en: "person {person} cannot be assigned to batch {batch} on {day}" => "move the person to another batch";

        /// A person is in two sessions in the same slot.
        PersonConflict { person: PersonId, first: SessionId, second: SessionId, day: NaiveDate, slot: u8 } = "plan.person_conflict", Error, person,
        id: "peserta {person} berada di sesi {first} dan {second} pada {day} slot {slot}" => "pindahkan peserta ke angkatan lain",
        en: "person {person} is in sessions {first} and {second} on {day}, slot {slot}" => "move the person to another batch";

        /// A person gets more learning hours in a contract year than allowed.
        HoursCap { person: PersonId, year: PeriodText, cap: u32 } = "plan.hours_cap", Error, person,
        id: "jam pelajaran peserta {person} pada tahun kontrak {year} melampaui {cap} JP" => "kurangi program pada tahun kontrak itu",
        en: "the learning hours of person {person} in the contract year {year} exceed {cap}" => "take programs out of that contract year";

        /// A person spends more slots in training than allowed.
        TrainingSlots { person: PersonId, slots: u32, greatest: u32 } = "plan.training_slots", Error, person,
        id: "peserta {person} mengikuti {slots} slot pelatihan, paling banyak {greatest}" => "lepaskan salah satu kursinya",
        en: "person {person} spends {slots} slots in training, the most is {greatest}" => "take one of the seats away";

        /// A batch has not the sessions of its program.
        SessionPattern { batch: BatchId } = "plan.session_pattern", Error, batch,
        id: "sesi angkatan {batch} tidak sesuai pola program" => "susun sesi menurut jumlah, jenis dan urutan pada program",
        en: "the sessions of batch {batch} are not those of its program" => "follow number, kind and order of the program";

        /// A session takes more or fewer slots than its program says.
        SessionLength { session: SessionId, slots: u32, needed: u16 } = "plan.session_length", Error, session,
        id: "sesi {session} memakai {slots} slot, seharusnya {needed}" => "sesuaikan lama sesi",
        en: "session {session} takes {slots} slots and should take {needed}" => "correct its length";

        /// The slots of a session do not follow each other.
        NotConsecutive { session: SessionId } = "plan.not_consecutive", Error, session,
        id: "slot sesi {session} tidak berurutan" => "pakai slot kerja yang berurutan",
        en: "the slots of session {session} do not follow each other" => "use consecutive working slots";

        /// A session takes a slot that is not worked.
        NotWorking { session: SessionId, day: NaiveDate, slot: u8 } = "plan.not_working", Error, session,
        id: "sesi {session} memakai slot {slot} tanggal {day} yang bukan waktu kerja" => "pindahkan ke slot kerja",
        en: "session {session} takes slot {slot} of {day}, which is not worked" => "move it to a working slot";

        /// A session takes a day that the plan does not cover.
        OutsideHorizon { session: SessionId, day: NaiveDate } = "plan.outside_horizon", Error, session,
        id: "tanggal {day} pada sesi {session} berada di luar masa rencana" => "pindahkan sesi ke masa rencana",
        en: "{day} of session {session} is outside the days that the plan covers" => "move it into these days";

        /// A session comes too soon or too late after the one before.
        GapOutOfRange { session: SessionId, days: i64 } = "plan.gap_out_of_range", Error, session,
        id: "jarak {days} hari sebelum sesi {session} tidak sesuai pola program" => "geser sesi ke jarak yang ditetapkan",
        en: "the distance of {days} days before session {session} is not that of the program" => "move it to the distance that the program sets";

        /// Days off interrupt a session for longer than allowed.
        PauseTooLong { session: SessionId, days: i64, greatest: u16 } = "plan.pause_too_long", Error, session,
        id: "sesi {session} terputus {days} hari libur, paling lama {greatest}" => "mulai sesi setelah hari libur",
        en: "session {session} is interrupted by {days} days off, the most is {greatest}" => "begin it after the days off";

        /// A batch ends after the deadline of its program.
        PastDeadline { batch: BatchId, deadline: NaiveDate } = "plan.past_deadline", Error, batch,
        id: "angkatan {batch} selesai setelah batas waktu {deadline}" => "majukan angkatan itu",
        en: "batch {batch} ends after the deadline {deadline}" => "move it forward";

        /// A batch that was not announced begins before new batches may.
        BeginsTooEarly { batch: BatchId, not_before: NaiveDate } = "plan.begins_too_early", Error, batch,
        id: "angkatan {batch} mulai sebelum {not_before}, hari pertama yang boleh bagi angkatan baru" => "undurkan angkatan itu",
        en: "batch {batch} begins before {not_before}, the first day for new batches" => "move it to later dates";

        /// A batch ends after the day by which a person needs it.
        NeededEarlier { batch: BatchId, person: PersonId, needed_by: NaiveDate } = "plan.needed_earlier", Error, batch,
        id: "peserta {person} memerlukan angkatan {batch} paling lambat {needed_by}" => "pindahkan peserta ke angkatan yang lebih awal",
        en: "person {person} needs batch {batch} by {needed_by}" => "move the person to an earlier batch";

        /// A person has not finished what the program builds on.
        Prerequisite { batch: BatchId, person: PersonId, program: ProgramId } = "plan.prerequisite", Error, batch,
        id: "peserta {person} di angkatan {batch} belum menyelesaikan prasyarat {program}" => "jadwalkan prasyarat lebih dahulu",
        en: "person {person} in batch {batch} has not finished the prerequisite {program} before it" => "schedule the prerequisite first";

        /// More people of a unit are away than it can spare.
        AwayCap { unit: UnitId, day: NaiveDate, away: u32, cap: u32 } = "plan.away_cap", Error, unit,
        id: "unit {unit} melepas {away} orang pada {day}, paling banyak {cap}" => "pindahkan peserta ke tanggal lain",
        en: "unit {unit} has {away} people away on {day}, the most is {cap}" => "move participants to other dates";

        /// Somebody of a unit is away on a day on which nobody may be.
        Blackout { unit: UnitId, day: NaiveDate, away: u32 } = "plan.blackout", Error, unit,
        id: "unit {unit} melepas {away} orang pada {day} yang merupakan hari tutup" => "pindahkan peserta ke tanggal lain",
        en: "unit {unit} has {away} people away on its blackout day {day}" => "move participants to other dates";

        /// A unit gives more person-days than it can.
        PersonDays { unit: UnitId, used: u32, greatest: u32 } = "plan.person_days", Error, unit,
        id: "unit {unit} memakai {used} hari-orang, paling banyak {greatest}" => "kurangi peserta dari unit itu",
        en: "unit {unit} gives {used} person-days, the most is {greatest}" => "take participants of the unit out";

        /// One unit has too large a share of a batch.
        UnitShare { batch: BatchId, unit: UnitId, seats: u32, share: Permille } = "plan.unit_share", Error, batch,
        id: "unit {unit} memegang {seats} kursi di angkatan {batch}, melebihi {share} per seribu" => "campur peserta dari unit lain",
        en: "unit {unit} holds {seats} seats of batch {batch}, more than {share} in a thousand" => "mix in participants of other units";

        /// A batch has people of too few units.
        TooFewUnits { batch: BatchId, units: u32, least: u16 } = "plan.too_few_units", Error, batch,
        id: "angkatan {batch} berasal dari {units} unit, paling sedikit {least}" => "campur peserta dari unit lain",
        en: "batch {batch} has people of {units} units, the least is {least}" => "mix in participants of other units";

        /// The batches cost more than their source of funds holds.
        Overspent { fund: FundId, cost: Rupiah, amount: Rupiah } = "plan.overspent", Error, fund,
        id: "biaya {cost} melampaui dana {fund} sebesar {amount}" => "kurangi angkatan atau tambah dana",
        en: "the cost of {cost} exceeds the {amount} of fund {fund}" => "cancel batches or add money";

        /// A batch states a cost that is not its cost.
        WrongCost { batch: BatchId, stated: Rupiah, computed: Rupiah } = "plan.wrong_cost", Error, batch,
        id: "biaya angkatan {batch} tertulis {stated}, terhitung {computed}" => "perbaiki biaya yang tertulis",
        en: "batch {batch} states a cost of {stated}, it is {computed}" => "correct the stated cost";

        /// A batch that has begun was changed or left out.
        FrozenChanged { batch: BatchId } = "plan.frozen_changed", Error, batch,
        id: "angkatan {batch} yang sudah dibekukan diubah atau dihapus" => "kembalikan angkatan itu seperti semula",
        en: "the frozen batch {batch} was changed or left out" => "put it back as it was";

        /// A promised seat was taken away.
        PinnedSeatLost { batch: BatchId, person: PersonId } = "plan.pinned_seat_lost", Error, batch,
        id: "kursi peserta {person} di angkatan {batch} yang sudah dijanjikan hilang" => "kembalikan kursi itu",
        en: "the promised seat of person {person} in batch {batch} is gone" => "give it back";

        /// The plan covers other days than the resources.
        HorizonMismatch { plan: PeriodText, resources: PeriodText } = "plan.horizon_mismatch", Error, plan,
        id: "rencana mencakup {plan}, sumber daya mencakup {resources}" => "samakan masa keduanya",
        en: "the plan covers {plan}, the resources cover {resources}" => "make both cover the same days";
    }
}

impl From<Period> for PeriodText {
    fn from(period: Period) -> Self {
        Self(period)
    }
}
