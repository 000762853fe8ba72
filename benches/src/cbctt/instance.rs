use std::collections::HashSet;
use std::str::{FromStr, SplitWhitespace};

/// A `.ctt` file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Instance {
    /// How many days a week has.
    pub days: u16,
    /// How many periods a day has.
    pub periods: u16,
    /// The courses.
    pub courses: Vec<Course>,
    /// The rooms, each with its capacity.
    pub rooms: Vec<(String, u32)>,
    /// The curricula, each with its courses.
    pub curricula: Vec<(String, Vec<String>)>,
    /// Course, day and period that do not go together.
    pub unavailable: Vec<(String, u16, u16)>,
}

/// A course of an instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Its code.
    pub id: String,
    /// Who teaches it.
    pub teacher: String,
    /// How many lectures it has.
    pub lectures: u16,
    /// On how many days they should lie.
    pub min_days: u16,
    /// How many students attend.
    pub students: u32,
}

/// Why a text is no instance.
#[derive(Debug)]
pub struct WrongInstance(String);

impl std::fmt::Display for WrongInstance {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WrongInstance {}

impl FromStr for Instance {
    type Err = WrongInstance;

    fn from_str(text: &str) -> Result<Self, WrongInstance> {
        let mut words = Words(text.split_whitespace());
        words.expect("Name:")?;
        words.word()?;
        let mut header = |name| words.expect(name).and_then(|()| words.number());
        let courses: u32 = header("Courses:")?;
        let rooms: u32 = header("Rooms:")?;
        let days = header("Days:")? as u16;
        let periods = header("Periods_per_day:")? as u16;
        let curricula: u32 = header("Curricula:")?;
        let constraints: u32 = header("Constraints:")?;
        let instance = Self {
            days,
            periods,
            courses: words.section("COURSES:", courses, Words::course)?,
            rooms: words.section("ROOMS:", rooms, |w| Ok((w.word()?, w.number()?)))?,
            curricula: words.section("CURRICULA:", curricula, Words::curriculum)?,
            unavailable: words.section("UNAVAILABILITY_CONSTRAINTS:", constraints, |w| {
                Ok((w.word()?, w.number()?, w.number()?))
            })?,
        };
        words.expect("END.")?;
        instance.consistent()
    }
}

impl Instance {
    /// Refuses references to courses, days and periods that are not there.
    fn consistent(self) -> Result<Self, WrongInstance> {
        let known: HashSet<&str> = self
            .courses
            .iter()
            .map(|course| course.id.as_str())
            .collect();
        let of_curricula = self.curricula.iter().flat_map(|(_, courses)| courses);
        let named = of_curricula.chain(self.unavailable.iter().map(|(course, ..)| course));
        if let Some(unknown) = named
            .into_iter()
            .find(|course| !known.contains(course.as_str()))
        {
            return Err(WrongInstance(format!("there is no course {unknown}")));
        }
        let outside =
            |(_, day, period): &&(String, u16, u16)| *day >= self.days || *period >= self.periods;
        match self.unavailable.iter().find(outside) {
            Some((_, day, period)) => {
                Err(WrongInstance(format!("there is no period {day} {period}")))
            }
            None => Ok(self),
        }
    }
}

/// The words of the file that are not read yet.
struct Words<'a>(SplitWhitespace<'a>);

impl Words<'_> {
    fn word(&mut self) -> Result<String, WrongInstance> {
        let word = self.0.next().map(str::to_owned);
        word.ok_or_else(|| WrongInstance("the file ends too soon".to_owned()))
    }

    fn number<T: FromStr>(&mut self) -> Result<T, WrongInstance> {
        let word = self.word()?;
        word.parse()
            .map_err(|_| WrongInstance(format!("{word} is no number")))
    }

    fn expect(&mut self, wanted: &str) -> Result<(), WrongInstance> {
        let word = self.word()?;
        if word == wanted {
            return Ok(());
        }
        Err(WrongInstance(format!("{word} where {wanted} should be")))
    }

    fn section<T>(
        &mut self,
        title: &str,
        rows: u32,
        read: impl Fn(&mut Self) -> Result<T, WrongInstance>,
    ) -> Result<Vec<T>, WrongInstance> {
        self.expect(title)?;
        (0..rows).map(|_| read(self)).collect()
    }

    fn course(&mut self) -> Result<Course, WrongInstance> {
        Ok(Course {
            id: self.word()?,
            teacher: self.word()?,
            lectures: self.number()?,
            min_days: self.number()?,
            students: self.number()?,
        })
    }

    fn curriculum(&mut self) -> Result<(String, Vec<String>), WrongInstance> {
        let id = self.word()?;
        let courses: u32 = self.number()?;
        let courses = (0..courses)
            .map(|_| self.word())
            .collect::<Result<_, _>>()?;
        Ok((id, courses))
    }
}
