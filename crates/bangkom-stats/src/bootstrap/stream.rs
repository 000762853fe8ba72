/// Random numbers that depend only on a seed and the number of the replicate.
///
/// A counter is mixed by `SplitMix64`; streams of different replicates start at mixed points, so
/// that no stream is a shifted copy of the next.
///
/// # Examples
///
/// ```
/// use bangkom_stats::bootstrap::Stream;
///
/// let mut stream = Stream::new(7, 3);
/// assert_eq!(stream.next_u64(), Stream::new(7, 3).next_u64());
/// assert!(stream.next_below(10) < 10);
/// ```
///
/// # References
///
/// Steele, Lea and Flood (2014), `SplitMix`; Lemire (2019), integers in a range without bias.
#[derive(Debug, Clone)]
pub struct Stream {
    counter: u64,
    step: u64,
    /// The half of a word that is still unused, with a mark above it.
    half: u64,
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// Mark of an unused half word.
const FULL: u64 = 1 << 32;

impl Stream {
    /// The stream of a replicate.
    pub fn new(seed: u64, replicate: u64) -> Self {
        let key = mix(seed.wrapping_add(GOLDEN));
        let start = mix(key ^ mix(replicate.wrapping_mul(GOLDEN).wrapping_add(key)));
        Self {
            counter: start,
            step: mix(start ^ key) | 1,
            half: 0,
        }
    }

    /// The next 64 random bits.
    #[inline]
    pub fn next_u64(&mut self) -> u64 {
        self.counter = self.counter.wrapping_add(self.step);
        mix(self.counter)
    }

    /// The next 32 random bits.
    #[inline]
    pub fn next_u32(&mut self) -> u32 {
        if self.half >= FULL {
            let half = self.half as u32;
            self.half = 0;
            return half;
        }
        let word = self.next_u64();
        self.half = FULL | (word >> 32);
        word as u32
    }

    /// A number below `n`, each equally likely; 0 when `n` is 0.
    #[inline]
    pub fn next_below(&mut self, n: u32) -> u32 {
        loop {
            let product = u64::from(self.next_u32()) * u64::from(n);
            let low = product as u32;
            // The remainder is taken only in the rare case that the low half may be biased.
            if low >= n || low >= n.wrapping_neg() % n.max(1) {
                return (product >> 32) as u32;
            }
        }
    }

    /// Calls `take` with `count` numbers below `n`, each equally likely; with 0 when `n` is 0.
    ///
    /// One word gives up to eight numbers, as many as it has bits for, so the numbers are others
    /// than those of [`Stream::next_below`].
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::bootstrap::Stream;
    ///
    /// let mut counts = [0; 6];
    /// Stream::new(7, 3).for_each_below(6, 6_000, |number| counts[number] += 1);
    /// assert!(counts.iter().all(|count| (900..1_100).contains(count)));
    /// ```
    ///
    /// # References
    ///
    /// Brackett-Rozinsky and Lemire (2024), several numbers in a range from one word.
    #[inline]
    pub fn for_each_below(&mut self, n: u32, count: usize, take: impl FnMut(usize)) {
        match n {
            0..=0x80 => self.batches::<8>(n, count, take),
            0x81..=0x4000 => self.batches::<4>(n, count, take),
            0x4001..=0x1000_0000 => self.batches::<2>(n, count, take),
            _ => self.batches::<1>(n, count, take),
        }
    }

    #[inline]
    fn batches<const K: usize>(&mut self, n: u32, count: usize, mut take: impl FnMut(usize)) {
        for _ in 0..count / K {
            self.batch::<K>(n).into_iter().for_each(&mut take);
        }
        let left = count % K;
        if left > 0 {
            self.batch::<K>(n).into_iter().take(left).for_each(take);
        }
    }

    /// Numbers below `n`, of which the power `n^K` must be at most 2^56.
    #[inline]
    fn batch<const K: usize>(&mut self, n: u32) -> [usize; K] {
        let power = u64::from(n).pow(K as u32);
        loop {
            let (numbers, rest) = digits(self.next_u64(), n);
            // As in `next_below`, the remainder is taken only where it may matter.
            if rest >= power || rest >= power.wrapping_neg() % power.max(1) {
                return numbers;
            }
        }
    }
}

/// The first digits of a binary fraction in base `n`, and what is left of it.
#[inline]
fn digits<const K: usize>(mut fraction: u64, n: u32) -> ([usize; K], u64) {
    let numbers = std::array::from_fn(|_| {
        let product = u128::from(fraction) * u128::from(n);
        fraction = product as u64;
        (product >> 64) as usize
    });
    (numbers, fraction)
}

/// The output function of `SplitMix64`.
#[inline]
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
