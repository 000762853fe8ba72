use std::collections::BTreeMap;

use bangkom_domain::evidence::{Aspect, Scale, SourceKind};
use bangkom_domain::unit::UnitKind;
use bangkom_stats::shrinkage::marshall_rates;

use super::UnitAnswer;
use super::credibility::{Credibility, credibility};
use super::push_down::level_of;
use crate::policy::NeedsPolicy;

/// How many events stood behind a rate, and on which scale it is stated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rate {
    pub events: u64,
    pub cases: f64,
    /// To how many cases a value refers.
    pub per: f64,
    pub scale: Scale,
}

/// Toward which level, and how far, the answers of one unit are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pull {
    pub common: f64,
    pub kept: f64,
}

/// Units that are compared: of one kind, in one aspect, by one kind of source.
pub(super) type Peers<'a> = (SourceKind, &'a Aspect, UnitKind);
/// The pulls by what is compared and by the place of the unit.
pub(super) type Pulls<'a> = BTreeMap<(Peers<'a>, u32), Pull>;

/// What one unit says in one aspect.
#[derive(Debug, Default)]
struct Said {
    answers: f64,
    levels: f64,
    rates: Vec<Option<Rate>>,
}

/// How far each unit is drawn toward its peers; units that are not drawn have no entry.
///
/// Fewer peers than the policy asks for are left as they are. Rates with known cases are
/// smoothed as counts, everything else as means of answers.
pub(super) fn pulls<'a>(answers: &[UnitAnswer<'a>], policy: &NeedsPolicy) -> Pulls<'a> {
    let rule = &policy.units;
    if !rule.shrink {
        return Pulls::new();
    }
    let mut groups: BTreeMap<Peers<'a>, BTreeMap<u32, Said>> = BTreeMap::new();
    for answer in answers {
        let units = groups.entry(answer.peers()).or_default();
        let said = units.entry(answer.unit).or_default();
        let number = answer.decayed_count();
        said.answers += number;
        said.levels += number * answer.level_value();
        said.rates.push(answer.rate);
    }
    let enough = |units: &BTreeMap<u32, Said>| units.len() >= rule.min_units.max(2) as usize;
    let mut pulls = Pulls::new();
    for (peers, units) in groups.into_iter().filter(|(_, units)| enough(units)) {
        let sd = policy.rule(peers.0).map_or(1.0, |rule| rule.assumed_sd);
        let said: Vec<&Said> = units.values().collect();
        let Credibility { common, kept } =
            of_rates(&said).unwrap_or_else(|| of_means(&said, sd * sd));
        for (unit, kept) in units.keys().zip(kept) {
            pulls.insert((peers, *unit), Pull { common, kept });
        }
    }
    pulls
}

fn of_means(said: &[&Said], variance: f64) -> Credibility {
    let units: Vec<(f64, f64)> = said
        .iter()
        .map(|said| (said.levels / said.answers, said.answers))
        .collect();
    credibility(&units, variance)
}

/// The smoothing of counts, where the cases behind every rate are known and the scale is one.
fn of_rates(said: &[&Said]) -> Option<Credibility> {
    let first = *said.first()?.rates.first()?.as_ref()?;
    let (mut events, mut cases) = (Vec::new(), Vec::new());
    for said in said {
        let (mut count, mut exposure) = (0_u64, 0.0);
        for rate in &said.rates {
            let rate = rate.filter(|rate| rate.scale == first.scale && rate.per == first.per)?;
            count = count.saturating_add(rate.events);
            exposure += rate.cases;
        }
        events.push(count);
        cases.push(exposure);
    }
    let smoothed = marshall_rates(&events, &cases).ok()?;
    let kept: Option<Vec<f64>> = smoothed
        .units
        .iter()
        .map(|unit| unit.map(|unit| unit.weight))
        .collect();
    Some(Credibility {
        common: level_of(first.scale, smoothed.mean_rate * first.per),
        kept: kept?,
    })
}
