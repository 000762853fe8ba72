//! The bootstrap: streams, independence of threads, observer, degenerate resamples, coverage.

use std::ops::ControlFlow;

use bangkom_stats::bootstrap::{
    Bootstrap, BootstrapOptions, End, Mean, MeanOverSd, Median, Observer, Silent, Statistic,
    Stream, confidence, ideal, replicate, run, summarize,
};
use bangkom_stats::{ConfidenceLevel, StatsError, Warning};

use crate::random::{close, normals};

#[test]
fn streams_are_the_same_for_ever() {
    let mut stream = Stream::new(7, 3);
    let words: Vec<u64> = (0..3).map(|_| stream.next_u64()).collect();
    let pinned = [
        5_720_911_012_377_583_265,
        7_449_573_979_984_241_209,
        3_738_889_754_839_765_587,
    ];
    assert_eq!(words, pinned);
    assert_ne!(Stream::new(7, 4).next_u64(), words[0]);
    assert_ne!(Stream::new(8, 3).next_u64(), words[0]);
}

/// Squares of differences from the expected count, that many for equal chances.
fn assert_even(counts: &[u32]) {
    let total: u32 = counts.iter().sum();
    let expected = f64::from(total) / counts.len() as f64;
    let square = |count: &u32| (f64::from(*count) - expected).powi(2) / expected;
    let chi: f64 = counts.iter().map(square).sum();
    let df = counts.len() as f64 - 1.0;
    let limit = df + 5.0 * (2.0 * df).sqrt() + 1e-9;
    assert!(chi <= limit, "{} kinds: {chi}", counts.len());
}

#[test]
fn numbers_below_are_equally_likely() {
    // Each number of results that a word gives: eight, four, two and one.
    for n in [1_u32, 2, 3, 7, 128, 129, 1_000, 16_385] {
        let (mut many, mut single) = (vec![0; n as usize], vec![0; n as usize]);
        let count = 20_003.max(20 * n as usize + 1);
        let mut stream = Stream::new(1, u64::from(n));
        stream.for_each_below(n, count, |i| many[i] += 1);
        (0..count).for_each(|_| single[stream.next_below(n) as usize] += 1);
        assert_eq!(many.iter().sum::<u32>() as usize, count);
        assert_even(&many);
        assert_even(&single);
    }
    // Three quarters of 2^32 make every fourth half word refused.
    for n in [3_u32 << 30, u32::MAX] {
        let (mut many, mut single) = (vec![0; 16], vec![0; 16]);
        let place = |i: u64| (i * 16 / u64::from(n)) as usize;
        let mut stream = Stream::new(2, 0);
        stream.for_each_below(n, 20_000, |i| many[place(i as u64)] += 1);
        (0..20_000).for_each(|_| single[place(stream.next_below(n).into())] += 1);
        assert_even(&many);
        assert_even(&single);
    }
}

#[test]
fn numbers_of_one_word_are_independent() {
    for (n, lag) in [(5_u32, 1), (5, 2), (5, 7), (130, 1), (130, 3)] {
        let mut drawn = Vec::new();
        Stream::new(4, 0).for_each_below(n, 400_000, |i| drawn.push(i));
        let mut pairs = vec![0; (n * n) as usize];
        for pair in drawn.windows(lag + 1) {
            pairs[pair[0] * n as usize + pair[lag]] += 1;
        }
        assert_even(&pairs);
    }
}

#[test]
fn indices_are_the_same_for_ever() {
    let drawn = |n| {
        let mut drawn = Vec::new();
        Stream::new(7, 3).for_each_below(n, 9, |i| drawn.push(i));
        drawn
    };
    // The digits of the pinned words as fractions of 2^64, in bases 10, 1,000 and a million.
    assert_eq!(drawn(10), [3, 1, 0, 1, 3, 1, 2, 0, 4]);
    assert_eq!(drawn(1_000)[..5], [310, 131, 207, 410, 403]);
    assert_eq!(drawn(1_000_000)[..3], [310_131, 207_410, 403_842]);
    assert_eq!(drawn(0), [0; 9]);
}

#[test]
fn replicates_do_not_depend_on_who_draws_them() {
    let sample = normals(51, 0, 25);
    let options = BootstrapOptions::default().replicates(500).seed(9);
    let (whole, end) = run(&sample, &Mean, &options, &mut Silent).expect("a result");
    assert_eq!(end, End::Complete);
    let draw = |range: std::ops::Range<u64>| {
        let one = |number| replicate(&sample, &Mean, 9, number);
        range.map(one).collect::<Vec<_>>()
    };
    let parts = std::thread::scope(|scope| {
        let late = scope.spawn(|| draw(250..500));
        let early = draw(0..250);
        [early, late.join().expect("a thread")].concat()
    });
    let together = summarize(&sample, &Mean, &parts, ConfidenceLevel::default()).expect("a result");
    assert_eq!((whole.seed, together.seed), (Some(9), None));
    let seed = whole.seed;
    assert_eq!(whole, Bootstrap { seed, ..together });
}

