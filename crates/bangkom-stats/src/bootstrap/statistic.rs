use super::Stream;
use crate::Moments;
use crate::gain::median;

/// A statistic of a sample, absent where it has no value.
///
/// Every `Fn(&[T]) -> Option<f64>` is one. `T` may be a pair or a row, so that cases are resampled
/// whole.
///
/// # Examples
///
/// ```
/// use bangkom_stats::bootstrap::{Mean, Statistic};
///
/// let largest = |sample: &[f64]| sample.iter().copied().reduce(f64::max);
/// assert_eq!(largest.of(&[1.0, 3.0, 2.0]), Some(3.0));
/// assert_eq!(Mean.of(&[1.0, 3.0, 2.0]), Some(2.0));
/// ```
pub trait Statistic<T: Copy> {
    /// The statistic of a sample.
    fn of(&self, sample: &[T]) -> Option<f64>;

    /// The statistic of as many values drawn from the sample with replacement.
    ///
    /// `buffer` is scratch space that callers keep from one replicate to the next.
    fn resampled(&self, sample: &[T], stream: &mut Stream, buffer: &mut Vec<T>) -> Option<f64> {
        buffer.clear();
        let n = sample.len();
        stream.for_each_below(n as u32, n, |index| buffer.push(sample[index]));
        self.of(buffer)
    }

    /// The statistic without each value in turn.
    fn jackknife(&self, sample: &[T]) -> Vec<Option<f64>> {
        let mut rest = Vec::with_capacity(sample.len());
        let without = |i: usize| {
            rest.clear();
            rest.extend_from_slice(&sample[..i]);
            rest.extend_from_slice(&sample[i + 1..]);
            self.of(&rest)
        };
        (0..sample.len()).map(without).collect()
    }
}

impl<T: Copy, F: Fn(&[T]) -> Option<f64>> Statistic<T> for F {
    fn of(&self, sample: &[T]) -> Option<f64> {
        self(sample)
    }
}

/// The mean, summed while drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mean;

impl Statistic<f64> for Mean {
    fn of(&self, sample: &[f64]) -> Option<f64> {
        Moments::of(sample).mean()
    }

    fn resampled(&self, sample: &[f64], stream: &mut Stream, _: &mut Vec<f64>) -> Option<f64> {
        let n = sample.len();
        let origin = *sample.first()?;
        // Four sums in turn, so that an addition need not wait for the one before.
        let mut sums = [0.0; 4];
        stream.for_each_below(n as u32, n, |index| {
            let [first, second, third, fourth] = sums;
            sums = [second, third, fourth, first + (sample[index] - origin)];
        });
        let [first, second, third, fourth] = sums;
        Some(origin + ((first + second) + (third + fourth)) / n as f64)
    }

    fn jackknife(&self, sample: &[f64]) -> Vec<Option<f64>> {
        let others = sample.len() as f64 - 1.0;
        let mean = self.of(sample);
        let without = |x: &f64| mean.map(|mean| mean + (mean - x) / others);
        sample
            .iter()
            .map(|x| without(x).filter(|_| others > 0.0))
            .collect()
    }
}

/// The mean divided by the standard deviation: `d_z` of differences; absent for equal values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MeanOverSd;

impl Statistic<f64> for MeanOverSd {
    fn of(&self, sample: &[f64]) -> Option<f64> {
        let moments = Moments::of(sample);
        let sd = moments.sd().filter(|sd| *sd > 0.0)?;
        Some(moments.mean()? / sd)
    }
}

/// The median, the mean of the middle two for an even number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Median;

impl Statistic<f64> for Median {
    fn of(&self, sample: &[f64]) -> Option<f64> {
        median(&mut sample.to_vec())
    }
}
