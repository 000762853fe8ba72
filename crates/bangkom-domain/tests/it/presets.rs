//! Preset dictionaries and standards: what fills, what never does, and what is said of it.

use bangkom_domain::Language;
use bangkom_domain::catalog::{Catalog, CatalogData};
use bangkom_domain::competency::{CompetencyGroup, Dictionary, StandardEntry, StandardPreset};
use bangkom_domain::measure::{Importance, Level};
use bangkom_domain::position::{Position, PositionKind};
use bangkom_domain::preset::Confidence;

use crate::sample::{id, level};

/// One position of every kind.
fn positions() -> CatalogData {
    let positions = PositionKind::ALL.iter().map(|kind| Position {
        id: id(kind.code()),
        title: kind.label(Language::Id).to_owned(),
        kind: *kind,
        echelon: None,
    });
    CatalogData {
        positions: positions.collect(),
        ..CatalogData::default()
    }
}

fn levels(catalog: &Catalog) -> Vec<u8> {
    PositionKind::ALL
        .iter()
        .map(|kind| catalog.standard(&id(kind.code())))
        .map(|entries| entries.first().map_or(0, |entry| entry.level.get()))
        .collect()
}

#[test]
fn the_dictionaries_hold_what_the_regulations_list() {
    let core = Dictionary::core();
    let of = |group| {
        core.competencies
            .iter()
            .filter(|it| it.group == group)
            .count()
    };
    assert_eq!(of(CompetencyGroup::Managerial), 8);
    assert_eq!(of(CompetencyGroup::SocioCultural), 1);
    assert_eq!(core.preset.source.confidence, Confidence::Secondary);
    let governmental = Dictionary::governmental();
    assert_eq!(governmental.competencies.len(), 7);
    assert_eq!(
        governmental.preset.source.confidence,
        Confidence::SourceRead
    );
}

#[test]
fn levels_have_their_official_names() {
    let names: Vec<_> = (1..=5)
        .map(|number| level(number).name(Language::Id))
        .collect();
    assert_eq!(
        names,
        [
            "paham/dalam pengembangan",
            "dasar",
            "menengah",
            "mumpuni",
            "ahli"
        ]
    );
}

#[test]
fn presets_fill_by_kind_and_the_unverified_only_by_name() {
    let catalog = Catalog::new(positions()).value;
    let filled = catalog
        .clone()
        .with_preset_standards(&[StandardPreset::by_kind()]);
    assert_eq!(levels(&filled), [0, 5, 4, 3, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    assert_eq!(filled.competencies().len(), 9);
    let all = catalog.with_preset_standards(&[
        StandardPreset::by_kind(),
        StandardPreset::chief_executive(),
        StandardPreset::functional_of_one_province(),
    ]);
    assert_eq!(levels(&all), [5, 5, 4, 3, 2, 5, 4, 3, 2, 3, 2, 2, 1, 1]);
    let used: Vec<_> = all
        .presets()
        .iter()
        .map(|preset| preset.preset.as_str())
        .collect();
    assert_eq!(
        used,
        [
            "standard.by_kind",
            "standard.chief_executive",
            "standard.functional_of_one_province"
        ]
    );
}

#[test]
fn a_standard_of_its_own_is_never_filled_up() {
    let mut data = positions();
    let core = Dictionary::core();
    data.competencies = core.competencies;
    data.standards = vec![StandardEntry {
        position: id("administrator"),
        competency: id("integritas"),
        level: Level::MAX,
        importance: Importance::MIN,
    }];
    let catalog = Catalog::new(data).value;
    let filled = catalog.with_preset_standards(&[StandardPreset::by_kind()]);
    let own = filled.standard(&id("administrator"));
    assert_eq!((own.len(), own[0].level), (1, Level::MAX));
    assert_eq!(filled.standard(&id("pengawas")).len(), 9);
    assert!(
        filled
            .standard(&id("pengawas"))
            .is_sorted_by(|a, b| a.competency < b.competency)
    );
}

#[test]
fn presets_that_fill_nothing_are_not_named() {
    let presets = [StandardPreset::by_kind()];
    let catalog = Catalog::default().with_preset_standards(&presets);
    assert!(catalog.presets().is_empty() && catalog.competencies().is_empty());
}
