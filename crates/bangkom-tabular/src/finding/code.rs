use bangkom_domain::finding::{FindingCode, Severity};

use super::TableFinding;

/// Declares what is fixed about each kind of finding, in the order of the kinds.
macro_rules! codes {
    ($($variant:ident: $code:literal, $severity:ident; $action_id:literal, $action_en:literal;)+) => {
        /// The codes, in the order of `Kind`.
        const ALL: &[FindingCode] = &[ $(
            FindingCode {
                code: $code,
                severity: Severity::$severity,
                action_id: $action_id,
                action_en: $action_en,
            },
        )+ ];

        #[derive(Clone, Copy)]
        enum Kind { $( $variant, )+ }

        impl TableFinding {
            /// What is fixed about each code: the rows of the table of findings.
            pub const TABLE: &'static [FindingCode] = ALL;

            /// What is fixed about the code of this finding.
            pub(super) fn fixed(&self) -> FindingCode {
                let kind = match self { $( Self::$variant { .. } => Kind::$variant, )+ };
                ALL[kind as usize]
            }
        }
    };
}

codes! {
    MissingColumn: "tabular.missing_column", Error;
        "tambahkan kolom itu, atau sebutkan nama lainnya dalam opsi pembacaan",
        "add the column, or name its other name in the reading options";
    RepeatedColumn: "tabular.repeated_column", Warning;
        "hapus salah satu kolom",
        "remove one of the two columns";
    IgnoredColumn: "tabular.ignored_column", Info;
        "tidak perlu apa-apa; jika kolom itu penting, sebutkan sebagai nama lain",
        "nothing; if the column matters, declare it as another name";
    Encoding: "tabular.encoding", Info;
        "periksa huruf khusus, atau simpan sebagai UTF-8",
        "check special letters, or save as UTF-8";
    OpenQuote: "tabular.open_quote", Warning;
        "perbaiki tanda kutip di berkas asal",
        "mend the quotation mark in the file";
    RepeatedRow: "tabular.repeated_row", Info;
        "hapus baris yang berulang",
        "remove the repeated row";
    ConflictingRow: "tabular.conflicting_row", Error;
        "sisakan satu baris yang benar",
        "keep the one row that is right";
    RepeatedHeader: "tabular.repeated_header", Error;
        "hapus judul kolom yang terulang",
        "remove the repeated header";
    TooManyCells: "tabular.too_many_cells", Warning;
        "periksa pemisah kolom di dalam isi sel",
        "look for separators inside the cells";
    EmptyCell: "tabular.empty_cell", Error;
        "isi sel itu di sistem asal",
        "fill the cell at its source";
    BadCell: "tabular.bad_cell", Error;
        "perbaiki isi sel di sistem asal",
        "mend the cell at its source";
    UnknownPerson: "tabular.unknown_person", Error;
        "periksa nomornya, atau tambahkan pegawai ke data pegawai",
        "check the number, or add the employee to the personnel records";
    UnknownName: "tabular.unknown_name", Error;
        "periksa ejaannya, atau tambahkan ke daftar rujukan",
        "check the spelling, or add it to the reference list";
    AmbiguousName: "tabular.ambiguous_name", Error;
        "tulis kodenya, atau tambahkan kolom unit induk",
        "write its code, or add the column of the unit above";
    BadNumber: "tabular.bad_number", Error;
        "ekspor ulang kolom nomor sebagai teks",
        "export the column of numbers again as text";
    BadFormerNumber: "tabular.bad_former_number", Warning;
        "ekspor ulang kolom nomor sebagai teks",
        "export the column of numbers again as text";
}
