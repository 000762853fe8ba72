use std::collections::BTreeMap;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::demand::Ground;
use bangkom_domain::evidence::SourceKind;
use bangkom_domain::id::{CompetencyId, UnitId};
use bangkom_domain::measure::Nano;
use bangkom_domain::people::Employee;
use bangkom_domain::roster::Roster;
use bangkom_stats::distributions::normal;

use crate::gap::{Ask, AskBook, CauseScreen, GroundGap, Insufficient, Need, PerformanceGap};
use crate::intake::{Intake, Topic};
use crate::policy::NeedsPolicy;
use crate::score::{Combined, Level, Reading, Uncertainty, WeightTable, combine, readings};
use crate::units::UnitReading;

/// What is said of everybody.
#[derive(Default)]
pub(super) struct Answers {
    pub needs: Vec<Need>,
    pub met: Vec<Need>,
    pub insufficient: Vec<Insufficient>,
    pub performance: Vec<PerformanceGap>,
}

impl Answers {
    /// Adds what was said of the people that follow.
    pub(super) fn append(&mut self, mut next: Self) {
        self.needs.append(&mut next.needs);
        self.met.append(&mut next.met);
        self.insufficient.append(&mut next.insufficient);
        self.performance.append(&mut next.performance);
    }
}

/// Looks at one person after the other.
pub(super) struct Assessor<'a> {
    roster: &'a Roster,
    catalog: &'a Catalog,
    policy: &'a NeedsPolicy,
    intake: &'a Intake<'a>,
    weights: WeightTable,
    asks: AskBook<'a>,
    units: BTreeMap<&'a UnitId, u32>,
}

impl<'a> Assessor<'a> {
    pub(super) fn new(
        roster: &'a Roster,
        catalog: &'a Catalog,
        policy: &'a NeedsPolicy,
        intake: &'a Intake<'a>,
    ) -> Self {
        let units = roster.units().iter().map(|unit| &unit.id);
        Self {
            roster,
            catalog,
            policy,
            intake,
            weights: WeightTable::new(policy),
            asks: AskBook::new(roster, catalog),
            units: units.zip(0..).collect(),
        }
    }

    /// Adds everything that can be said of the person at this place of the roster.
    pub(super) fn assess(&self, employee: &Employee, place: u32, answers: &mut Answers) {
        let asks = self.asks.of(employee);
        for asked in asks.chunk_by(|a, b| a.competency == b.competency) {
            self.assess_competency(employee, place, asked, answers);
        }
        answers
            .performance
            .extend(self.performance(employee, place));
    }

    fn assess_competency(
        &self,
        employee: &Employee,
        place: u32,
        asked: &[Ask],
        answers: &mut Answers,
    ) {
        let competency = &asked[0].competency;
        let combined = combine(
            &self.readings(employee, place, competency),
            &self.weights,
            self.weights.floor,
        );
        let need = match combined {
            Combined {
                level: Some(level),
                coverage,
                missing,
                ..
            } => {
                let mut need = self.need(employee, competency, asked, level);
                (need.coverage, need.missing) = (coverage, missing);
                need
            }
            Combined {
                level: None,
                coverage,
                missing,
                only_unit,
            } => {
                answers.insufficient.push(Insufficient {
                    person: employee.id,
                    competency: competency.clone(),
                    asked_by: asked_by(asked),
                    coverage,
                    only_unit,
                    missing,
                });
                return;
            }
        };
        if need.has_gap() {
            answers.needs.push(need);
        } else {
            answers.met.push(need);
        }
    }

