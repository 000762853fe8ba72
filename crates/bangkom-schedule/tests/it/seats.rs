//! Who gets a seat: the tiny city, by hand.

use bangkom_domain::progress::Silent;
use bangkom_schedule::{Inputs, PlanOptions, Problem, Solution, check, plan};

use crate::small::{self, City};

pub(crate) fn solve(city: &City) -> Solution {
    let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
    let problem = Problem::new(inputs).value;
    plan(&problem, &PlanOptions::default(), &mut Silent).unwrap()
}

#[test]
fn everybody_gets_a_seat_where_there_is_room_for_all() {
    let city = small::city();
    let solution = solve(&city);
    let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
    assert_eq!(check(&inputs, solution.plan()).as_slice(), []);
    assert_eq!(solution.waiting(), []);
    assert_eq!(solution.score().value, 828 + 1_200);
    assert_eq!(solution.bound().value, 828 + 1_200);
    assert_eq!(solution.share_of_bound(), Some(1_000));
}
