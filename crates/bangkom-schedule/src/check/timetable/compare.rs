use crate::rules::timetable::Match;

/// The matches of the first list that the second does not have, and the other way round.
///
/// Both lists are in order.
pub(super) fn compare(before: &[Match], after: &[Match]) -> (Vec<Match>, Vec<Match>) {
    let (mut gone, mut new) = (Vec::new(), Vec::new());
    let (mut old, mut now) = (before.iter().peekable(), after.iter().peekable());
    loop {
        match (old.peek(), now.peek()) {
            (None, None) => return (gone, new),
            (Some(first), Some(second)) if first == second => {
                old.next();
                now.next();
            }
            (Some(first), second) if second.is_none_or(|second| *first < *second) => {
                gone.extend(old.next().cloned());
            }
            _ => new.extend(now.next().cloned()),
        }
    }
}
