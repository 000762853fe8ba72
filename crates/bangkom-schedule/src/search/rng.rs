/// Pseudo-random numbers: xoshiro256++, its state filled by `SplitMix64` from a seed.
///
/// The same seed gives the same numbers on every platform. Not for secrets.
///
/// # References
/// Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators".
///
/// ```
/// use bangkom_schedule::search::Rng;
///
/// let mut rng = Rng::new(7);
/// assert_eq!(rng.bits(), Rng::new(7).bits());
/// assert!(rng.below(6) < 6);
/// ```
#[derive(Debug, Clone)]
pub struct Rng([u64; 4]);

impl Rng {
    /// The numbers of this seed.
    pub fn new(seed: u64) -> Self {
        let mut state = seed;
        Self([(); 4].map(|()| split_mix(&mut state)))
    }

    /// The numbers of one walker of several that share a seed.
    pub fn stream(seed: u64, walker: u32) -> Self {
        let mut state = seed;
        let mixed = split_mix(&mut state);
        if walker == 0 {
            Self::new(seed)
        } else {
            Self::new(mixed.wrapping_add(u64::from(walker)))
        }
    }

    /// The next 64 bits.
    #[inline]
    pub fn bits(&mut self) -> u64 {
        let state = &mut self.0;
        let result = state[0]
            .wrapping_add(state[3])
            .rotate_left(23)
            .wrapping_add(state[0]);
        let carried = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= carried;
        state[3] = state[3].rotate_left(45);
        result
    }

    /// A number below `bound`, which is at least one; the bias is below `bound` / 2³².
    #[inline]
    pub fn below(&mut self, bound: u32) -> u32 {
        (((self.bits() >> 32) * u64::from(bound)) >> 32) as u32
    }
}

/// The next output of `SplitMix64`.
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_outputs_come_out() {
        // The reference implementations' first outputs for these states.
        let mut rng = Rng([1, 2, 3, 4]);
        let expected = [
            41_943_041,
            58_720_359,
            3_588_806_011_781_223,
            3_591_011_842_654_386,
        ];
        assert_eq!([(); 4].map(|()| rng.bits()), expected);
        let mut state = 1_477_776_061_723_855_037;
        let expected = [1_985_237_415_132_408_290, 2_979_275_885_539_914_483];
        assert_eq!([(); 2].map(|()| split_mix(&mut state)), expected);
    }
}
