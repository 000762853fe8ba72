use bangkom_domain::unit::{Unit, UnitKind};

use crate::make::id;
use crate::rng::Rng;
use crate::world::agencies::{Agency, Field};
use crate::world::mix;

/// One post to be filled.
pub(super) struct Post {
    /// The index of the unit.
    pub(super) unit: usize,
    /// The index of the agency.
    pub(super) agency: usize,
    /// The index of the position in the table.
    pub(super) position: usize,
    /// The index of the post of the superior.
    pub(super) superior: Option<usize>,
}

/// The code of the city itself.
pub(super) const CITY: &str = "KOTA";

/// The tree of units: the city, its agencies, and their sub-units, each agency before its own.
pub(super) fn units(agencies: &[Agency]) -> Vec<Unit> {
    let mut units = vec![Unit {
        id: id(CITY),
        name: "Pemerintah Kota".to_owned(),
        kind: UnitKind::City,
        parent: None,
        site: Some(id("SITE-BALAI-KOTA")),
    }];
    for agency in agencies {
        units.push(Unit {
            id: id(agency.code.as_str()),
            name: agency.name.clone(),
            kind: UnitKind::Agency,
            parent: Some(id(CITY)),
            site: Some(id(format!("SITE-{}", agency.code))),
        });
        units.extend((0..agency.sub_units).map(|index| sub_unit(agency, index)));
    }
    units
}

fn sub_unit(agency: &Agency, index: u32) -> Unit {
    let number = index + 1;
    let name = match agency.field {
        _ if index == 0 => "Sekretariat".to_owned(),
        Field::Health => format!("Pusat Pelayanan Kesehatan {number}"),
        Field::Education => format!("Sekolah {number}"),
        Field::District => format!("Kelurahan {number}"),
        _ => format!("Bidang {number}"),
    };
    Unit {
        id: id(format!("{}.{number:02}", agency.code)),
        name: format!("{name}, {}", agency.name),
        kind: UnitKind::SubUnit,
        parent: Some(id(agency.code.as_str())),
        site: Some(id(format!("SITE-{}", agency.code))),
    }
}

/// The posts of all agencies; a superior always comes before the people below.
pub(super) fn posts(seed: u64, agencies: &[Agency]) -> Vec<Post> {
    let mut rng = Rng::new(seed, "posts");
    let mut posts = Vec::new();
    let mut unit = 1;
    for (index, agency) in agencies.iter().enumerate() {
        fill(&mut rng, &mut posts, index, agency, unit);
        unit += 1 + agency.sub_units as usize;
    }
    posts
}

fn fill(rng: &mut Rng, posts: &mut Vec<Post>, index: usize, agency: &Agency, unit: usize) {
    let ladder = ["KADIS", "KABID", "KASI", "KA-UNIT"].map(|code| mix::position(code).unwrap_or(0));
    let head = posts.len();
    let post = |unit, position, superior| Post {
        unit,
        agency: index,
        position,
        superior,
    };
    posts.push(post(unit, ladder[0], None));
    let mix = mix::mix(agency.field);
    let below = agency.staff.saturating_sub(1);
    for number in 0..agency.sub_units {
        let place = unit + 1 + number as usize;
        let share = below / agency.sub_units + u32::from(number < below % agency.sub_units);
        let chief = posts.len();
        let chief_position = ladder[if share >= 40 || agency.sub_units <= 5 {
            1
        } else {
            3
        }];
        posts.push(post(place, chief_position, Some(head)));
        // One supervisor for every 25 people, and the rest below them in turn.
        let supervisors = (share / 25).max(1);
        posts.extend((0..supervisors).map(|_| post(place, ladder[2], Some(chief))));
        for staff in 0..share.saturating_sub(1 + supervisors) {
            let position = mix[rng.weighted(mix.iter().map(|(_, weight)| *weight))].0;
            let superior = chief + 1 + (staff % supervisors) as usize;
            posts.push(post(place, position, Some(superior)));
        }
    }
}
