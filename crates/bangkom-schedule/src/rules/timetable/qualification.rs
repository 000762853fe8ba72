use super::found::Found;
use super::rule::{Entry, hard};
use super::{Breach, Rule, Subject, View};

/// One unit for each session whose instructor is not qualified for its batch.
pub(super) const RULE: Entry = hard(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for placed in view.under(Rule::Qualification) {
        for instructor in &placed.instructors {
            let qualified = placed.batch.instructors.contains(&instructor.id);
            let why = Breach::NotQualified {
                session: placed.session.id.clone(),
                instructor: instructor.id.clone(),
            };
            let subjects = [placed.subject(), Subject::Instructor(instructor.id.clone())];
            found.add(u64::from(!qualified), why, subjects);
        }
    }
}
