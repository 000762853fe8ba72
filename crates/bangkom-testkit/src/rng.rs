/// A small generator of pseudo-random numbers: `SplitMix64`, one stream for each purpose.
///
/// Only integer steps and exact floating-point sums are used, so a seed gives the same numbers
/// on every platform.
///
/// ```
/// use bangkom_testkit::Rng;
///
/// let mut rng = Rng::new(7, "rooms");
/// assert_eq!(rng.next(), Rng::new(7, "rooms").next());
/// assert_ne!(rng.next(), Rng::new(7, "people").next());
/// ```
///
/// # References
/// Steele, Lea & Flood 2014 (`SplitMix64`).
#[derive(Debug, Clone)]
pub struct Rng(u64);

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

impl Rng {
    /// The stream of this name under this seed.
    ///
    /// ```
    /// use bangkom_testkit::Rng;
    ///
    /// assert!(Rng::new(1, "names").below(10) < 10);
    /// ```
    pub fn new(seed: u64, stream: &str) -> Self {
        let name = stream
            .bytes()
            .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
            });
        Self(mix(seed.wrapping_add(STEP)) ^ name)
    }

    /// The next 64 random bits.
    ///
    /// ```
    /// use bangkom_testkit::Rng;
    ///
    /// let mut rng = Rng::new(1, "bits");
    /// assert_ne!(rng.next(), rng.next());
    /// ```
    #[expect(clippy::should_implement_trait, reason = "a generator has no end")]
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mix(self.0)
    }

    /// A number below `bound`; 0 when `bound` is 0.
    ///
    /// ```
    /// use bangkom_testkit::Rng;
    ///
    /// let mut rng = Rng::new(1, "dice");
    /// assert!((0..100).all(|_| rng.below(6) < 6));
    /// ```
    pub fn below(&mut self, bound: u32) -> u32 {
        ((u64::from(bound) * (self.next() >> 32)) >> 32) as u32
    }

    /// A number from 0 up to but not 1.
    ///
    /// ```
    /// use bangkom_testkit::Rng;
    ///
    /// assert!((0.0..1.0).contains(&Rng::new(1, "unit").unit()));
    /// ```
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Whether something of this probability happens.
    ///
    /// ```
    /// use bangkom_testkit::Rng;
    ///
    /// assert!(Rng::new(1, "sure").chance(1.0));
    /// ```
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// Nearly a standard normal deviate: twelve uniform numbers less six, so within ±6.
    ///
    /// ```
    /// use bangkom_testkit::Rng;
    ///
    /// let mut rng = Rng::new(1, "normal");
    /// let mean = (0..1_000).map(|_| rng.normal()).sum::<f64>() / 1_000.0;
    /// assert!(mean.abs() < 0.2);
    /// ```
    pub fn normal(&mut self) -> f64 {
        // Three 20-bit numbers from each draw: exact sums, and a third of the draws.
        let mut sum = 0_u64;
        for _ in 0..4 {
            let bits = self.next();
            sum += (bits & 0xF_FFFF) + ((bits >> 20) & 0xF_FFFF) + ((bits >> 40) & 0xF_FFFF);
        }
        sum as f64 / (1_u64 << 20) as f64 - 6.0
    }

    /// One of the items, all equally likely.
    ///
    /// ```
    /// use bangkom_testkit::Rng;
    ///
    /// assert!(["a", "b"].contains(Rng::new(1, "pick").pick(&["a", "b"])));
    /// ```
    ///
    /// # Panics
    /// When there is no item.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len() as u32) as usize]
    }

    /// The index of one of the weights, each as likely as it is heavy; 0 without weights.
    ///
    /// ```
    /// use bangkom_testkit::Rng;
    ///
    /// assert_eq!(Rng::new(1, "weights").weighted([0, 5, 0]), 1);
    /// ```
    pub fn weighted(&mut self, weights: impl IntoIterator<Item = u32, IntoIter: Clone>) -> usize {
        let weights = weights.into_iter();
        let mut rest = self.below(weights.clone().sum());
        for (index, weight) in weights.enumerate() {
            if rest < weight {
                return index;
            }
            rest -= weight;
        }
        0
    }
}

fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}
