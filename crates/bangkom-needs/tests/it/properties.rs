//! What holds for any evidence.

use bangkom_domain::evidence::{Aspect, SourceKind, Subject};
use bangkom_domain::json;
use bangkom_domain::measure::Nano;
use bangkom_needs::{Need, roll_up};
use proptest::prelude::*;

use crate::city::{City, competency, person, rater};

/// Who, which kind, which competency, which value in thousandths of the scale, how old, whose.
type Answer = (u128, usize, bool, u16, u64, u128);

fn answers() -> impl Strategy<Value = Vec<Answer>> {
    let answer = (
        1..=4_u128,
        0..10_usize,
        any::<bool>(),
        0..=4_000_u16,
        0..900_u64,
        1..5_u128,
    );
    prop::collection::vec(answer, 1..60)
}

fn city(answers: &[Answer]) -> City {
    let mut city = City::new();
    city.policy.coverage_floor = 0.0;
    for number in 1..=4 {
        city.hire(number, if number == 4 { "B" } else { "A1" });
    }
    for (who, kind, service, value, age, by) in answers {
        let code = if *service { "service" } else { "digital" };
        let kind = SourceKind::ALL[*kind];
        let value = 1.0 + f64::from(*value) / 1_000.0;
        let aspect = Aspect::Competency(competency(code));
        let record = city.record(kind, Subject::Person(person(*who)), aspect, value, *age);
        record.rater = Some(rater(1_000 + by));
    }
    city
}

fn all(city: &City) -> Vec<Need> {
    let analysis = city.analyze();
    let mut all = [analysis.needs, analysis.met].concat();
    all.sort_by(|a, b| (a.person, &a.competency).cmp(&(b.person, &b.competency)));
    all
}

proptest! {
    #[test]
    fn any_order_gives_the_same_bytes(answers in answers(), turn in 0..60_usize) {
        let mut city = city(&answers);
        city.teach("prima", "service", 1, 4);
        let first = json::write(&city.analyze()).unwrap();
        let turn = turn % city.evidence.records.len();
        city.evidence.records.rotate_left(turn);
        city.evidence.records.reverse();
        city.evidence.sources.reverse();
        city.roster.employees.reverse();
        city.roster.units.reverse();
        city.catalog.standards.reverse();
        city.catalog.competencies.reverse();
        prop_assert_eq!(json::write(&city.analyze()).unwrap(), first);
    }

    #[test]
    fn contributions_sum_exactly_and_lie_on_the_scale(answers in answers()) {
        for need in all(&city(&answers)) {
            let parts = need.contributions.reveal();
            prop_assert_eq!(parts.iter().map(|part| part.amount).sum::<Nano>(), *need.current.reveal());
            let shares: Nano = parts.iter().map(|part| part.weight_share).sum();
            prop_assert_eq!(shares, Nano::from_units(1));
            prop_assert!((Nano::from_units(1)..=Nano::from_units(5)).contains(need.current.reveal()));
            prop_assert!(need.coverage > Nano::ZERO && need.coverage <= Nano::from_units(1));
        }
    }

    #[test]
    fn worse_evidence_never_lowers_a_need(answers in answers(), which in 0..60_usize, drop in 1..4_000_u16) {
        let which = which % answers.len();
        let mut worse = answers.clone();
        worse[which].3 = worse[which].3.saturating_sub(drop);
        for (before, after) in all(&city(&answers)).iter().zip(all(&city(&worse))) {
            prop_assert!(after.priority >= before.priority);
            prop_assert!(after.current <= before.current);
        }
    }

    #[test]
    fn new_people_change_nothing_for_the_others(answers in answers()) {
        let mut city = city(&answers);
        let before = all(&city);
        let newcomer = city.hire(50, "A1");
        city.agree(newcomer, "service", 1.0);
        let after: Vec<Need> =
            all(&city).into_iter().filter(|need| need.person != newcomer).collect();
        prop_assert_eq!(after, before);
    }

    #[test]
    fn a_dropped_kind_leaves_the_other_means_as_they_were(answers in answers(), kind in 0..10_usize) {
        let mut city = city(&answers);
        let before = all(&city);
        let kind = SourceKind::ALL[kind];
        city.evidence.records.retain(|record| record.source.as_str() != kind.code());
        for need in all(&city) {
            let old = before
                .iter()
                .find(|old| old.person == need.person && old.competency == need.competency);
            let Some(old) = old else { return Err(TestCaseError::fail("a need appeared")) };
            prop_assert!(need.coverage <= old.coverage);
            for part in need.contributions.reveal() {
                let same = old.contributions.reveal().iter().find(|other| other.kind == part.kind);
                prop_assert_eq!(same.map(|other| other.mean), Some(part.mean));
            }
        }
    }

    #[test]
    fn nobody_can_be_found_by_subtraction(units in prop::collection::vec(0..4_usize, 0..40)) {
        let mut city = City::new();
        for (number, unit) in units.iter().enumerate() {
            let somebody = city.hire(number as u128 + 1, ["CITY", "A", "A1", "B"][*unit]);
            city.agree(somebody, "service", 2.0);
        }
        let rows = roll_up(&city.analyze(), &city.roster(), 5);
        let shown = |code: &str| {
            let row = rows.iter().find(|row| row.unit.as_str() == code);
            row.and_then(|row| row.figure).map(|figure| figure.people)
        };
        for (above, below) in [("CITY", vec!["A", "B"]), ("A", vec!["A1"])] {
            if let Some(total) = shown(above) {
                let seen: u32 = below.iter().filter_map(|code| shown(code)).sum();
                let rest = total - seen;
                prop_assert!(rest == 0 || rest >= 5);
            }
        }
    }
}
