use std::collections::BTreeMap;

use bangkom_domain::competency::JobPersonMatch;
use bangkom_domain::demand::Ground;
use bangkom_domain::id::{PersonId, UnitId};
use bangkom_domain::measure::{Level, Nano};

use super::MatchProfile;
use crate::analysis::Analysis;

/// What one ground asks of one person, as far as the levels are known.
#[derive(Debug, Default)]
struct Asked<'a> {
    unit: Option<&'a UnitId>,
    pairs: Vec<(Nano, Level)>,
    unknown: u32,
}

/// The match of everybody with what one ground asks, by person.
///
/// Where one ground asks a competency twice, as two requirements may, the higher level counts.
/// People of whom no level is known have no profile.
///
/// # Examples
///
/// ```
/// use bangkom_domain::demand::Ground;
/// use bangkom_needs::match_profiles;
///
/// # fn show(analysis: &bangkom_needs::Analysis) {
/// for profile in match_profiles(analysis, Ground::PositionHeld) {
///     assert!(profile.capped <= profile.uncapped);
/// }
/// # }
/// ```
pub fn match_profiles(analysis: &Analysis, ground: Ground) -> Vec<MatchProfile> {
    let mut people: BTreeMap<PersonId, Asked<'_>> = BTreeMap::new();
    for need in analysis.needs.iter().chain(&analysis.met) {
        let of_ground = need.grounds.iter().filter(|found| found.ground == ground);
        if let Some(required) = of_ground.map(|found| found.required).max() {
            let asked = people.entry(need.person).or_default();
            asked.unit = Some(&need.unit);
            asked.pairs.push((*need.current.reveal(), required));
        }
    }
    let unknown = analysis.insufficient.iter();
    for open in unknown.filter(|open| open.asked_by.contains(&ground)) {
        people.entry(open.person).or_default().unknown += 1;
    }
    people
        .into_iter()
        .filter_map(|(person, asked)| profile(person, asked, ground))
        .collect()
}

fn profile(person: PersonId, asked: Asked<'_>, ground: Ground) -> Option<MatchProfile> {
    let known = asked.pairs.len() as u32;
    let found = JobPersonMatch::new(asked.pairs)?;
    Some(MatchProfile {
        person,
        unit: asked.unit?.clone(),
        ground,
        capped: found.capped().into(),
        uncapped: found.uncapped().into(),
        gap: found.gap().into(),
        known,
        unknown: asked.unknown,
    })
}
