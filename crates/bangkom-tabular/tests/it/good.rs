//! A good file of every table that is read, and what its reader makes of any bytes.

use std::collections::BTreeMap;
use std::fmt::Debug;

use bangkom_domain::evidence::{Direction, SourceKind};
use bangkom_domain::id::{IndicatorId, SourceId};
use bangkom_domain::results::{CountSeries, InstrumentItems, Item};
use bangkom_tabular::series::{SeriesKind, Step};
use bangkom_tabular::{
    ReadOptions, Reading, answers, appraisal, assessment, attendance, benefits, cases, causes,
    comparison, complaints, counts, designs, items, observations, personnel, ratings, satisfaction,
    scores, series, survey,
};
use serde::Serialize;

use crate::known::{PERSONNEL, directory, namespace, people};

/// One table: a good file, and its reader, which gives each value as text.
pub(crate) struct Good {
    pub(crate) name: &'static str,
    pub(crate) file: &'static str,
    pub(crate) read: fn(&[u8]) -> Reading<Vec<String>>,
}

/// Every table that is read.
pub(crate) const ALL: &[Good] = &[
    Good {
        name: "personnel",
        file: PERSONNEL,
        read: |bytes| json(personnel::read(bytes, &directory(), namespace(), &options()).unwrap()),
    },
    Good {
        name: "appraisal",
        file: "nipBaru,tahun,hasilKinerja,PerilakuKerja\n\
               199001012015032001,2025,DIATAS ESPEKTASI,Sesuai Ekspektasi\n\
               199002022023211002,2025,2,3\n\
               199002022023211002,2024,di bawah ekspektasi,SESUAI\n",
        read: |bytes| json(appraisal::read(bytes, &source(), &people(), &options()).unwrap()),
    },
    Good {
        name: "assessment",
        file: "nip;kode_kompetensi;nilai;tanggal\n\
               199001012015032001;MAN.5;37,5;01-08-2025\n\
               199002022023211002;MAN.5;82;01-08-2025\n\
               199002022023211002;TEK-1;0;2025-08-02\n",
        read: |bytes| json(assessment::read(bytes, &source(), &people(), &options()).unwrap()),
    },
    Good {
        name: "survey",
        file: "id responden|kode opd|tanggal|Sarana dan Prasarana|Penanganan Pengaduan|\
               persyaratan|prosedur|waktu pelayanan|biaya|produk|kompetensi petugas|\
               perilaku petugas\n\
               r1|DPMPTSP|03-02-2026|4|1|3|3|2||3|3|4\n\
               r2|DPMPTSP|04-02-2026|4|2|3|3|2|1|3|3|4\n\
               r3|DPMPTSP|04-02-2026|||||2|||||\n",
        read: |bytes| json(survey::read(bytes, &source(), &people(), &options()).unwrap()),
    },
    Good {
        name: "complaints",
        file: "Tracking ID,Tanggal,Instansi Terlapor,Klasifikasi,Kategori\n\
               7,05-01-2026,DPMPTSP,Pengaduan,Pelayanan Lambat\n\
               8,06-01-2026,DPMPTSP,Aspirasi,Taman\n\
               9,06-01-2026,KOTA,pengaduan,jalan\n\
               9,06-01-2026,KOTA,pengaduan,jalan\n",
        read: |bytes| debug(complaints::read(bytes, &options()).unwrap()),
    },
    Good {
        name: "ratings",
        file: "nip_dinilai,penilai,hubungan,kode_kompetensi,nilai,tanggal\n\
               199001012015032001,199002022023211002,Atasan,MAN.5,\"3,5\",10-02-2026\n\
               199001012015032001,R-7,Rekan Kerja,MAN.5,2,10-02-2026\n\
               199002022023211002,R-8,rekan,MAN.5,5,11-02-2026\n",
        read: |bytes| json(ratings::read(bytes, &sources(), &people(), &options()).unwrap()),
    },
    Good {
        name: "causes",
        file: "opd,nip,kode_kompetensi,penyebab,penilai,tanggal\n\
               DPMPTSP,,,Beban Kerja,R-1,01-02-2026\n\
               ,199001012015032001,MAN.5,pengetahuan,R-2,01-02-2026\n",
        read: |bytes| json(causes::read(bytes, &people(), &options()).unwrap()),
    },
    Good {
        name: "attendance",
        file: "sesi,nip,hadir\nPP/b01/s1,199001012015032001,Izin\n\
               PP/b01/s1,199002022023211002,ya\nPP/b01/s2,199002022023211002,alpa\n",
        read: |bytes| json(attendance::read(bytes, &people(), &options()).unwrap()),
    },
    Good {
        name: "scores",
        file: "angkatan,nip,instrumen,waktu,nilai,tanggal\n\
               PP/b01,199001012015032001,PP.T,Pre-Test,55,01-04-2026\n\
               PP/b01,199001012015032001,PP.T,post,,03-04-2026\n\
               PP/b01,199002022023211002,PP.T,Pre-Test,48.5,01-04-2026\n",
        read: |bytes| json(scores::read(bytes, &people(), &options()).unwrap()),
    },
    Good {
        name: "observations",
        file: "angkatan,nip,pengamat,instrumen,waktu,nilai,tanggal\n\
               PP/b01,199001012015032001,R-1,PP.O,3 bulan,4,01-07-2026\n\
               PP/b01,199001012015032001,R-2,PP.O,3 bulan,3,01-07-2026\n",
        read: |bytes| json(observations::read(bytes, &people(), &options()).unwrap()),
    },
    Good {
        name: "series",
        file: "Kode OPD;Minggu Mulai;Rata-rata Hari;Jumlah Permohonan\n\
               DPMPTSP;05-01-2026;12,5;140\nDPMPTSP;12-01-2026;11,25;131\n\
               KOTA;05-01-2026;3;\nKOTA;05-01-2026;3;\n",
        read: |bytes| json(series::read(bytes, &kind(), &options()).unwrap()),
    },
    Good {
        name: "items",
        file: "kode_instrumen;no;butir;minimum;maksimum;terbalik;kunci;bobot;hanya saat;hambatan\n\
               PP.T;1;A;1;5;ya;;2;;\nPP.T;2;B;1;4;tidak;3;;sebelum;\n\
               PP.K;1;atasan;1;5;;;;;dukungan atasan\nPP.K;1;atasan;1;5;;;;;dukungan atasan\n",
        read: |bytes| json(items::read(bytes, &options()).unwrap()),
    },
    Good {
        name: "answers",
        file: "angkatan,nip,pengamat,instrumen,waktu,butir,jawaban,tanggal\n\
               PP/b01,199001012015032001,,PP.T,pre,A,4,01-04-2026\n\
               PP/b01,199001012015032001,,PP.T,pre,B,,01-04-2026\n\
               PP/b01,199002022023211002,R-1,PP.T,post,A,2.5,03-04-2026\n",
        read: |bytes| json(answers::read(bytes, &known_items(), &people(), &options()).unwrap()),
    },
    Good {
        name: "comparison",
        file: "program,nip,instrumen,waktu,nilai,tanggal\n\
               PP,199001012015032001,PP.T,sebelum,55,01-04-2026\n\
               PP,199001012015032001,PP.T,sesudah,,03-04-2026\n\
               PP,199002022023211002,PP.T,sebelum,\"48,5\",01-04-2026\n",
        read: |bytes| json(comparison::read(bytes, &people(), &options()).unwrap()),
    },
    Good {
        name: "designs",
        file: "kode_program;cara memilih;pembanding;bentuk tes;penyelenggara;angkatan;instrumen;\
               rata-rata populasi;simpangan populasi\n\
               PP;sukarela;waiting_list;tes yang sama;BPSDM;;PP.T;61,5;12\n\
               PP;;;;USU;PP/b02;;;\nDATA;diundi;;;;;;;\n",
        read: |bytes| json(designs::read(bytes, &options()).unwrap()),
    },
    Good {
        name: "cases",
        file: "nomor kasus;opd;layanan;masuk;selesai\n\
               1;DPMPTSP;IZIN;05-01-2026;09-01-2026\n2;DPMPTSP;IZIN;06-01-2026;\n\
               1;KOTA;IZIN;06-01-2026;-\n1;KOTA;IZIN;06-01-2026;-\n",
        read: |bytes| json(cases::read(bytes, &promised(), &options()).unwrap()),
    },
    Good {
        name: "counts",
        file: "opd;bulan;jumlah pengaduan;dilayani\n\
               DPMPTSP;01-01-2026;12;640\nDPMPTSP;01-02-2026;0;\nKOTA;01-01-2026;3;81\n",
        read: |bytes| json(counts_of(bytes)),
    },
    Good {
        name: "satisfaction",
        file: "opd;mulai;selesai;responden;prosedur;simpangan prosedur;biaya;sarana\n\
               DPMPTSP;05-01-2026;30-01-2026;150;3,2;0,6;3,5;\n\
               KOTA;05-01-2026;30-01-2026;88;;;;2,75\n",
        read: |bytes| json(satisfaction::read(bytes, &options()).unwrap()),
    },
    Good {
        name: "benefits",
        file: "kode_program;manfaat;atribusi;keyakinan;tahun 1;tahun 2\n\
               PP;lembur;0,5;0,8;40000000;40000000\nPP;kertas;1;0,5;2500000;\n",
        read: |bytes| json(benefits::read(bytes, &options()).unwrap()),
    },
];

