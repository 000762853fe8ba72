/// The best solution so far, kept by replaying what changed since.
///
/// A solution is a row of values. Changes are noted as they are made; when the current solution
/// becomes the best, only these are copied, or all values after too many changes.
///
/// ```
/// use bangkom_schedule::search::BestSoFar;
///
/// let mut current = vec![1, 2, 3];
/// let mut best = BestSoFar::new(current.clone());
/// current[1] = 9;
/// best.note(1, 9);
/// assert_eq!(best.values(), [1, 2, 3]);
/// best.remember(&current);
/// assert_eq!(best.values(), [1, 9, 3]);
/// ```
#[derive(Debug, Clone)]
pub struct BestSoFar<T> {
    values: Vec<T>,
    changes: Vec<(u32, T)>,
    /// There were more changes than it pays to replay.
    stale: bool,
}

impl<T: Copy> BestSoFar<T> {
    /// The first solution is the best so far.
    pub fn new(values: Vec<T>) -> Self {
        let changes = Vec::with_capacity(values.len());
        Self {
            values,
            changes,
            stale: false,
        }
    }

    /// One value of the current solution changed.
    #[inline]
    pub fn note(&mut self, index: u32, value: T) {
        if self.changes.len() < self.values.len() {
            self.changes.push((index, value));
        } else {
            self.stale = true;
        }
    }

    /// The current solution is the best so far.
    pub fn remember(&mut self, current: &[T]) {
        if self.stale {
            self.values.copy_from_slice(current);
        } else {
            for (index, value) in &self.changes {
                self.values[*index as usize] = *value;
            }
        }
        self.stale = false;
        self.changes.clear();
    }

    /// The best solution so far.
    pub fn values(&self) -> &[T] {
        &self.values
    }
}
