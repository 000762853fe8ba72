use bangkom_domain::id::{
    BatchId, CohortId, InstructorId, PersonId, RoomId, SessionId, SiteId, UnitId,
};
use chrono::NaiveDate;

use crate::List;
use crate::explained::explained;

explained! {
    /// What is wrong with the input of a timetable, found before the search begins.
    TimetableFinding {
        /// There is no session.
        Empty { batches: usize } = "timetable_input.empty", Warning, batches,
        id: "tidak ada sesi yang harus dijadwalkan" => "isi angkatan dan sesinya",
        en: "there is no session to place" => "give batches and their sessions";

        /// There is no working day.
        NoDay { days: usize } = "timetable_input.no_day", Error, days,
        id: "tidak ada hari kerja" => "isi hari kerja",
        en: "there is no working day" => "give working days";

        /// A day comes twice.
        DayRepeated { date: NaiveDate } = "timetable_input.day_repeated", Error, date,
        id: "tanggal {date} tertulis lebih dari sekali" => "sisakan satu baris untuk setiap tanggal",
        en: "the day {date} is given more than once" => "keep one row for each date";

        /// A day has no slot, or more than 64.
        DayLength { date: NaiveDate, slots: u16 } = "timetable_input.day_length", Error, date,
        id: "tanggal {date} mempunyai {slots} slot, seharusnya 1 sampai 64" => "pakai slot yang lebih panjang, atau hapus hari itu",
        en: "the day {date} has {slots} slots, 1 to 64 are possible" => "use longer slots, or remove the day";

        /// The days have more slots than can be planned; later days are set aside.
        TooManySlots { slots: u64, greatest: u32 } = "timetable_input.too_many_slots", Error, slots,
        id: "seluruh hari berjumlah {slots} slot, paling banyak {greatest}" => "bagi masa rencana menjadi beberapa bagian",
        en: "the days have {slots} slots, the most is {greatest}" => "divide the plan into several parts";

        /// A window ends before it begins, or holds nothing.
        WindowReversed { record: String, from: u32, to: u32 } = "timetable_input.window_reversed", Error, record,
        id: "rentang slot {from} sampai {to} pada {record} berakhir sebelum dimulai" => "tukar atau perbaiki batasnya",
        en: "the window {from} to {to} of {record} ends before it begins" => "exchange or correct its ends";

        /// Two sites have one code.
        SiteRepeated { site: SiteId } = "timetable_input.site_repeated", Error, site,
        id: "lokasi {site} tertulis lebih dari sekali" => "beri setiap lokasi kode sendiri",
        en: "site {site} is given more than once" => "give each site its own code";

        /// Two rooms have one code.
        RoomRepeated { room: RoomId } = "timetable_input.room_repeated", Error, room,
        id: "ruang {room} tertulis lebih dari sekali" => "beri setiap ruang kode sendiri",
        en: "room {room} is given more than once" => "give each room its own code";

        /// A room seats nobody, or may hold no session.
        RoomCapacity { room: RoomId } = "timetable_input.room_capacity", Error, room,
        id: "ruang {room} berkapasitas nol" => "isi kapasitas ruang",
        en: "room {room} has no capacity" => "give its capacity";

        /// A room or unit is at an unknown site.
        SiteUnknown { record: String, site: SiteId } = "timetable_input.site_unknown", Warning, record,
        id: "lokasi {site} dari {record} tidak dikenal" => "tambahkan lokasi itu",
        en: "the site {site} of {record} is unknown" => "add the site";

        /// Two instructors have one code.
        InstructorRepeated { instructor: InstructorId } = "timetable_input.instructor_repeated", Error, instructor,
        id: "pengajar {instructor} tertulis lebih dari sekali" => "beri setiap pengajar kode sendiri",
        en: "instructor {instructor} is given more than once" => "give each instructor an own code";

        /// An instructor is qualified for nothing.
        QualifiedForNothing { instructor: InstructorId } = "timetable_input.qualified_for_nothing", Warning, instructor,
        id: "pengajar {instructor} tidak memenuhi kualifikasi angkatan mana pun" => "isi angkatan yang dapat diajar",
        en: "instructor {instructor} is qualified for nothing" => "name the batches";

        /// Two units have one code.
        UnitRepeated { unit: UnitId } = "timetable_input.unit_repeated", Error, unit,
        id: "unit {unit} tertulis lebih dari sekali" => "beri setiap unit kode sendiri",
        en: "unit {unit} is given more than once" => "give each unit its own code";

        /// Two people have one id.
        PersonRepeated { person: PersonId } = "timetable_input.person_repeated", Error, person,
        id: "peserta {person} tertulis lebih dari sekali" => "sisakan satu baris",
        en: "person {person} is given more than once" => "keep one row";

        /// A person is of an unknown unit.
        UnitUnknown { person: PersonId, unit: UnitId } = "timetable_input.unit_unknown", Warning, person,
        id: "unit {unit} dari peserta {person} tidak dikenal" => "tambahkan unit itu",
        en: "the unit {unit} of person {person} is unknown" => "add the unit";

        /// Two cohorts have one code.
        CohortRepeated { cohort: CohortId } = "timetable_input.cohort_repeated", Error, cohort,
        id: "rombongan {cohort} tertulis lebih dari sekali" => "beri setiap rombongan kode sendiri",
        en: "cohort {cohort} is given more than once" => "give each cohort its own code";

        /// Two batches have one code.
        BatchRepeated { batch: BatchId } = "timetable_input.batch_repeated", Error, batch,
        id: "angkatan {batch} tertulis lebih dari sekali" => "beri setiap angkatan kode sendiri",
        en: "batch {batch} is given more than once" => "give each batch its own code";

        /// Two sessions have one code; all are set aside.
        SessionRepeated { session: SessionId } = "timetable_input.session_repeated", Error, session,
        id: "sesi {session} tertulis lebih dari sekali" => "beri setiap sesi kode sendiri",
        en: "session {session} is given more than once" => "give each session its own code";

        /// A cohort, batch or booking names a person who is not there.
        PersonUnknown { record: String, person: PersonId } = "timetable_input.person_unknown", Error, record,
        id: "{record} menyebut peserta {person} yang tidak dikenal" => "lengkapi daftar peserta",
        en: "{record} names the unknown person {person}" => "complete the list of people";

        /// A batch names a cohort that is not there.
        CohortUnknown { batch: BatchId, cohort: CohortId } = "timetable_input.cohort_unknown", Error, batch,
        id: "angkatan {batch} menyebut rombongan {cohort} yang tidak dikenal" => "tambahkan rombongan itu",
        en: "batch {batch} names the unknown cohort {cohort}" => "add the cohort";

        /// A batch, booking or assignment names an instructor who is not there.
        InstructorUnknown { record: String, instructor: InstructorId } = "timetable_input.instructor_unknown", Error, record,
        id: "{record} menyebut pengajar {instructor} yang tidak dikenal" => "tambahkan pengajar itu",
        en: "{record} names the unknown instructor {instructor}" => "add the instructor";

        /// A booking names a room that is not there.
        RoomUnknown { record: String, room: RoomId } = "timetable_input.room_unknown", Error, record,
        id: "{record} menyebut ruang {room} yang tidak dikenal" => "tambahkan ruang itu",
        en: "{record} names the unknown room {room}" => "add the room";

        /// A batch must follow one that is not there.
        BatchUnknown { batch: BatchId, after: BatchId } = "timetable_input.batch_unknown", Error, batch,
        id: "angkatan {batch} harus mengikuti angkatan {after} yang tidak dikenal" => "perbaiki kodenya",
        en: "batch {batch} must follow the unknown batch {after}" => "correct the code";

        /// Batches must follow each other in a circle; these orders are set aside.
        PrecedenceCycle { batches: List<BatchId> } = "timetable_input.precedence_cycle", Error, batches,
        id: "angkatan {batches} saling menunggu dalam lingkaran" => "hapus salah satu urutan",
        en: "the batches {batches} wait for each other in a circle" => "remove one of the orders";

        /// A session takes no slot.
        SessionLength { session: SessionId } = "timetable_input.session_length", Error, session,
        id: "sesi {session} tidak memakai slot" => "isi lamanya",
        en: "session {session} takes no slot" => "give its length";

        /// A session is longer than any block of slots.
        SessionTooLong { session: SessionId, slots: u16, longest: u32 } = "timetable_input.session_too_long", Warning, session,
        id: "sesi {session} memakai {slots} slot, blok terpanjang {longest}" => "bagi sesi itu menjadi beberapa bagian",
        en: "session {session} takes {slots} slots, the longest block has {longest}" => "divide the session";

        /// The greatest distance of a session is below the least.
        GapReversed { session: SessionId } = "timetable_input.gap_reversed", Error, session,
        id: "jarak terbesar sesi {session} lebih kecil daripada jarak terkecilnya" => "perbaiki kedua jarak",
        en: "the greatest distance of session {session} is below the least" => "correct both";

        /// No room has what a session needs.
        NoRoomWithFeatures { session: SessionId } = "timetable_input.no_room_with_features", Warning, session,
        id: "tidak ada ruang dengan fasilitas yang diperlukan sesi {session}" => "lengkapi sebuah ruang atau ubah kebutuhannya",
        en: "no room has what session {session} needs" => "equip a room or change the need";

        /// No room seats all people of a batch.
        NoRoomLargeEnough { batch: BatchId, seats: u32 } = "timetable_input.no_room_large_enough", Warning, batch,
        id: "tidak ada ruang dengan {seats} kursi untuk angkatan {batch}" => "bagi angkatan atau sediakan ruang",
        en: "no room has the {seats} seats of batch {batch}" => "divide the batch or provide a room";

        /// Nobody is qualified for a batch that is taught.
        NobodyQualified { batch: BatchId } = "timetable_input.nobody_qualified", Warning, batch,
        id: "tidak ada pengajar yang memenuhi kualifikasi angkatan {batch}" => "tambah pengajar",
        en: "nobody is qualified for batch {batch}" => "add an instructor";

        /// Fewer are qualified for a session than it needs instructors.
        TooFewQualified { session: SessionId, needed: u8, qualified: usize } = "timetable_input.too_few_qualified", Warning, session,
        id: "sesi {session} memerlukan {needed} pengajar, hanya {qualified} yang memenuhi kualifikasi" => "tambah pengajar atau kurangi kebutuhannya",
        en: "session {session} needs {needed} instructors and {qualified} are qualified" => "add an instructor or lower the need";

        /// A session is excepted from a rule that is not about one session's place.
        NoExceptionPossible { session: SessionId, rule: String } = "timetable_input.no_exception_possible", Error, session,
        id: "sesi {session} tidak dapat dikecualikan dari aturan {rule}" => "longgarkan aturannya atau hapus pengecualiannya",
        en: "session {session} cannot be excepted from the rule {rule}" => "soften the rule or remove the exception";

        /// A number is too large to be added up.
        NumberTooLarge { record: String, field: String, given: u64, greatest: u64 } = "timetable_input.number_too_large", Error, record,
        id: "{field} pada {record} bernilai {given}; dipakai nilai terbesar {greatest}" => "pakai angka yang lebih kecil",
        en: "the {field} of {record} is {given}; the greatest possible one, {greatest}, is used" => "use a smaller number";

        /// A pin, published assignment or exception is of a session that is not there.
        SessionUnknown { session: SessionId } = "timetable_input.session_unknown", Warning, session,
        id: "penetapan sesi {session} diabaikan karena sesi itu tidak dikenal" => "perbaiki kode sesi atau hapus baris itu",
        en: "the assignment of the unknown session {session} is left out" => "correct the code or remove the row";

        /// A pin contradicts a rule that blocks; it is released.
        PinBroken { session: SessionId, rule: String } = "timetable_input.pin_broken", Error, session,
        id: "penetapan tetap sesi {session} melanggar aturan {rule} dan dilepaskan" => "perbaiki penetapan atau longgarkan aturannya",
        en: "the pin of session {session} breaks the rule {rule} and is released" => "correct the pin or soften the rule";

        /// The weight of a rule is too large to be added up.
        WeightTooLarge { rule: String, weight: u32 } = "timetable_input.weight_too_large", Error, rule,
        id: "bobot {weight} untuk aturan {rule} terlalu besar; dipakai bobot terbesar yang mungkin" => "pakai bobot yang lebih kecil",
        en: "the weight {weight} of the rule {rule} is too large; the largest possible one is used" => "use a smaller weight";
    }
}
