use std::collections::BTreeMap;

use bangkom_domain::evidence::{EvidenceSource, SourceKind};
use bangkom_domain::id::SourceId;

use super::EvidenceFinding;
use crate::exact::{DecayTable, SourceSums, Sums};
use crate::policy::NeedsPolicy;

/// The declared sources that can be used, and how their answers fade.
pub(crate) struct Sources<'a> {
    by_id: BTreeMap<&'a SourceId, &'a EvidenceSource>,
    decay: BTreeMap<SourceKind, DecayTable<u64>>,
}

impl<'a> Sources<'a> {
    pub(crate) fn new(
        declared: &'a [EvidenceSource],
        policy: &NeedsPolicy,
        found: &mut Vec<EvidenceFinding>,
    ) -> Self {
        let mut groups: BTreeMap<&SourceId, Vec<&EvidenceSource>> = BTreeMap::new();
        for source in declared {
            groups.entry(&source.id).or_default().push(source);
        }
        let mut by_id = BTreeMap::new();
        for (id, group) in groups {
            let Some((first, others)) = group.split_first() else {
                continue;
            };
            if others.iter().any(|other| other != first) {
                found.push(EvidenceFinding::ConflictingSource { source: id.clone() });
                continue;
            }
            if !others.is_empty() {
                found.push(EvidenceFinding::RepeatedSource { source: id.clone() });
            }
            if policy.rule(first.kind).is_none() {
                found.push(EvidenceFinding::SourceWithoutRule { source: id.clone() });
            }
            by_id.insert(id, *first);
        }
        let decay = policy
            .sources
            .iter()
            .map(|rule| {
                (
                    rule.kind,
                    DecayTable::new(rule.half_life_days, 0, SourceSums::WEIGH),
                )
            })
            .collect();
        Self { by_id, decay }
    }

    pub(crate) fn get(&self, id: &SourceId) -> Option<&'a EvidenceSource> {
        self.by_id.get(id).copied()
    }

    /// The decay of a kind, if the policy has a rule for it.
    pub(crate) fn decay(&self, kind: SourceKind) -> Option<&DecayTable<u64>> {
        self.decay.get(&kind)
    }
}
