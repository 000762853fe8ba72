use bangkom_domain::program::{DeliveryMethod, SessionKind};

/// Where a session takes place, and what its room must have.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    Room(&'static [&'static str]),
    Online,
    Workplace,
}

pub(crate) struct ModuleSeed {
    pub(crate) name: &'static str,
    pub(crate) hours: u32,
    pub(crate) method: DeliveryMethod,
    /// Competency, level before, level after.
    pub(crate) outcomes: &'static [(&'static str, u32, u32)],
}

pub(crate) struct SessionSeed {
    pub(crate) kind: SessionKind,
    pub(crate) module: Option<usize>,
    pub(crate) slots: u16,
    pub(crate) place: Place,
    pub(crate) instructors: u8,
    pub(crate) experts: u8,
    pub(crate) gap: Option<(u16, u16)>,
}

pub(crate) struct ProgramSeed {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) modules: &'static [ModuleSeed],
    pub(crate) sessions: &'static [SessionSeed],
    pub(crate) prerequisites: &'static [&'static str],
    /// Least and greatest number of seats.
    pub(crate) seats: (u16, u16),
    pub(crate) batches: u16,
    /// The greatest share of one unit, in thousandths.
    pub(crate) one_unit: u32,
    /// Rupiah for each batch and each seat.
    pub(crate) cost: (i64, i64),
    pub(crate) fund: &'static str,
    pub(crate) mandatory: bool,
    pub(crate) certificate_months: Option<u16>,
}

const CITY: &str = "APBD-2026";
const HEALTH: &str = "DAK-KES-2026";

pub(super) const fn module(
    name: &'static str,
    hours: u32,
    method: DeliveryMethod,
    outcomes: &'static [(&'static str, u32, u32)],
) -> ModuleSeed {
    ModuleSeed {
        name,
        hours,
        method,
        outcomes,
    }
}

const fn pre_test() -> SessionSeed {
    session(SessionKind::PreTest, None, 1, Place::Online, 0, 0, None)
}

/// Teaching in a room that follows in the next free slot.
const fn class(module: usize, slots: u16, features: &'static [&'static str]) -> SessionSeed {
    session(
        SessionKind::Class,
        Some(module),
        slots,
        Place::Room(features),
        1,
        0,
        None,
    )
}

/// The same session some days after the one before.
const fn after(mut session: SessionSeed, min_days: u16, max_days: u16) -> SessionSeed {
    session.gap = Some((min_days, max_days));
    session
}

const fn online(module: usize, slots: u16) -> SessionSeed {
    session(
        SessionKind::Online,
        Some(module),
        slots,
        Place::Online,
        1,
        0,
        None,
    )
}

pub(super) const fn coaching(module: usize, min_days: u16, max_days: u16) -> SessionSeed {
    after(
        session(
            SessionKind::Coaching,
            Some(module),
            1,
            Place::Workplace,
            1,
            0,
            None,
        ),
        min_days,
        max_days,
    )
}

/// Practice at the place of service with one invited expert.
const fn practice(module: usize, slots: u16, min_days: u16, max_days: u16) -> SessionSeed {
    after(
        session(
            SessionKind::FieldPractice,
            Some(module),
            slots,
            Place::Workplace,
            1,
            1,
            None,
        ),
        min_days,
        max_days,
    )
}

const fn post_test(min_days: u16, max_days: u16) -> SessionSeed {
    after(
        session(SessionKind::PostTest, None, 1, Place::Online, 0, 0, None),
        min_days,
        max_days,
    )
}

const fn observation() -> SessionSeed {
    after(
        session(
            SessionKind::Observation,
            None,
            1,
            Place::Workplace,
            0,
            0,
            None,
        ),
        21,
        60,
    )
}

const fn session(
    kind: SessionKind,
    module: Option<usize>,
    slots: u16,
    place: Place,
    instructors: u8,
    experts: u8,
    gap: Option<(u16, u16)>,
) -> SessionSeed {
    SessionSeed {
        kind,
        module,
        slots,
        place,
        instructors,
        experts,
        gap,
    }
}

