use bangkom_domain::id::{BatchId, FeatureId, InstructorId, RoomId, SessionId, UnitId};
use chrono::NaiveDate;

use crate::List;
use crate::explained::explained;

explained! {
    /// What exactly breaks a rule of a timetable.
    Breach {
        /// An assignment is of a session that the problem does not have.
        NoSuchSession { session: SessionId } = "timetable.no_such_session", Error, session,
        id: "sesi {session} tidak dikenal" => "hapus baris itu atau perbaiki kode sesi",
        en: "there is no session {session}" => "remove the row or correct the code";

        /// A session has two assignments; the first counts.
        SessionTwice { session: SessionId } = "timetable.session_twice", Error, session,
        id: "sesi {session} dijadwalkan lebih dari sekali" => "sisakan satu baris",
        en: "session {session} is assigned more than once" => "keep one row";

        /// A session begins where its block does not fit.
        NotABlock { session: SessionId, start: u32 } = "timetable.not_a_block", Error, session,
        id: "sesi {session} tidak muat bila dimulai pada slot {start}" => "mulai lebih awal pada hari itu atau pada hari lain",
        en: "session {session} does not fit when it begins in slot {start}" => "begin earlier that day or on another day";

        /// An assignment names a room that the problem does not have.
        NoSuchRoom { session: SessionId, room: RoomId } = "timetable.no_such_room", Error, session,
        id: "ruang {room} untuk sesi {session} tidak dikenal" => "perbaiki kode ruang",
        en: "there is no room {room} for session {session}" => "correct the code of the room";

        /// A session needs a room and has none.
        RoomMissing { session: SessionId } = "timetable.room_missing", Error, session,
        id: "sesi {session} memerlukan ruang" => "tetapkan ruangnya",
        en: "session {session} needs a room" => "give it a room";

        /// A session has a room and needs none.
        RoomNotNeeded { session: SessionId } = "timetable.room_not_needed", Error, session,
        id: "sesi {session} tidak memerlukan ruang" => "kosongkan ruangnya",
        en: "session {session} needs no room" => "take the room away";

        /// An assignment names an instructor that the problem does not have.
        NoSuchInstructor { session: SessionId, instructor: InstructorId } = "timetable.no_such_instructor", Error, session,
        id: "pengajar {instructor} untuk sesi {session} tidak dikenal" => "perbaiki kode pengajar",
        en: "there is no instructor {instructor} for session {session}" => "correct the code of the instructor";

        /// A session has fewer instructors than it needs.
        InstructorMissing { session: SessionId } = "timetable.instructor_missing", Error, session,
        id: "sesi {session} kekurangan pengajar" => "tugaskan pengajar",
        en: "session {session} has too few instructors" => "assign an instructor";

        /// A session has more instructors than it needs.
        InstructorNotNeeded { session: SessionId } = "timetable.instructor_not_needed", Error, session,
        id: "sesi {session} mempunyai terlalu banyak pengajar" => "kurangi pengajarnya",
        en: "session {session} has more instructors than it needs" => "take an instructor away";

        /// A room holds more sessions than it may.
        RoomTaken { room: RoomId, slot: u32, sessions: List<SessionId> } = "timetable.room_conflict", Error, room,
        id: "ruang {room} dipakai bersamaan oleh sesi {sessions} pada slot {slot}" => "pindahkan salah satu sesi",
        en: "room {room} is taken by the sessions {sessions} in slot {slot}" => "move one of the sessions";

        /// An instructor teaches two sessions at a time.
        InstructorTaken { instructor: InstructorId, slot: u32, sessions: List<SessionId> } = "timetable.instructor_conflict", Error, instructor,
        id: "pengajar {instructor} mengajar sesi {sessions} bersamaan pada slot {slot}" => "ganti pengajar atau waktu salah satu sesi",
        en: "instructor {instructor} teaches the sessions {sessions} in slot {slot}" => "change instructor or time of one of them";

        /// The same people attend two sessions at a time.
        PeopleTaken { first: SessionId, second: SessionId, slot: u32 } = "timetable.participant_conflict", Error, first,
        id: "sesi {first} dan {second} diikuti orang yang sama dan bersamaan pada slot {slot}" => "pindahkan salah satu sesi",
        en: "the sessions {first} and {second} are attended by the same people and meet in slot {slot}" => "move one of the sessions";

        /// A session uses a room or an instructor that others have booked.
        Booked { session: SessionId, what: String, slots: u64 } = "timetable.booked", Error, session,
        id: "sesi {session} memakai {what} yang sudah dipesan pihak lain pada {slots} slot" => "pindahkan sesi itu",
        en: "session {session} uses {what}, which others have booked, in {slots} slots" => "move the session";

        /// Somebody who attends is booked by others.
        PeopleBooked { session: SessionId, slots: u64 } = "timetable.people_booked", Error, session,
        id: "peserta sesi {session} sudah dipesan pihak lain pada {slots} slot" => "pindahkan sesi itu",
        en: "somebody who attends session {session} is booked by others in {slots} slots" => "move the session";

        /// A room has too few seats.
        TooSmall { session: SessionId, room: RoomId, seats: u32, capacity: u32 } = "timetable.capacity", Warning, session,
        id: "sesi {session} perlu {seats} kursi, ruang {room} mempunyai {capacity}" => "pakai ruang yang lebih besar",
        en: "session {session} needs {seats} seats and room {room} has {capacity}" => "use a larger room";

        /// A room lacks what a session needs.
        FeatureMissing { session: SessionId, room: RoomId, features: List<FeatureId> } = "timetable.features", Warning, session,
        id: "ruang {room} untuk sesi {session} tidak mempunyai {features}" => "pakai ruang yang lengkap",
        en: "room {room} of session {session} lacks {features}" => "use a room that has it";

        /// An instructor is not qualified for the batch.
        NotQualified { session: SessionId, instructor: InstructorId } = "timetable.qualification", Warning, session,
        id: "pengajar {instructor} tidak memenuhi kualifikasi sesi {session}" => "tugaskan pengajar yang memenuhi kualifikasi",
        en: "instructor {instructor} is not qualified for session {session}" => "assign a qualified instructor";

        /// A room is closed.
        RoomClosed { session: SessionId, room: RoomId, slots: u64 } = "timetable.room_closed", Warning, session,
        id: "ruang {room} tutup selama {slots} slot sesi {session}" => "pakai ruang atau waktu lain",
        en: "room {room} is closed in {slots} slots of session {session}" => "use another room or time";

        /// An instructor is away or out of contract.
        InstructorAway { session: SessionId, instructor: InstructorId, slots: u64 } = "timetable.instructor_away", Warning, session,
        id: "pengajar {instructor} berhalangan atau di luar kontrak selama {slots} slot sesi {session}" => "tugaskan pengajar lain atau pilih waktu lain",
        en: "instructor {instructor} is away or out of contract in {slots} slots of session {session}" => "assign another instructor or choose another time";

        /// A batch is not available.
        BatchClosed { session: SessionId, slots: u64 } = "timetable.batch_closed", Warning, session,
        id: "angkatan tidak dapat bersesi selama {slots} slot sesi {session}" => "pilih waktu lain",
        en: "the batch of session {session} is not available in {slots} of its slots" => "choose another time";

        /// Somebody who attends is away.
        PeopleAway { session: SessionId, slots: u64 } = "timetable.people_away", Warning, session,
        id: "ada peserta yang berhalangan selama {slots} slot sesi {session}" => "pilih waktu lain",
        en: "somebody who attends session {session} is away in {slots} of its slots" => "choose another time";

        /// Two sessions are in the wrong order.
        Order { first: SessionId, second: SessionId } = "timetable.order", Warning, second,
        id: "sesi {second} harus dimulai setelah sesi {first} selesai" => "tukar atau geser kedua sesi",
        en: "session {second} must begin after session {first} has ended" => "exchange or move the two";

        /// Two sessions are too close or too far apart.
        Distance { first: SessionId, second: SessionId, days: i64 } = "timetable.distance", Warning, second,
        id: "jarak {days} hari antara sesi {first} dan {second} tidak sesuai" => "geser salah satu sesi",
        en: "the distance of {days} days between the sessions {first} and {second} is not the one asked for" => "move one of them";

        /// Somebody has too many slots on a day.
        DayFull { calendar: String, date: NaiveDate, slots: u32, greatest: u16 } = "timetable.daily_load", Warning, calendar,
        id: "{calendar} mempunyai {slots} slot pada {date}, paling banyak {greatest}" => "pindahkan sesi ke hari lain",
        en: "{calendar} has {slots} slots on {date}, the most is {greatest}" => "move a session to another day";

        /// Somebody has too many slots without a rest.
        NoRest { calendar: String, date: NaiveDate, slots: u32, greatest: u16 } = "timetable.rest", Warning, calendar,
        id: "{calendar} mempunyai {slots} slot berturut-turut pada {date}, paling banyak {greatest}" => "sisipkan slot kosong",
        en: "{calendar} has {slots} slots in a row on {date}, the most is {greatest}" => "leave a slot free between";

        /// Somebody has too little rest overnight.
        ShortNight { calendar: String, date: NaiveDate, slots: u32, least: u16 } = "timetable.night_rest", Warning, calendar,
        id: "{calendar} hanya mempunyai {slots} slot kosong pada malam sebelum {date}, paling sedikit {least}" => "mulai lebih siang atau selesai lebih awal sehari sebelumnya",
        en: "{calendar} has {slots} free slots overnight before {date}, the least is {least}" => "begin later, or end earlier the day before";

        /// More people of a unit are away than it can spare.
        Away { unit: UnitId, date: NaiveDate, away: u64, cap: u32 } = "timetable.staffing", Warning, unit,
        id: "unit {unit} melepas {away} orang pada {date}, paling banyak {cap}" => "pindahkan sesi ke hari lain",
        en: "unit {unit} has {away} people away on {date}, the most is {cap}" => "move a session to another day";

        /// An instructor teaches more than agreed.
        Overloaded { instructor: InstructorId, slots: u64, greatest: u32 } = "timetable.load_limit", Warning, instructor,
        id: "pengajar {instructor} mengajar {slots} slot, paling banyak {greatest}" => "tugaskan pengajar lain",
        en: "instructor {instructor} teaches {slots} slots, the most is {greatest}" => "assign another instructor";

        /// The sessions of a batch lie on too few days.
        FewDays { batch: BatchId, days: u64, least: u16 } = "timetable.working_days", Info, batch,
        id: "sesi angkatan {batch} tersebar pada {days} hari, sebaiknya {least}" => "sebarkan sesi ke hari lain",
        en: "the sessions of batch {batch} lie on {days} days, {least} are asked for" => "spread them over more days";

        /// Somebody is called in for a single slot.
        Isolated { calendar: String, date: NaiveDate, slots: u32 } = "timetable.compactness", Info, calendar,
        id: "{calendar} dipanggil untuk {slots} slot yang berdiri sendiri pada {date}" => "gabungkan dengan sesi lain hari itu",
        en: "{calendar} is called in for {slots} isolated slots on {date}" => "put them beside other sessions";

        /// A batch changes rooms.
        RoomChange { batch: BatchId, rooms: List<RoomId> } = "timetable.room_stability", Info, batch,
        id: "angkatan {batch} berpindah antara ruang {rooms}" => "pakai satu ruang",
        en: "batch {batch} uses the rooms {rooms}" => "use one room";

        /// People travel far.
        Far { session: SessionId, room: RoomId, km: u64 } = "timetable.travel", Info, session,
        id: "peserta sesi {session} menempuh {km} km ke ruang {room}" => "pakai ruang yang lebih dekat",
        en: "the people of session {session} travel {km} km to room {room}" => "use a nearer room";

        /// A batch would rather avoid the time.
        Unwelcome { session: SessionId, cost: u64 } = "timetable.preference", Info, session,
        id: "waktu sesi {session} kurang disukai angkatannya (bobot {cost})" => "pilih waktu lain bila ada",
        en: "the batch of session {session} would rather avoid its time (cost {cost})" => "choose another time if there is one";

        /// An instructor would rather avoid the time.
        UnwelcomeTo { session: SessionId, instructor: InstructorId, cost: u64 } = "timetable.instructor_preference", Info, session,
        id: "waktu sesi {session} kurang disukai pengajar {instructor} (bobot {cost})" => "pilih waktu atau pengajar lain bila ada",
        en: "instructor {instructor} would rather avoid the time of session {session} (cost {cost})" => "choose another time or instructor if there is one";

        /// An instructor teaches more than a fair share.
        Uneven { instructor: InstructorId, slots: u64, fair: u64 } = "timetable.load_balance", Info, instructor,
        id: "pengajar {instructor} mengajar {slots} slot, bagian yang adil {fair}" => "bagi dengan pengajar lain",
        en: "instructor {instructor} teaches {slots} slots, a fair share is {fair}" => "share with other instructors";

        /// An invited instructor costs money.
        Paid { session: SessionId, instructor: InstructorId, units: u64 } = "timetable.fee", Info, session,
        id: "honor pengajar {instructor} untuk sesi {session}: {units} × 100.000 rupiah" => "tugaskan pengajar tanpa honor bila ada",
        en: "the fee of instructor {instructor} for session {session} is {units} × 100,000 rupiah" => "assign one without a fee if there is one";

        /// A published session is at another time.
        Moved { session: SessionId, published: u32, start: u32 } = "timetable.changed", Info, session,
        id: "sesi {session} diumumkan mulai slot {published}, sekarang slot {start}" => "beri tahu peserta dan pengajar",
        en: "session {session} was published for slot {published} and is in slot {start}" => "tell the people and the instructors";

        /// A published session is in another room.
        Rehoused { session: SessionId } = "timetable.changed_room", Info, session,
        id: "sesi {session} berada di ruang lain daripada yang sudah diumumkan" => "beri tahu peserta dan pengajar",
        en: "session {session} is in another room than was published" => "tell the people and the instructors";

        /// A published session has other instructors.
        Restaffed { session: SessionId, changed: u64 } = "timetable.changed_instructor", Info, session,
        id: "{changed} pengajar sesi {session} berbeda dari yang sudah diumumkan" => "beri tahu para pengajar",
        en: "{changed} of the instructors of session {session} are not those published" => "tell the instructors";

        /// A published session has no place any more.
        Lost { session: SessionId } = "timetable.lost", Warning, session,
        id: "sesi {session} yang sudah diumumkan tidak mempunyai tempat lagi" => "lihat alasannya dan cari tempat lain",
        en: "the published session {session} has no place any more" => "see the reasons and find it another place";
    }
}
