/// Numbers of a Poisson distribution of mean one from random words, by inversion.
pub(super) struct PoissonOne {
    /// The greatest word that gives at most so many.
    at_most: [u64; 24],
}

impl PoissonOne {
    pub(super) fn new() -> Self {
        let (mut term, mut sum) = (libm::exp(-1.0), 0.0);
        let at_most = std::array::from_fn(|count| {
            sum += term;
            term /= (count + 1) as f64;
            // The cast stays at the greatest word where rounding would leave the range.
            libm::ldexp(sum, 64) as u64
        });
        Self { at_most }
    }

    /// The number of a word.
    pub(super) fn of(&self, word: u64) -> u32 {
        let place = self.at_most.iter().position(|limit| word <= *limit);
        place.unwrap_or(self.at_most.len()) as u32
    }
}
