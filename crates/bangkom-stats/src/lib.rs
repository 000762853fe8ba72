//! Statistics an examiner would sign: tests, effect sizes, exact intervals, agreement,
//! reliability, regression, survival.
//!
//! Plain functions on slices: numbers in, numbers out. Nothing here reads a file, a clock or a
//! random source; nothing knows what the numbers are about, draws a picture, or chooses a method
//! for you.
//!
//! ```
//! use bangkom_stats::{ConfidenceLevel, TestOptions, effect, paired};
//!
//! let before = [52.0, 61.0, 47.0, 70.0, 58.0, 64.0, f64::NAN];
//! let after = [60.0, 66.0, 59.0, 71.0, 69.0, 66.0, 80.0];
//!
//! let test = paired::t_test(&before, &after, &TestOptions::default())?;
//! assert_eq!(test.mean_diff, 6.5);
//! assert!(test.ci.low > 1.6 && test.ci.high < 11.4);
//! assert_eq!(test.basis.n_missing, 1);
//!
//! let effect = effect::paired(&before, &after, ConfidenceLevel::default())?;
//! assert!(effect.g_z < effect.d_z);
//! # Ok::<(), bangkom_stats::StatsError>(())
//! ```
//!
//! # Conventions
//!
//! - In a sample (`&[f64]`) NaN means *missing*: it is dropped (with its partner where values are
//!   paired), counted in [`Basis::n_missing`] and warned about. Infinity is an error.
//! - Every result has a [`Basis`]: counts, method, alternative, level and warnings. A function of one
//!   formula (a quantile, a power, a bias factor) returns the plain number.
//! - A p-value too small for a double is given as the smallest positive one, a bound that holds.
//! - What has no value, or leaves the range of a double, is a [`StatsError`] that says why, never NaN
//!   and never a p-value of zero.
//! - Estimates are in the unit that the field's documentation states; there is no bare `d`.
//! - Random numbers come from a seed that you give; a replicate depends on the seed and its number
//!   alone, so that threads change nothing. On one platform the same input gives the same bytes.
//!
//! # Catalogue
//!
//! Each function's page has its formula, its errors, an example that runs, and its source.
//!
//! | Method | Function | Formula or idea | Source |
//! |---|---|---|---|
//! | Normal, t, F, chi-square, beta, gamma, binomial, Poisson | [`distributions`] | both tails to 1e-12 | as each page says |
//! | Noncentral t, interval of its noncentrality | [`distributions::noncentral_t`] | root of the distribution function | Steiger & Fouladi (1997) |
//! | Studentized range | [`distributions::studentized_range`] | two nested quadratures | Tukey (1949), Copenhaver & Holland (1988) |
//! | Paired t test | [`paired::t_test`] | `mean(d) / (sd(d) / sqrt n)` | Student (1908) |
//! | Equivalence, paired and two-sample | [`paired::equivalence`], [`two_sample::equivalence`] | two one-sided tests | Schuirmann (1987) |
//! | Summaries, also of many groups | [`paired::summary`], [`paired::grouped`] | shifted sums in one pass | Chan et al. (1983) |
//! | Welch and Student tests | [`two_sample::welch`], [`two_sample::student`] | `(m2 - m1) / se`, real df | Welch (1947) |
//! | Moments, weighted moments | [`Moments`], [`WeightedMoments`] | pairwise merge | Chan et al. (1983), West (1979) |
//! | Effect sizes of pairs | [`effect::paired`] | `d_z`, `d_av`, `d_rm`, Glass, each with `g` | Lakens (2013) |
//! | Effect sizes of two samples | [`effect::independent`] | `d_s`, `g_s`, Glass | Hedges (1981) |
//! | Dominance | [`effect::dominance`] | `P(Y > X)`, A12, Cliff's delta | Vargha & Delaney (2000) |
//! | Small-sample factor of `g` | [`effect::hedges_correction`] | ratio of gamma functions | Hedges (1981) |
//! | Normalized gain and change | [`gain::normalized`], [`gain::gain_intervals`] | `(M2 - M1) / (max - M1)` | Hake (1998), Marx & Cummings (2007) |
//! | The same, case by case | [`gain::individual_gains`], [`gain::normalized_changes`] | `(post - pre) / (max - pre)` | as above |
//! | Reliable change | [`gain::reliable_change`] | `(post - pre) / (sqrt 2 SEM)` | Jacobson & Truax (1991) |
//! | Regression to the mean | [`gain::regression_to_mean`] | expected post, Oldham, Pitman-Morgan | Davis (1976), Oldham (1962) |
//! | Pre, post and control | [`gain::pre_post_control`] | difference in differences with CR2, `d_ppc2` | Morris (2008) |
//! | Floor and ceiling | [`gain::floor_ceiling`] | shares at the bounds | Terwee et al. (2007) |
//! | Signed-rank test | [`ranks::signed_rank`], [`ranks::signed_rank_cdf`] | sign patterns of the midranks counted | Wilcoxon (1945), Pratt (1959) |
//! | Rank-sum test | [`ranks::rank_sum`] | splits of the midranks counted | Mann & Whitney (1947) |
//! | Sign test | [`ranks::sign_test`] | binomial | Dixon & Mood (1946) |
//! | Sign-flip permutation | [`permutation::sign_flip`], [`permutation::sign_flip_observed`] | all flips, or `(b + 1) / (B + 1)` | Phipson & Smyth (2010) |
//! | Bootstrap | [`bootstrap::confidence`], [`bootstrap::run`] | percentile, basic, `BCa` | Efron (1987), Davison & Hinkley (1997) |
//! | Bootstrap in parts | [`bootstrap::replicate`], [`bootstrap::summarize`] | a replicate depends on seed and number alone | as above |
//! | Bootstrap without drawing | [`bootstrap::ideal`] | all resamples of mean and median, summed | Efron & Tibshirani (1993), Maritz & Jarrett (1978) |
//! | JZS Bayes factor | [`bayes::jzs_paired`], [`bayes::jzs_two_sample`], [`bayes::from_t`] | Cauchy prior on the effect | Rouder et al. (2009) |
//! | Least squares | [`regression::LinearModel`] | QR; HC0 to HC3, CR0 to CR2, Newey-West | `MacKinnon` & White (1985), Pustejovsky & Tipton (2018) |
//! | Columns of a design | [`regression::intercept`], [`regression::dummies`] | ones; zeros and ones | – |
//! | Analysis of (co)variance | [`regression::one_way_anova`], [`regression::ancova`] | nested fits, adjusted means | Fisher (1925) |
//! | Repeated measures | [`repeated::repeated_measures`] | F with Greenhouse-Geisser and Huynh-Feldt | Huynh & Feldt (1976) |
//! | Friedman, planned contrasts | [`repeated::friedman`], [`repeated::planned_contrasts`] | ranks within rows; paired t with Holm | Friedman (1937) |
//! | Cluster correlation, design effect | [`clusters::cluster_icc`], [`clusters::design_effect`] | `1 + (m - 1) icc` | Donner & Koval (1980), Kish (1965) |
//! | Random intercept | [`clusters::random_intercept`] | profiled (RE)ML | Laird & Ware (1982) |
//! | Interrupted series | [`series::interrupted_series`] | level and slope change, Newey-West | Bernal et al. (2017) |
//! | Interrupted counts | [`series::interrupted_counts`] | rate ratios, Newey-West, dispersion | Bernal et al. (2017), `McCullagh` & Nelder (1989) |
//! | Serial correlation | [`series::autocorrelation`], [`series::durbin_watson`] | of values; of residuals | Durbin & Watson (1950) |
//! | Trend | [`series::mann_kendall`] | S, tau, Sen's slope | Mann (1945), Sen (1968) |
//! | Survival | [`survival::kaplan_meier`], [`survival::log_rank`] | product limit, Greenwood, Mantel | Kaplan & Meier (1958) |
//! | Attrition | [`attrition::attrition_rates`], [`attrition::dropouts`], [`attrition::monotone_mean`] | rates, who left, monotone ML | Anderson (1957) |
//! | Bounds under attrition | [`attrition::worst_case_bounds`], [`attrition::lee_bounds`] | missing at the ends; trimming | Manski (1990), Lee (2009) |
//! | Intraclass correlations | [`agreement::intraclass_correlations`] | six forms from mean squares | Shrout & Fleiss (1979), `McGraw` & Wong (1996) |
//! | Kappa, plain and weighted | [`agreement::cohen_kappa`] | `(po - pe) / (1 - pe)` | Cohen (1960, 1968), Fleiss et al. (1969) |
//! | AC1 | [`agreement::gwet_ac1`] | chance `sum pi (1 - pi) / (q - 1)` | Gwet (2008) |
//! | Fleiss' kappa, percent agreement | [`agreement::fleiss_kappa`], [`agreement::percent_agreement`] | agreeing pairs | Fleiss (1971) |
//! | Krippendorff's alpha | [`agreement::krippendorff_alpha`] | `1 - Do / De`, four metrics, missing values | Krippendorff (2011) |
//! | Kendall's tau and W | [`agreement::kendall_tau`], [`agreement::kendall_w`] | inversions by merging; rank sums | Knight (1966), Kendall & Babington Smith (1939) |
//! | Within-group agreement | [`agreement::r_wg`], [`agreement::r_wg_items`] | `1 - s^2 / ((A^2 - 1) / 12)` | James et al. (1984) |
//! | Severity of raters | [`raters::additive_severity`] | `y = mu + target + rater`, gaps allowed | Searle (1971) |
//! | Many-facet Rasch model | [`raters::rasch::rating_scale_model`] | `log P_k / P_(k-1) = ability - severity - tau_k` | Linacre (1989), Andrich (1978) |
//! | Alpha | [`reliability::cronbach_alpha`] | `k/(k-1) (1 - sum s_i^2 / s_T^2)` | Cronbach (1951), Feldt (1965) |
//! | KR-20, lambda 2 and 6, halves | [`reliability::kuder_richardson`], [`reliability::guttman_lambdas`], [`reliability::split_half`] | from items scored or halved | Kuder & Richardson (1937), Guttman (1945) |
//! | Omega | [`reliability::omega_total`] | one factor by maximum likelihood | `McDonald` (1999) |
//! | Item analysis | [`items::item_analysis`], [`items::item_shifts`] | difficulty, item-rest r, upper-lower 27 % | Kelley (1939) |
//! | Paired shares | [`counts::mcnemar`], [`counts::cochran_q`] | exact, mid-p, chi-square | `McNemar` (1947), Cochran (1950) |
//! | Shares | [`counts::proportion`], [`counts::two_proportions`], [`quantiles::share_within`] | Wilson, Clopper-Pearson, Newcombe, Katz | Newcombe (1998) |
//! | Rates | [`counts::rate_ratio`] | conditional binomial | Przyborowski & Wilenski (1940) |
//! | Small units drawn to the common mean | [`shrinkage::james_stein`], [`shrinkage::shrink_proportions`] | `mean + max(0, 1 - (k - 3) v / S) (x - mean)` | Efron & Morris (1973, 1977) |
//! | Small units' rates | [`shrinkage::marshall_rates`], [`shrinkage::gamma_poisson`] | `m + w (r - m)`, credible interval | Marshall (1991), Clayton & Kaldor (1987) |
//! | Quantiles | [`quantiles::quantile`], [`quantiles::harrell_davis`], [`quantiles::quantile_interval`] | types 1 to 9, weighted, by ranks | Hyndman & Fan (1996), Harrell & Davis (1982) |
//! | Families of tests | [`multiplicity::adjust_p_values`] | Bonferroni to Benjamini-Yekutieli | Holm (1979), Hommel (1988) |
//! | Power, paired | [`power::paired_t`], [`power::paired_t_size`], [`power::paired_t_effect`] | noncentral t, both tails | Cohen (1988), Bloom (1995) |
//! | Power, two samples, clusters | [`power::two_sample_t`], [`power::two_sample_t_size`], [`power::two_sample_t_effect`], [`power::two_sample_clustered`] | noncentral t, design effect | Cohen (1988), Donner & Klar (2000) |
//! | Return on investment | [`returns::return_on_investment`] | `100 (B - C) / C`, isolated first | Phillips (2003) |
//!
//! # Limits
//!
//! - Mixed models beyond a random intercept, designs of several factors, multiple imputation
//!   and Bayesian models beyond the t test are not here.
//! - Krippendorff's alpha has no interval; Fleiss' kappa has a standard error only for the test of
//!   no agreement. Kendall's tau is exact without ties up to 160 pairs, W exact for few objects.
//! - `reliability::omega_total` fits one factor; an item without noise of its own is held at 0.5 %
//!   of its variance and warned about.
//! - The many-facet model is fitted by joint maximum likelihood, which spreads measures too wide
//!   when targets have few ratings; the factor is reported, not applied. There is no marginal
//!   likelihood, and no facet beside targets and raters.
//! - Exact rank tests count in memory that grows with the square of the sample; above their limit,
//!   an option, they say that the normal approximation stands in.
//! - The ratio metric of Krippendorff's alpha and the Hommel adjustment take time by the square of
//!   the number of different values, and of tests.
//! - The same bytes are promised on one platform only: elementary functions of `std` differ.
//!
//! # Features
//!
//! None: everything is always there. The crate needs no C compiler and is free of `unsafe` code.

mod basis;
mod correlation;
mod error;
mod grid;
mod inversions;
mod linear;
mod moments;
mod p_value;
mod t_statistic;
mod weighted_moments;

pub mod agreement;
pub mod attrition;
pub mod bayes;
pub mod bootstrap;
pub mod clusters;
pub mod counts;
pub mod distributions;
pub mod effect;
pub mod gain;
pub mod items;
pub mod multiplicity;
pub mod paired;
pub mod permutation;
pub mod power;
pub mod quantiles;
pub mod ranks;
pub mod raters;
pub mod regression;
pub mod reliability;
pub mod repeated;
pub mod returns;
pub mod sample;
pub mod series;
pub mod shrinkage;
pub mod survival;
pub mod two_sample;

pub use basis::{Alternative, Basis, ConfidenceLevel, Interval, Method, TestOptions, Warning};
pub use error::StatsError;
pub use moments::Moments;
pub use weighted_moments::WeightedMoments;

/// The example of the README, run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
