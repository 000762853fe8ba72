use super::TimetableFinding as F;

/// Brings records into the order of their ids and keeps one of each id.
///
/// Records of one id that differ are all set aside; either way there is a finding.
pub(super) fn distinct<T, K: Ord + Clone>(
    records: &mut Vec<T>,
    id: impl Fn(&T) -> K,
    repeated: impl Fn(K) -> F,
    findings: &mut Vec<F>,
) where
    T: PartialEq,
{
    records.sort_by_key(&id);
    let mut kept: Vec<T> = Vec::with_capacity(records.len());
    let mut rest = std::mem::take(records).into_iter().peekable();
    while let Some(first) = rest.next() {
        let (mut more, mut equal) = (false, true);
        while let Some(next) = rest.next_if(|next| id(next) == id(&first)) {
            more = true;
            equal &= next == first;
        }
        if more {
            findings.push(repeated(id(&first)));
        }
        if equal {
            kept.push(first);
        }
    }
    *records = kept;
}
