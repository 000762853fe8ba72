use bangkom_domain::hours::{HoursEntry, HoursLedger};
use bangkom_domain::people::EmploymentKind;
use bangkom_domain::program::DeliveryMethod;
use chrono::Months;

use super::people::Person;
use crate::make::{date, hours, id};
use crate::rng::Rng;

/// The learning hours of 2025, and certificates that still hold or have just ended.
pub(super) fn ledger(seed: u64, people: &[Person]) -> HoursLedger {
    let mut rng = Rng::new(seed, "ledger");
    let mut entries: Vec<HoursEntry> = people
        .iter()
        .flat_map(|person| history(&mut rng, person))
        .collect();
    entries.sort_by_key(|entry| (entry.person, entry.date, entry.method));
    entries.dedup();
    HoursLedger {
        entries,
        ..HoursLedger::default()
    }
}

fn history(rng: &mut Rng, person: &Person) -> Vec<HoursEntry> {
    const METHODS: [(DeliveryMethod, u32); 5] = [
        (DeliveryMethod::ELearning, 3),
        (DeliveryMethod::Seminar, 4),
        (DeliveryMethod::TechnicalGuidance, 16),
        (DeliveryMethod::Workshop, 5),
        (DeliveryMethod::DistanceTraining, 10),
    ];
    let most = match person.employee.kind {
        EmploymentKind::PppkPartTime => 1,
        EmploymentKind::Pppk => 2,
        _ => 4,
    };
    let mut entries: Vec<HoursEntry> = (0..rng.below(most + 1))
        .map(|_| {
            let (method, credit) = METHODS[rng.weighted([35, 25, 10, 15, 15])];
            HoursEntry {
                person: person.employee.id,
                date: date(2025, 1 + rng.below(12), 1 + rng.below(28)),
                hours: hours(credit).into(),
                method,
                program: None,
                valid_until: None,
            }
        })
        .collect();
    entries.extend(certificate(rng, person));
    entries
}

/// A course in procurement or emergency care of 2022 to 2024, whose certificate lasts 3 years.
fn certificate(rng: &mut Rng, person: &Person) -> Option<HoursEntry> {
    let (program, credit, share) = match person.employee.position.as_str() {
        "PBJ-PERTAMA" | "BENDAHARA" => ("PBJ", 24, 0.3),
        "DOKTER" | "PERAWAT" | "BIDAN" => ("GAWAT-DARURAT", 20, 0.4),
        _ => return None,
    };
    if !rng.chance(share) {
        return None;
    }
    let day = date(
        2022 + rng.below(3) as i32,
        1 + rng.below(12),
        1 + rng.below(28),
    );
    Some(HoursEntry {
        person: person.employee.id,
        date: day,
        hours: hours(credit).into(),
        method: DeliveryMethod::Course,
        program: Some(id(program)),
        valid_until: day.checked_add_months(Months::new(36)),
    })
}
