//! Certificates: what they prove holds for every plan, and what is forged is refused.

use bangkom_domain::json;
use bangkom_domain::measure::Rupiah;
use bangkom_domain::plan::Publication;
use bangkom_domain::progress::{Progress, Silent};
use bangkom_schedule::certificate::{
    BatchInterval, Certificate, CertificateFinding as F, CertificateLeaf, CertificateRow as Row,
    CertificateTarget as Target, Multiplier, Verified,
};
use bangkom_schedule::check::certificate::{marginals, verify};
use bangkom_schedule::{BoundOptions, Problem, certify};
use proptest::prelude::*;
use std::ops::ControlFlow;

use crate::case::Case;
use crate::random::problem;
use crate::small::{claim, days, program_id};

const VALUE: Target = Target::Value {
    mandatory_unseated: None,
};

fn prove(case: &Case, target: Target, programs: u32) -> Certificate {
    let problem = Problem::new(case.inputs()).value;
    let options = BoundOptions::default().programs(programs);
    certify(&problem, target, &options, &mut Silent)
}

fn verified(case: &Case, certificate: &Certificate) -> Result<Verified, Vec<F>> {
    let problem = Problem::new(case.inputs()).value;
    verify(&problem, certificate).map_err(|findings| findings.iter().cloned().collect())
}

/// What a certificate proves, whatever it states.
fn proven(case: &Case, certificate: &Certificate) -> i64 {
    match verified(case, certificate) {
        Ok(verified) => verified.bound(),
        Err(found) => {
            let computed = found.iter().find_map(|one| match one {
                F::WrongBound { computed, .. } => Some(*computed),
                _ => None,
            });
            computed.unwrap_or(i64::MAX)
        }
    }
}

/// Little money, so that much has a price.
fn poor() -> Case {
    let mut case = Case::new();
    case.city.resources.funds[0].amount = Rupiah::new(3_500);
    case.city.demand.rows.push(claim(6, "ADVANCED", 50));
    case.refresh();
    case
}

fn forged(change: impl FnOnce(&mut Certificate)) -> Vec<F> {
    let case = poor();
    let mut certificate = prove(&case, VALUE, 5);
    assert!(verified(&case, &certificate).is_ok());
    change(&mut certificate);
    verified(&case, &certificate).unwrap_err()
}

fn multiplier(row: Row, value: i64) -> Multiplier {
    Multiplier { row, value }
}

fn interval(program: &str, least: u32, greatest: u32) -> BatchInterval {
    BatchInterval {
        program: program_id(program),
        least,
        greatest,
    }
}

#[test]
fn a_bound_worked_by_hand() {
    // All eight have BASIC for 828; ADVANCED takes four of its five claims, at 300 each.
    let mut case = Case::new();
    case.city.demand.rows.push(claim(6, "ADVANCED", 50));
    case.refresh();
    let certificate = prove(&case, VALUE, 1);
    assert_eq!(certificate.bound, 828 + 1_200);
    // Without multipliers, every claim counts.
    let bare = Certificate {
        leaves: vec![CertificateLeaf::default()],
        bound: 828 + 1_250,
        ..certificate
    };
    assert_eq!(verified(&case, &bare).unwrap().bound(), 2_078);
}

#[test]
fn the_price_of_money_is_what_money_buys() {
    let case = poor();
    let certificate = prove(&case, VALUE, 1);
    let mut richer = case;
    let before = proven(&richer, &certificate);
    let problem = Problem::new(richer.inputs()).value;
    let worth = marginals(&problem, &certificate).unwrap();
    let money = worth
        .iter()
        .find(|one| format!("{:?}", one.of).contains("APBD"))
        .unwrap();
    richer.city.resources.funds[0].amount = Rupiah::new(4_500);
    let after = proven(&richer, &certificate);
    // A thousand rupiah are a thousandth of a million.
    assert!(after > before && (after - before - 1) * 1_000_000 <= money.thousandths);
}

