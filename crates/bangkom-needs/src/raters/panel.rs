use std::collections::BTreeMap;

use bangkom_domain::evidence::SourceKind;
use bangkom_domain::id::RaterId;
use bangkom_stats::StatsError;
use bangkom_stats::raters::{
    AdditiveOptions, AdditiveSeverity, Rating, RatingTable, additive_severity,
};

use crate::intake::{Observation, Topic};
use crate::policy::RaterRule;

/// Kinds of source in which people rate others.
const KINDS: [SourceKind; 5] = [
    SourceKind::Superior,
    SourceKind::Peer,
    SourceKind::Subordinate,
    SourceKind::Assessment,
    SourceKind::Observation,
];

/// Who, by place in the roster; by whom; and the level.
type Said = (u32, RaterId, f64);

/// The ratings of one kind in one competency, people and raters numbered by their order.
pub(super) struct Panel {
    pub kind: SourceKind,
    /// The place of the competency in the catalog.
    pub competency: u32,
    /// The rated people, by place in the roster.
    pub people: Vec<u32>,
    pub raters: Vec<RaterId>,
    /// Ratings in levels, by numbers of people and raters.
    pub ratings: Vec<Rating>,
}

/// Every panel among observations of people, by kind and competency.
pub(super) fn panels<'a>(seen: impl IntoIterator<Item = &'a Observation>) -> Vec<Panel> {
    let mut groups: BTreeMap<(SourceKind, u32), Vec<Said>> = BTreeMap::new();
    for observation in seen {
        if let (true, Topic::Competency(competency), Some(rater)) = (
            KINDS.contains(&observation.kind),
            observation.topic,
            observation.rater,
        ) {
            let rating = (observation.subject, rater, observation.level.to_f64());
            let group = groups.entry((observation.kind, competency)).or_default();
            group.push(rating);
        }
    }
    let panel = |((kind, competency), group)| Panel::new(kind, competency, group);
    groups.into_iter().map(panel).collect()
}

impl Panel {
    fn new(kind: SourceKind, competency: u32, group: Vec<Said>) -> Self {
        let mut people: Vec<u32> = group.iter().map(|(person, ..)| *person).collect();
        people.sort_unstable();
        people.dedup();
        let mut raters: Vec<RaterId> = group.iter().map(|(_, rater, _)| *rater).collect();
        raters.sort_unstable();
        raters.dedup();
        let rating = |(person, rater, value): Said| Rating {
            target: people.partition_point(|known| *known < person),
            rater: raters.partition_point(|known| *known < rater),
            value,
        };
        let ratings = group.into_iter().map(rating).collect();
        Self {
            kind,
            competency,
            people,
            raters,
            ratings,
        }
    }

    /// The severity of its raters.
    pub(super) fn severity(&self, rule: &RaterRule) -> Result<AdditiveSeverity, StatsError> {
        let table = RatingTable::new(self.people.len(), self.raters.len(), &self.ratings)?;
        let options = AdditiveOptions::default().shrink_below(rule.shrink_below as usize);
        additive_severity(&table, &options)
    }

    /// One level for each person and rater: the mean where a rater rated repeatedly.
    pub(super) fn cells(&self) -> BTreeMap<(usize, usize), f64> {
        let mut sums: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
        let mut sorted = self.ratings.clone();
        sorted.sort_by(|a, b| a.value.total_cmp(&b.value));
        for rating in sorted {
            let (sum, n) = sums.entry((rating.target, rating.rater)).or_default();
            *sum += rating.value;
            *n += 1.0;
        }
        let mean = |(cell, (sum, n)): ((usize, usize), (f64, f64))| (cell, sum / n);
        sums.into_iter().map(mean).collect()
    }
}
