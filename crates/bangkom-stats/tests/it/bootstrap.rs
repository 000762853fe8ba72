//! The bootstrap: streams, independence of threads, observer, degenerate resamples, coverage.

use std::ops::ControlFlow;

use bangkom_stats::bootstrap::{
    BootstrapOptions, End, Mean, MeanOverSd, Median, Observer, Silent, Statistic, Stream,
    confidence, replicate, run, summarize,
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

#[test]
fn indices_are_equally_likely_and_the_same_one_by_one() {
    for n in [1, 2, 3, 7, 1_000] {
        let mut counts = vec![0_u32; n as usize];
        let mut drawn = Vec::new();
        let count = 20_000;
        Stream::new(1, u64::from(n)).for_each_below(n, count, |i| {
            counts[i] += 1;
            drawn.push(i as u32);
        });
        let mut stream = Stream::new(1, u64::from(n));
        assert!(drawn.iter().all(|i| stream.next_below(n) == *i));
        let expected = count as f64 / f64::from(n);
        let chi: f64 = counts
            .iter()
            .map(|c| (f64::from(*c) - expected).powi(2) / expected)
            .sum();
        let df = f64::from(n - 1);
        assert!(chi <= df + 5.0 * (2.0 * df).sqrt() + 1e-9, "{n}: {chi}");
    }
    // Three quarters of 2^32 make every fourth word refused.
    let n = 3 << 30;
    let mut stream = Stream::new(2, 0);
    let mut one_by_one = Vec::new();
    Stream::new(2, 0).for_each_below(n, 999, |i| one_by_one.push(i as u32));
    assert!(
        one_by_one
            .iter()
            .all(|i| stream.next_below(n) == *i && *i < n)
    );
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
    assert_eq!(whole, together);
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
