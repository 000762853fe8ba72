use bangkom_domain::program::DeliveryMethod;

use super::program_table::{ModuleSeed, ProgramSeed, coaching, module, program};

/// What builds on the training in the standards of service, for those who need support after it.
const fn service(name: &'static str, hours: u32, method: DeliveryMethod) -> ModuleSeed {
    module(name, hours, method, &[("TEK-LAYAN", 3, 4)])
}

/// Forms of support after training that take time and people: few seats, at the place of work.
pub(crate) static SUPPORT: [ProgramSeed; 3] = [
    ProgramSeed {
        seats: (2, 8),
        batches: 8,
        one_unit: 1_000,
        cost: (500_000, 50_000),
        ..program(
            "COACHING-LAYANAN",
            "Coaching Standar Pelayanan",
            &[service(
                "Coaching di unit kerja",
                6,
                DeliveryMethod::Coaching,
            )],
            &[coaching(0, 3, 14), coaching(0, 7, 28)],
        )
    },
    ProgramSeed {
        seats: (2, 6),
        batches: 8,
        one_unit: 1_000,
        cost: (400_000, 50_000),
        ..program(
            "MENTORING-LAYANAN",
            "Mentoring oleh Petugas Layanan Senior",
            &[service(
                "Mendampingi rekan senior",
                8,
                DeliveryMethod::Mentoring,
            )],
            &[coaching(0, 3, 14), coaching(0, 7, 28), coaching(0, 7, 28)],
        )
    },
    ProgramSeed {
        seats: (2, 6),
        batches: 8,
        one_unit: 1_000,
        cost: (300_000, 50_000),
        ..program(
            "BIMBINGAN-LOKET",
            "Bimbingan di Tempat Kerja bagi Petugas Loket",
            &[service(
                "Kunjungan dan bimbingan di loket",
                4,
                DeliveryMethod::OnTheJobGuidance,
            )],
            &[coaching(0, 3, 14)],
        )
    },
];
