use std::fmt::Display;

use bangkom_domain::id::PersonId;

/// The key by which rows name a person: a number, or the id of the domain.
///
/// Keys are compared and looked up, never computed with; gaps and any order are fine.
pub trait Key: Copy + Ord + Send + Sync + Display {
    /// The key's bits mixed so that the upper ones spread well, the same on every platform.
    fn mix(self) -> u64;
}

/// Fibonacci hashing (Knuth 1998, vol. 3, 6.4): the upper bits depend on all bits of the key.
impl Key for u32 {
    #[inline]
    fn mix(self) -> u64 {
        u64::from(self).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

/// The finaliser of splitmix64 (Steele, Lea and Flood 2014).
impl Key for u64 {
    #[inline]
    fn mix(self) -> u64 {
        let mut bits = self.wrapping_add(0x9e37_79b9_7f4a_7c15);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }
}

impl Key for u128 {
    #[inline]
    fn mix(self) -> u64 {
        ((self >> 64) as u64).mix().wrapping_add(self as u64).mix()
    }
}

impl Key for PersonId {
    #[inline]
    fn mix(self) -> u64 {
        self.uuid().as_u128().mix()
    }
}
