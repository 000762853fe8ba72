use bangkom_domain::id::{
    BatchId, DecisionId, FundId, InstructorId, PersonId, ProgramId, RoomId, SiteId, UnitId,
};
use bangkom_domain::measure::Rupiah;
use chrono::NaiveDate;

use crate::check::PeriodText;
use crate::explained::explained;

explained! {
    /// What is wrong with the input of a plan, found before the search begins.
    ProblemFinding {
        /// The calendar has no file for a year that the plan touches.
        CalendarMissing { year: i32 } = "problem.calendar_missing", Error, year,
        id: "kalender kerja tahun {year} tidak ada" => "tambahkan berkas kalender tahun itu",
        en: "there is no working calendar of {year}" => "add the calendar file of that year";

        /// A calendar file has a finding of its own.
        Calendar { code: String, record: String } = "problem.calendar", Warning, record,
        id: "kalender kerja bermasalah ({code})" => "periksa berkas kalender",
        en: "the working calendar has a finding ({code})" => "check the calendar file";

        /// The plan covers no working day.
        NoWorkingDay { horizon: PeriodText } = "problem.no_working_day", Error, horizon,
        id: "masa rencana {horizon} tidak mempunyai hari kerja" => "periksa masa rencana dan kalender",
        en: "the days {horizon} have no working day" => "check horizon and calendar";

        /// A demand row is of a person whom the roster does not have.
        DemandPerson { person: PersonId, program: ProgramId } = "problem.demand_person", Error, person,
        id: "usulan program {program} menyebut pegawai {person} yang tidak dikenal" => "lengkapi data pegawai atau hapus usulan",
        en: "the demand for {program} is of the unknown person {person}" => "complete the roster or remove the row";

        /// A demand row is for a program that the catalog does not have.
        DemandProgram { person: PersonId, program: ProgramId } = "problem.demand_program", Error, person,
        id: "usulan pegawai {person} menyebut program {program} yang tidak dikenal" => "lengkapi katalog atau hapus usulan",
        en: "the demand of {person} is for the unknown program {program}" => "complete the catalog or remove the row";

        /// A demand row comes twice with the same content; it counts once.
        DemandRepeated { person: PersonId, program: ProgramId } = "problem.demand_repeated", Info, person,
        id: "usulan pegawai {person} untuk {program} tertulis lebih dari sekali dan dihitung sekali" => "hapus baris yang berulang",
        en: "the demand of {person} for {program} is repeated and counts once" => "remove the repeated row";

        /// Two demand rows of one pair differ; both are set aside.
        DemandConflict { person: PersonId, program: ProgramId } = "problem.demand_conflict", Error, person,
        id: "usulan pegawai {person} untuk {program} bertentangan satu sama lain" => "sisakan baris yang benar",
        en: "the demand rows of {person} for {program} contradict each other" => "keep the right one";

        /// A demand row is for a program that the person has completed.
        DemandCompleted { person: PersonId, program: ProgramId } = "problem.demand_completed", Warning, person,
        id: "pegawai {person} sudah menyelesaikan {program} yang diusulkan" => "hapus usulan ini",
        en: "person {person} has completed the program {program} of the demand" => "remove the row";

        /// A demand row is worth nothing.
        DemandWorthless { person: PersonId, program: ProgramId } = "problem.demand_worthless", Warning, person,
        id: "usulan pegawai {person} untuk {program} bernilai nol" => "periksa hitungan kebutuhannya",
        en: "the demand of {person} for {program} is worth nothing" => "check how its value was computed";

        /// The ledger credits hours to a person whom the roster does not have; they count for nobody.
        LedgerPerson { person: PersonId } = "problem.ledger_person", Info, person,
        id: "catatan JP menyebut pegawai {person} yang tidak dikenal" => "lengkapi data pegawai; abaikan bila ia sudah keluar",
        en: "the ledger of hours is about the unknown person {person}" => "complete the roster; nothing where the person has left";

        /// The policy limits the slots of a person whom the roster does not have.
        SlotsPerson { person: PersonId } = "problem.slots_person", Warning, person,
        id: "batas slot pelatihan menyebut pegawai {person} yang tidak dikenal" => "lengkapi data pegawai atau hapus batas itu",
        en: "a limit on training slots is of the unknown person {person}" => "complete the roster or remove the limit";

        /// The ledger of hours has a finding of its own.
        Ledger { code: String, record: String } = "problem.ledger", Warning, record,
        id: "catatan JP bermasalah ({code})" => "periksa catatan JP",
        en: "the ledger of hours has a finding ({code})" => "check the ledger";

        /// A session is longer than any run of free slots.
        SessionTooLong { program: ProgramId, session: usize, slots: u16, longest: u32 } = "problem.session_too_long", Error, program,
        id: "sesi {session} program {program} memakai {slots} slot, deret slot terpanjang {longest}" => "bagi sesi itu menjadi beberapa bagian",
        en: "session {session} of program {program} takes {slots} slots, the longest run has {longest}" => "divide the session";

        /// The mixing rules of a program contradict each other.
        MixingImpossible { program: ProgramId } = "problem.mixing_impossible", Error, program,
        id: "aturan campuran unit program {program} tidak dapat dipenuhi angkatan mana pun" => "longgarkan bagian terbesar atau jumlah unit",
        en: "no batch can satisfy the mixing rules of program {program}" => "loosen the share or the number of units";

        /// A program may have no batch.
        NoBatchAllowed { program: ProgramId } = "problem.no_batch_allowed", Warning, program,
        id: "program {program} tidak boleh mempunyai angkatan" => "isi jumlah angkatan terbanyak",
        en: "program {program} may have no batch" => "give a greatest number of batches";

        /// A program is paid from a fund that the resources do not have.
        UnknownFund { program: ProgramId, fund: FundId } = "problem.unknown_fund", Error, program,
        id: "program {program} dibiayai dana {fund} yang tidak dikenal" => "tambahkan sumber dana itu",
        en: "program {program} is paid from the unknown fund {fund}" => "add the fund";

        /// The deadline of a program is before the plan begins.
        DeadlinePassed { program: ProgramId, deadline: NaiveDate } = "problem.deadline_passed", Warning, program,
        id: "batas waktu program {program} ({deadline}) sudah lewat" => "perbarui batas waktu",
        en: "the deadline {deadline} of program {program} is before the plan begins" => "renew the deadline";

        /// No room has what a session needs.
        NoSuitableRoom { program: ProgramId, session: usize } = "problem.no_suitable_room", Warning, program,
        id: "tidak ada ruang yang memenuhi sesi {session} program {program}" => "lengkapi fasilitas ruang atau ubah kebutuhan",
        en: "no room has what session {session} of program {program} needs" => "equip a room or change the need";

        /// Too few instructors are qualified for a session.
        TooFewQualified { program: ProgramId, session: usize, qualified: usize, needed: u8 } = "problem.too_few_qualified", Warning, program,
        id: "sesi {session} program {program} perlu {needed} pengajar, yang memenuhi kualifikasi {qualified}" => "tambah pengajar",
        en: "session {session} of program {program} needs {needed} instructors, {qualified} are qualified" => "add instructors";

        /// Too few invited experts are qualified for a session.
        TooFewExperts { program: ProgramId, session: usize, qualified: usize, needed: u8 } = "problem.too_few_experts", Warning, program,
        id: "sesi {session} program {program} perlu {needed} narasumber, yang tersedia {qualified}" => "undang narasumber",
        en: "session {session} of program {program} needs {needed} invited experts, there are {qualified}" => "invite experts";

        /// A room seats nobody.
        RoomCapacity { room: RoomId } = "problem.room_capacity", Error, room,
        id: "ruang {room} berkapasitas nol" => "isi kapasitas ruang",
        en: "room {room} has no capacity" => "give its capacity";

        /// A room is at a site that the resources do not have.
        RoomSite { room: RoomId, site: SiteId } = "problem.room_site", Warning, room,
        id: "ruang {room} berada di lokasi {site} yang tidak dikenal" => "tambahkan lokasi itu",
        en: "room {room} is at the unknown site {site}" => "add the site";

        /// A room costs less than nothing.
        RoomCost { room: RoomId, amount: Rupiah } = "problem.room_cost", Error, room,
        id: "biaya ruang {room} negatif: {amount}" => "perbaiki biaya",
        en: "room {room} has the negative cost {amount}" => "correct it";

        /// Two rooms have one id; both are set aside when they differ.
        RoomRepeated { room: RoomId } = "problem.room_repeated", Error, room,
        id: "ruang {room} tertulis lebih dari sekali" => "beri setiap ruang kode sendiri",
        en: "room {room} is given more than once" => "give each room its own id";

        /// An instructor is qualified for nothing.
        QualifiedForNothing { instructor: InstructorId } = "problem.qualified_for_nothing", Warning, instructor,
        id: "pengajar {instructor} tidak memenuhi kualifikasi program mana pun" => "isi program yang dapat diajar",
        en: "instructor {instructor} is qualified for nothing" => "name the programs";

        /// An instructor is qualified for a program that the catalog does not have.
        QualificationUnknown { instructor: InstructorId, program: ProgramId } = "problem.qualification_unknown", Warning, instructor,
        id: "pengajar {instructor} mengajar program {program} yang tidak dikenal" => "perbaiki kode program",
        en: "instructor {instructor} is qualified for the unknown program {program}" => "correct the id";

        /// An instructor costs less than nothing.
        InstructorFee { instructor: InstructorId, amount: Rupiah } = "problem.instructor_fee", Error, instructor,
        id: "honor pengajar {instructor} negatif: {amount}" => "perbaiki honor",
        en: "instructor {instructor} has the negative fee {amount}" => "correct it";

        /// Two instructors have one id.
        InstructorRepeated { instructor: InstructorId } = "problem.instructor_repeated", Error, instructor,
        id: "pengajar {instructor} tertulis lebih dari sekali" => "beri setiap pengajar kode sendiri",
        en: "instructor {instructor} is given more than once" => "give each instructor an own id";

        /// A fund holds less than nothing; it counts as empty.
        FundAmount { fund: FundId, amount: Rupiah } = "problem.fund_amount", Error, fund,
        id: "dana {fund} negatif: {amount}" => "perbaiki jumlah dana",
        en: "fund {fund} holds the negative amount {amount}" => "correct it";

        /// Two funds have one id.
        FundRepeated { fund: FundId } = "problem.fund_repeated", Error, fund,
        id: "dana {fund} tertulis lebih dari sekali" => "gabungkan sumber dana itu",
        en: "fund {fund} is given more than once" => "join the entries";

        /// A staffing rule is of a unit that the roster does not have.
        StaffingUnit { unit: UnitId } = "problem.staffing_unit", Warning, unit,
        id: "aturan kepegawaian menyebut unit {unit} yang tidak dikenal" => "perbaiki kode unit",
        en: "a staffing rule is of the unknown unit {unit}" => "correct the id";

        /// Two staffing rules are of one unit; the stricter holds on every count.
        StaffingRepeated { unit: UnitId } = "problem.staffing_repeated", Warning, unit,
        id: "unit {unit} mempunyai lebih dari satu aturan; yang terketat berlaku" => "sisakan satu aturan",
        en: "unit {unit} has more than one staffing rule; the strictest holds" => "keep one rule";

        /// Decisions of one day on one subject contradict each other; the rejection holds.
        DecisionConflict { decision: DecisionId } = "problem.decision_conflict", Warning, decision,
        id: "keputusan {decision} bertentangan dengan keputusan lain pada hari yang sama; penolakan berlaku" => "tetapkan keputusan yang berlaku",
        en: "decision {decision} contradicts another of the same day; the rejection holds" => "decide which one holds";

        /// A batch of the fixed plan breaks a rule; unless it is frozen it is set aside.
        Pinned { batch: BatchId, rule: String } = "problem.pinned", Error, batch,
        id: "angkatan tetap {batch} melanggar aturan {rule}" => "perbaiki rencana sebelumnya atau lepaskan angkatan itu",
        en: "the fixed batch {batch} breaks the rule {rule}" => "correct the earlier plan or release the batch";
    }
}
