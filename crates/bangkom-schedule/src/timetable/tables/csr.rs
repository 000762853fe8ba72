/// Lists of different lengths in one row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Csr<T> {
    first: Vec<u32>,
    values: Vec<T>,
}

impl<T> Csr<T> {
    pub(crate) fn new(lists: impl IntoIterator<Item = Vec<T>>) -> Self {
        let (mut first, mut values) = (vec![0], Vec::new());
        for list in lists {
            values.extend(list);
            first.push(values.len() as u32);
        }
        Self { first, values }
    }

    #[inline]
    pub(crate) fn of(&self, index: usize) -> &[T] {
        &self.values[self.first[index] as usize..self.first[index + 1] as usize]
    }
}
