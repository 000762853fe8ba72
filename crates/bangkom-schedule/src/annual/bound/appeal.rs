use super::relaxation::{PersonPart, Relaxation, Want};
use super::subsets::{MOST_WANTS, Subset, subsets};
use super::worth::Worth;
use crate::problem::Problem;

/// The unit of appeals: sixteenths of a point of value.
const ONE: f64 = 16.0;

/// The appeal of a claim that cannot have a seat, and the least and greatest of all.
const FAR: i64 = 1 << 40;

/// For each claim what the person's best subset is worth with it, less the best without it.
///
/// At prices for which the linear program is at its best it is above zero for the seats that
/// the program gives, and below zero for those that it refuses.
pub(super) fn appeals(
    problem: &Problem<'_>,
    relaxation: &Relaxation,
    worth: &Worth,
    gain: impl Fn(&Want) -> f64,
) -> Vec<i64> {
    let mut appeal = vec![-FAR; problem.claims.len()];
    let (mut found, mut at) = (Vec::new(), 0);
    for person in &relaxation.persons {
        subsets(person, &mut found);
        let net = |want: &Want| gain(want) - worth.of_seat(want.program, person.unit);
        let nets: Vec<f64> = person.wants.iter().take(MOST_WANTS).map(net).collect();
        let day = |slots: u32| {
            let days = slots.div_ceil(relaxation.slots_a_day);
            worth.of_days(person.unit, days)
        };
        at += problem.claims[at..].partition_point(|claim| claim.person < person.person);
        let claims = problem.claims[at..].iter();
        let claims = claims.take_while(|claim| claim.person == person.person);
        for (row, claim) in claims.enumerate() {
            let place = place(person, claim.program);
            if let Some(place) = place.filter(|place| *place < nets.len()) {
                let more = margin(place, &found, &nets, &day) * ONE;
                appeal[at + row] = more.clamp(-FAR as f64, FAR as f64) as i64;
            }
        }
    }
    appeal
}

fn place(person: &PersonPart, program: u32) -> Option<usize> {
    let mut wants = person.wants.iter();
    wants.position(|want| want.program == program as usize)
}

/// The best subset with the claim at this place, less the best without it, the empty one too.
fn margin(place: usize, found: &[Subset], nets: &[f64], day: &impl Fn(u32) -> f64) -> f64 {
    let (mut with, mut without) = (f64::NEG_INFINITY, 0.0_f64);
    for subset in found {
        let chosen = nets.iter().enumerate();
        let chosen = chosen.filter(|(place, _)| subset.claims >> place & 1 == 1);
        let worth = chosen.map(|(_, net)| net).sum::<f64>() - day(subset.away);
        if subset.claims >> place & 1 == 1 {
            with = with.max(worth);
        } else {
            without = without.max(worth);
        }
    }
    with - without
}

#[cfg(test)]
mod tests {
    use super::{Subset, margin};

    fn one(claims: u32, away: u32) -> Subset {
        Subset { claims, away }
    }

    #[test]
    fn a_seat_is_worth_what_it_adds_to_the_best_without_it() {
        let day = |slots: u32| f64::from(slots);
        let nets = [5.0, 3.0];
        // Either seat, not both: the better one adds 2, and the other would take it away.
        let either = [one(0b01, 0), one(0b10, 0)];
        assert_eq!(margin(0, &either, &nets, &day), 2.0);
        assert_eq!(margin(1, &either, &nets, &day), -2.0);
        // With both allowed each adds its own, less its days.
        let both = [one(0b01, 1), one(0b10, 1), one(0b11, 2)];
        assert_eq!(margin(0, &both, &nets, &day), 4.0);
        assert_eq!(margin(1, &both, &nets, &day), 2.0);
        // The second only after the first: alone it cannot be, and nothing is left without it.
        let chain = [one(0b01, 4), one(0b11, 5)];
        assert_eq!(margin(0, &chain, &nets, &day), 3.0);
        assert_eq!(margin(1, &chain, &nets, &day), 2.0);
        assert_eq!(margin(1, &[], &nets, &day), f64::NEG_INFINITY);
    }
}
