/// A number was too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Overflow;

/// The product, unless it is too large.
pub(super) fn times(a: i128, b: impl Into<i128>) -> Result<i128, Overflow> {
    a.checked_mul(b.into()).ok_or(Overflow)
}

/// A sum that notices when it is too large.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum(i128);

impl Sum {
    pub(super) fn add(&mut self, value: i128) -> Result<(), Overflow> {
        self.0 = self.0.checked_add(value).ok_or(Overflow)?;
        Ok(())
    }

    pub(super) fn take(&mut self, value: i128) -> Result<(), Overflow> {
        self.0 = self.0.checked_sub(value).ok_or(Overflow)?;
        Ok(())
    }

    pub(super) fn total(self) -> i128 {
        self.0
    }
}
