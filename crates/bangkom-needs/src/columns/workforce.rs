use std::fmt;

use bangkom_domain::finding::{Checked, Findings, Sensitive};

use super::{AskTable, ColumnFinding, ColumnsError, Dictionary, Key};

/// The people of whom rows may speak: key, unit, and what is asked of them.
#[derive(Clone)]
pub struct Workforce<K> {
    people: Dictionary<K>,
    /// Unit and profile by the place of the key.
    posts: Vec<(u32, u32)>,
    asks: AskTable,
}

impl<K> fmt::Debug for Workforce<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Workforce")
            .field("people", &self.people)
            .finish_non_exhaustive()
    }
}

impl<K: Key> Workforce<K> {
    /// People by their keys, in any order, with the unit and the profile of each.
    ///
    /// A row whose profile the table does not have is left out; a person who comes twice with
    /// different posts is left out, with equal posts counts once. Each is a finding.
    ///
    /// # Errors
    /// [`ColumnsError::Lengths`] when the columns differ in length.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_needs::columns::{AskTable, Workforce};
    ///
    /// let asks = AskTable::new(1, &[4], &[5])?;
    /// let people = Workforce::new(&[9_u32, 7, 7, 8], &[0, 1, 2, 0], &[0, 0, 0, 3], asks)?;
    /// // 7 stands in two units, 8 has a profile that does not exist.
    /// assert_eq!((people.value.len(), people.findings.len()), (1, 2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(
        keys: &[K],
        units: &[u32],
        profiles: &[u32],
        asks: AskTable,
    ) -> Result<Checked<Self, ColumnFinding>, ColumnsError> {
        for (column, found) in [("units", units.len()), ("profiles", profiles.len())] {
            if found != keys.len() {
                return Err(ColumnsError::Lengths {
                    column,
                    expected: keys.len(),
                    found,
                });
            }
        }
        let posts = units.iter().copied().zip(profiles.iter().copied());
        let known = asks.profiles() as u64;
        let ordered = keys.is_sorted_by(|a, b| a < b);
        if ordered && profiles.iter().all(|profile| u64::from(*profile) < known) {
            let (people, posts) = (Dictionary::new(keys), posts.collect());
            return Ok(Checked {
                value: Self {
                    people,
                    posts,
                    asks,
                },
                findings: Findings::default(),
            });
        }
        let rows = keys.iter().copied().zip(posts).zip(1..);
        let mut rows: Vec<Row<K>> = rows.map(|((key, post), row)| (key, post, row)).collect();
        rows.sort_unstable();
        let mut found = Vec::new();
        rows.retain(|row| has_profile(row, known, &mut found));
        let rows = one_each(&rows, &mut found);
        let keys: Vec<K> = rows.iter().map(|(key, ..)| *key).collect();
        let value = Self {
            people: Dictionary::new(&keys),
            posts: rows.into_iter().map(|(_, post, _)| post).collect(),
            asks,
        };
        Ok(Checked {
            value,
            findings: Findings::new(found),
        })
    }

    /// How many people there are.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The keys of the people and their places.
    pub const fn people(&self) -> &Dictionary<K> {
        &self.people
    }

    /// What is asked of people.
    pub const fn asks(&self) -> &AskTable {
        &self.asks
    }

    /// Who has this key.
    #[inline]
    pub(super) fn find(&self, key: K) -> Option<Post<K>> {
        self.people.place(key).map(|place| self.post(place))
    }

    /// Who has each of these keys.
    pub(super) fn find_all(
        &self,
        keys: impl Iterator<Item = K> + Clone,
        hints: &mut Vec<usize>,
        posts: &mut Vec<Option<Post<K>>>,
    ) {
        hints.clear();
        hints.extend(keys.clone().map(|key| self.people.hint(key)));
        posts.clear();
        posts.extend(keys.zip(hints).map(|(key, hint)| {
            let place = self.people.place_near(*hint, key);
            place.map(|place| self.post(place))
        }));
    }

    /// Who has this place.
    #[inline]
    pub(super) fn post(&self, place: u32) -> Post<K> {
        let (unit, profile) = self.posts[place as usize];
        Post {
            key: self.people.keys()[place as usize],
            place,
            unit,
            profile,
        }
    }
}

/// A person with unit and profile.
#[derive(Clone, Copy)]
pub(super) struct Post<K> {
    pub(super) key: K,
    pub(super) place: u32,
    pub(super) unit: u32,
    pub(super) profile: u32,
}

type Row<K> = (K, (u32, u32), u64);

fn has_profile<K: Key>(row: &Row<K>, known: u64, found: &mut Vec<ColumnFinding>) -> bool {
    let (_, (_, profile), row) = *row;
    let sound = u64::from(profile) < known;
    if !sound {
        found.push(ColumnFinding::UnknownProfile { row, profile });
    }
    sound
}

/// One row for each key, in the order given; keys whose posts differ are left out.
fn one_each<K: Key>(rows: &[Row<K>], found: &mut Vec<ColumnFinding>) -> Vec<Row<K>> {
    let mut kept = Vec::with_capacity(rows.len());
    for group in rows.chunk_by(|a, b| a.0 == b.0) {
        let (first, others) = (group[0], &group[1..]);
        if others.is_empty() {
            kept.push(first);
            continue;
        }
        let same = others.iter().all(|row| row.1 == first.1);
        found.push(ColumnFinding::RepeatedPerson {
            row: group.iter().map(|row| row.2).min().unwrap_or(first.2),
            key: Sensitive::personal(first.0.to_string()),
            times: group.len() as u32,
            same,
        });
        if same {
            kept.push(first);
        }
    }
    kept
}
