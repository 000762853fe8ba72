use bangkom_domain::people::Employee;

use super::person::{Answers, Assessor};

/// How many people are looked at in one go.
const GO: usize = 256;

impl Assessor<'_> {
    /// Everything that can be said of everybody, in the order of the roster.
    ///
    /// The goes are the same with and without threads and are joined in their order.
    pub(super) fn everybody(&self, employees: &[Employee]) -> Answers {
        let mut answers = Answers::default();
        for go in self.goes(employees) {
            answers.append(go);
        }
        answers
    }

    #[cfg(feature = "parallel")]
    fn goes(&self, employees: &[Employee]) -> Vec<Answers> {
        use rayon::prelude::*;

        let goes = employees.par_chunks(GO).enumerate();
        goes.map(|(index, people)| self.go(index, people)).collect()
    }

    #[cfg(not(feature = "parallel"))]
    fn goes(&self, employees: &[Employee]) -> impl Iterator<Item = Answers> {
        let goes = employees.chunks(GO).enumerate();
        goes.map(|(index, people)| self.go(index, people))
    }

    fn go(&self, index: usize, people: &[Employee]) -> Answers {
        let mut answers = Answers::default();
        for (employee, place) in people.iter().zip((index * GO) as u32..) {
            self.assess(employee, place, &mut answers);
        }
        answers
    }
}
