use crate::finding::{Place, Sensitive, findings};
use crate::id::{FundId, InstructorId, RoomId, SiteId, UnitId};
use crate::measure::Rupiah;

findings! {
    /// What is wrong in a resources document.
    ResourcesFinding {
        /// Identical rows of one code; counted once.
        RowRepeated {
            /// What it is: `sites`, `rooms`, `instructors`, `funds` or `staffing`.
            list: String,
            /// The code.
            id: String,
        } => "resources.row_repeated", Info, Place::record(id).field(list.clone());
            "{id} dalam {list} diberikan lebih dari sekali dan sama",
            "{id} in {list} was given more than once, identical";
            "hapus baris yang berulang", "remove the repeated row";

        /// Rows of one code that differ; all set aside.
        RowConflict {
            /// What it is: `sites`, `rooms`, `instructors`, `funds` or `staffing`.
            list: String,
            /// The code.
            id: String,
        } => "resources.row_conflict", Error, Place::record(id).field(list.clone());
            "{id} dalam {list} diberikan lebih dari sekali dan berbeda, tidak dipakai",
            "{id} in {list} was given more than once and differs, none is used";
            "sisakan satu baris yang benar", "keep the one row that is right";

        /// A site has a coordinate that is not a finite number.
        SiteNowhere {
            /// The site.
            site: SiteId,
            /// Its coordinates, east and north.
            given: Sensitive<String>,
        } => "resources.site_nowhere", Error, Place::record(site).field("x_km");
            "koordinat lokasi {site} ({given}) bukan bilangan",
            "a coordinate of site {site} ({given}) is not a finite number";
            "isi koordinatnya dalam kilometer", "give its coordinates in kilometres";

        /// A room is at a site that the document does not have.
        RoomSiteUnknown {
            /// The room.
            room: RoomId,
            /// The site it names.
            site: SiteId,
        } => "resources.room_site_unknown", Error, Place::record(room).field("site");
            "ruang {room} berada di lokasi {site} yang tidak ada",
            "room {room} is at site {site}, which does not exist";
            "tambahkan lokasinya, atau perbaiki kodenya", "add the site, or correct its code";

        /// A room seats nobody.
        RoomWithoutSeats {
            /// The room.
            room: RoomId,
        } => "resources.room_without_seats", Error, Place::record(room).field("capacity");
            "ruang {room} berkapasitas nol", "room {room} seats nobody";
            "isi kapasitasnya, atau hapus ruangnya", "give its capacity, or remove the room";

        /// A room has a negative cost.
        RoomCostNegative {
            /// The room.
            room: RoomId,
            /// The cost given.
            given: Rupiah,
        } => "resources.room_cost_negative", Error, Place::record(room).field("cost_per_slot");
            "biaya ruang {room} negatif: {given}", "the cost of room {room} is negative: {given}";
            "perbaiki biayanya", "correct the cost";

        /// An instructor may teach no slot at all.
        InstructorWithoutSlots {
            /// The instructor.
            instructor: InstructorId,
        } => "resources.instructor_without_slots", Warning,
            Place::record(instructor).field("max_slots");
            "pengajar {instructor} tidak boleh mengajar satu slot pun",
            "instructor {instructor} may teach no slot at all";
            "isi batas slotnya, atau hapus pengajarnya",
            "give the greatest number of slots, or remove the instructor";

        /// An instructor has a negative fee.
        InstructorFeeNegative {
            /// The instructor.
            instructor: InstructorId,
            /// The fee given.
            given: Rupiah,
        } => "resources.instructor_fee_negative", Error,
            Place::record(instructor).field("fee_per_slot");
            "honor pengajar {instructor} negatif: {given}",
            "the fee of instructor {instructor} is negative: {given}";
            "perbaiki honornya", "correct the fee";

        /// A fund holds a negative amount.
        FundNegative {
            /// The fund.
            fund: FundId,
            /// The amount given.
            given: Rupiah,
        } => "resources.fund_negative", Error, Place::record(fund).field("amount");
            "sumber dana {fund} bernilai negatif: {given}",
            "fund {fund} holds a negative amount: {given}";
            "perbaiki nilainya", "correct the amount";

        /// A unit must keep nobody back and may send everybody: the rule changes nothing.
        StaffingIdle {
            /// The unit.
            unit: UnitId,
        } => "resources.staffing_idle", Info, Place::record(unit).field("staffing");
            "aturan kehadiran unit {unit} tidak membatasi apa pun",
            "the staffing rule of unit {unit} restricts nothing";
            "hapus aturannya, atau isi batasnya", "remove the rule, or give its limits";
    }
}
