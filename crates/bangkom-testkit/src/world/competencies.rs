use bangkom_domain::competency::{Competency, CompetencyGroup, Indicator};

use crate::make::{id, level};

/// Managerial and socio-cultural competencies: code and name.
pub(crate) const GENERAL: [(&str, &str); 9] = [
    ("MAN-01", "Integritas"),
    ("MAN-02", "Kerja Sama"),
    ("MAN-03", "Komunikasi"),
    ("MAN-04", "Orientasi pada Hasil"),
    ("MAN-05", "Pelayanan Publik"),
    ("MAN-06", "Pengembangan Diri dan Orang Lain"),
    ("MAN-07", "Mengelola Perubahan"),
    ("MAN-08", "Pengambilan Keputusan"),
    ("SOS-01", "Perekat Bangsa"),
];

/// Technical competencies: code, name, and what people at the middle level do.
const TECHNICAL: [(&str, &str, &str); 17] = [
    (
        "TEK-IZIN",
        "Pemrosesan Perizinan",
        "memverifikasi berkas dan menerbitkan izin sesuai standar pelayanan",
    ),
    (
        "TEK-LAYAN",
        "Standar Pelayanan Publik",
        "menyusun dan menerapkan standar pelayanan di unitnya",
    ),
    (
        "TEK-KOMPUB",
        "Komunikasi dengan Warga",
        "menjelaskan syarat dan alur dengan bahasa yang dipahami warga",
    ),
    (
        "TEK-ADUAN",
        "Pengelolaan Pengaduan",
        "menindaklanjuti pengaduan hingga tuntas dan mencatat sebabnya",
    ),
    (
        "TEK-DIGITAL",
        "Layanan Digital",
        "menjalankan layanan lewat aplikasi dan membantu warga memakainya",
    ),
    (
        "TEK-DATA",
        "Analisis Data",
        "mengolah data layanan menjadi bahan keputusan",
    ),
    (
        "TEK-ARSIP",
        "Pengelolaan Arsip",
        "menata arsip dinamis sesuai kaidah",
    ),
    (
        "TEK-KEU",
        "Pengelolaan Keuangan Daerah",
        "menyusun pertanggungjawaban anggaran tanpa temuan",
    ),
    (
        "TEK-PBJ",
        "Pengadaan Barang dan Jasa",
        "menjalankan pengadaan langsung sesuai aturan",
    ),
    (
        "TEK-KEBIJAKAN",
        "Analisis Kebijakan",
        "menyusun telaah kebijakan berbasis bukti",
    ),
    (
        "TEK-SOSIAL",
        "Manajemen Kasus Sosial",
        "mendampingi keluarga dengan rencana intervensi",
    ),
    (
        "TEK-DARURAT",
        "Kegawatdaruratan Medis",
        "memberi bantuan hidup dasar dengan benar",
    ),
    (
        "TEK-KLINIS",
        "Asuhan Klinis",
        "memberi asuhan sesuai panduan praktik",
    ),
    (
        "TEK-LALIN",
        "Pengaturan Lalu Lintas",
        "mengatur lalu lintas dan memeriksa kelaikan kendaraan",
    ),
    (
        "TEK-BANGUNAN",
        "Pengawasan Bangunan",
        "memeriksa kesesuaian bangunan dengan persetujuannya",
    ),
    (
        "TEK-PAJAK",
        "Pelayanan Pajak Daerah",
        "melayani wajib pajak dan memeriksa kewajarannya",
    ),
    (
        "TEK-AJAR",
        "Pembelajaran Digital",
        "merancang pembelajaran dengan bahan digital",
    ),
];

/// The dictionary of the city: nine general and seventeen technical competencies.
pub(crate) fn competencies() -> Vec<Competency> {
    let general = GENERAL.iter().map(|&(code, name)| Competency {
        id: id(code),
        name: name.to_owned(),
        group: if code.starts_with("SOS") {
            CompetencyGroup::SocioCultural
        } else {
            CompetencyGroup::Managerial
        },
        dictionary: "PermenPANRB 38/2017".to_owned(),
        valid_from: None,
        indicators: Vec::new(),
    });
    let technical = TECHNICAL.iter().map(|&(code, name, text)| Competency {
        id: id(code),
        name: name.to_owned(),
        group: CompetencyGroup::Technical,
        dictionary: "Kamus kompetensi teknis kota 2025".to_owned(),
        valid_from: None,
        indicators: vec![Indicator {
            level: level(3),
            text: text.to_owned(),
        }],
    });
    general.chain(technical).collect()
}
