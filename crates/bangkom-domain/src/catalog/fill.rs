use std::collections::BTreeSet;

use super::Catalog;
use crate::competency::{Competency, StandardEntry, StandardPreset};
use crate::id::PositionId;
use crate::measure::Level;

impl Catalog {
    /// This catalog with presets for the positions that have no standard of their own.
    ///
    /// The first preset that knows the kind of a position fills it; a position with a single
    /// entry of its own is left as it is. Competencies that the catalog lacks are added. The
    /// presets that filled anything are in [`presets`](Self::presets).
    ///
    /// ```
    /// use bangkom_domain::catalog::{Catalog, CatalogData};
    /// use bangkom_domain::competency::StandardPreset;
    /// use bangkom_domain::id::PositionId;
    /// use bangkom_domain::position::{Position, PositionKind};
    ///
    /// let head = PositionId::new("HEAD")?;
    /// let data = CatalogData {
    ///     positions: vec![Position {
    ///         id: head.clone(),
    ///         title: "Kepala Bidang".to_owned(),
    ///         kind: PositionKind::Administrator,
    ///         echelon: None,
    ///     }],
    ///     ..CatalogData::default()
    /// };
    /// let catalog = Catalog::new(data).value.with_preset_standards(&[StandardPreset::by_kind()]);
    /// assert_eq!(catalog.standard(&head).len(), 9);
    /// assert_eq!(catalog.presets()[0].preset, "standard.by_kind");
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    #[must_use]
    pub fn with_preset_standards(mut self, presets: &[StandardPreset]) -> Self {
        let mut used = BTreeSet::new();
        for position in &self.positions {
            if self.standards.contains_key(&position.id) {
                continue;
            }
            let fitting = presets
                .iter()
                .enumerate()
                .find_map(|(place, preset)| Some((place, *preset.levels.get(&position.kind)?)));
            if let Some((place, level)) = fitting {
                used.insert(place);
                let entries = entries(&position.id, &presets[place], level);
                self.standards.insert(position.id.clone(), entries);
            }
        }
        for place in used {
            self.add_competencies(&presets[place].competencies);
            self.presets.push(presets[place].preset.clone());
        }
        self
    }

    fn add_competencies(&mut self, competencies: &[Competency]) {
        for competency in competencies {
            let place = self
                .competencies
                .binary_search_by(|own| own.id.cmp(&competency.id));
            if let Err(place) = place {
                self.competencies.insert(place, competency.clone());
            }
        }
    }
}

fn entries(position: &PositionId, preset: &StandardPreset, level: Level) -> Vec<StandardEntry> {
    let mut entries: Vec<_> = preset
        .competencies
        .iter()
        .map(|competency| StandardEntry {
            position: position.clone(),
            competency: competency.id.clone(),
            level,
            importance: preset.importance,
        })
        .collect();
    entries.sort_by(|a, b| a.competency.cmp(&b.competency));
    entries
}
