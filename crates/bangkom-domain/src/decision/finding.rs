use chrono::NaiveDate;

use crate::finding::{Place, findings};
use crate::id::DecisionId;

findings! {
    /// What is wrong in a document of decisions.
    DecisionFinding {
        /// Identical decisions; counted once.
        DecisionRepeated {
            /// The decision.
            decision: DecisionId,
        } => "decision.repeated", Info, Place::record(decision);
            "keputusan {decision} diberikan lebih dari sekali dan sama",
            "decision {decision} was given more than once, identical";
            "hapus baris yang berulang", "remove the repeated row";

        /// Decisions with one id that differ; all set aside.
        DecisionConflict {
            /// The id.
            decision: DecisionId,
        } => "decision.conflict", Error, Place::record(decision);
            "keputusan {decision} diberikan lebih dari sekali dan berbeda, tidak dipakai",
            "decision {decision} was given more than once and differs, none is used";
            "sisakan satu yang benar", "keep the one that is right";

        /// Decisions of one day about one matter that say different things; all set aside.
        Contradiction {
            /// The decision.
            decision: DecisionId,
            /// The day.
            on: NaiveDate,
        } => "decision.contradiction", Error, Place::record(decision).field("verdict");
            "keputusan {decision} tanggal {on} bertentangan dengan keputusan lain hari itu",
            "decision {decision} of {on} contradicts another of that day about the same matter";
            "hapus keputusan yang tidak berlaku", "remove the decision that does not hold";

        /// The decision gives no reason; it is respected all the same.
        ReasonMissing {
            /// The decision.
            decision: DecisionId,
        } => "decision.reason_missing", Warning, Place::record(decision).field("reason");
            "keputusan {decision} tanpa alasan", "decision {decision} gives no reason";
            "tulis alasannya", "write down why";

        /// The decision is dated after today; it was set aside.
        DateInFuture {
            /// The decision.
            decision: DecisionId,
            /// Its day.
            on: NaiveDate,
        } => "decision.date_in_future", Error, Place::record(decision).field("on");
            "tanggal keputusan {decision}, {on}, belum tiba",
            "the day of decision {decision}, {on}, has not come yet";
            "perbaiki tanggalnya", "correct the date";
    }
}