#[test]
fn multipliers_that_cannot_be_are_named() {
    let row = || Row::Fund {
        fund: "APBD".parse().unwrap(),
    };
    let found = forged(|c| c.leaves[0].multipliers = vec![multiplier(row(), -1)]);
    let negative = F::Negative {
        leaf: 1,
        row: "fund APBD".into(),
        value: -1,
    };
    assert_eq!(found, [negative]);

    let twice = vec![multiplier(row(), 1), multiplier(row(), 2)];
    let found = forged(|c| c.leaves[0].multipliers = twice);
    assert!(matches!(&found[..], [F::RowRepeated { leaf: 1, .. }]));

    let nowhere = [
        Row::Fund {
            fund: "NOWHERE".parse().unwrap(),
        },
        Row::Room {
            room: "NOWHERE".parse().unwrap(),
        },
        Row::Release {
            unit: "NOWHERE".parse().unwrap(),
        },
        Row::Teaching {
            program: program_id("NOWHERE"),
        },
        Row::SeatsAtMost {
            program: program_id("BASIC"),
            session: 2,
        },
        Row::SeatsAtMost {
            program: program_id("BASIC"),
            session: 0,
        },
        Row::Mandatory {},
    ];
    let count = nowhere.len();
    let all = nowhere.into_iter().map(|row| multiplier(row, 1));
    let found = forged(|c| c.leaves[0].multipliers = all.collect());
    assert_eq!(found.len(), count);
    assert!(found.iter().all(|one| matches!(one, F::UnknownRow { .. })));
}

#[test]
fn a_bound_that_does_not_follow_is_refused() {
    for change in [-1, 1] {
        let found = forged(|c| c.bound += change);
        assert!(
            matches!(&found[..], [F::WrongBound { stated, computed }] if stated - computed == change)
        );
    }
    let found = forged(|c| {
        c.leaves
            .iter_mut()
            .for_each(|leaf| leaf.multipliers.clear());
    });
    assert!(matches!(&found[..], [F::WrongBound { .. }]));
}

#[test]
fn parts_that_leave_plans_out_are_refused() {
    assert!(matches!(
        &forged(|c| c.leaves.clear())[..],
        [F::Uncovered { leaves: 0, .. }]
    ));
    let basic = |least, greatest| CertificateLeaf {
        batches: vec![interval("BASIC", least, greatest)],
        ..CertificateLeaf::default()
    };
    for leaves in [
        vec![basic(0, 1)],
        vec![basic(1, 2)],
        vec![basic(0, 0), basic(2, 2)],
    ] {
        let found = forged(|c| c.leaves = leaves);
        let [F::Uncovered { program, .. }] = &found[..] else {
            panic!("{found:?}")
        };
        assert_eq!(program, "BASIC");
    }
    let whole = vec![basic(0, 0), basic(1, 1), basic(2, 2)];
    assert!(matches!(
        &forged(|c| c.leaves = whole)[..],
        [F::WrongBound { .. }]
    ));
}

