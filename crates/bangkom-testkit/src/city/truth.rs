use std::collections::BTreeMap;

use bangkom_domain::id::{CompetencyId, PersonId};

use super::people::Person;
use crate::make::{id, rounded};
use crate::rng::Rng;
use crate::world::agencies::Agency;
use crate::world::positions::POSITIONS;

/// What evidence only hints at: the true level of everybody in every competency asked.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Truth {
    levels: BTreeMap<PersonId, Vec<TrueLevel>>,
}

/// One person's true level in one competency of the position held.
#[derive(Debug, Clone, PartialEq)]
pub struct TrueLevel {
    /// The competency.
    pub competency: CompetencyId,
    /// The true level, 1 to 5, to three decimals.
    pub level: f64,
    /// The level that the position asks.
    pub required: u32,
}

impl Truth {
    /// The true levels of one person; none for somebody unknown.
    ///
    /// ```
    /// use bangkom_testkit::{City, CityOptions};
    ///
    /// let city = City::generate(&CityOptions::default());
    /// let person = city.roster.employees[0].id;
    /// assert!(city.truth.of(person).len() > 9);
    /// ```
    pub fn of(&self, person: PersonId) -> &[TrueLevel] {
        self.levels.get(&person).map_or(&[], Vec::as_slice)
    }

    /// The true level of one person in one competency, where the position asks for it.
    ///
    /// ```
    /// use bangkom_testkit::{City, CityOptions};
    ///
    /// let city = City::generate(&CityOptions::default());
    /// let level = city.truth.level(city.roster.employees[0].id, &"MAN-01".parse()?);
    /// assert!(level.is_some_and(|level| (1.0..=5.0).contains(&level)));
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    pub fn level(&self, person: PersonId, competency: &CompetencyId) -> Option<f64> {
        self.of(person)
            .iter()
            .find(|entry| entry.competency == *competency)
            .map(|entry| entry.level)
    }
}

/// Competencies that a strained service lacks.
const SERVICE: [&str; 6] = [
    "TEK-LAYAN",
    "TEK-KOMPUB",
    "TEK-ADUAN",
    "MAN-05",
    "TEK-IZIN",
    "TEK-DIGITAL",
];

/// Draws the truth: ability of the person, chance of the competency, strain of the agency.
pub(super) fn truth(seed: u64, agencies: &[Agency], people: &[Person]) -> Truth {
    let mut rng = Rng::new(seed, "truth");
    let asked = asked_by_position();
    let levels = people
        .iter()
        .map(|person| {
            let ability = 0.45 * rng.normal();
            let strain = agencies[person.agency].strain;
            let levels = asked[person.position]
                .iter()
                .map(|(competency, required, service)| TrueLevel {
                    competency: competency.clone(),
                    level: draw(
                        &mut rng,
                        *required,
                        ability - if *service { strain } else { 0.0 },
                    ),
                    required: *required,
                })
                .collect();
            (person.employee.id, levels)
        })
        .collect();
    Truth { levels }
}

fn asked_by_position() -> Vec<Vec<(CompetencyId, u32, bool)>> {
    POSITIONS
        .iter()
        .map(|seed| {
            seed.standard()
                .map(|(code, required, _)| (id(code), required, SERVICE.contains(&code)))
                .collect()
        })
        .collect()
}

fn draw(rng: &mut Rng, required: u32, shift: f64) -> f64 {
    rounded((f64::from(required) + 0.15 + shift + 0.5 * rng.normal()).clamp(1.0, 5.0))
}
