use chrono::NaiveDate;

use crate::finding::{Place, Sensitive, findings};
use crate::id::{EvidenceId, PersonId, SourceId, UnitId};

findings! {
    /// What is wrong in an evidence document.
    EvidenceFinding {
        /// Identical declarations of a source; counted once.
        SourceRepeated {
            /// The source.
            source: SourceId,
        } => "evidence.source_repeated", Info, Place::record(source);
            "sumber {source} ditulis lebih dari sekali dan sama",
            "source {source} was declared more than once, identical";
            "hapus baris yang berulang", "remove the repeated row";

        /// One source is declared in different ways; it was set aside with its records.
        SourceConflict {
            /// The source.
            source: SourceId,
        } => "evidence.source_conflict", Error, Place::record(source);
            "sumber {source} ditulis lebih dari sekali dan berbeda, tidak dipakai",
            "source {source} was declared more than once and differs, it is not used";
            "sisakan skala yang benar", "keep the one scale that is right";

        /// A record names a source that the document does not declare, or set aside.
        SourceUnknown {
            /// The record.
            record: EvidenceId,
            /// The source it names.
            source: SourceId,
        } => "evidence.source_unknown", Error, Place::record(record).field("source");
            "catatan {record} menyebut sumber {source} yang tidak dinyatakan",
            "record {record} names the source {source}, which is not declared";
            "nyatakan sumber itu dengan skalanya, atau perbaiki kodenya",
            "declare the source with its scale, or correct its code";

        /// Identical records; counted once.
        RecordRepeated {
            /// The record.
            record: EvidenceId,
        } => "evidence.record_repeated", Info, Place::record(record);
            "catatan {record} diberikan lebih dari sekali dan sama",
            "record {record} was given more than once, identical";
            "hapus baris yang berulang", "remove the repeated row";

        /// Records with one id and different content; all set aside.
        RecordConflict {
            /// The id.
            record: EvidenceId,
        } => "evidence.record_conflict", Error, Place::record(record);
            "catatan {record} diberikan lebih dari sekali dan berbeda, tidak dipakai",
            "record {record} was given more than once and differs, none is used";
            "sisakan satu baris yang benar", "keep the one row that is right";

        /// The value is not a finite number.
        ValueNotFinite {
            /// The record.
            record: EvidenceId,
            /// The value given.
            given: Sensitive<String>,
        } => "evidence.value_not_finite", Error, Place::record(record).field("value");
            "nilai catatan {record} ({given}) bukan bilangan",
            "the value of record {record} ({given}) is not a finite number";
            "perbaiki nilainya, atau hapus barisnya",
            "correct the value, or remove the row";

        /// The value lies outside the declared scale of its source.
        ValueOffScale {
            /// The record.
            record: EvidenceId,
            /// The source.
            source: SourceId,
            /// The value given.
            given: Sensitive<String>,
        } => "evidence.value_off_scale", Error, Place::record(record).field("value");
            "nilai catatan {record} ({given}) di luar skala sumber {source}",
            "the value of record {record} ({given}) is off the scale of source {source}";
            "perbaiki nilainya, atau skala sumbernya",
            "correct the value, or the scale of the source";

        /// The record is of a day that has not come yet.
        DateInFuture {
            /// The record.
            record: EvidenceId,
            /// Its day.
            date: NaiveDate,
        } => "evidence.date_in_future", Error, Place::record(record).field("date");
            "tanggal catatan {record}, {date}, belum tiba",
            "the day of record {record}, {date}, has not come yet";
            "perbaiki tanggalnya", "correct the date";

        /// The record stands for no answer at all.
        CountZero {
            /// The record.
            record: EvidenceId,
        } => "evidence.count_zero", Error, Place::record(record).field("count");
            "catatan {record} mewakili nol jawaban",
            "record {record} stands for no answer at all";
            "isi jumlah jawaban, atau hapus barisnya",
            "give the number of answers, or remove the row";

        /// The exposure is negative or not a finite number; the record is used without it.
        ExposureUnsound {
            /// The record.
            record: EvidenceId,
            /// The exposure given.
            given: Sensitive<String>,
        } => "evidence.exposure_unsound", Error, Place::record(record).field("exposure");
            "jumlah layanan di balik catatan {record} ({given}) negatif atau bukan bilangan",
            "the exposure of record {record} ({given}) is negative or not a finite number";
            "perbaiki jumlahnya, atau kosongkan", "correct the number, or leave it out";

        /// The rater is the person rated, but the source is not a rating of oneself.
        ///
        /// Found only where the caller gives raters the ids of persons; ids derived from keys
        /// keep the two apart.
        RatesOneself {
            /// The record.
            record: EvidenceId,
            /// The source.
            source: SourceId,
        } => "evidence.rates_oneself", Error, Place::record(record).field("rater");
            "penilai pada catatan {record} dari sumber {source} menilai dirinya sendiri",
            "the rater of record {record} from source {source} rates himself or herself";
            "pindahkan ke sumber penilaian diri, atau perbaiki penilainya",
            "move it to a source of self-ratings, or correct the rater";

        /// Marks of a cause that are dated after today; they were set aside.
        CausesInFuture {
            /// Their day.
            date: NaiveDate,
            /// How many there are.
            marks: u32,
        } => "evidence.causes_in_future", Error, Place::record(date).field("causes");
            "{marks} tanda penyebab bertanggal {date} yang belum tiba",
            "{marks} marks of a cause are of {date}, which has not come yet";
            "perbaiki tanggalnya", "correct the date";

        /// How much somebody served at a unit is negative or not a finite number; set aside.
        ServedUnsound {
            /// Who.
            person: PersonId,
            /// At which unit.
            unit: UnitId,
            /// The amount given.
            given: Sensitive<String>,
        } => "evidence.served_unsound", Error, Place::record(person).field(format!("exposures {unit}"));
            "masa layan {person} di unit {unit} ({given}) negatif atau bukan bilangan",
            "how much {person} served at unit {unit} ({given}) is negative or not a finite number";
            "perbaiki angkanya, atau hapus barisnya", "correct the number, or remove the row";

        /// Identical rows of how much somebody served at a unit; counted once.
        ServedRepeated {
            /// Who.
            person: PersonId,
            /// At which unit.
            unit: UnitId,
        } => "evidence.served_repeated", Info, Place::record(person).field(format!("exposures {unit}"));
            "masa layan {person} di unit {unit} diberikan lebih dari sekali dan sama",
            "how much {person} served at unit {unit} was given more than once, identical";
            "hapus baris yang berulang", "remove the repeated row";

        /// Rows of how much somebody served at a unit that differ; all set aside.
        ServedConflict {
            /// Who.
            person: PersonId,
            /// At which unit.
            unit: UnitId,
        } => "evidence.served_conflict", Error, Place::record(person).field(format!("exposures {unit}"));
            "masa layan {person} di unit {unit} diberikan lebih dari sekali dan berbeda, tidak dipakai",
            "how much {person} served at unit {unit} was given more than once and differs, none is used";
            "sisakan satu baris yang benar", "keep the one row that is right";
    }
}
