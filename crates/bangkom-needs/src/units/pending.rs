use std::collections::BTreeMap;

use bangkom_domain::evidence::{Aspect, Direction, Scale, SourceKind};
use bangkom_domain::id::RaterId;
use bangkom_domain::measure::Nano;
use bangkom_domain::unit::UnitKind;

use super::draw::{Peers, Pull, Rate, pulls};
use crate::exact::GridLevel;
use crate::intake::{Observation, Topic};
use crate::policy::NeedsPolicy;

/// One record about a unit, before it is known how far it is drawn.
#[derive(Debug, Clone)]
pub(crate) struct UnitAnswer<'a> {
    pub unit: u32,
    pub unit_kind: UnitKind,
    pub kind: SourceKind,
    pub aspect: &'a Aspect,
    pub rater: Option<RaterId>,
    pub level: GridLevel,
    /// The decay in steps of 2^-48.
    pub decay: u64,
    pub count: u32,
    pub age_days: u32,
    /// What it is about, and how much of it counts there in thousandths.
    pub topics: Vec<(Topic, u64)>,
    pub rate: Option<Rate>,
    /// A hash of the id of its record.
    pub key: u64,
}

impl<'a> UnitAnswer<'a> {
    pub(super) fn peers(&self) -> Peers<'a> {
        (self.kind, self.aspect, self.unit_kind)
    }

    /// How many answers of today it is worth.
    pub(super) fn decayed_count(&self) -> f64 {
        libm::ldexp(self.decay as f64, -48) * f64::from(self.count)
    }

    pub(super) fn level_value(&self) -> f64 {
        self.level.to_f64()
    }
}

/// Records about units, in order, until all of them are known.
#[derive(Debug, Default)]
pub(crate) struct Pending<'a>(Vec<UnitAnswer<'a>>);

/// How the mean of a unit came about, by unit, topic and kind.
#[derive(Debug, Default)]
pub(crate) struct Blends(BTreeMap<(u32, Topic, SourceKind), Blend>);

/// Sums over the answers behind one mean.
#[derive(Debug, Default, Clone, Copy)]
struct Blend {
    weight: f64,
    level: f64,
    kept: f64,
}

impl Blends {
    /// The share of the unit's own answers in its mean, and their own mean.
    pub(crate) fn of(&self, unit: u32, topic: Topic, kind: SourceKind) -> Option<(Nano, Nano)> {
        let blend = self.0.get(&(unit, topic, kind))?;
        let ratio = |part: f64| Nano::from_f64(part / blend.weight);
        Some((ratio(blend.kept)?, ratio(blend.level)?))
    }
}

impl<'a> Pending<'a> {
    pub(crate) fn extend(&mut self, answers: impl IntoIterator<Item = UnitAnswer<'a>>) {
        self.0.extend(answers);
    }

    /// The observations with small units drawn toward their peers, and how each mean came about.
    pub(crate) fn settle(self, policy: &NeedsPolicy) -> (Vec<Observation>, Blends) {
        let pulls = pulls(&self.0, policy);
        let (mut observations, mut blends) = (Vec::new(), Blends::default());
        for answer in &self.0 {
            let pull = pulls.get(&(answer.peers(), answer.unit)).copied();
            let level = pull.map_or(answer.level, |pull| drawn(answer, pull));
            for (topic, share) in &answer.topics {
                let key = (answer.unit, *topic, answer.kind);
                let weight = answer.decayed_count() * *share as f64;
                let blend = blends.0.entry(key).or_default();
                blend.weight += weight;
                blend.level += weight * answer.level_value();
                blend.kept += weight * pull.map_or(1.0, |pull| pull.kept);
                observations.push(Observation {
                    subject: answer.unit,
                    topic: *topic,
                    kind: answer.kind,
                    rater: answer.rater,
                    level,
                    weight: answer.decay * share,
                    count: answer.count,
                    age_days: answer.age_days,
                    key: answer.key,
                });
            }
        }
        (observations, blends)
    }
}

fn drawn(answer: &UnitAnswer<'_>, pull: Pull) -> GridLevel {
    let level = pull.common + pull.kept * (answer.level_value() - pull.common);
    Scale::new(1.0, 5.0, Direction::HigherIsBetter)
        .ok()
        .and_then(|levels| GridLevel::of(levels, level.clamp(1.0, 5.0)))
        .unwrap_or(answer.level)
}
