use std::borrow::Cow;

use chrono::NaiveDate;

use crate::finding::{Place, Sensitive, findings};
use crate::id::{BatchId, IndicatorId, InstrumentId, PersonId, ProgramId, UnitId};

findings! {
    /// What is wrong in a results document taken by itself.
    ResultsFinding {
        /// Identical rows; counted once.
        RowRepeated {
            /// The list of the document, such as `scores`.
            list: String,
            /// Of what or whom.
            of: String,
        } => "results.row_repeated", Info, Place::record(of).field(list.clone());
            "baris {list} untuk {of} diberikan lebih dari sekali dan sama",
            "a row of {list} for {of} was given more than once, identical";
            "hapus baris yang berulang", "remove the repeated row";

        /// Rows about one thing that differ; all set aside.
        RowConflict {
            /// The list of the document, such as `scores`.
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

        /// Items without a range, with one code twice, a key out of range, or no positive weight; set
        /// aside.
        ItemsUnsound {
            /// The instrument.
            instrument: InstrumentId,
        } => "results.items_unsound", Error, Place::record(instrument).field("items");
            "butir instrumen {instrument} tidak punya rentang, kunci yang mungkin, bobot positif, atau kode sendiri",
            "items of instrument {instrument} lack a range, a key within it, a positive weight, or a code of their own";
            "perbaiki butirnya", "correct the items";

        /// Answers that do not fit the items of their instrument; set aside.
        AnswersUnsound {
            /// Whose.
            person: PersonId,
            /// The instrument.
            instrument: InstrumentId,
        } => "results.answers_unsound", Error,
            Place::record(person).field(instrument.to_string());
            "jawaban {person} tidak cocok dengan butir instrumen {instrument}",
            "answers of {person} do not fit the items of instrument {instrument}";
            "beri satu jawaban dalam rentang untuk setiap butir, atau kosongkan",
            "give one answer within the range for each item, or leave it open";

        /// A population whose figures cannot be; left out of the design.
        DesignUnsound {
            /// The program.
            program: ProgramId,
        } => "results.design_unsound", Warning, Place::record(program).field("populations");
            "rata-rata atau simpangan populasi program {program} tidak mungkin",
            "the mean or deviation of a population of program {program} cannot be";
            "perbaiki, atau kosongkan", "correct it, or leave it out";

        /// A batch with two providers; neither counts.
        ProviderConflict {
            /// The program.
            program: ProgramId,
            /// The batch.
            batch: BatchId,
        } => "results.provider_conflict", Error,
            Place::record(program).field(format!("batch_providers {batch}"));
            "angkatan {batch} program {program} punya dua penyelenggara",
            "batch {batch} of program {program} has two providers";
            "sisakan satu penyelenggara", "keep the one that gave it";

        /// A case closed before it was opened; set aside.
        CaseUnsound {
            /// The unit.
            unit: UnitId,
            /// The service.
            service: IndicatorId,
        } => "results.case_unsound", Error, Place::record(unit).field(service.to_string());
            "kasus {service} unit {unit} ditutup sebelum dibuka",
            "a case of {service} of unit {unit} is closed before it is opened";
            "perbaiki tanggalnya", "correct the dates";

        /// An exposure that is not a positive number; its point was set aside.
        ExposureUnsound {
            /// The unit.
            unit: UnitId,
            /// The indicator.
            indicator: IndicatorId,
        } => "results.exposure_unsound", Error, Place::record(unit).field(indicator.to_string());
            "paparan {indicator} unit {unit} bukan bilangan positif",
            "an exposure of {indicator} of unit {unit} is not a positive number";
            "isi jumlah yang dilayani, atau kosongkan",
            "give the number served, or leave it out";

        /// A survey without respondents, an element twice, or a mean outside 1 to 4; set aside.
        SurveyUnsound {
            /// The unit.
            unit: UnitId,
        } => "results.survey_unsound", Error, Place::record(unit).field("satisfaction");
            "survei kepuasan unit {unit} tanpa responden, unsurnya terulang, atau nilainya di luar 1–4",
            "a survey of unit {unit} has no respondents, an element twice, or a mean outside 1 to 4";
            "perbaiki surveinya", "correct the survey";

        /// A benefit with a share outside 0 to 1, or without a year; set aside.
        BenefitUnsound {
            /// The program.
            program: ProgramId,
        } => "results.benefit_unsound", Error, Place::record(program).field("benefits");
            "manfaat program {program} tanpa tahun atau bagiannya di luar 0–1",
            "a benefit of program {program} has no year or a share outside 0 to 1";
            "perbaiki manfaatnya", "correct the benefit";
    }
}
