use std::borrow::Cow;

use crate::finding::{Place, Sensitive, findings};
use crate::id::{PersonId, UnitId};

findings! {
    /// What is wrong in a roster.
    RosterFinding {
        /// Identical units; counted once.
        UnitRepeated {
            /// The unit.
            unit: UnitId,
        } => "roster.unit_repeated", Info, Place::record(unit);
            "unit {unit} diberikan lebih dari sekali dan sama",
            "unit {unit} was given more than once, identical";
            "hapus baris yang berulang", "remove the repeated row";

        /// Units with one code and different content; all set aside.
        UnitConflict {
            /// The code.
            unit: UnitId,
        } => "roster.unit_conflict", Error, Place::record(unit);
            "unit {unit} diberikan lebih dari sekali dan berbeda isinya, tidak dipakai",
            "unit {unit} was given more than once with different content, none is used";
            "sisakan satu baris yang benar", "keep the one row that is right";

        /// The unit above is not in the roster; the unit stands at the top of its own tree.
        ParentUnknown {
            /// The unit.
            unit: UnitId,
            /// The unit that should be above it.
            parent: UnitId,
        } => "roster.parent_unknown", Error, Place::record(unit).field("parent");
            "induk {parent} dari unit {unit} tidak ada dalam daftar",
            "the parent {parent} of unit {unit} is not in the roster";
            "tambahkan unit induk, atau perbaiki kodenya",
            "add the parent unit, or correct its code";

        /// Units stand above each other in a circle; all of them lose their parent.
        UnitCycle {
            /// The units upwards, from the least code.
            units: Vec<UnitId>,
        } => "roster.unit_cycle", Error, Place::record(first(units)).field("parent");
            "unit {units} saling menjadi induk dalam lingkaran",
            "units {units} stand above each other in a circle";
            "tentukan unit mana yang teratas", "say which of the units is the topmost";

        /// More than one unit was given without a parent.
        SeveralRoots {
            /// The units.
            units: Vec<UnitId>,
        } => "roster.several_roots", Warning, Place::record(first(units)).field("parent");
            "lebih dari satu unit tanpa induk: {units}",
            "more than one unit has no parent: {units}";
            "isi induk semua unit selain unit teratas",
            "give every unit but the topmost its parent";

        /// Identical employees; counted once.
        EmployeeRepeated {
            /// Who.
            person: PersonId,
        } => "roster.employee_repeated", Info, Place::record(person);
            "pegawai {person} diberikan lebih dari sekali dan sama",
            "employee {person} was given more than once, identical";
            "hapus baris yang berulang", "remove the repeated row";

        /// Employees with one id and different content; all set aside.
        EmployeeConflict {
            /// Who.
            person: PersonId,
        } => "roster.employee_conflict", Error, Place::record(person);
            "pegawai {person} diberikan lebih dari sekali dan berbeda isinya, tidak dipakai",
            "employee {person} was given more than once with different content, none is used";
            "sisakan satu baris yang benar", "keep the one row that is right";

        /// The unit of an employee is not in the roster; the employee is set aside.
        EmployeeUnitUnknown {
            /// Who.
            person: PersonId,
            /// The unit.
            unit: UnitId,
        } => "roster.employee_unit_unknown", Error, Place::record(person).field("unit");
            "unit {unit} dari pegawai {person} tidak ada dalam daftar, pegawai tidak dipakai",
            "unit {unit} of employee {person} is not in the roster, the employee is set aside";
            "tambahkan unit, atau perbaiki kodenya", "add the unit, or correct its code";

        /// The number of an employee has no digit; it is set aside.
        NumberEmpty {
            /// Who.
            person: PersonId,
            /// The field.
            field: Cow<'static, str>,
            /// What was given.
            given: Sensitive<String>,
        } => "roster.number_empty", Error, Place::record(person).field(field.clone());
            "{field} pegawai {person} ({given}) kosong, nomor tidak dipakai",
            "{field} of employee {person} ({given}) is empty, the number is set aside";
            "isi nomor, atau hapus",
            "give the number, or leave it out";

        /// A floating-point cell took the last digits of a number; it is set aside.
        NumberFloatDamaged {
            /// Who.
            person: PersonId,
            /// The field.
            field: Cow<'static, str>,
            /// What was given.
            given: Sensitive<String>,
        } => "roster.number_float_damaged", Error, Place::record(person).field(field.clone());
            "{field} pegawai {person} ({given}) rusak oleh sel angka, digit terakhirnya hilang, nomor tidak dipakai",
            "{field} of employee {person} ({given}) was damaged by a floating-point cell, its last digits are lost, the number is set aside";
            "ekspor ulang dengan kolom nomor berformat teks",
            "export again with the number column as text";

        /// A number holds something other than digits; it is set aside.
        NumberNotDigits {
            /// Who.
            person: PersonId,
            /// The field.
            field: Cow<'static, str>,
            /// What was given.
            given: Sensitive<String>,
        } => "roster.number_not_digits", Error, Place::record(person).field(field.clone());
            "{field} pegawai {person} ({given}) memuat selain angka, nomor tidak dipakai",
            "{field} of employee {person} ({given}) holds something other than digits, the number is set aside";
            "perbaiki nomor",
            "correct the number";

        /// A number has neither 18 nor 9 digits; it is set aside.
        NumberWrongLength {
            /// Who.
            person: PersonId,
            /// The field.
            field: Cow<'static, str>,
            /// What was given.
            given: Sensitive<String>,
        } => "roster.number_wrong_length", Error, Place::record(person).field(field.clone());
            "{field} pegawai {person} ({given}) tidak terdiri dari 18 atau 9 digit, nomor tidak dipakai",
            "{field} of employee {person} ({given}) has neither 18 nor 9 digits, the number is set aside";
            "lengkapi nomor",
            "complete the number";

        /// Digits 1 to 8 of a number are no date; it is set aside.
        NumberWrongDate {
            /// Who.
            person: PersonId,
            /// The field.
            field: Cow<'static, str>,
            /// What was given.
            given: Sensitive<String>,
        } => "roster.number_wrong_date", Error, Place::record(person).field(field.clone());
            "{field} pegawai {person} ({given}) tidak diawali tanggal lahir yang sah, nomor tidak dipakai",
            "{field} of employee {person} ({given}) does not begin with a date of birth, the number is set aside";
            "perbaiki digit 1 sampai 8",
            "correct digits 1 to 8";

        /// Digits 13 and 14 of a civil servant's number are no month; it is set aside.
        NumberWrongMonth {
            /// Who.
            person: PersonId,
            /// The field.
            field: Cow<'static, str>,
            /// What was given.
            given: Sensitive<String>,
        } => "roster.number_wrong_month", Error, Place::record(person).field(field.clone());
            "{field} pegawai {person} ({given}) tidak memuat bulan TMT CPNS pada digit 13-14, nomor tidak dipakai",
            "{field} of employee {person} ({given}) has no month of appointment in digits 13 and 14, the number is set aside";
            "perbaiki digit 13-14, atau status pegawai bila ia PPPK",
            "correct digits 13 and 14, or the kind of employment if on contract";

        /// Digit 15 of a number is neither 1 nor 2; it is set aside.
        NumberWrongSexDigit {
            /// Who.
            person: PersonId,
            /// The field.
            field: Cow<'static, str>,
            /// What was given.
            given: Sensitive<String>,
        } => "roster.number_wrong_sex_digit", Error, Place::record(person).field(field.clone());
            "{field} pegawai {person} ({given}) tidak memuat 1 atau 2 pada digit 15, nomor tidak dipakai",
            "{field} of employee {person} ({given}) has neither 1 nor 2 as digit 15, the number is set aside";
            "perbaiki digit 15",
            "correct digit 15";

        /// A number was written with spaces or dots; it is kept as digits.
        NumberSpaced {
            /// Who.
            person: PersonId,
            /// The field.
            field: Cow<'static, str>,
            /// What was given.
            given: Sensitive<String>,
        } => "roster.number_spaced", Info, Place::record(person).field(field.clone());
            "{field} pegawai {person} ({given}) ditulis dengan spasi atau titik",
            "{field} of employee {person} ({given}) was written with spaces or dots";
            "tulis angkanya saja",
            "write the digits only";

        /// A number was written with quotes or an apostrophe; it is kept as digits.
        NumberQuoted {
            /// Who.
            person: PersonId,
            /// The field.
            field: Cow<'static, str>,
            /// What was given.
            given: Sensitive<String>,
        } => "roster.number_quoted", Info, Place::record(person).field(field.clone());
            "{field} pegawai {person} ({given}) ditulis dengan tanda kutip",
            "{field} of employee {person} ({given}) was written with quotes";
            "tulis angkanya saja",
            "write the digits only";

        /// Number and recorded date of birth differ; both stay.
        BirthDateMismatch {
            /// Who.
            person: PersonId,
            /// The recorded date.
            given: Sensitive<String>,
        } => "roster.birth_date_mismatch", Warning, Place::record(person).field("birth_date");
            "tanggal lahir pegawai {person} ({given}) berbeda dengan nomornya",
            "the recorded date of birth of employee {person} ({given}) differs from the number";
            "periksa; tanggal lahir yang dikoreksi boleh berbeda",
            "check; a corrected date of birth may differ";

        /// Number and recorded sex differ; both stay.
        ///
        /// The word given is left out: its length alone would tell the sex.
        SexMismatch {
            /// Who.
            person: PersonId,
        } => "roster.sex_mismatch", Warning, Place::record(person).field("sex");
            "jenis kelamin pegawai {person} berbeda dengan nomornya",
            "the recorded sex of employee {person} differs from the number";
            "periksa jenis kelamin dan nomor",
            "check the recorded sex and the number";

        /// The number says that the person was appointed before turning 18.
        AppointedYoung {
            /// Who.
            person: PersonId,
            /// The number.
            given: Sensitive<String>,
        } => "roster.appointed_young", Warning, Place::record(person).field("number");
            "menurut nomornya ({given}) pegawai {person} diangkat sebelum berumur 18 tahun",
            "by the number ({given}), employee {person} was appointed before turning 18";
            "periksa nomor; pengangkatan lama mungkin benar",
            "check the number; an old appointment may be right";

        /// The grade belongs to another kind of employment; it stays.
        ///
        /// The grade is left out: its length alone would tell much of it.
        GradeOfOtherKind {
            /// Who.
            person: PersonId,
        } => "roster.grade_of_other_kind", Warning, Place::record(person).field("grade");
            "golongan pegawai {person} tidak sesuai status pegawainya",
            "the grade of employee {person} belongs to another kind of employment";
            "perbaiki golongan atau status pegawai",
            "correct the grade or the kind of employment";

        /// Several people have one number; it is set aside with all of them.
        NumberShared {
            /// Who, ordered by id.
            persons: Vec<PersonId>,
        } => "roster.number_shared", Error, Place::record(first(persons)).field("number");
            "pegawai {persons} memakai satu nomor yang sama, nomor itu tidak dipakai",
            "employees {persons} have one number, which is set aside";
            "tentukan pemilik nomor yang benar", "say whose number it is";
    }
}

/// The record that stands for several: the least id.
fn first<T: Ord + ToString>(ids: &[T]) -> String {
    ids.iter()
        .min()
        .map(ToString::to_string)
        .unwrap_or_default()
}
