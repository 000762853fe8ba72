use std::ops::Range;

/// Blocks of columns; of the columns of a block at most its limit is chosen in all.
#[derive(Debug, Clone, Default)]
pub(in crate::annual::bound) struct Blocks {
    /// For each block where its columns and its coordinates begin; one more entry ends the last.
    first_column: Vec<u32>,
    first_support: Vec<u32>,
    support: Vec<u32>,
    limit: Vec<f64>,
    home: Vec<Option<u32>>,
    /// For each column where its entries begin; one more entry ends the last.
    first_entry: Vec<u32>,
    place: Vec<u16>,
    amount: Vec<f32>,
    gain: Vec<f64>,
}

/// One block, as a view.
#[derive(Debug, Clone, Copy)]
pub(in crate::annual::bound) struct Block<'a> {
    /// The coordinates that its columns touch, ascending.
    pub(in crate::annual::bound) support: &'a [u32],
    pub(in crate::annual::bound) limit: f64,
    /// The unit whose matrix takes its products; none for blocks that name rows themselves.
    pub(in crate::annual::bound) home: Option<u32>,
}

impl Blocks {
    pub(in crate::annual::bound) fn new() -> Self {
        Self {
            first_column: vec![0],
            first_support: vec![0],
            first_entry: vec![0],
            ..Self::default()
        }
    }

    pub(in crate::annual::bound) fn open(
        &mut self,
        support: &[u32],
        limit: f64,
        home: Option<u32>,
    ) {
        self.support.extend_from_slice(support);
        self.first_support.push(self.support.len() as u32);
        self.limit.push(limit);
        self.home.push(home);
        self.first_column.push(self.gain.len() as u32);
    }

    /// Adds a column to the block opened last; entries name places in its support.
    pub(in crate::annual::bound) fn column(
        &mut self,
        gain: f64,
        entries: impl IntoIterator<Item = (u16, f32)>,
    ) {
        for (place, amount) in entries {
            self.place.push(place);
            self.amount.push(amount);
        }
        self.first_entry.push(self.place.len() as u32);
        self.gain.push(gain);
        if let Some(end) = self.first_column.last_mut() {
            *end += 1;
        }
    }

    pub(super) fn len(&self) -> usize {
        self.limit.len()
    }

    pub(in crate::annual::bound) fn columns(&self) -> usize {
        self.gain.len()
    }

    pub(in crate::annual::bound) fn columns_of(&self, block: usize) -> Range<usize> {
        self.first_column[block] as usize..self.first_column[block + 1] as usize
    }

    pub(in crate::annual::bound) fn block(&self, block: usize) -> Block<'_> {
        let range = self.first_support[block] as usize..self.first_support[block + 1] as usize;
        Block {
            support: &self.support[range],
            limit: self.limit[block],
            home: self.home[block],
        }
    }

    pub(super) fn gain(&self, column: usize) -> f64 {
        self.gain[column]
    }

    #[inline]
    pub(in crate::annual::bound) fn entries(
        &self,
        column: usize,
    ) -> impl Iterator<Item = (usize, f64)> + Clone {
        let range = self.first_entry[column] as usize..self.first_entry[column + 1] as usize;
        let places = self.place[range.clone()].iter();
        places
            .zip(&self.amount[range])
            .map(|(place, amount)| (usize::from(*place), f64::from(*amount)))
    }

    /// The product of a column with a vector over the support of its block.
    #[inline]
    pub(super) fn product(&self, column: usize, local: &[f64]) -> f64 {
        self.entries(column)
            .map(|(place, amount)| amount * local[place])
            .sum()
    }
}