struct StopAt(u64, Vec<(u64, u64)>);

impl Observer for StopAt {
    fn progress(&mut self, done: u64, total: u64) -> ControlFlow<()> {
        self.1.push((done, total));
        if done < self.0 {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }
}

#[test]
fn an_observer_hears_of_progress_and_may_stop() {
    let sample = normals(52, 0, 10);
    let options = BootstrapOptions::default().replicates(2_000).seed(1);
    let mut observer = StopAt(1_000, Vec::new());
    let (stopped, end) = run(&sample, &Mean, &options, &mut observer).expect("a result");
    assert_eq!(end, End::Stopped);
    let short = options.replicates(stopped.n_replicates as u32);
    assert_eq!(
        confidence(&sample, &Mean, &short).expect("a result"),
        stopped
    );
    assert!(
        observer
            .1
            .iter()
            .all(|(done, total)| done < total && *total == 2_000)
    );
    assert!(observer.1.windows(2).all(|pair| pair[0].0 < pair[1].0));
    let at_once = run(&sample, &Mean, &options, &mut StopAt(0, Vec::new()));
    assert_eq!(
        at_once.map(|_| ()),
        Err(StatsError::TooFew { needed: 2, got: 0 })
    );
}

#[test]
fn resamples_without_a_value_are_counted() {
    let sample = [0.0, 0.0, 0.0, 1.0];
    let options = BootstrapOptions::default().replicates(2_000);
    let result = confidence(&sample, &MeanOverSd, &options).expect("a result");
    // All four draws alike: 0.75^4 + 0.25^4 of the resamples.
    let expected = 2_000.0 * (0.75_f64.powi(4) + 0.25_f64.powi(4));
    assert!(
        (result.n_degenerate as f64 - expected).abs() < 110.0,
        "{}",
        result.n_degenerate
    );
    let count = result.n_degenerate;
    assert_eq!(result.n_replicates + count, 2_000);
    assert!(
        result
            .basis
            .warnings
            .contains(&Warning::DegenerateReplicates { count })
    );
    // Without the 1 the rest has no spread: no jackknife, no acceleration, no interval.
    assert_eq!((result.acceleration, result.bca), (None, None));
}

#[test]
fn what_cannot_be_resampled_is_refused() {
    let options = BootstrapOptions::default();
    let empty = StatsError::TooFew { needed: 1, got: 0 };
    assert_eq!(confidence(&[], &Mean, &options), Err(empty));
    let undefined = confidence(&[2.0, 2.0], &MeanOverSd, &options);
    assert!(matches!(undefined, Err(StatsError::Undefined { .. })));
    let missing = confidence(&[2.0, f64::NAN], &Mean, &options);
    assert!(matches!(missing, Err(StatsError::Undefined { .. })));
    let one = confidence(&[2.0, 3.0], &Mean, &options.replicates(1));
    assert_eq!(one, Err(StatsError::TooFew { needed: 2, got: 1 }));
    let constant = confidence(&[2.0, 2.0], &Mean, &options).expect("a result");
    assert_eq!(
        (constant.se, constant.percentile.low, constant.bca),
        (0.0, 2.0, None)
    );
}

#[test]
fn fast_ways_agree_with_the_plain_way() {
    let plain = |x: &[f64]| Some(x.iter().sum::<f64>() / x.len() as f64);
    for (n, offset, scale) in [
        (1, 0.0, 1.0),
        (2, 1e9, 1.0),
        (41, 0.0, 1e-160),
        (300, 7.0, 1e150),
    ] {
        let sample: Vec<f64> = normals(53, n as u64, n)
            .iter()
            .map(|x| (x + offset) * scale)
            .collect();
        for number in 0..20 {
            let fast = replicate(&sample, &Mean, 3, number).expect("a mean");
            let slow = replicate(&sample, &plain, 3, number).expect("a mean");
            assert!(close(fast, slow, 1e-12) || (fast - slow).abs() < 1e-13 * scale * n as f64);
        }
        if n > 1 {
            for (a, b) in Mean
                .jackknife(&sample)
                .into_iter()
                .zip(plain.jackknife(&sample))
            {
                let (a, b) = (a.expect("a mean"), b.expect("a mean"));
                assert!(close(a, b, 1e-12) || (a - b).abs() < 1e-13 * scale);
            }
        }
    }
    assert_eq!(Median.of(&[3.0, 1.0, 2.0, 10.0]), Some(2.5));
    assert_eq!(Median.of(&[]), None);
}

#[test]
fn intervals_cover_nearly_as_often_as_they_say() {
    let (mut percentile, mut bca) = (0, 0);
    let options = BootstrapOptions::default().replicates(999);
    for number in 0..300 {
        // Squares of normals are skewed, their mean is 1.
        let sample: Vec<f64> = normals(54, number, 60).iter().map(|x| x * x).collect();
        let result = confidence(&sample, &Mean, &options.seed(number)).expect("a result");
        percentile += u32::from(result.percentile.contains(1.0));
        bca += u32::from(result.bca.expect("an interval").interval.contains(1.0));
    }
    assert!(percentile > 258 && percentile < 297, "{percentile}");
    assert!(bca > 262 && bca < 298, "{bca}");
}

#[test]
fn shifting_the_sample_shifts_the_intervals() {
    let sample = normals(55, 0, 30);
    let moved: Vec<f64> = sample.iter().map(|x| 2.0 * x + 64.0).collect();
    let options = BootstrapOptions::default().replicates(999);
    let (a, b) = (
        confidence(&sample, &Mean, &options).expect("a result"),
        confidence(&moved, &Mean, &options).expect("a result"),
    );
    let to = |x: f64| 2.0 * x + 64.0;
    assert!(close(to(a.percentile.low), b.percentile.low, 1e-13));
    assert!(close(to(a.basic.high), b.basic.high, 1e-13));
    let (a, b) = (a.bca.expect("bca"), b.bca.expect("bca"));
    assert!(close(to(a.interval.low), b.interval.low, 1e-12));
    assert!(close(a.levels.high, b.levels.high, 1e-9));
}

/// Efron and Tibshirani (1993), tables 2.1 and 2.2: 86.86, 23.36, 25.24, 37.83.
#[test]
fn reference_bootstrap_mouse_treatment() {
    let result = ideal(&[94.0, 197.0, 16.0, 38.0, 99.0, 141.0, 23.0]).expect("a result");
    assert!(close(result.mean, 86.857_142_857_14, 1e-12));
    assert!(close(result.se_mean, 23.363_523_437_3, 1e-12));
    assert!(close(result.se_mean_formula, 25.235_489_533_05, 1e-12));
    assert!(close(result.se_median, 37.834_674_393_87, 1e-12));
    assert_eq!(result.median, 94.0);
}

#[test]
fn ideal_median_of_even_samples_is_what_all_resamples_give() {
    // All 6^6 resamples, in fractions.
    let result = ideal(&[10.0, 1.0, 2.5, 30.0, 4.0, 11.0]).expect("a result");
    assert!(close(result.se_median, 4.658_151_724_266_029, 1e-13));
    assert_eq!(result.median, 7.0);
    let two = ideal(&[0.0, 2.0]).expect("a result");
    assert!(close(two.se_median, two.se_mean, 1e-14));
    // Drawn replicates come near for more values than can be enumerated.
    for n in [40, 41] {
        let sample = normals(56, n, n as usize);
        let drawn = confidence(
            &sample,
            &Median,
            &BootstrapOptions::default().replicates(20_000),
        );
        let (drawn, exact) = (drawn.expect("a result"), ideal(&sample).expect("a result"));
        assert!(
            close(drawn.se, exact.se_median, 0.03),
            "{} {}",
            drawn.se,
            exact.se_median
        );
    }
    for scale in [1e-200, 1e200] {
        let sample = [3.0, 5.0, 11.0, 12.0, 40.0];
        let (one, other) = (ideal(&sample), ideal(&sample.map(|x| x * scale)));
        let (one, other) = (one.expect("a result"), other.expect("a result"));
        assert!(close(one.se_median * scale, other.se_median, 1e-12));
        assert!(close(one.se_mean * scale, other.se_mean, 1e-12));
    }
    let flat = ideal(&[3.0; 4]).expect("a result");
    assert_eq!((flat.se_mean, flat.se_median), (0.0, 0.0));
}

#[test]
fn ideal_refuses_what_it_cannot_sum() {
    assert!(matches!(
        ideal(&[1.0, f64::NAN]),
        Err(StatsError::TooFew { .. })
    ));
    assert!(matches!(
        ideal(&[1.0, f64::INFINITY]),
        Err(StatsError::NotFinite { .. })
    ));
    assert!(matches!(
        ideal(&vec![1.0; 5_001]),
        Err(StatsError::OutOfRange { .. })
    ));
}
