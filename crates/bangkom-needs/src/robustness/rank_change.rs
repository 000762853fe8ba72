use bangkom_domain::Language;
use bangkom_domain::evidence::SourceKind;
use bangkom_domain::id::{CompetencyId, PersonId};
use bangkom_domain::privacy::Personal;
use serde::{Deserialize, Serialize};

use super::needs::weighed;
use super::swap::smallest_weight_change;
use super::{RankProblem, WeightChange};
use crate::analysis::Analysis;
use crate::policy::NeedsPolicy;

/// What would exchange a need with the next one of the ranking.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankChange {
    /// Who.
    pub person: PersonId,
    /// Which competency.
    pub competency: CompetencyId,
    /// The place of the need, counted from 1.
    pub rank: Personal<u32>,
    /// Whose need comes next.
    pub next_person: PersonId,
    /// Which competency that is.
    pub next_competency: CompetencyId,
    /// Whether both have the same priority, so that only the ids order them.
    pub tied: Personal<bool>,
    /// The kind of source whose weight would have to change least, and how; `None` where the
    /// weight of no single kind does it.
    pub change: Personal<Option<(SourceKind, WeightChange)>>,
}

impl RankChange {
    /// The answer as one sentence; it shows the rank of a person: only for those who may see it.
    ///
    /// ```
    /// use bangkom_domain::{Language, evidence::SourceKind, id::*};
    /// use bangkom_needs::robustness::{RankChange, WeightChange};
    ///
    /// # let person: PersonId = serde_json::from_str("\"00000000-0000-0000-0000-000000000001\"").unwrap();
    /// # let other: PersonId = serde_json::from_str("\"00000000-0000-0000-0000-000000000002\"").unwrap();
    /// let change = WeightChange {
    ///     source: 0, weight: 0.3125, change: -0.1, relative: -0.32, share_after: 0.2361,
    /// };
    /// let answer = RankChange {
    ///     person, competency: CompetencyId::new("service")?, rank: 3.into(),
    ///     next_person: other, next_competency: CompetencyId::new("service")?,
    ///     tied: false.into(), change: Some((SourceKind::Superior, change)).into(),
    /// };
    /// assert!(answer.sentence(Language::En).ends_with(
    ///     "if the weight of superior fell from 31.2 % to 23.6 % of all weights"
    /// ));
    /// # Ok::<(), CodeError>(())
    /// ```
    pub fn sentence(&self, language: Language) -> String {
        let Self {
            person,
            competency,
            next_person,
            next_competency,
            ..
        } = self;
        let rank = self.rank.reveal();
        let why = self.why(language);
        match language {
            Language::Id => format!(
                "kebutuhan {competency} pegawai {person} di peringkat {rank}; {why} dengan \
                 kebutuhan {next_competency} pegawai {next_person}{}",
                self.how(language)
            ),
            Language::En => format!(
                "the need for {competency} of person {person} has rank {rank}; {why} the need \
                 for {next_competency} of person {next_person}{}",
                self.how(language)
            ),
        }
    }

    fn why(&self, language: Language) -> &'static str {
        match (
            *self.tied.reveal(),
            self.change.reveal().is_some(),
            language,
        ) {
            (true, _, Language::Id) => "prioritasnya sama",
            (true, _, Language::En) => "it has the same priority as",
            (false, true, Language::Id) => "peringkatnya bertukar",
            (false, true, Language::En) => "it would change places with",
            (false, false, Language::Id) => "tidak ada satu bobot sumber pun yang menukarnya",
            (false, false, Language::En) => "the weight of no single source exchanges it with",
        }
    }

    fn how(&self, language: Language) -> String {
        let Some((kind, change)) = self.change.reveal().filter(|_| !self.tied.reveal()) else {
            return String::new();
        };
        let (from, to) = (
            percent(change.weight, language),
            percent(change.share_after, language),
        );
        let label = kind.label(language);
        match (change.change < 0.0, language) {
            (true, Language::Id) => {
                format!(" bila bobot {label} turun dari {from} menjadi {to} dari seluruh bobot")
            }
            (false, Language::Id) => {
                format!(" bila bobot {label} naik dari {from} menjadi {to} dari seluruh bobot")
            }
            (true, Language::En) => {
                format!(" if the weight of {label} fell from {from} to {to} of all weights")
            }
            (false, Language::En) => {
                format!(" if the weight of {label} rose from {from} to {to} of all weights")
            }
        }
    }
}

fn percent(share: f64, language: Language) -> String {
    let text = format!("{:.1} %", share * 100.0);
    match language {
        Language::Id => text.replace('.', ","),
        Language::En => text,
    }
}

/// What would exchange the need at a rank, counted from 1, with the next one.
///
/// `problem` is [`Analysis::rank_problem`] of the same analysis and policy, made once for all
/// ranks. `None` where there is no such need or none after it.
///
/// # Examples
/// ```
/// # use bangkom_domain::Language;
/// # use bangkom_needs::{Analysis, NeedsPolicy};
/// use bangkom_needs::robustness::{RankProblemError, rank_change};
///
/// # fn show(analysis: &Analysis, policy: &NeedsPolicy) -> Result<(), RankProblemError> {
/// let problem = analysis.rank_problem(policy)?;
/// if let Some(answer) = rank_change(analysis, policy, &problem, 1) {
///     println!("{}", answer.sentence(Language::Id));
/// }
/// # Ok(())
/// # }
/// ```
///
/// # References
/// Triantaphyllou and Sanchez 1997.
pub fn rank_change(
    analysis: &Analysis,
    policy: &NeedsPolicy,
    problem: &RankProblem,
    rank: u32,
) -> Option<RankChange> {
    let place = (rank as usize).checked_sub(1)?;
    let (need, next) = (analysis.needs.get(place)?, analysis.needs.get(place + 1)?);
    let change = smallest_weight_change(problem, place, place + 1);
    let kinds = weighed(policy);
    Some(RankChange {
        person: need.person,
        competency: need.competency.clone(),
        rank: rank.into(),
        next_person: next.person,
        next_competency: next.competency.clone(),
        tied: (need.priority == next.priority).into(),
        change: change
            .and_then(|change| Some((kinds.get(change.source)?.0, change)))
            .into(),
    })
}
