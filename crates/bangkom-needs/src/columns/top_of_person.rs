use std::fmt;

use bangkom_domain::measure::Nano;
use bangkom_domain::privacy::Personal;

use super::{Collector, Dictionary, Key, PairScore, RankedNeed};

/// What stands behind every need.
const NOTHING: i64 = 0;
/// Up to so many needs are kept in order without a branch.
const FEW: usize = 8;
/// The row of a person who has none.
const NOWHERE: u32 = u32::MAX;

/// The greatest needs of each person: priority falling, then the competency rising.
#[derive(Clone)]
pub struct TopOfPerson {
    /// The person at hand.
    person: u32,
    /// The greatest needs of the person, best first; [`NOTHING`] where there is none.
    best: Vec<i64>,
    /// The person of each row.
    people: Vec<u32>,
    rows: Rows,
}

/// The greatest needs of each person, to be looked up by person.
///
/// # Examples
///
/// ```
/// use bangkom_domain::evidence::SourceKind;
/// use bangkom_domain::progress::Silent;
/// use bangkom_needs::columns::{AskTable, Observations, TopOfPerson, Workforce, score};
/// use bangkom_needs::{NeedsPolicy, ScoreConfig};
/// use chrono::NaiveDate;
///
/// // Two competencies, each asked at level 4: the first with importance 5, the second with 3.
/// let asks = AskTable::new(2, &[4, 4], &[5, 3])?;
/// let workforce = Workforce::new(&[7001_u32, 7002], &[0, 0], &[0, 0], asks)?.value;
/// let observations = Observations {
///     kinds: &[SourceKind::Assessment],
///     person: &[7002, 7002, 7001],
///     competency: &[0, 1, 0],
///     source: &[0, 0, 0],
///     level: &[3.0, 1.0, 4.0],
///     age_days: &[0, 0, 0],
/// };
/// let today = NaiveDate::from_ymd_opt(2026, 1, 10).ok_or("no such day")?;
/// let config = ScoreConfig::new(&NeedsPolicy::new(today).coverage_floor(0.0))?;
/// let make = || TopOfPerson::new(3);
/// let scored = score(&observations, &workforce, &config, today, make, &mut Silent)?;
/// let needs = scored.collector.by_person(workforce.people());
///
/// // A gap of 3 × 3 stands before a gap of 1 × 5; 7001 is as good as asked.
/// let of: Vec<u16> = needs.of(workforce.people(), 7002).map(|need| need.competency).collect();
/// assert_eq!(of, [1, 0]);
/// assert_eq!(needs.of(workforce.people(), 7001).count(), 0);
/// assert_eq!(needs.ranked(workforce.people()).count(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct NeedsByPerson {
    /// The row of each person by place, or [`NOWHERE`].
    places: Vec<u32>,
    rows: Rows,
}

/// Rows of different length in one piece of memory.
#[derive(Clone, Default)]
struct Rows {
    /// Where each row ends.
    ends: Vec<usize>,
    needs: Vec<i64>,
}

/// Priority from below, then the competency: the best need is the least number.
///
/// A priority is at most 25 × 10^9 and takes 35 bits.
#[inline]
const fn packed(priority: Nano, competency: u16) -> i64 {
    (-priority.raw() << u16::BITS) | competency as i64
}

#[inline]
const fn unpacked(need: i64) -> (Nano, u16) {
    (Nano::from_raw(-(need >> u16::BITS)), need as u16)
}

impl fmt::Debug for TopOfPerson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TopOfPerson")
            .field("most", &self.best.len())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for NeedsByPerson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NeedsByPerson")
            .field("len", &self.len())
            .finish_non_exhaustive()
    }
}

impl Rows {
    fn push(&mut self, ordered: &[i64]) {
        let found = ordered.iter().filter(|need| **need < NOTHING).count();
        self.needs.extend_from_slice(ordered);
        self.needs
            .truncate(self.needs.len() - ordered.len() + found);
        self.ends.push(self.needs.len());
    }

    fn append(&mut self, other: &Self) {
        let before = self.needs.len();
        self.ends.extend(other.ends.iter().map(|end| before + end));
        self.needs.extend_from_slice(&other.needs);
    }

    fn get(&self, row: u32) -> &[i64] {
        let row = row as usize;
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.needs[start..self.ends[row]]
    }
}

impl TopOfPerson {
    /// Keeps so many needs of each person.
    pub fn new(most: usize) -> Self {
        Self {
            person: 0,
            best: vec![NOTHING; most],
            people: Vec::new(),
            rows: Rows::default(),
        }
    }

    /// The needs of each of these people, who must be those that were scored.
    ///
    /// People are known by their place: of whom has none in this dictionary there are no needs.
    pub fn by_person<K: Key>(self, people: &Dictionary<K>) -> NeedsByPerson {
        let mut places = vec![NOWHERE; people.len()];
        for (row, person) in (0..).zip(&self.people) {
            if let Some(place) = places.get_mut(*person as usize) {
                *place = row;
            }
        }
        NeedsByPerson {
            places,
            rows: self.rows,
        }
    }
}

impl NeedsByPerson {
    /// How many needs there are.
    pub const fn len(&self) -> usize {
        self.rows.needs.len()
    }

    /// Whether nobody has a need.
    pub const fn is_empty(&self) -> bool {
        self.rows.needs.is_empty()
    }

    /// The needs of one person, the greatest first; none for a key that is not there.
    pub fn of<K: Key>(
        &self,
        people: &Dictionary<K>,
        key: K,
    ) -> impl Iterator<Item = RankedNeed<K>> + use<'_, K> {
        let place = people.place(key);
        let row = place.and_then(|place| self.places.get(place as usize));
        self.named(key, row.copied().unwrap_or(NOWHERE))
    }

    /// All needs by person, then the greatest first.
    pub fn ranked<K: Key>(&self, people: &Dictionary<K>) -> impl Iterator<Item = RankedNeed<K>> {
        let rows = people.keys().iter().zip(&self.places);
        rows.flat_map(|(key, row)| self.named(*key, *row))
    }

    fn named<K: Key>(&self, key: K, row: u32) -> impl Iterator<Item = RankedNeed<K>> + use<'_, K> {
        let needs = match row {
            NOWHERE => &[],
            row => self.rows.get(row),
        };
        needs.iter().map(move |need| {
            let (priority, competency) = unpacked(*need);
            RankedNeed {
                key,
                competency,
                priority: Personal::new(priority),
            }
        })
    }
}

impl<K> Collector<K> for TopOfPerson {
    #[inline]
    fn pair(&mut self, pair: &PairScore<'_, K>) {
        self.person = pair.person;
        let mut need = packed(pair.priority, pair.competency);
        let many = self.best.len() > FEW;
        if many && self.best.last().is_some_and(|last| need >= *last) {
            return;
        }
        for kept in &mut self.best {
            let better = need.min(*kept);
            need = need.max(*kept);
            *kept = better;
        }
    }

    #[inline]
    fn person_done(&mut self) {
        self.people.push(self.person);
        self.rows.push(&self.best);
        self.best.fill(NOTHING);
    }

    fn merge(&mut self, other: Self) {
        self.people.extend(other.people);
        self.rows.append(&other.rows);
    }
}
