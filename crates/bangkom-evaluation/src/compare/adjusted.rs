use bangkom_stats::multiplicity::{Adjustment, adjust_p_values};

/// p-values adjusted over all that there are (Holm), each in its place.
pub(crate) fn holm(given: impl Iterator<Item = Option<f64>>) -> Vec<Option<f64>> {
    let given: Vec<Option<f64>> = given.collect();
    let known: Vec<f64> = given.iter().flatten().copied().collect();
    let adjusted = adjust_p_values(&known, Adjustment::Holm).unwrap_or(known);
    let mut adjusted = adjusted.into_iter();
    let places = given.into_iter();
    places.map(|p| p.and_then(|_| adjusted.next())).collect()
}
