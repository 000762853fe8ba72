use super::agencies::Field;
use super::positions::POSITIONS;

/// Positions that a field of work employs below its heads, and how many of each.
pub(crate) fn mix(field: Field) -> Vec<(usize, u32)> {
    let special: &[(&str, u32)] = match field {
        Field::Permits => &[
            ("IZIN-MUDA", 10),
            ("IZIN-PERTAMA", 22),
            ("PETUGAS-LOKET", 32),
            ("PETUGAS-ADUAN", 6),
        ],
        Field::Registry => &[
            ("PETUGAS-LOKET", 48),
            ("PETUGAS-ADUAN", 5),
            ("OPERATOR", 12),
        ],
        Field::Health => &[
            ("DOKTER", 12),
            ("PERAWAT", 34),
            ("BIDAN", 18),
            ("PETUGAS-LOKET", 6),
        ],
        Field::Social => &[("PENSOS", 30), ("PETUGAS-LOKET", 12), ("PETUGAS-ADUAN", 4)],
        Field::Transport => &[("PENGUJI", 14), ("PETUGAS-LALIN", 48), ("PETUGAS-LOKET", 6)],
        Field::Works => &[("WASBANG", 30), ("IZIN-PERTAMA", 12), ("PETUGAS-LOKET", 8)],
        Field::Revenue => &[("PAJAK", 38), ("PETUGAS-LOKET", 18)],
        Field::District => &[
            ("PETUGAS-LOKET", 30),
            ("PETUGAS-ADUAN", 5),
            ("OPERATOR", 25),
        ],
        Field::Education => &[("GURU-PERTAMA", 150), ("GURU-MUDA", 70), ("OPERATOR", 70)],
        Field::Streets => &[("OPERATOR", 140), ("PETUGAS-LALIN", 4)],
        Field::Office => &[("ANALIS-MUDA", 8), ("PERENCANA", 8), ("OPERATOR", 10)],
    };
    let common = [
        ("ADM-UMUM", 16),
        ("ANALIS-PERTAMA", 5),
        ("ANALIS-MUDA", 3),
        ("PRAKOM", 3),
        ("PERENCANA", 2),
        ("PBJ-PERTAMA", 2),
        ("BENDAHARA", 5),
        ("ARSIPARIS", 4),
    ];
    special
        .iter()
        .chain(&common)
        .filter_map(|(code, weight)| Some((position(code)?, *weight)))
        .collect()
}

/// The index of a position in the table.
pub(crate) fn position(code: &str) -> Option<usize> {
    POSITIONS.iter().position(|seed| seed.code == code)
}
