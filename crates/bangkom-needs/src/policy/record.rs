use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::SourceKind;
use bangkom_domain::finding::Findings;
use bangkom_domain::measure::Nano;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    AspectLink, DesignRule, MatchRule, PolicyFinding, RaterRule, ScreenRule, SourceRule, UnitRule,
};

/// How evidence becomes needs: every number that an office may want to change.
///
/// There is no `Default`, because the day is an argument: [`NeedsPolicy::new`] takes it and
/// fills in the rest.
///
/// ```
/// use bangkom_needs::NeedsPolicy;
/// use chrono::NaiveDate;
///
/// let today = NaiveDate::from_ymd_opt(2026, 1, 15).unwrap();
/// let policy = NeedsPolicy::new(today).coverage_floor(0.6);
/// assert_eq!(policy.coverage_floor, 0.6);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct NeedsPolicy {
    /// The day on which the evidence is read; ages count from here.
    pub as_of: NaiveDate,
    /// How each kind of source counts; a kind that is absent does not count.
    pub sources: Vec<SourceRule>,
    /// The least share of the expected weight with which a level is stated, 0 to 1.
    pub coverage_floor: f64,
    /// How many answers the assumed standard deviation counts for, at least 0.
    pub assumed_answers: f64,
    /// Which competencies survey elements and complaints say something about.
    pub links: Vec<AspectLink>,
    /// How evidence about units reaches people.
    #[serde(default)]
    pub units: UnitRule,
    /// Whether and how the severity of raters is taken off their ratings.
    #[serde(default)]
    pub raters: RaterRule,
    /// When "no training" is the answer.
    pub screen: ScreenRule,
    /// The gap of which the probability is stated beside that of any gap, 0 to 4, in 1e-9
    /// levels.
    #[serde(default = "half_a_level")]
    pub gap_threshold: Nano,
    /// The level that an appraisal "as expected" has, 1 to 5, in 1e-9 levels.
    pub performance_target: Nano,
    /// How gaps are matched with programs.
    pub matching: MatchRule,
    /// How programs that are missing are sketched.
    #[serde(default)]
    pub design: DesignRule,
    /// The least number of people of whom a group figure is shown.
    pub min_group: u32,
}

/// Above half a level, the nearest whole level is below the one required.
fn half_a_level() -> Nano {
    Nano::from_raw(Nano::PER_UNIT / 2)
}

impl NeedsPolicy {
    /// The usual policy on this day.
    ///
    /// Weights of [`SourceRule::preset`]; coverage of at least one half; no link from surveys
    /// or complaints to competencies, because those are the office's to declare; appraisals
    /// measured against level 3; a gap stated as notable above half a level; groups of fewer
    /// than five people suppressed.
    pub fn new(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            sources: SourceKind::ALL
                .iter()
                .map(|kind| SourceRule::preset(*kind))
                .collect(),
            coverage_floor: 0.5,
            assumed_answers: 2.0,
            links: Vec::new(),
            units: UnitRule::default(),
            raters: RaterRule::default(),
            screen: ScreenRule::default(),
            gap_threshold: half_a_level(),
            performance_target: Nano::from_units(3),
            matching: MatchRule::default(),
            design: DesignRule::default(),
            min_group: 5,
        }
    }

    /// Sets the coverage floor, 0 to 1.
    #[must_use]
    pub fn coverage_floor(mut self, share: f64) -> Self {
        self.coverage_floor = share;
        self
    }

    /// Sets the links from aspects to competencies.
    #[must_use]
    pub fn links(mut self, links: Vec<AspectLink>) -> Self {
        self.links = links;
        self
    }

    /// Replaces the rule of one kind of source, or adds it.
    #[must_use]
    pub fn source(mut self, rule: SourceRule) -> Self {
        self.sources.retain(|known| known.kind != rule.kind);
        self.sources.push(rule);
        self
    }

    /// Sets the weight of one kind of source.
    #[must_use]
    pub fn weight(self, kind: SourceKind, weight: f64) -> Self {
        let known = self.sources.iter().find(|rule| rule.kind == kind).cloned();
        let rule = known.unwrap_or_else(|| SourceRule::preset(kind));
        self.source(SourceRule { weight, ..rule })
    }

    /// Sets the gap of which the probability is stated, 0 to 4 levels.
    #[must_use]
    pub fn gap_threshold(mut self, levels: Nano) -> Self {
        self.gap_threshold = levels;
        self
    }

    /// Takes the severity of raters off their ratings, or leaves it.
    #[must_use]
    pub fn adjust_raters(mut self, adjust: bool) -> Self {
        self.raters.adjust = adjust;
        self
    }

    /// Sets the least size of a group that is shown.
    #[must_use]
    pub fn min_group(mut self, people: u32) -> Self {
        self.min_group = people;
        self
    }

    /// Everything that is wrong with the policy, in itself and against the catalog.
    ///
    /// ```
    /// use bangkom_domain::catalog::{Catalog, CatalogData};
    /// use bangkom_needs::NeedsPolicy;
    /// use chrono::NaiveDate;
    ///
    /// let catalog = Catalog::new(CatalogData::default()).value;
    /// let today = NaiveDate::from_ymd_opt(2026, 1, 15).unwrap();
    /// assert!(NeedsPolicy::new(today).check(&catalog).is_empty());
    /// assert_eq!(NeedsPolicy::new(today).coverage_floor(2.0).check(&catalog).len(), 1);
    /// ```
    pub fn check(&self, catalog: &Catalog) -> Findings<PolicyFinding> {
        super::check::check(self, catalog)
    }

    /// What is wrong with its sources and numbers, links aside.
    pub(crate) fn check_scoring(&self) -> Findings<PolicyFinding> {
        Findings::new(super::check::scoring(self))
    }

    /// The rule of a kind, if the policy has one.
    pub fn rule(&self, kind: SourceKind) -> Option<&SourceRule> {
        self.sources.iter().find(|rule| rule.kind == kind)
    }
}