pub(super) const fn program(
    code: &'static str,
    name: &'static str,
    modules: &'static [ModuleSeed],
    sessions: &'static [SessionSeed],
) -> ProgramSeed {
    ProgramSeed {
        code,
        name,
        modules,
        sessions,
        prerequisites: &[],
        seats: (15, 30),
        batches: 4,
        one_unit: 600,
        cost: (4_000_000, 350_000),
        fund: CITY,
        mandatory: false,
        certificate_months: None,
    }
}

/// The programs of the training office, the model case first.
pub(crate) static PROGRAMS: [ProgramSeed; 16] = [
    ProgramSeed {
        seats: (20, 30),
        batches: 6,
        one_unit: 700,
        cost: (7_500_000, 450_000),
        ..program(
            "LAYANAN-PRIMA",
            "Pelatihan Pelayanan Prima dan Standar Pelayanan",
            &[
                module(
                    "Standar pelayanan dan alur kerja",
                    14,
                    DeliveryMethod::Technical,
                    &[("TEK-LAYAN", 1, 3), ("MAN-05", 1, 3)],
                ),
                module(
                    "Berbicara dengan warga",
                    6,
                    DeliveryMethod::Technical,
                    &[("TEK-KOMPUB", 1, 3)],
                ),
                module(
                    "Praktik di loket bersama ahli",
                    8,
                    DeliveryMethod::OnTheJobGuidance,
                    &[("TEK-LAYAN", 2, 3), ("TEK-KOMPUB", 2, 3)],
                ),
            ],
            &[
                pre_test(),
                class(0, 4, &["projector"]),
                class(1, 2, &["projector"]),
                practice(2, 2, 3, 21),
                post_test(0, 7),
                observation(),
            ],
        )
    },
    ProgramSeed {
        cost: (6_000_000, 400_000),
        ..program(
            "IZIN-DIGITAL",
            "Bimbingan Teknis Perizinan Berusaha dan Bangunan secara Elektronik",
            &[
                module(
                    "Verifikasi berkas elektronik",
                    12,
                    DeliveryMethod::TechnicalGuidance,
                    &[("TEK-IZIN", 1, 3)],
                ),
                module(
                    "Layanan lewat aplikasi",
                    6,
                    DeliveryMethod::TechnicalGuidance,
                    &[("TEK-DIGITAL", 1, 3)],
                ),
                module(
                    "Pendampingan kasus",
                    4,
                    DeliveryMethod::Coaching,
                    &[("TEK-IZIN", 2, 4)],
                ),
            ],
            &[
                pre_test(),
                class(0, 3, &["computers"]),
                class(1, 1, &["computers"]),
                coaching(2, 7, 21),
                coaching(2, 7, 21),
                post_test(0, 10),
                observation(),
            ],
        )
    },
    ProgramSeed {
        seats: (15, 35),
        cost: (2_500_000, 150_000),
        ..program(
            "PENGADUAN",
            "Lokakarya Pengelolaan Pengaduan Warga",
            &[
                module(
                    "Alur pengaduan nasional",
                    6,
                    DeliveryMethod::ELearning,
                    &[("TEK-ADUAN", 1, 2)],
                ),
                module(
                    "Menuntaskan pengaduan",
                    8,
                    DeliveryMethod::Workshop,
                    &[("TEK-ADUAN", 2, 3), ("TEK-KOMPUB", 2, 3)],
                ),
            ],
            &[
                pre_test(),
                online(0, 2),
                after(class(1, 2, &["projector"]), 1, 14),
                post_test(0, 7),
                observation(),
            ],
        )
    },
    ProgramSeed {
        seats: (20, 60),
        batches: 3,
        one_unit: 500,
        cost: (1_500_000, 50_000),
        ..program(
            "DATA-DASAR",
            "E-learning Literasi Data",
            &[module(
                "Membaca dan menata data",
                9,
                DeliveryMethod::ELearning,
                &[("TEK-DATA", 1, 2)],
            )],
            &[pre_test(), online(0, 3), post_test(0, 7)],
        )
    },
    ProgramSeed {
        prerequisites: &["DATA-DASAR"],
        batches: 2,
        cost: (6_000_000, 400_000),
        ..program(
            "DATA-LANJUT",
            "Pelatihan Analisis Data Layanan",
            &[
                module(
                    "Mengolah data layanan",
                    14,
                    DeliveryMethod::Technical,
                    &[("TEK-DATA", 2, 3)],
                ),
                module(
                    "Proyek data di unit",
                    4,
                    DeliveryMethod::Mentoring,
                    &[("TEK-DATA", 3, 4)],
                ),
            ],
            &[
                pre_test(),
                class(0, 4, &["computers"]),
                coaching(1, 7, 28),
                post_test(0, 14),
            ],
        )
    },
    ProgramSeed {
        seats: (20, 60),
        batches: 3,
        one_unit: 500,
        cost: (1_000_000, 40_000),
        ..program(
            "LAYANAN-DIGITAL",
            "Pelatihan Jarak Jauh Layanan Digital",
            &[module(
                "Menjalankan layanan daring",
                10,
                DeliveryMethod::DistanceTraining,
                &[("TEK-DIGITAL", 1, 2)],
            )],
            &[pre_test(), online(0, 3), post_test(0, 7)],
        )
    },
    ProgramSeed {
        seats: (20, 40),
        batches: 1,
        one_unit: 300,
        cost: (20_000_000, 1_500_000),
        ..program(
            "PENGAWAS",
            "Pelatihan Kepemimpinan Pengawas",
            &[
                module(
                    "Memimpin pelayanan",
                    36,
                    DeliveryMethod::StructuralLeadership,
                    &[("MAN-04", 1, 3), ("MAN-05", 1, 3), ("MAN-08", 1, 3)],
                ),
                module(
                    "Membina bawahan",
                    18,
                    DeliveryMethod::StructuralLeadership,
                    &[("MAN-06", 1, 3), ("MAN-07", 1, 2)],
                ),
            ],
            &[
                pre_test(),
                class(0, 8, &["projector"]),
                after(class(1, 4, &["projector"]), 14, 35),
                coaching(1, 14, 35),
                post_test(0, 14),
                observation(),
            ],
        )
    },
    ProgramSeed {
        seats: (12, 25),
        batches: 2,
        one_unit: 300,
        cost: (9_000_000, 800_000),
        ..program(
            "UBAH",
            "Pelatihan Manajerial Mengelola Perubahan",
            &[module(
                "Memimpin perubahan",
                18,
                DeliveryMethod::Managerial,
                &[("MAN-07", 2, 3), ("MAN-08", 2, 3), ("MAN-03", 2, 3)],
            )],
            &[pre_test(), class(0, 4, &["projector"]), post_test(0, 7)],
        )
    },
    ProgramSeed {
        seats: (10, 20),
        batches: 3,
        one_unit: 400,
        cost: (2_000_000, 100_000),
        ..program(
            "ATASAN-COACH",
            "Atasan sebagai Coach",
            &[
                module(
                    "Dasar coaching",
                    6,
                    DeliveryMethod::Workshop,
                    &[("MAN-06", 1, 2)],
                ),
                module(
                    "Coaching di tempat kerja",
                    4,
                    DeliveryMethod::Coaching,
                    &[("MAN-06", 2, 3), ("MAN-03", 2, 3)],
                ),
            ],
            &[
                pre_test(),
                class(0, 2, &[]),
                coaching(1, 7, 21),
                coaching(1, 14, 28),
                post_test(0, 14),
            ],
        )
    },
    ProgramSeed {
        seats: (15, 30),
        batches: 2,
        cost: (8_000_000, 600_000),
        certificate_months: Some(36),
        ..program(
            "PBJ",
            "Kursus Pengadaan Barang dan Jasa Tingkat Dasar",
            &[module(
                "Pengadaan langsung dan e-katalog",
                24,
                DeliveryMethod::Course,
                &[("TEK-PBJ", 1, 3)],
            )],
            &[pre_test(), class(0, 6, &["computers"]), post_test(1, 14)],
        )
    },
    ProgramSeed {
        batches: 3,
        cost: (5_000_000, 350_000),
        ..program(
            "KEUANGAN",
            "Bimbingan Teknis Pengelolaan Keuangan Daerah",
            &[module(
                "Pertanggungjawaban anggaran",
                16,
                DeliveryMethod::TechnicalGuidance,
                &[("TEK-KEU", 1, 3)],
            )],
            &[pre_test(), class(0, 4, &["computers"]), post_test(0, 7)],
        )
    },
    ProgramSeed {
        seats: (12, 25),
        batches: 2,
        prerequisites: &["DATA-DASAR"],
        cost: (7_000_000, 500_000),
        ..program(
            "KEBIJAKAN",
            "Pelatihan Fungsional Analisis Kebijakan",
            &[module(
                "Telaah kebijakan berbasis bukti",
                20,
                DeliveryMethod::Functional,
                &[("TEK-KEBIJAKAN", 1, 3)],
            )],
            &[
                pre_test(),
                class(0, 4, &["projector"]),
                coaching(0, 10, 30),
                post_test(0, 10),
            ],
        )
    },
    ProgramSeed {
        seats: (15, 40),
        batches: 3,
        cost: (1_500_000, 120_000),
        ..program(
            "ARSIP",
            "Bimbingan Teknis Kearsipan",
            &[module(
                "Menata arsip dinamis",
                8,
                DeliveryMethod::TechnicalGuidance,
                &[("TEK-ARSIP", 1, 3)],
            )],
            &[pre_test(), class(0, 2, &["projector"]), post_test(0, 7)],
        )
    },
    ProgramSeed {
        seats: (10, 24),
        batches: 5,
        one_unit: 1_000,
        cost: (9_000_000, 700_000),
        fund: HEALTH,
        mandatory: true,
        certificate_months: Some(36),
        ..program(
            "GAWAT-DARURAT",
            "Pelatihan Kegawatdaruratan Medis",
            &[
                module(
                    "Bantuan hidup dasar",
                    12,
                    DeliveryMethod::Technical,
                    &[("TEK-DARURAT", 1, 3)],
                ),
                module(
                    "Simulasi bersama ahli",
                    8,
                    DeliveryMethod::Technical,
                    &[("TEK-DARURAT", 2, 4)],
                ),
            ],
            &[
                pre_test(),
                class(0, 3, &["medical"]),
                practice(1, 2, 1, 14),
                post_test(0, 7),
                observation(),
            ],
        )
    },
    ProgramSeed {
        seats: (10, 25),
        batches: 2,
        one_unit: 1_000,
        cost: (5_000_000, 400_000),
        ..program(
            "KASUS-SOSIAL",
            "Pelatihan Manajemen Kasus Sosial",
            &[
                module(
                    "Rencana intervensi keluarga",
                    12,
                    DeliveryMethod::Technical,
                    &[("TEK-SOSIAL", 1, 3)],
                ),
                module(
                    "Pendampingan keluarga",
                    8,
                    DeliveryMethod::Internship,
                    &[("TEK-SOSIAL", 2, 3), ("TEK-KOMPUB", 2, 3)],
                ),
            ],
            &[
                pre_test(),
                class(0, 3, &[]),
                practice(1, 2, 7, 28),
                post_test(0, 14),
                observation(),
            ],
        )
    },
    ProgramSeed {
        seats: (20, 40),
        batches: 4,
        one_unit: 500,
        cost: (3_000_000, 200_000),
        ..program(
            "AJAR-DIGITAL",
            "Pelatihan Pembelajaran Digital untuk Guru",
            &[
                module(
                    "Merancang bahan digital",
                    12,
                    DeliveryMethod::DistanceTraining,
                    &[("TEK-AJAR", 1, 2)],
                ),
                module(
                    "Komunitas belajar guru",
                    6,
                    DeliveryMethod::LearningCommunity,
                    &[("TEK-AJAR", 2, 3)],
                ),
            ],
            &[
                pre_test(),
                online(0, 3),
                after(
                    session(SessionKind::Online, Some(1), 1, Place::Online, 1, 0, None),
                    7,
                    28,
                ),
                post_test(0, 14),
            ],
        )
    },
];
