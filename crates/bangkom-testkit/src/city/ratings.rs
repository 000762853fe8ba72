use bangkom_domain::evidence::{Aspect, SourceKind, Subject};
use bangkom_domain::id::RaterId;
use bangkom_domain::people::EmploymentKind;

use super::evidence::Recorder;
use super::people::Person;
use super::truth::{TrueLevel, Truth};
use crate::rng::Rng;
use crate::world::agencies::Agency;
use crate::world::positions::POSITIONS;

/// Ratings, tests and appraisals of everybody, each source as severe as it tends to be.
pub(super) fn rate(
    seed: u64,
    recorder: &mut Recorder,
    agencies: &[Agency],
    people: &[Person],
    truth: &Truth,
) {
    let mut rng = Rng::new(seed, "ratings");
    let subordinates = subordinates(people);
    for (index, person) in people.iter().enumerate() {
        let levels = truth.of(person.employee.id);
        let mut sheet = Sheet {
            rng: &mut rng,
            recorder,
            person,
            levels,
        };
        sheet.appraisal();
        sheet.superior(people);
        sheet.peers(people, index);
        sheet.of_oneself();
        sheet.subordinates(people, &subordinates[index]);
        sheet.assessment();
        if agencies[person.agency].serves_citizens() {
            sheet.observation();
        }
    }
}

fn subordinates(people: &[Person]) -> Vec<Vec<usize>> {
    let mut below = vec![Vec::new(); people.len()];
    for (index, person) in people.iter().enumerate() {
        if let Some(superior) = person.superior {
            below[superior].push(index);
        }
    }
    below
}

struct Sheet<'a> {
    rng: &'a mut Rng,
    recorder: &'a mut Recorder,
    person: &'a Person,
    levels: &'a [TrueLevel],
}

impl Sheet<'_> {
    fn is(&self, kind: EmploymentKind) -> bool {
        self.person.employee.kind == kind
    }

    fn add(&mut self, kind: SourceKind, aspect: Aspect, value: f64, rater: Option<RaterId>) {
        let subject = Subject::Person(self.person.employee.id);
        self.recorder.add(kind, subject, aspect, value, rater);
    }

    /// A whole level around the truth, as raters give it.
    fn whole(&mut self, level: f64, bias: f64, spread: f64) -> f64 {
        (level + bias + spread * self.rng.normal())
            .round()
            .clamp(1.0, 5.0)
    }

    /// The levels that the position raises above those of its kind: the first of its standard.
    fn raised(&self) -> usize {
        self.levels.len().saturating_sub(9).max(2)
    }

    fn rate(&mut self, kind: SourceKind, count: usize, bias: f64, spread: f64, rater: RaterId) {
        let levels = self.levels;
        for entry in levels.iter().take(count) {
            let value = self.whole(entry.level, bias, spread);
            let aspect = Aspect::Competency(entry.competency.clone());
            self.add(kind, aspect, value, Some(rater));
        }
    }

    fn appraisal(&mut self) {
        if self.is(EmploymentKind::PppkPartTime) || !self.rng.chance(0.92) {
            return;
        }
        let surplus: f64 = self
            .levels
            .iter()
            .map(|entry| entry.level - f64::from(entry.required))
            .sum();
        let mean = surplus / self.levels.len().max(1) as f64;
        let result = self.whole(4.0 + 0.8 * mean, 0.0, 0.4);
        let behaviour = self.whole(4.0 + 0.5 * mean, 0.0, 0.4);
        self.add(SourceKind::Appraisal, Aspect::Performance, result, None);
        self.add(SourceKind::Appraisal, Aspect::Behaviour, behaviour, None);
    }

    fn superior(&mut self, people: &[Person]) {
        let share = if self.is(EmploymentKind::PppkPartTime) {
            0.7
        } else {
            0.88
        };
        if let Some(superior) = self.person.superior
            && self.rng.chance(share)
        {
            // Some superiors are stricter than others, always in the same way.
            let bias = (superior % 5) as f64 * 0.1 - 0.2;
            self.rate(
                SourceKind::Superior,
                self.levels.len(),
                bias,
                0.4,
                people[superior].rater,
            );
        }
    }

    fn peers(&mut self, people: &[Person], index: usize) {
        let share = if self.is(EmploymentKind::PppkPartTime) {
            0.15
        } else {
            0.45
        };
        if !self.rng.chance(share) {
            return;
        }
        let near = index.saturating_sub(4)..(index + 5).min(people.len());
        let peers: Vec<usize> = near
            .filter(|other| *other != index && people[*other].superior == self.person.superior)
            .take(3)
            .collect();
        for peer in peers {
            self.rate(
                SourceKind::Peer,
                self.raised(),
                0.2,
                0.5,
                people[peer].rater,
            );
        }
    }

    fn of_oneself(&mut self) {
        if self.rng.chance(0.5) {
            self.rate(
                SourceKind::SelfRating,
                self.raised(),
                0.45,
                0.6,
                self.person.rater,
            );
        }
    }

    fn subordinates(&mut self, people: &[Person], below: &[usize]) {
        for rater in below.iter().take(3) {
            if self.rng.chance(0.6) {
                self.rate(
                    SourceKind::Subordinate,
                    self.raised(),
                    0.1,
                    0.5,
                    people[*rater].rater,
                );
            }
        }
    }

    /// A test of the technical competencies, on a scale of 100 points.
    fn assessment(&mut self) {
        let functional = POSITIONS[self.person.position].general_level() > 1;
        if !functional || !self.rng.chance(0.3) {
            return;
        }
        let levels = self.levels;
        for entry in levels.iter().take(self.raised()) {
            let points = (entry.level - 1.0) * 25.0 + 5.0 * self.rng.normal();
            let aspect = Aspect::Competency(entry.competency.clone());
            self.add(
                SourceKind::Assessment,
                aspect,
                points.round().clamp(0.0, 100.0),
                None,
            );
        }
    }

    /// What an observer saw at the counter, in half levels.
    fn observation(&mut self) {
        if !self.rng.chance(0.25) {
            return;
        }
        let levels = self.levels;
        for entry in levels.iter().take(self.raised()) {
            let seen = entry.level + 0.35 * self.rng.normal();
            let value = (2.0 * seen).round().clamp(2.0, 10.0) / 2.0;
            let aspect = Aspect::Competency(entry.competency.clone());
            self.add(SourceKind::Observation, aspect, value, None);
        }
    }
}
