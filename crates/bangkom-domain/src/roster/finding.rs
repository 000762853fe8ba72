use crate::finding::{Place, findings};
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
    }
}

/// The record that stands for several: the least code.
fn first(units: &[UnitId]) -> String {
    units
        .iter()
        .min()
        .map(ToString::to_string)
        .unwrap_or_default()
}
