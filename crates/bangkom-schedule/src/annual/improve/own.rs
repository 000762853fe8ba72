use super::exchange::Exchange;
use crate::annual::state::{NOWHERE, State};

impl State<'_> {
    /// Works out which seats the person of a claim must give up; says whether that can be.
    pub(super) fn gives_up(&self, exchange: &mut Exchange) -> bool {
        let Exchange { claim, batch, .. } = *exchange;
        let person = self.problem.claims[claim].person;
        let when = &self.batches[batch].when;
        let now = self.seat_of[claim];
        if now != NOWHERE {
            exchange.own.push(now);
            if self.followed_too_early(claim, when) {
                return false;
            }
        }
        if self.busy.meets(person as usize, &when.slots) {
            for other in &self.held[person as usize] {
                let clashes = self.batches[*other as usize].when.slots.meets(&when.slots);
                if clashes && *other != now {
                    exchange.own.push(*other);
                }
            }
        }
        self.within_slots(exchange)
            && exchange.own.iter().all(|other| {
                let program = self.batches[*other as usize].program;
                self.can_lose(*other, person)
                    && (*other == now || !self.is_needed(person, program, &exchange.own))
            })
    }

    /// Gives up the lightest seats until the slots of the person suffice.
    fn within_slots(&self, exchange: &mut Exchange) -> bool {
        let person = self.problem.claims[exchange.claim].person;
        let most = self.problem.people.most_slots[person as usize];
        let length = |batch: &u32| self.batches[*batch as usize].when.length;
        let more = self.batches[exchange.batch].when.length;
        loop {
            let given: u32 = exchange.own.iter().map(length).sum();
            let busy = self.busy.count(person as usize).saturating_sub(given);
            if busy + more <= most {
                return true;
            }
            let needs = self.needs.of(exchange.claim);
            let held = self.held[person as usize].iter().copied();
            let lightest = held
                .filter(|batch| {
                    let program = self.batches[*batch as usize].program;
                    !exchange.own.contains(batch)
                        && needs.iter().all(|need| need.program != program)
                })
                .min_by_key(|batch| (self.seat_weight(*batch, person), *batch));
            let Some(lightest) = lightest else {
                return false;
            };
            exchange.own.push(lightest);
        }
    }
}
