use std::fmt;
use std::ops::Range;

use super::Key;

/// The place of a key that is not there.
const NOWHERE: u32 = u32::MAX;
/// How many keys share a bucket.
const WIDTH: usize = 8;
/// How many keys a bucket has on average.
const FILLED: usize = 5;

/// The places of keys in their ascending order.
///
/// # Examples
///
/// ```
/// use bangkom_needs::columns::Dictionary;
///
/// let dictionary = Dictionary::new(&[30_u32, 10, 20, 10]);
/// assert_eq!(dictionary.keys(), [10, 20, 30]);
/// assert_eq!((dictionary.place(20), dictionary.place(25)), (Some(1), None));
/// ```
#[derive(Clone)]
pub struct Dictionary<K> {
    keys: Vec<K>,
    /// Ordered by hash, so that keys whose hashes are near are near in memory.
    buckets: Vec<Bucket<K>>,
    /// How many buckets keys belong to; those behind take what does not fit.
    homes: usize,
}

/// A few keys and their places: one cache line for keys of four bytes.
///
/// All keys of a bucket are compared without a branch, so that the look-ups of many rows are
/// under way at the same time; a general map waits for each.
#[derive(Clone)]
#[repr(align(64))]
struct Bucket<K> {
    keys: [K; WIDTH],
    places: [u32; WIDTH],
}

impl<K> fmt::Debug for Dictionary<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dictionary")
            .field("len", &self.keys.len())
            .finish_non_exhaustive()
    }
}

impl<K: Key> Bucket<K> {
    const fn empty(filler: K) -> Self {
        Self {
            keys: [filler; WIDTH],
            places: [NOWHERE; WIDTH],
        }
    }

    /// Where in the bucket the key stands first, be the entry free or taken, or [`WIDTH`].
    #[inline]
    fn first(&self, key: K) -> usize {
        let entries = self.keys.iter().enumerate().rev();
        entries.fold(
            WIDTH,
            |found, (entry, there)| {
                if *there == key { entry } else { found }
            },
        )
    }

    /// Where in the bucket a key is, or [`WIDTH`].
    #[inline]
    fn find(&self, key: K) -> usize {
        // A free entry holds any key, but behind those that are taken.
        let found = self.first(key);
        match self.places.get(found) {
            Some(place) if *place != NOWHERE => found,
            _ => WIDTH,
        }
    }

    const fn is_full(&self) -> bool {
        self.places[WIDTH - 1] != NOWHERE
    }
}

impl<K: Key> Dictionary<K> {
    /// The dictionary of these keys; a key that comes twice has one place.
    ///
    /// Of more than 2^32 - 1 different keys only the lowest have a place.
    pub fn new(keys: &[K]) -> Self {
        let mut keys = keys.to_vec();
        if !keys.is_sorted() {
            keys.sort_unstable();
        }
        keys.dedup();
        keys.truncate(NOWHERE as usize);
        let homes = keys.len().div_ceil(FILLED);
        let buckets = match keys.first() {
            Some(filler) => vec![Bucket::empty(*filler); homes],
            None => Vec::new(),
        };
        let mut dictionary = Self {
            keys,
            buckets,
            homes,
        };
        // How full each bucket is, apart from it, so that no insertion waits for a bucket.
        let mut filled = vec![0_u8; homes];
        for place in 0..dictionary.keys.len() {
            dictionary.insert(place, &mut filled);
        }
        dictionary
    }

    /// The place of a key; `None` when it is not in the dictionary.
    #[inline]
    pub fn place(&self, key: K) -> Option<u32> {
        self.slot(key).map(|slot| self.place_in(slot))
    }

    /// The keys in ascending order; the index of a key is its place.
    pub fn keys(&self) -> &[K] {
        &self.keys
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there are no keys.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Where in memory a key is.
    #[inline]
    pub(super) fn slot(&self, key: K) -> Option<usize> {
        let mut home = share(key, self.homes);
        while let Some(bucket) = self.buckets.get(home) {
            let found = bucket.find(key);
            if found < WIDTH {
                return Some(home * WIDTH + found);
            }
            if !bucket.is_full() {
                return None;
            }
            home += 1;
        }
        None
    }

    /// The place of the key in a slot.
    #[inline]
    pub(super) fn place_in(&self, slot: usize) -> u32 {
        self.buckets[slot / WIDTH].places[slot % WIDTH]
    }

    /// The slot where a key most likely is.
    ///
    /// Done for many keys before [`place_near`](Self::place_near), this has the memory of all of
    /// them on its way at the same time.
    #[inline]
    pub(super) fn hint(&self, key: K) -> usize {
        let home = share(key, self.homes);
        let first = self.buckets.get(home).map(|bucket| bucket.first(key));
        home * WIDTH + first.unwrap_or(WIDTH)
    }

    /// The place of a key that has this hint.
    #[inline]
    pub(super) fn place_near(&self, hint: usize, key: K) -> Option<u32> {
        let (bucket, entry) = (self.buckets.get(hint / WIDTH), hint % WIDTH);
        let there = bucket.filter(|bucket| bucket.keys[entry] == key);
        match there.map(|bucket| bucket.places[entry]) {
            Some(place) if place != NOWHERE => Some(place),
            _ => self.place(key),
        }
    }

    /// The slots where keys of one of so many ranges belong; some may stand a little behind.
    pub(super) fn slots_of(&self, range: usize, ranges: usize) -> Range<usize> {
        let first = |range: usize| {
            let bucket = (range as u128 * self.homes as u128).div_ceil(ranges as u128) as usize;
            bucket.saturating_sub(1) * WIDTH
        };
        first(range)..(first(range + 1) + WIDTH).min(self.buckets.len() * WIDTH)
    }

    fn insert(&mut self, place: usize, filled: &mut Vec<u8>) {
        let key = self.keys[place];
        let mut home = share(key, self.homes);
        while filled.get(home).is_some_and(|taken| *taken == WIDTH as u8) {
            home += 1;
        }
        if home == self.buckets.len() {
            self.buckets.push(Bucket::empty(key));
            filled.push(0);
        }
        let free = usize::from(filled[home]);
        filled[home] += 1;
        self.buckets[home].keys[free] = key;
        self.buckets[home].places[free] = place as u32;
    }
}

/// The part of so many equal parts that the hash of a key falls into.
#[inline]
pub(super) fn share<K: Key>(key: K, parts: usize) -> usize {
    ((u128::from(key.mix()) * parts as u128) >> 64) as usize
}
