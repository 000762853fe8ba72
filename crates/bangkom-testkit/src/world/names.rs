use crate::rng::Rng;

const MALE: [&str; 24] = [
    "Ahmad",
    "Budi",
    "Dedi",
    "Eko",
    "Faisal",
    "Gunawan",
    "Hendra",
    "Irfan",
    "Joko",
    "Kurnia",
    "Lukman",
    "Mangatas",
    "Naufal",
    "Parlindungan",
    "Rizki",
    "Sahat",
    "Teguh",
    "Umar",
    "Wahyu",
    "Yusuf",
    "Zulkifli",
    "Poltak",
    "Arjuna",
    "Bonar",
];

const FEMALE: [&str; 24] = [
    "Aisyah",
    "Bunga",
    "Citra",
    "Dewi",
    "Elisabet",
    "Fitri",
    "Gusti",
    "Hotmaida",
    "Indah",
    "Juliana",
    "Kartika",
    "Lestari",
    "Maya",
    "Nurul",
    "Oktavia",
    "Putri",
    "Rosmawati",
    "Siti",
    "Tiur",
    "Utami",
    "Veronika",
    "Wulan",
    "Yanti",
    "Zahra",
];

const LAST: [&str; 32] = [
    "Harahap",
    "Siregar",
    "Nasution",
    "Lubis",
    "Simanjuntak",
    "Sinaga",
    "Ginting",
    "Sembiring",
    "Tarigan",
    "Purba",
    "Saragih",
    "Hutapea",
    "Pane",
    "Daulay",
    "Batubara",
    "Tanjung",
    "Hasibuan",
    "Rangkuti",
    "Pasaribu",
    "Manurung",
    "Santoso",
    "Wijaya",
    "Pratama",
    "Kusuma",
    "Hidayat",
    "Ramadhan",
    "Syahputra",
    "Permana",
    "Sari",
    "Halim",
    "Zebua",
    "Telaumbanua",
];

/// An invented name.
pub(crate) fn name(rng: &mut Rng, female: bool) -> String {
    let first = rng.pick(if female { &FEMALE } else { &MALE });
    let middle = rng.pick(if female { &FEMALE } else { &MALE });
    let last = rng.pick(&LAST);
    if first == middle || rng.chance(0.4) {
        format!("{first} {last}")
    } else {
        format!("{first} {middle} {last}")
    }
}
