/// How many batches of each program may open, at least and at most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Intervals(Vec<(u32, u32)>);

impl Intervals {
    pub(super) fn new(most: impl IntoIterator<Item = u32>) -> Self {
        Self(most.into_iter().map(|most| (0, most)).collect())
    }

    pub(super) fn least(&self, program: usize) -> u32 {
        self.0[program].0
    }

    pub(super) fn greatest(&self, program: usize) -> u32 {
        self.0[program].1
    }

    /// The two halves: at most so many batches of the program, and more.
    pub(super) fn split(&self, program: usize, most: u32) -> [Self; 2] {
        let (mut few, mut many) = (self.clone(), self.clone());
        few.0[program].1 = most;
        many.0[program].0 = most + 1;
        [few, many]
    }

    pub(super) fn programs(&self) -> usize {
        self.0.len()
    }
}
