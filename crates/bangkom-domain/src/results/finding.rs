use std::borrow::Cow;

use chrono::NaiveDate;

use crate::finding::{Place, Sensitive, findings};
use crate::id::{IndicatorId, InstrumentId, PersonId, UnitId};

findings! {
    /// What is wrong in a results document taken by itself.
    ResultsFinding {
        /// Identical rows; counted once.
        RowRepeated {
            /// What it is: `instruments`, `attendance`, `scores`, `observations` or `series`.
            list: String,
            /// Of what or whom.
            of: String,
        } => "results.row_repeated", Info, Place::record(of).field(list.clone());
            "baris {list} untuk {of} diberikan lebih dari sekali dan sama",
            "a row of {list} for {of} was given more than once, identical";
            "hapus baris yang berulang", "remove the repeated row";

        /// Rows about one thing that differ; all set aside.
        RowConflict {
            /// What it is: `instruments`, `attendance`, `scores`, `observations` or `series`.
            list: String,
            /// Of what or whom.
            of: String,
        } => "results.row_conflict", Error, Place::record(of).field(list.clone());
            "baris {list} untuk {of} diberikan lebih dari sekali dan berbeda, tidak dipakai",
            "rows of {list} for {of} were given more than once and differ, none is used";
            "sisakan satu baris yang benar", "keep the one row that is right";

        /// A score or observation names an instrument that the document does not declare.
        InstrumentUnknown {
            /// Whose.
            person: PersonId,
            /// The instrument it names.
            instrument: InstrumentId,
        } => "results.instrument_unknown", Error,
            Place::record(person).field(instrument.to_string());
            "nilai {person} menyebut instrumen {instrument} yang tidak dinyatakan",
            "a score of {person} names the instrument {instrument}, which is not declared";
            "nyatakan instrumennya dengan skalanya", "declare the instrument with its scale";

        /// A score is not a finite number, or off the scale of its instrument.
        ScoreOffScale {
            /// Whose.
            person: PersonId,
            /// The instrument.
            instrument: InstrumentId,
            /// The score given.
            given: Sensitive<String>,
        } => "results.score_off_scale", Error, Place::record(person).field(instrument.to_string());
            "nilai {person} ({given}) di luar skala instrumen {instrument}",
            "a score of {person} ({given}) is off the scale of instrument {instrument}";
            "perbaiki nilainya, atau skala instrumennya",
            "correct the score, or the scale of the instrument";

        /// A mastery score off the scale, or a reliability outside 0 to 1; it was left out.
        InstrumentUnsound {
            /// The instrument.
            instrument: InstrumentId,
            /// The field: `mastery` or `reliability`.
            field: Cow<'static, str>,
            /// The number given.
            given: Sensitive<String>,
        } => "results.instrument_unsound", Warning, Place::record(instrument).field(field.clone());
            "{field} instrumen {instrument} ({given}) di luar jangkauan",
            "{field} of instrument {instrument} ({given}) is out of range";
            "perbaiki, atau kosongkan", "correct it, or leave it out";

        /// A figure of a service is not a finite number; it was set aside.
        FigureNotFinite {
            /// The unit.
            unit: UnitId,
            /// The indicator.
            indicator: IndicatorId,
            /// The first day of the point.
            from: NaiveDate,
            /// The figure given.
            given: Sensitive<String>,
        } => "results.figure_not_finite", Error,
            Place::record(unit).field(format!("{indicator} {from}"));
            "angka {indicator} unit {unit} mulai {from} ({given}) bukan bilangan",
            "the figure of {indicator} of unit {unit} from {from} ({given}) is not a finite number";
            "perbaiki angkanya, atau hapus titiknya", "correct the figure, or remove the point";

        /// Points of a series cover the same days; they are used as they stand.
        PointsOverlap {
            /// The unit.
            unit: UnitId,
            /// The indicator.
            indicator: IndicatorId,
        } => "results.points_overlap", Warning, Place::record(unit).field(indicator.to_string());
            "titik {indicator} unit {unit} mencakup hari yang sama",
            "points of {indicator} of unit {unit} cover the same days";
            "perbaiki periodenya", "correct the periods";
    }
}
