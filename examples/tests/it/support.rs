//! In the model case, support of each kind that takes time, people or a room becomes demand.

use std::collections::{BTreeMap, BTreeSet};

use bangkom::domain::follow_up::Support;
use bangkom::domain::program::DeliveryMethod;
use bangkom_examples::data_dir;

use crate::Run;

#[test]
fn support_of_each_kind_is_written_as_demand() {
    let run = Run::of(&data_dir("layanan_publik"));
    let catalog = run.input.cycle.catalog();
    let demand = run.evaluation.demand(catalog);
    let rows: BTreeSet<_> = demand
        .iter()
        .map(|row| (row.person, &row.program))
        .collect();
    assert_eq!(rows.len(), demand.len(), "a seat is asked for twice");
    let mut seats = BTreeMap::<Support, usize>::new();
    let mut asked = BTreeSet::new();
    for action in &run.evaluation.follow_ups().actions {
        let Some(program) = &action.seat_in else {
            continue;
        };
        assert!(
            rows.contains(&(action.person, program)),
            "{:?}",
            action.support
        );
        asked.insert((action.person, program));
        *seats.entry(action.support).or_default() += 1;
        let method = match action.support {
            Support::Refresher => continue,
            Support::Coaching => DeliveryMethod::Coaching,
            Support::Mentoring => DeliveryMethod::Mentoring,
            Support::FieldVisit => DeliveryMethod::OnTheJobGuidance,
            other => panic!("{other:?} takes no seat"),
        };
        let modules = &catalog.program(program).unwrap().modules;
        assert!(modules.iter().all(|module| module.method == method));
    }
    assert_eq!(asked, rows, "demand that no support asks for");
    let kinds: Vec<Support> = seats.keys().copied().collect();
    for kind in [
        Support::Refresher,
        Support::Coaching,
        Support::Mentoring,
        Support::FieldVisit,
    ] {
        assert!(kinds.contains(&kind), "no seat for {kind:?}: {seats:?}");
    }
    for row in &demand {
        assert!(row.needed_by.is_some() && !row.closes.is_empty());
    }
}
