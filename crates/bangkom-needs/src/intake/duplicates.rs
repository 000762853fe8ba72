use bangkom_domain::evidence::EvidenceRecord;

use super::EvidenceFinding;

/// One record of each id, ordered by id; ids whose records differ are left out.
pub(crate) fn unique<'a>(
    records: &'a [EvidenceRecord],
    found: &mut Vec<EvidenceFinding>,
) -> Vec<&'a EvidenceRecord> {
    let mut ordered: Vec<&EvidenceRecord> = records.iter().collect();
    ordered.sort_unstable_by_key(|record| record.id);
    let mut kept = Vec::with_capacity(ordered.len());
    for group in ordered.chunk_by(|a, b| a.id == b.id) {
        let (first, times) = (group[0], group.len() as u32);
        if group.iter().any(|record| !same(record, first)) {
            found.push(EvidenceFinding::ConflictingRecord {
                record: first.id,
                times,
            });
            continue;
        }
        if times > 1 {
            found.push(EvidenceFinding::RepeatedRecord {
                record: first.id,
                times,
            });
        }
        kept.push(first);
    }
    kept
}

/// Whether two records say the same, values that are not numbers included.
fn same(a: &EvidenceRecord, b: &EvidenceRecord) -> bool {
    a.value.reveal().to_bits() == b.value.reveal().to_bits()
        && a.exposure.map(f64::to_bits) == b.exposure.map(f64::to_bits)
        && (a.source == b.source && a.subject == b.subject && a.aspect == b.aspect)
        && (a.date == b.date && a.rater == b.rater && a.count == b.count)
}
