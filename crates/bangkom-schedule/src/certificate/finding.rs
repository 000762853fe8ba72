use bangkom_domain::id::ProgramId;

use crate::explained::explained;

explained! {
    /// Why a certificate proves nothing.
    CertificateFinding {
        /// The parts do not hold every plan.
        Uncovered { leaves: usize, program: String } = "certificate.uncovered", Error, program,
        id: "{leaves} bagian sertifikat tidak memuat semua jumlah angkatan ({program})" => "buat sertifikat baru dengan bagian yang lengkap",
        en: "the {leaves} parts of the certificate do not hold every number of batches ({program})" => "make a new certificate whose parts are complete";

        /// A part limits a program that the problem does not have.
        UnknownProgram { leaf: usize, program: ProgramId } = "certificate.unknown_program", Error, program,
        id: "bagian {leaf} menyebut program {program} yang tidak ada" => "buat sertifikat baru untuk masalah ini",
        en: "part {leaf} names program {program}, which the problem does not have" => "make a new certificate of this problem";

        /// A part limits a program twice.
        IntervalRepeated { leaf: usize, program: ProgramId } = "certificate.interval_repeated", Error, program,
        id: "bagian {leaf} membatasi program {program} lebih dari sekali" => "sisakan satu batas",
        en: "part {leaf} limits program {program} more than once" => "keep one interval";

        /// The least number of batches is above the greatest, or the greatest above what is possible.
        IntervalImpossible { leaf: usize, program: ProgramId, least: u32, greatest: u32, possible: u32 } = "certificate.interval_impossible", Error, program,
        id: "bagian {leaf} memberi program {program} {least} sampai {greatest} angkatan, padahal mungkin 0 sampai {possible}" => "buat sertifikat baru untuk masalah ini",
        en: "part {leaf} gives program {program} {least} to {greatest} batches, of 0 to {possible} possible ones" => "make a new certificate of this problem";

        /// A multiplier is of a row that the problem does not have.
        UnknownRow { leaf: usize, row: String } = "certificate.unknown_row", Error, row,
        id: "bagian {leaf} memberi pengali untuk baris {row} yang tidak ada" => "buat sertifikat baru untuk masalah ini",
        en: "part {leaf} has a multiplier of row {row}, which the problem does not have" => "make a new certificate of this problem";

        /// A row has two multipliers.
        RowRepeated { leaf: usize, row: String } = "certificate.row_repeated", Error, row,
        id: "bagian {leaf} memberi baris {row} lebih dari satu pengali" => "sisakan satu pengali",
        en: "part {leaf} has more than one multiplier of row {row}" => "keep one multiplier";

        /// A multiplier is negative.
        Negative { leaf: usize, row: String, value: i64 } = "certificate.negative", Error, row,
        id: "bagian {leaf} memberi baris {row} pengali negatif {value}" => "buat sertifikat baru; pengali negatif tidak membuktikan apa pun",
        en: "part {leaf} gives row {row} the negative multiplier {value}" => "make a new certificate; a negative multiplier proves nothing";

        /// The unit of the multipliers is too fine.
        Scale { scale_bits: u8, greatest: u8 } = "certificate.scale", Error, scale_bits,
        id: "satuan pengali 2^-{scale_bits} lebih halus dari 2^-{greatest}" => "buat sertifikat baru dengan satuan yang lebih kasar",
        en: "the unit of the multipliers, 2^-{scale_bits}, is finer than 2^-{greatest}" => "make a new certificate with a coarser unit";

        /// The numbers are too large to be added up.
        Overflow { leaf: usize } = "certificate.overflow", Error, leaf,
        id: "bilangan bagian {leaf} terlalu besar untuk dijumlahkan" => "buat sertifikat baru dengan pengali yang wajar",
        en: "the numbers of part {leaf} are too large to be added up" => "make a new certificate with sensible multipliers";

        /// The bound claimed is not the one that follows.
        WrongBound { stated: i64, computed: i64 } = "certificate.wrong_bound", Error, stated,
        id: "sertifikat menyatakan batas {stated}, padahal yang terbukti {computed}" => "jangan pakai batas itu; yang terbukti adalah hasil hitungan",
        en: "the certificate states the bound {stated}, but proves {computed}" => "do not use the bound; what is proven is what was computed";
    }
}
