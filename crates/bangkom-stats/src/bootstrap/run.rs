use super::intervals::intervals;
use super::observer::observed;
use super::{Bootstrap, BootstrapOptions, End, Observer, Silent, Statistic, Stream};
use crate::{ConfidenceLevel, StatsError, sample};

/// One replicate; it depends on the sample, the seed and its number alone.
///
/// `None` where the statistic has no value on the resample, or the sample is empty.
///
/// # Examples
///
/// ```
/// use bangkom_stats::bootstrap::{Mean, replicate};
///
/// let sample = [1.0, 2.0, 4.0];
/// assert_eq!(replicate(&sample, &Mean, 7, 0), replicate(&sample, &Mean, 7, 0));
/// ```
pub fn replicate<T: Copy, S: Statistic<T> + ?Sized>(
    sample: &[T],
    statistic: &S,
    seed: u64,
    number: u64,
) -> Option<f64> {
    statistic.resampled(sample, &mut Stream::new(seed, number), &mut Vec::new())
}

/// Draws replicates and summarises them.
///
/// The observer hears of progress every few hundred replicates and may end the drawing; what was
/// drawn by then is summarised, as if only so many had been asked for.
///
/// # Errors
///
/// [`StatsError::TooFew`] for an empty sample or fewer than two replicates with a value,
/// [`StatsError::Undefined`] when the statistic has no finite value on the sample itself,
/// [`StatsError::OutOfRange`] for a sample of 2^32 values or more.
///
/// # Examples
///
/// ```
/// use bangkom_stats::bootstrap::{BootstrapOptions, End, Mean, Silent, run};
///
/// let sample = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0];
/// let options = BootstrapOptions::default().seed(7);
/// let (result, end) = run(&sample, &Mean, &options, &mut Silent)?;
/// assert_eq!(end, End::Complete);
/// assert!(result.percentile.contains(result.theta));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn run<T: Copy, S: Statistic<T> + ?Sized>(
    sample: &[T],
    statistic: &S,
    options: &BootstrapOptions,
    observer: &mut dyn Observer,
) -> Result<(Bootstrap, End), StatsError> {
    check(sample.len())?;
    let mut drawn = Vec::new();
    let mut buffer = Vec::with_capacity(sample.len());
    let (_, end) = observed(options.replicates, observer, |number| {
        let mut stream = Stream::new(options.seed, number);
        drawn.push(statistic.resampled(sample, &mut stream, &mut buffer));
    });
    let mut result = summarize(sample, statistic, &drawn, options.level)?;
    result.seed = Some(options.seed);
    Ok((result, end))
}

/// Draws replicates and summarises them, without an observer.
///
/// # Formula
///
/// ```text
/// z0 = Phi^-1((#{theta* < theta} + #{theta* = theta} / 2) / B)
/// a = sum L^3 / (6 (sum L^2)^1.5),  L_i = mean of the jackknife - jackknife_i
/// BCa levels: Phi(z0 + (z0 -+ z) / (1 - a (z0 -+ z)))
/// ```
///
/// # Errors
///
/// As [`run`].
///
/// # Examples
///
/// ```
/// use bangkom_stats::bootstrap::{BootstrapOptions, confidence};
///
/// let pairs = [(3.0, 5.0), (4.0, 4.0), (2.0, 5.0), (5.0, 6.0), (1.0, 4.0)];
/// let ratio = |pairs: &[(f64, f64)]| {
///     let (pre, post) = pairs.iter().fold((0.0, 0.0), |(a, b), (x, y)| (a + x, b + y));
///     (pre > 0.0).then(|| post / pre)
/// };
/// let result = confidence(&pairs, &ratio, &BootstrapOptions::default().seed(7))?;
/// assert_eq!(result.theta, 1.6);
/// assert!(result.bca.is_some_and(|bca| bca.interval.low > 1.0));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Efron (1987), the accelerated interval; Davison and Hinkley (1997), interpolation and the basic interval.
pub fn confidence<T: Copy, S: Statistic<T> + ?Sized>(
    sample: &[T],
    statistic: &S,
    options: &BootstrapOptions,
) -> Result<Bootstrap, StatsError> {
    run(sample, statistic, options, &mut Silent).map(|(result, _)| result)
}

/// Summarises replicates that were drawn elsewhere, in the order of their numbers.
///
/// # Errors
///
/// As [`run`]; [`StatsError::NotFinite`] for an infinite replicate.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::bootstrap::{Mean, replicate, summarize};
///
/// let sample = [3.0, 1.0, 4.0, 1.0, 5.0];
/// let drawn: Vec<_> = (0..999).map(|number| replicate(&sample, &Mean, 7, number)).collect();
/// let result = summarize(&sample, &Mean, &drawn, ConfidenceLevel::default())?;
/// assert_eq!(result.n_replicates, 999);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn summarize<T: Copy, S: Statistic<T> + ?Sized>(
    sample: &[T],
    statistic: &S,
    replicates: &[Option<f64>],
    level: ConfidenceLevel,
) -> Result<Bootstrap, StatsError> {
    check(sample.len())?;
    let theta = statistic
        .of(sample)
        .filter(|theta| theta.is_finite())
        .ok_or({
            let why = "it has no finite value on the sample";
            StatsError::Undefined {
                what: "the statistic",
                why,
            }
        })?;
    let jackknife = statistic.jackknife(sample);
    intervals(sample.len(), theta, replicates, &jackknife, level)
}

fn check(n: usize) -> Result<(), StatsError> {
    sample::at_least(1, n)?;
    match u32::try_from(n) {
        Ok(_) => Ok(()),
        Err(_) => Err(StatsError::parameter(
            "sample length",
            n as f64,
            1.0,
            f64::from(u32::MAX),
        )),
    }
}
