use bangkom_domain::competency::StandardEntry;
use bangkom_domain::position::{Echelon, Position, PositionKind};

use super::competencies::GENERAL;
use crate::make::{id, importance, level};

/// What a position asks of one technical or raised general competency: level and importance.
type Asked = (&'static str, u32, u32);

/// One position of the city.
pub(crate) struct PositionSeed {
    pub(crate) code: &'static str,
    title: &'static str,
    pub(crate) kind: PositionKind,
    asked: &'static [Asked],
}

const fn seed(
    code: &'static str,
    title: &'static str,
    kind: PositionKind,
    asked: &'static [Asked],
) -> PositionSeed {
    PositionSeed {
        code,
        title,
        kind,
        asked,
    }
}

/// Every position; the first four are the ladder of heads.
pub(crate) static POSITIONS: [PositionSeed; 27] = [
    seed(
        "KADIS",
        "Kepala Perangkat Daerah",
        PositionKind::Executive,
        &[
            ("TEK-KEBIJAKAN", 4, 4),
            ("TEK-KEU", 3, 4),
            ("TEK-LAYAN", 4, 4),
        ],
    ),
    seed(
        "KABID",
        "Kepala Bidang",
        PositionKind::Administrator,
        &[
            ("TEK-KEBIJAKAN", 3, 3),
            ("TEK-KEU", 3, 3),
            ("TEK-LAYAN", 3, 4),
        ],
    ),
    seed(
        "KASI",
        "Kepala Seksi",
        PositionKind::Supervisor,
        &[("TEK-LAYAN", 3, 4), ("TEK-DATA", 2, 3), ("MAN-06", 3, 4)],
    ),
    seed(
        "KA-UNIT",
        "Kepala Unit Pelayanan",
        PositionKind::Supervisor,
        &[("TEK-LAYAN", 3, 5), ("TEK-ADUAN", 3, 4), ("MAN-06", 3, 4)],
    ),
    seed(
        "ANALIS-MUDA",
        "Analis Kebijakan Ahli Muda",
        PositionKind::ExpertJunior,
        &[("TEK-KEBIJAKAN", 3, 5), ("TEK-DATA", 3, 4)],
    ),
    seed(
        "ANALIS-PERTAMA",
        "Analis Kebijakan Ahli Pertama",
        PositionKind::ExpertFirst,
        &[("TEK-KEBIJAKAN", 2, 5), ("TEK-DATA", 3, 4)],
    ),
    seed(
        "PRAKOM",
        "Pranata Komputer Ahli Pertama",
        PositionKind::ExpertFirst,
        &[("TEK-DIGITAL", 4, 5), ("TEK-DATA", 3, 5)],
    ),
    seed(
        "PERENCANA",
        "Perencana Ahli Muda",
        PositionKind::ExpertJunior,
        &[
            ("TEK-KEBIJAKAN", 3, 4),
            ("TEK-DATA", 3, 4),
            ("TEK-KEU", 2, 3),
        ],
    ),
    seed(
        "PBJ-PERTAMA",
        "Pengelola Pengadaan Ahli Pertama",
        PositionKind::ExpertFirst,
        &[("TEK-PBJ", 3, 5), ("TEK-KEU", 2, 3)],
    ),
    seed(
        "BENDAHARA",
        "Pengelola Keuangan",
        PositionKind::Executor,
        &[("TEK-KEU", 3, 5), ("TEK-PBJ", 2, 3)],
    ),
    seed(
        "ARSIPARIS",
        "Arsiparis Terampil",
        PositionKind::Skilled,
        &[("TEK-ARSIP", 3, 5), ("TEK-DIGITAL", 2, 3)],
    ),
    seed(
        "IZIN-MUDA",
        "Penata Perizinan Ahli Muda",
        PositionKind::ExpertJunior,
        &[
            ("TEK-IZIN", 4, 5),
            ("TEK-LAYAN", 3, 5),
            ("TEK-KOMPUB", 3, 4),
            ("TEK-DIGITAL", 3, 4),
        ],
    ),
    seed(
        "IZIN-PERTAMA",
        "Penata Perizinan Ahli Pertama",
        PositionKind::ExpertFirst,
        &[
            ("TEK-IZIN", 3, 5),
            ("TEK-LAYAN", 3, 5),
            ("TEK-KOMPUB", 3, 5),
            ("TEK-DIGITAL", 3, 4),
            ("MAN-05", 3, 5),
        ],
    ),
    seed(
        "PETUGAS-LOKET",
        "Petugas Pelayanan",
        PositionKind::Executor,
        &[
            ("TEK-LAYAN", 3, 5),
            ("TEK-KOMPUB", 3, 5),
            ("TEK-ADUAN", 2, 4),
            ("TEK-DIGITAL", 2, 4),
            ("MAN-05", 3, 5),
        ],
    ),
    seed(
        "PETUGAS-ADUAN",
        "Petugas Pengaduan",
        PositionKind::Executor,
        &[("TEK-ADUAN", 3, 5), ("TEK-KOMPUB", 3, 5), ("MAN-05", 3, 5)],
    ),
    seed(
        "ADM-UMUM",
        "Pengadministrasi Perkantoran",
        PositionKind::Executor,
        &[("TEK-ARSIP", 2, 3), ("TEK-DIGITAL", 2, 3)],
    ),
    seed(
        "OPERATOR",
        "Operator Layanan Operasional",
        PositionKind::Executor,
        &[("TEK-DIGITAL", 1, 2), ("TEK-KOMPUB", 2, 3)],
    ),
    seed(
        "PENSOS",
        "Pekerja Sosial Ahli Pertama",
        PositionKind::ExpertFirst,
        &[
            ("TEK-SOSIAL", 3, 5),
            ("TEK-KOMPUB", 3, 4),
            ("TEK-ADUAN", 2, 3),
        ],
    ),
    seed(
        "DOKTER",
        "Dokter Ahli Pertama",
        PositionKind::ExpertFirst,
        &[
            ("TEK-KLINIS", 4, 5),
            ("TEK-DARURAT", 4, 5),
            ("TEK-KOMPUB", 3, 4),
        ],
    ),
    seed(
        "PERAWAT",
        "Perawat Terampil",
        PositionKind::Skilled,
        &[
            ("TEK-KLINIS", 3, 5),
            ("TEK-DARURAT", 3, 5),
            ("TEK-KOMPUB", 3, 4),
        ],
    ),
    seed(
        "BIDAN",
        "Bidan Mahir",
        PositionKind::SkilledProficient,
        &[
            ("TEK-KLINIS", 3, 5),
            ("TEK-DARURAT", 3, 5),
            ("TEK-KOMPUB", 3, 4),
        ],
    ),
    seed(
        "PENGUJI",
        "Penguji Kendaraan Bermotor Terampil",
        PositionKind::Skilled,
        &[("TEK-LALIN", 3, 5), ("TEK-LAYAN", 2, 4)],
    ),
    seed(
        "PETUGAS-LALIN",
        "Petugas Pengatur Lalu Lintas",
        PositionKind::Executor,
        &[("TEK-LALIN", 2, 5), ("TEK-KOMPUB", 2, 3)],
    ),
    seed(
        "WASBANG",
        "Pengawas Bangunan Ahli Pertama",
        PositionKind::ExpertFirst,
        &[
            ("TEK-BANGUNAN", 3, 5),
            ("TEK-IZIN", 2, 4),
            ("TEK-KOMPUB", 2, 3),
        ],
    ),
    seed(
        "PAJAK",
        "Pemeriksa Pajak Terampil",
        PositionKind::Skilled,
        &[("TEK-PAJAK", 3, 5), ("TEK-LAYAN", 3, 4), ("TEK-DATA", 2, 4)],
    ),
    seed(
        "GURU-PERTAMA",
        "Guru Ahli Pertama",
        PositionKind::ExpertFirst,
        &[("TEK-AJAR", 3, 5), ("TEK-KOMPUB", 2, 3)],
    ),
    seed(
        "GURU-MUDA",
        "Guru Ahli Muda",
        PositionKind::ExpertJunior,
        &[("TEK-AJAR", 3, 5), ("TEK-DIGITAL", 2, 3)],
    ),
];

impl PositionSeed {
    /// The level that the kind of position asks of every general competency.
    pub(crate) fn general_level(&self) -> u32 {
        match self.kind {
            PositionKind::Executive | PositionKind::ExpertSenior => 4,
            PositionKind::Administrator
            | PositionKind::ExpertJunior
            | PositionKind::SkilledSuperior => 3,
            PositionKind::Supervisor
            | PositionKind::ExpertFirst
            | PositionKind::SkilledProficient
            | PositionKind::Skilled => 2,
            _ => 1,
        }
    }

    /// Every competency asked with its level and importance: technical ones and, unless the
    /// position raises them, the nine general ones.
    pub(crate) fn standard(&self) -> impl Iterator<Item = (&'static str, u32, u32)> + '_ {
        let general = GENERAL
            .iter()
            .filter(|(code, _)| self.asked.iter().all(|asked| asked.0 != *code))
            .map(|(code, _)| (*code, self.general_level(), 3));
        self.asked.iter().copied().chain(general)
    }
}

pub(crate) fn positions() -> Vec<Position> {
    POSITIONS
        .iter()
        .map(|seed| Position {
            id: id(seed.code),
            title: seed.title.to_owned(),
            kind: seed.kind,
            echelon: echelon(seed.kind),
        })
        .collect()
}

/// The echelon that city governments still write beside managerial positions.
fn echelon(kind: PositionKind) -> Option<Echelon> {
    match kind {
        PositionKind::Executive => Some(Echelon::IIb),
        PositionKind::Administrator => Some(Echelon::IIIa),
        PositionKind::Supervisor => Some(Echelon::IVa),
        _ => None,
    }
}

pub(crate) fn standards() -> Vec<StandardEntry> {
    POSITIONS
        .iter()
        .flat_map(|seed| {
            seed.standard().map(|(code, asked, weight)| StandardEntry {
                position: id(seed.code),
                competency: id(code),
                level: level(asked),
                importance: importance(weight),
            })
        })
        .collect()
}
