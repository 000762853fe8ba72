use std::collections::BTreeSet;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::demand::{ClosedGap, DemandRow, Ground};
use bangkom_domain::follow_up::SupportAction;
use bangkom_domain::id::CompetencyId;
use bangkom_domain::measure::DemandValue;
use bangkom_domain::preset::Standing;

use super::Evaluation;

impl Evaluation {
    /// The rows of demand for support that needs a seat, by person and program.
    ///
    /// Each competency that the seat is for counts with the policy's `seat_priority`; a seat
    /// for no competency in particular is for all that the program teaches. Programs that the
    /// catalog no longer has give no row.
    ///
    /// # Examples
    /// The page of the crate has a whole example.
    pub fn demand(&self, catalog: &Catalog) -> Vec<DemandRow> {
        let mut rows: Vec<DemandRow> = Vec::new();
        for action in &self.follow_up.actions {
            let Some(row) = self.row(action, catalog) else {
                continue;
            };
            match rows
                .iter_mut()
                .rev()
                .find(|known| known.person == row.person && known.program == row.program)
            {
                Some(known) => merge(known, row),
                None => rows.push(row),
            }
        }
        rows.sort_by(|a, b| (a.person, &a.program).cmp(&(b.person, &b.program)));
        rows
    }

    fn row(&self, action: &SupportAction, catalog: &Catalog) -> Option<DemandRow> {
        let program = catalog.program(action.seat_in.as_ref()?)?;
        let competencies: BTreeSet<CompetencyId> = if let Some(only) = &action.competency {
            BTreeSet::from([only.clone()])
        } else {
            let outcomes = program.modules.iter().flat_map(|module| &module.outcomes);
            outcomes.map(|outcome| outcome.competency.clone()).collect()
        };
        let closes: Vec<ClosedGap> = competencies
            .into_iter()
            .map(|competency| ClosedGap {
                competency,
                ground: Ground::FollowUp,
                priority: self.policy.seat_priority.into(),
            })
            .collect();
        Some(DemandRow {
            person: action.person,
            program: program.id.clone(),
            value: value(&closes).into(),
            mandatory: program.mandatory,
            needed_by: Some(action.due),
            standing: Standing::Proposed,
            closes,
        })
    }
}

/// Joins two rows of one person and program.
fn merge(known: &mut DemandRow, row: DemandRow) {
    for gap in row.closes {
        if known
            .closes
            .iter()
            .all(|other| other.competency != gap.competency)
        {
            known.closes.push(gap);
        }
    }
    known.closes.sort_by(|a, b| a.competency.cmp(&b.competency));
    known.value = value(&known.closes).into();
    known.needed_by = known.needed_by.min(row.needed_by);
}

fn value(closes: &[ClosedGap]) -> DemandValue {
    DemandValue::of_removed(closes.iter().map(|gap| *gap.priority.reveal()))
}