    fn need(
        &self,
        employee: &Employee,
        competency: &CompetencyId,
        asked: &[Ask],
        level: Level,
    ) -> Need {
        let mut grounds: Vec<GroundGap> = asked
            .iter()
            .map(|ask| GroundGap::new(ask, level.current))
            .collect();
        grounds.sort_by_key(|ground| {
            let rank = (
                std::cmp::Reverse(ground.priority),
                std::cmp::Reverse(ground.required),
            );
            (rank, ground.ground, ground.needed_by)
        });
        let gap = grounds
            .first()
            .map_or(Nano::ZERO, |ground| *ground.gap.reveal());
        let priority = grounds
            .first()
            .map_or(Nano::ZERO, |ground| *ground.priority.reveal());
        let surplus = grounds.iter().map(|ground| *ground.surplus.reveal()).min();
        let units = self.chain(&employee.unit);
        let counts = self.intake.causes.counts(employee.id, units, competency);
        Need {
            person: employee.id,
            unit: employee.unit.clone(),
            competency: competency.clone(),
            current: level.current.into(),
            gap: gap.into(),
            priority: priority.into(),
            surplus: surplus.unwrap_or_default().into(),
            uncertainty: uncertainty(&level, grounds.first(), self.policy.gap_threshold).into(),
            grounds,
            coverage: Nano::ZERO,
            contributions: level.contributions.into(),
            screen: CauseScreen::new(&counts, &self.policy.screen),
            missing: Vec::new(),
        }
    }

    /// What is known of one competency: of the person, and of the nearest unit where the
    /// person has nothing of that kind.
    fn readings(
        &self,
        employee: &Employee,
        place: u32,
        competency: &CompetencyId,
    ) -> Vec<Reading<'a>> {
        let known = self.catalog.competencies();
        let Ok(index) = known.binary_search_by(|known| known.id.cmp(competency)) else {
            return Vec::new();
        };
        let topic = Topic::Competency(index as u32);
        let mut all = readings(self.intake.persons.of(place, topic), None);
        let mut way = Vec::new();
        for unit in self.chain(&employee.unit) {
            let Some((unit, place)) = self.units.get_key_value(unit) else {
                continue;
            };
            way.push(*unit);
            let kinds: Vec<SourceKind> = all.iter().map(|reading| reading.kind).collect();
            let of_unit = readings(self.intake.units.of(*place, topic), Some(unit));
            let nearer = |reading: &Reading<'_>| kinds.contains(&reading.kind);
            for mut reading in of_unit.into_iter().filter(|reading| !nearer(reading)) {
                let (own_share, own_mean) = self
                    .intake
                    .blends
                    .of(*place, topic, reading.kind)
                    .unwrap_or_default();
                reading.of_unit = Some(UnitReading {
                    exposure: self.intake.exposures.share(employee.id, &way),
                    own_share,
                    own_mean,
                });
                all.push(reading);
            }
        }
        all
    }

    fn performance(&self, employee: &Employee, place: u32) -> Option<PerformanceGap> {
        let seen = self.intake.persons.of(place, Topic::Performance);
        let level = combine(&readings(seen, None), &self.weights, Nano::ZERO).level?;
        let target = self.policy.performance_target;
        let gap = target - level.current;
        (gap > Nano::ZERO).then(|| PerformanceGap {
            person: employee.id,
            unit: employee.unit.clone(),
            current: level.current.into(),
            target,
            gap: gap.into(),
            contributions: level.contributions.into(),
        })
    }

    /// The unit and everything above it, the nearest first.
    fn chain<'b>(&'b self, unit: &'b UnitId) -> impl Iterator<Item = &'b UnitId> {
        std::iter::once(unit).chain(self.roster.units().ancestors(unit))
    }
}

fn asked_by(asked: &[Ask]) -> Vec<Ground> {
    let mut grounds: Vec<Ground> = asked.iter().map(|ask| ask.ground).collect();
    grounds.dedup();
    grounds
}

fn uncertainty(level: &Level, leading: Option<&GroundGap>, threshold: Nano) -> Uncertainty {
    let required = leading.map_or(0.0, |ground| f64::from(ground.required.get()));
    let distance = required - level.current.to_f64();
    let above = |least: f64| probability_above(distance - least, level.standard_error);
    let grid = |value| Nano::from_f64(value).unwrap_or_default();
    Uncertainty {
        effective_number: grid(level.effective_number),
        standard_error: grid(level.standard_error),
        gap_probability: grid(above(0.0)),
        threshold,
        threshold_probability: grid(above(threshold.to_f64())),
    }
}

/// The probability that something at this distance above zero, so unsure, is above zero.
fn probability_above(distance: f64, standard_error: f64) -> f64 {
    if standard_error > 0.0 {
        normal::cdf(distance / standard_error).unwrap_or(0.5)
    } else {
        f64::from(u8::from(distance > 0.0))
    }
}
