use super::jzs::Data;
use super::{BayesFactor, BayesOptions, Robustness};
use crate::paired::{Pairs, describe};
use crate::two_sample::Samples;
use crate::{Basis, Method, StatsError};

/// Bayes factor of a difference of paired means, with a Cauchy prior on `d_z`.
///
/// # Formula
///
/// ```text
/// g ~ inverse gamma(1/2, r^2 / 2),  N = n,  v = n - 1
/// BF10 = integral of (1 + N g)^(-1/2) (1 + t^2 / ((1 + N g) v))^(-(v+1)/2) p(g) dg
///        / (1 + t^2 / v)^(-(v+1)/2)
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] below two
/// complete pairs, [`StatsError::NoVariation`] when all differences are equal.
///
/// # Examples
///
/// ```
/// use bangkom_stats::bayes::{BayesOptions, jzs_paired};
///
/// let result = jzs_paired(&[1.0, 2.0], &[2.0, 4.0], &BayesOptions::default())?;
/// assert!((result.bf10 - 1.298_764_752_015_874_5).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Rouder, Speckman, Sun, Morey and Iverson (2009), equation 1.
pub fn jzs_paired(
    pre: &[f64],
    post: &[f64],
    options: &BayesOptions,
) -> Result<BayesFactor, StatsError> {
    let pairs = Pairs::new(pre, post, 2)?;
    let (summary, _) = describe(&pairs, Method::new("jzs, paired"));
    if summary.sd_diff == 0.0 {
        return Err(StatsError::NoVariation {
            what: "differences",
        });
    }
    let n = pairs.n() as f64;
    let t = summary.mean_diff / (summary.sd_diff / n.sqrt());
    Ok(factor(summary.basis, Data { t, n, df: n - 1.0 }, *options))
}

/// Bayes factor of a difference of two independent means, with a Cauchy prior on `d_s`.
///
/// # Formula
///
/// As [`jzs_paired`] with `N = n1 n2 / (n1 + n2)`, `v = n1 + n2 - 2` and Student's t.
///
/// # Errors
///
/// [`StatsError::NotFinite`], [`StatsError::TooFew`] below two values a sample,
/// [`StatsError::NoVariation`] when both samples are constant.
///
/// # Examples
///
/// ```
/// use bangkom_stats::bayes::{BayesOptions, jzs_two_sample};
///
/// let options = BayesOptions::default();
/// let result = jzs_two_sample(&[1.0, 2.0, 3.0], &[2.0, 3.0, 4.0], &options)?;
/// assert!(result.bf10 > 0.5 && result.bf10 < 1.5);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Rouder, Speckman, Sun, Morey and Iverson (2009).
pub fn jzs_two_sample(
    first: &[f64],
    second: &[f64],
    options: &BayesOptions,
) -> Result<BayesFactor, StatsError> {
    let samples = Samples::new(first, second, 2)?;
    if samples.sds() == (0.0, 0.0) {
        return Err(StatsError::NoVariation {
            what: "values within the samples",
        });
    }
    let ((n1, n2), (se, df)) = (samples.sizes(), samples.student());
    let data = Data {
        t: samples.mean_difference() / se,
        n: n1 * n2 / (n1 + n2),
        df,
    };
    Ok(factor(
        samples.basis(Method::new("jzs, two_sample")),
        data,
        *options,
    ))
}

/// Bayes factor from a published one-sample or paired t statistic of `n` cases.
///
/// # Errors
///
/// [`StatsError::TooFew`] below two cases, [`StatsError::OutOfRange`] unless `|t| <= 1e100`.
///
/// # Examples
///
/// ```
/// use bangkom_stats::bayes::{BayesOptions, from_t};
///
/// let result = from_t(3.0, 2, &BayesOptions::default())?;
/// assert!((result.bf10 - 1.298_764_752_015_874_5).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Rouder, Speckman, Sun, Morey and Iverson (2009).
pub fn from_t(t: f64, n: usize, options: &BayesOptions) -> Result<BayesFactor, StatsError> {
    crate::sample::at_least(2, n)?;
    if t.is_nan() || t.abs() > 1e100 {
        return Err(StatsError::parameter("t", t, -1e100, 1e100));
    }
    let data = Data {
        t,
        n: n as f64,
        df: n as f64 - 1.0,
    };
    Ok(factor(
        Basis::new(Method::new("jzs, from_t"), n, n),
        data,
        *options,
    ))
}

/// The exponential, at the end of the range of doubles where it lies beyond.
fn factor_of(log: f64) -> f64 {
    libm::exp(log).clamp(f64::MIN_POSITIVE, f64::MAX)
}

fn factor(basis: Basis, data: Data, options: BayesOptions) -> BayesFactor {
    let at = |r_scale: f64| factor_of(data.log_factor(r_scale));
    let log_bf10 = data.log_factor(options.r_scale());
    let bf10 = factor_of(log_bf10);
    let opposite = data.opposite(options.r_scale());
    let side = |share: f64| factor_of(log_bf10 + libm::log(2.0 * share));
    let (along, against) = (side(1.0 - opposite), side(opposite));
    let (bf_greater, bf_less) = if data.t < 0.0 {
        (against, along)
    } else {
        (along, against)
    };
    BayesFactor {
        basis,
        t: data.t,
        df: data.df,
        r_scale: options.r_scale(),
        bf10,
        log_bf10,
        bf_greater,
        bf_less,
        robustness: Robustness {
            narrow: at(0.5),
            medium: at(std::f64::consts::FRAC_1_SQRT_2),
            wide: at(1.0),
            ultrawide: at(std::f64::consts::SQRT_2),
        },
    }
}