#[test]
fn intervals_that_cannot_be_are_named() {
    let found = forged(|c| {
        c.leaves[0].batches = vec![
            interval("NOWHERE", 0, 1),
            interval("BASIC", 2, 1),
            interval("BASIC", 0, 2),
            interval("ADVANCED", 0, 9),
        ];
    });
    let codes: Vec<&str> = found
        .iter()
        .map(|one| match one {
            F::UnknownProgram { .. } => "program",
            F::IntervalRepeated { .. } => "repeated",
            F::IntervalImpossible { possible, .. } => {
                assert!(*possible < 9);
                "impossible"
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(codes, ["impossible", "impossible", "repeated", "program"]);
}

#[test]
fn numbers_beyond_all_proportion_are_refused() {
    let found = forged(|c| c.scale_bits = 41);
    assert!(matches!(&found[..], [F::Scale { scale_bits: 41, .. }]));

    let mut case = poor();
    case.city.resources.funds[0].amount = Rupiah::new(i64::MAX);
    case.city.resources.rooms[0].cost_per_slot = Rupiah::new(i64::MAX);
    case.programs[0].cost.per_seat = Rupiah::new(i64::MAX);
    case.refresh();
    let mut certificate = prove(&case, VALUE, 1);
    assert!(verified(&case, &certificate).is_ok());
    let row = Row::Fund {
        fund: "APBD".parse().unwrap(),
    };
    certificate.leaves[0].multipliers = vec![multiplier(row, i64::MAX)];
    let found = verified(&case, &certificate).unwrap_err();
    assert!(matches!(&found[..], [F::Overflow { leaf: 1 }]), "{found:?}");
}

#[test]
fn a_certificate_of_another_problem_proves_something_else() {
    let case = poor();
    let certificate = prove(&case, VALUE, 5);
    let mut other = poor();
    other.city.demand.rows.truncate(4);
    other.refresh();
    assert!(verified(&other, &certificate).is_err());
}

#[test]
fn it_is_a_document() {
    let certificate = prove(
        &poor(),
        Target::Value {
            mandatory_unseated: Some(0),
        },
        5,
    );
    let text = json::write(&certificate).unwrap();
    assert_eq!(json::read::<Certificate>(&text).unwrap(), certificate);
    let wrong = text.replace("\"bound\"", "\"bounds\"");
    assert!(json::read::<Certificate>(&wrong).is_err());
}

#[test]
fn a_stopped_work_still_proves_something() {
    let case = poor();
    let problem = Problem::new(case.inputs()).value;
    let mut stop = |_: Progress| ControlFlow::Break(());
    let options = BoundOptions::default().programs(99);
    let certificate = certify(&problem, VALUE, &options, &mut stop);
    assert_eq!(certificate.leaves.len(), 1);
    assert!(verify(&problem, &certificate).is_ok());
}

/// A plan of the case, and the certificates that bound it.
fn bounded(case: &Case, programs: u32) -> Result<(), TestCaseError> {
    let score = case.solve().score();
    let unseated = u32::try_from(-score.mandatory).unwrap();
    let tight = Target::Value {
        mandatory_unseated: Some(unseated),
    };
    for target in [VALUE, tight] {
        let bound = verified(case, &prove(case, target, programs)).unwrap();
        prop_assert!(bound.holds_at(unseated));
        prop_assert!(score.value <= bound.bound(), "{score} {}", bound.bound());
    }
    let least = verified(case, &prove(case, Target::MandatoryUnseated, programs)).unwrap();
    prop_assert!(least.bound() <= -score.mandatory);
    Ok(())
}

proptest! {
    #[test]
    fn no_plan_passes_a_verified_bound(seed: u64) {
        bounded(&problem(seed), 1)?;
        bounded(&problem(seed), 7)?;
    }

    #[test]
    fn nor_does_a_plan_around_batches_that_stand(seed: u64, frozen: bool) {
        let mut case = problem(seed);
        let mut earlier = case.solve().into_plan();
        for batch in &mut earlier.batches {
            batch.publication = if frozen { Publication::Frozen } else { Publication::Published };
        }
        case.fixed = Some(earlier);
        bounded(&case, 3)?;
    }

    #[test]
    fn more_money_or_room_never_lowers_a_bound(seed: u64, extra in 0_i64..5_000) {
        let less = problem(seed);
        let mut more = problem(seed);
        for fund in &mut more.city.resources.funds {
            fund.amount = Rupiah::new(fund.amount.amount().max(0) + extra);
        }
        more.city.resources.rooms.iter_mut().for_each(|room| room.unavailable.clear());
        let certificate = prove(&more, VALUE, 1);
        prop_assert!(proven(&less, &certificate) <= certificate.bound);
        // What was found for less is at most a rounding above.
        prop_assert!(prove(&less, VALUE, 1).bound <= certificate.bound + 1);
    }

    #[test]
    fn splitting_never_loosens(seed: u64) {
        let case = problem(seed);
        prop_assert!(prove(&case, VALUE, 9).bound <= prove(&case, VALUE, 1).bound);
    }

    #[test]
    fn same_input_same_bytes(seed: u64) {
        let mut case = problem(seed);
        let before = json::write(&prove(&case, VALUE, 5)).unwrap();
        case.city.demand.rows.reverse();
        case.city.resources.rooms.reverse();
        case.city.resources.instructors.reverse();
        case.people.reverse();
        case.refresh();
        prop_assert_eq!(json::write(&prove(&case, VALUE, 5)).unwrap(), before);
    }
}

#[test]
fn a_room_that_is_closed_counts_for_nothing() {
    let mut case = poor();
    for room in &mut case.city.resources.rooms {
        room.unavailable = vec![days((1, 1), (12, 31))];
    }
    assert_eq!(prove(&case, VALUE, 1).bound, 0);
}
