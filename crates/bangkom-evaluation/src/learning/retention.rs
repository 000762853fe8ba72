use bangkom_stats::Moments;

use super::Retention;
use crate::compare::Participant;

impl Retention {
    /// The indices of attenders measured three times; none of groups that may not be shown.
    pub(crate) fn of(people: &[Participant], target: Option<f64>, min_group: u32) -> Option<Self> {
        let attended = people.iter().filter(|one| one.attended);
        let whole: Vec<[f64; 3]> = attended
            .filter_map(|one| {
                let before = one.before.or(one.remembered)?;
                let later = one.later.last().map(|(_, score)| *score)?;
                Some([before, one.after?, later])
            })
            .collect();
        let people = whole.len() as u32;
        if people < min_group.max(1) {
            return None;
        }
        let mean = |at: usize| {
            let column: Vec<f64> = whole.iter().map(|row| row[at]).collect();
            Moments::of(&column).mean()
        };
        let (before, after, later) = (mean(0)?, mean(1)?, mean(2)?);
        let share = |top: f64| (top > before).then(|| (later - before) / (top - before));
        Some(Self {
            people,
            retention: share(after),
            transfer: target.and_then(share),
        })
    }
}
