use std::collections::BTreeMap;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::{Evidence, SourceKind};
use bangkom_domain::id::UnitId;
use bangkom_domain::progress::Observer;
use bangkom_domain::roster::Roster;

use super::bootstrap::of_problem;
use super::needs::{factors, lines, weighed};
use super::{Answer, AnswerTable, RankProblemError, Stability, StabilityOptions};
use crate::analysis::Analysis;
use crate::gap::Need;
use crate::intake::{Intake, Observation, Topic};
use crate::policy::NeedsPolicy;
use crate::score::Contribution;

/// The scale of the weights of observations: decay × link share.
const FULL_WEIGHT: f64 = (1_u64 << 48) as f64 * 1_000.0;

impl Analysis {
    /// How firmly the needs stand had other answers been given.
    ///
    /// Everything but `options` is what the analysis was made from. A record counts as often as
    /// a Poisson number of mean one says, which depends on the seed, the draw and the id of the
    /// record alone; a record of many answers is one record. The alternatives are the needs in
    /// their order, then what is met.
    ///
    /// # Errors
    /// As [`Analysis::rank_problem`]; [`RankProblemError::Option`].
    ///
    /// # Examples
    /// ```
    /// # use bangkom_domain::{catalog::Catalog, evidence::Evidence, roster::Roster};
    /// # use bangkom_needs::{NeedsError, NeedsPolicy, analyze};
    /// use bangkom_domain::progress::Silent;
    /// use bangkom_needs::robustness::StabilityOptions;
    ///
    /// # fn show(
    /// #     roster: &Roster, catalog: &Catalog, evidence: &Evidence, policy: &NeedsPolicy,
    /// # ) -> Result<(), Box<dyn std::error::Error>> {
    /// let analysis = analyze(roster, catalog, evidence, policy)?;
    /// let options = StabilityOptions::new(30).seed(7);
    /// let result =
    ///     analysis.evidence_stability(roster, catalog, evidence, policy, &options, &mut Silent)?;
    /// for place in result.places.iter().take(30) {
    ///     println!("{} to {}: {:?}", place.rank_low, place.rank_high, place.label);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # References
    /// Chamandy, Muralidharan, Najmi and Naidu 2012.
    pub fn evidence_stability(
        &self,
        roster: &Roster,
        catalog: &Catalog,
        evidence: &Evidence,
        policy: &NeedsPolicy,
        options: &StabilityOptions,
        observer: &mut dyn Observer,
    ) -> Result<Stability, RankProblemError> {
        let kinds = weighed(policy);
        let intake = Intake::new(evidence, roster, catalog, policy);
        let reader = Reader {
            roster,
            catalog,
            intake: &intake,
            kinds: &kinds,
            units: roster
                .units()
                .iter()
                .map(|unit| &unit.id)
                .zip(0..)
                .collect(),
        };
        let mut table = AnswerTable::new(kinds.len());
        for need in self.ranked() {
            let answers = reader.answers(need);
            table.push_weighed(&answers, &factors(need, &kinds), &lines(need));
        }
        let weights: Vec<f64> = kinds.iter().map(|(_, weight)| *weight).collect();
        let base = self.ranked().map(|need| need.priority.reveal().raw());
        let problem = table.problem(&weights)?.with_base(base.collect());
        of_problem(&table, &problem, options, observer)
    }
}

/// Finds the single answers behind a need.
struct Reader<'a> {
    roster: &'a Roster,
    catalog: &'a Catalog,
    intake: &'a Intake<'a>,
    kinds: &'a [(SourceKind, f64)],
    units: BTreeMap<&'a UnitId, u32>,
}

impl Reader<'_> {
    /// The answers of each kind that counts for a need.
    fn answers(&self, need: &Need) -> Vec<Vec<Answer>> {
        let parts = need.contributions.reveal();
        let of = |(kind, _): &(SourceKind, f64)| {
            let part = parts.iter().find(|part| part.kind == *kind);
            let seen = part.and_then(|part| self.seen(need, part));
            let own = seen.into_iter().flatten().filter(|seen| seen.kind == *kind);
            own.map(answer).collect()
        };
        self.kinds.iter().map(of).collect()
    }

    /// The observations behind one contribution, of the person or of the unit it speaks of.
    fn seen(&self, need: &Need, part: &Contribution) -> Option<&[Observation]> {
        let known = self.catalog.competencies();
        let place = known.binary_search_by(|known| known.id.cmp(&need.competency));
        let topic = Topic::Competency(place.ok()? as u32);
        match &part.unit {
            None => {
                let people = self.roster.employees();
                let place = people.binary_search_by_key(&need.person, |employee| employee.id);
                Some(self.intake.persons.of(place.ok()? as u32, topic))
            }
            Some(unit) => Some(self.intake.units.of(*self.units.get(unit)?, topic)),
        }
    }
}

fn answer(seen: &Observation) -> Answer {
    Answer {
        key: seen.key,
        value: seen.level.to_f64(),
        weight: seen.weight as f64 / FULL_WEIGHT * f64::from(seen.count),
    }
}