fn options() -> ReadOptions {
    ReadOptions::default()
}

fn known_items() -> Vec<InstrumentItems> {
    vec![InstrumentItems {
        instrument: "PP.T".parse().unwrap(),
        items: vec![Item::new("A", 1.0, 5.0), Item::new("B", 1.0, 4.0)],
    }]
}

fn promised() -> BTreeMap<IndicatorId, u32> {
    [("IZIN".parse().unwrap(), 7)].into()
}

fn counts_of(bytes: &[u8]) -> Reading<Vec<CountSeries>> {
    let complaints = IndicatorId::new("ADUAN").unwrap();
    let less = Direction::LowerIsBetter;
    counts::read(bytes, &complaints, less, Step::Month, &options()).unwrap()
}

fn source() -> SourceId {
    SourceId::new("s").unwrap()
}

fn sources() -> BTreeMap<SourceKind, SourceId> {
    [SourceKind::Superior, SourceKind::Peer]
        .map(|kind| (kind, SourceId::new(kind.code()).unwrap()))
        .into()
}

fn kind() -> SeriesKind {
    SeriesKind::new("i", "days", Direction::LowerIsBetter, Step::Week).unwrap()
}

fn json<T: Serialize>(reading: Reading<Vec<T>>) -> Reading<Vec<String>> {
    texts(reading, |value| serde_json::to_string(value).unwrap())
}

fn debug<T: Debug>(reading: Reading<Vec<T>>) -> Reading<Vec<String>> {
    texts(reading, |value| format!("{value:?}"))
}

fn texts<T>(reading: Reading<Vec<T>>, text: impl Fn(&T) -> String) -> Reading<Vec<String>> {
    reading.map(|values| values.iter().map(text).collect())
}
