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

    /// Calls `take` with `count` numbers below `n`, the same as `next_below` would give.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::bootstrap::Stream;
    ///
    /// let (mut drawn, mut stream) = (Vec::new(), Stream::new(7, 3));
    /// Stream::new(7, 3).for_each_below(100, 3, |number| drawn.push(number as u32));
    /// assert_eq!(drawn, [(); 3].map(|()| stream.next_below(100)));
    /// ```
    #[inline]
    pub fn for_each_below(&mut self, n: u32, count: usize, mut take: impl FnMut(usize)) {
        let threshold = n.wrapping_neg() % n.max(1);
        let mut left = count;
        while left >= 2 && self.half < FULL {
            let word = self.next_u64();
            let first = u64::from(word as u32) * u64::from(n);
            let second = (word >> 32) * u64::from(n);
            let both = (first as u32) >= threshold && (second as u32) >= threshold;
            if !both {
                left -= take_either([first, second], threshold, &mut take);
                continue;
            }
            take((first >> 32) as usize);
            take((second >> 32) as usize);
            left -= 2;
        }
        for _ in 0..left {
            take(self.next_below(n) as usize);
        }
    }
}

/// The rare word of which at least one half is refused; how many were taken.
#[cold]
fn take_either(products: [u64; 2], threshold: u32, take: &mut impl FnMut(usize)) -> usize {
    let kept = products
        .into_iter()
        .filter(|product| (*product as u32) >= threshold);
    kept.map(|product| take((product >> 32) as usize)).count()
}

/// The output function of `SplitMix64`.
#[inline]
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
