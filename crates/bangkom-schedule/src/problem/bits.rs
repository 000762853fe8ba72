/// Rows of bits of one length, for days and slots.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct BitTable {
    words: usize,
    data: Vec<u64>,
}

impl BitTable {
    pub(crate) fn new(rows: usize, bits: usize) -> Self {
        let words = bits.div_ceil(64).max(1);
        Self {
            words,
            data: vec![0; rows * words],
        }
    }

    fn place(&self, row: usize, bit: u32) -> (usize, u64) {
        (
            row * self.words + bit as usize / 64,
            1_u64 << (bit as usize % 64),
        )
    }

    pub(crate) fn set(&mut self, row: usize, bit: u32) {
        let (word, mask) = self.place(row, bit);
        self.data[word] |= mask;
    }

    pub(crate) fn get(&self, row: usize, bit: u32) -> bool {
        let (word, mask) = self.place(row, bit);
        self.data[word] & mask != 0
    }

    /// Whether the row has a bit of the mask.
    pub(crate) fn meets(&self, row: usize, mask: &Mask) -> bool {
        let base = row * self.words;
        mask.0
            .iter()
            .any(|(word, bits)| self.data[base + *word as usize] & bits != 0)
    }

    pub(crate) fn add(&mut self, row: usize, mask: &Mask) {
        let base = row * self.words;
        for (word, bits) in &mask.0 {
            self.data[base + *word as usize] |= bits;
        }
    }

    pub(crate) fn clear(&mut self, row: usize, bit: u32) {
        let (word, mask) = self.place(row, bit);
        self.data[word] &= !mask;
    }

    pub(crate) fn remove(&mut self, row: usize, mask: &Mask) {
        let base = row * self.words;
        for (word, bits) in &mask.0 {
            self.data[base + *word as usize] &= !bits;
        }
    }

    /// How many bits of the row are set.
    pub(crate) fn count(&self, row: usize) -> u32 {
        self.data[row * self.words..][..self.words]
            .iter()
            .map(|word| word.count_ones())
            .sum()
    }
}

/// A few bits, as the words that hold them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mask(Vec<(u32, u64)>);

impl FromIterator<u32> for Mask {
    fn from_iter<I: IntoIterator<Item = u32>>(bits: I) -> Self {
        let mut words: Vec<(u32, u64)> = Vec::new();
        for bit in bits {
            let (word, mask) = (bit / 64, 1_u64 << (bit % 64));
            match words.iter_mut().rev().find(|(at, _)| *at == word) {
                Some((_, bits)) => *bits |= mask,
                None => words.push((word, mask)),
            }
        }
        Self(words)
    }
}

impl Mask {
    /// Whether the two have a bit in common.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.0.iter().any(|(word, bits)| {
            let other = other.0.iter().find(|(at, _)| at == word);
            other.is_some_and(|(_, other)| bits & other != 0)
        })
    }
}
