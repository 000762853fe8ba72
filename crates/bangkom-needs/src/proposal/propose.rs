use std::collections::BTreeMap;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::decision::Decisions;
use bangkom_domain::demand::{Demand, DemandSchema};
use bangkom_domain::finding::Findings;
use bangkom_domain::id::PersonId;
use bangkom_domain::preset::Provenance;
use bangkom_domain::program::Program;
use bangkom_domain::roster::Roster;

use super::choice::Open;
use super::decided::Decided;
use super::offer::Offer;
use super::person::Chooser;
use super::program_finding::unreachable;
use super::sketch::Sketches;
use super::{Proposal, ProposalSchema};
use crate::analysis::Analysis;
use crate::gap::Need;
use crate::policy::NeedsPolicy;

/// Proposes seats that close the gaps, and says what nothing closes.
///
/// For each person, always the program that removes most priority of what is left, up to the
/// policy's limit; its prerequisites are added, with the value of what they close themselves.
/// A gap counts only once, whatever teaches it. Seats that an official refused are not
/// proposed again, seats that were verified or approved keep that standing, excluded persons
/// are left out.
///
/// # Examples
/// The page of the crate has a whole example.
pub fn propose(
    analysis: &Analysis,
    roster: &Roster,
    catalog: &Catalog,
    decisions: &Decisions,
    policy: &NeedsPolicy,
) -> Proposal {
    let mut found = Vec::new();
    let decided = Decided::new(decisions, roster, catalog, &mut found);
    let offer = Offer::new(catalog, policy.matching.entry_tolerance);
    let chooser = Chooser {
        offer: &offer,
        decided: &decided,
        max_programs: policy.matching.max_programs,
    };
    let (mut rows, mut unclosed) = (Vec::new(), Vec::new());
    let mut sketches = Sketches::new(catalog, &policy.design);
    for (person, (mut needs, granted)) in by_person(analysis, catalog, &decided) {
        needs.sort_by(|a, b| a.competency.cmp(&b.competency));
        let chosen = chooser.choose(person, &needs, &granted);
        for gap in &chosen.unclosed {
            let of_gap = |open: &&Open<'_>| open.need.competency == gap.competency;
            if let Some(open) = chosen.open.iter().find(of_gap) {
                sketches.add(open, gap);
            }
        }
        rows.extend(chosen.rows);
        unclosed.extend(chosen.unclosed);
    }
    let provenance = Provenance {
        presets: analysis.provenance.presets.clone(),
        ..Provenance::proposal("needs.proposal", "1")
    };
    Proposal {
        schema: ProposalSchema::V1,
        demand: Demand {
            schema: DemandSchema::V1,
            provenance,
            rows,
        },
        unclosed,
        designs: sketches.into_needs(),
        programs: unreachable(catalog, &policy.design),
        findings: Findings::new(found),
    }
}

type Claims<'a> = (Vec<&'a Need>, Vec<&'a Program>);

/// The needs of each person and the seats that officials granted, excluded persons left out.
fn by_person<'a>(
    analysis: &'a Analysis,
    catalog: &'a Catalog,
    decided: &Decided,
) -> BTreeMap<PersonId, Claims<'a>> {
    let mut all: BTreeMap<PersonId, Claims<'a>> = BTreeMap::new();
    for need in &analysis.needs {
        all.entry(need.person).or_default().0.push(need);
    }
    for (person, program) in decided.granted() {
        let programs = catalog.program(program);
        all.entry(*person).or_default().1.extend(programs);
    }
    all.retain(|person, _| !decided.excludes(*person));
    all
}
