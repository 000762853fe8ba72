use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::privacy;
use bangkom_stats::raters::AdditiveSeverity;

/// Who of a panel must not be shown, by number.
pub(super) struct Withheld {
    pub raters: BTreeSet<usize>,
    pub people: BTreeSet<usize>,
}

impl Withheld {
    /// Raters of few ratings and people of few raters, and whoever else could be used to find
    /// one of them by subtraction.
    ///
    /// The severities of a part sum to zero, so that one rater left out would be known.
    pub(super) fn of(
        severity: &AdditiveSeverity,
        raters_of: &[u32],
        min_ratings: u32,
        min_raters: u32,
    ) -> Self {
        let mut withheld = Self {
            raters: BTreeSet::new(),
            people: BTreeSet::new(),
        };
        for part in &severity.components {
            let given = |rater: &usize| {
                let of = severity.raters[*rater].map_or(0, |rater| rater.n_ratings);
                (*rater, of as u32)
            };
            let given: BTreeMap<usize, u32> = part.raters.iter().map(given).collect();
            let had: BTreeMap<usize, u32> = part
                .targets
                .iter()
                .map(|person| (*person, raters_of[*person]))
                .collect();
            let hidden = privacy::suppressed(&given, min_ratings);
            withheld.raters.extend(hidden);
            let hidden = privacy::suppressed(&had, min_raters);
            withheld.people.extend(hidden);
        }
        withheld
    }
}
