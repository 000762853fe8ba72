use bangkom_testkit::Rng;

use super::Instance;
use super::instance::Course;

impl Instance {
    /// An invented instance about as large as those of a faculty: 80 courses, 60 curricula.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_benches::cbctt::Instance;
    ///
    /// let instance = Instance::invented(1);
    /// assert_eq!(instance, Instance::invented(1));
    /// assert_eq!(instance.copies(4).courses.len(), 4 * instance.courses.len());
    /// ```
    #[must_use]
    pub fn invented(seed: u64) -> Self {
        let mut rng = Rng::new(seed, "cbctt");
        let course = |number: usize, rng: &mut Rng| Course {
            id: format!("c{number}"),
            teacher: format!("t{}", number * 2 / 3),
            lectures: 2 + rng.below(4) as u16,
            min_days: 2 + rng.below(2) as u16,
            students: 10 + rng.below(120),
        };
        let courses: Vec<Course> = (0..80).map(|number| course(number, &mut rng)).collect();
        // Neighbours share curricula, as courses of one year of study do.
        let curriculum = |number: usize, rng: &mut Rng| {
            let members = (0..3).map(|_| (number * 80 / 60 + rng.below(5) as usize) % 80);
            let mut members: Vec<String> = members.map(|at| format!("c{at}")).collect();
            members.sort();
            members.dedup();
            (format!("q{number}"), members)
        };
        let curricula = (0..60).map(|number| curriculum(number, &mut rng)).collect();
        let period = |rng: &mut Rng| {
            let course = format!("c{}", rng.below(80));
            (course, rng.below(5) as u16, rng.below(6) as u16)
        };
        let rooms = (0..16)
            .map(|number| (format!("r{number}"), 30 + 12 * number))
            .collect();
        Self {
            days: 5,
            periods: 6,
            courses,
            rooms,
            curricula,
            unavailable: (0..200).map(|_| period(&mut rng)).collect(),
        }
    }

    /// So many copies of the instance side by side in the same week.
    #[must_use]
    pub fn copies(&self, count: u32) -> Self {
        let mut all = Self {
            days: self.days,
            periods: self.periods,
            ..Self::default()
        };
        for copy in 0..count {
            let of = |id: &String| format!("{id}-{copy}");
            all.courses.extend(self.courses.iter().map(|course| Course {
                id: of(&course.id),
                teacher: of(&course.teacher),
                ..course.clone()
            }));
            all.rooms
                .extend(self.rooms.iter().map(|(id, capacity)| (of(id), *capacity)));
            let members = |list: &Vec<String>| list.iter().map(of).collect();
            all.curricula.extend(
                self.curricula
                    .iter()
                    .map(|(id, list)| (of(id), members(list))),
            );
            let closed = self.unavailable.iter();
            all.unavailable
                .extend(closed.map(|(course, day, period)| (of(course), *day, *period)));
        }
        all
    }
}
