use std::ops::Range;

use super::report::RowReport;
use super::workers::in_order;
use super::{Columns, ColumnsError, Key, Workforce};

/// How many rows are looked at in one go.
const GO: usize = 1 << 18;
/// Below this share of the rows, persons who come in several runs are read apart.
const SCATTERED: usize = 8;

/// Rows that stand together and speak of one person.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub person: u32,
    pub len: u32,
    pub start: usize,
}

impl Run {
    pub(super) const fn rows(&self) -> Range<usize> {
        self.start..self.start + self.len as usize
    }
}

/// All rows as runs.
pub(super) struct Runs {
    /// Runs of persons who have one run only, in row order.
    pub single: Vec<Run>,
    /// Runs of the other persons, by person and in row order for one person.
    pub scattered: Vec<Run>,
    pub report: RowReport,
}

impl Runs {
    /// The runs; `None` when too many persons come in several.
    pub(super) fn read<K: Key, C: Columns<K>>(
        columns: &C,
        workforce: &Workforce<K>,
    ) -> Result<Option<Self>, ColumnsError> {
        let goes = columns.rows().div_ceil(GO);
        let parts = in_order(goes, |room: &mut C::Room, go| {
            let rows = go * GO..((go + 1) * GO).min(columns.rows());
            let keys = columns.persons(rows.clone(), room)?;
            Ok(runs_of(keys, rows.start, workforce))
        });
        let mut report = RowReport::default();
        let mut runs: Vec<Run> = Vec::new();
        for part in parts {
            let (part, found) = part?;
            join(&mut runs, part);
            report.merge(found);
        }
        let (single, scattered) = split(runs, workforce.len());
        let rows: usize = scattered.iter().map(|run| run.len as usize).sum();
        Ok((rows <= columns.rows() / SCATTERED).then_some(Self {
            single,
            scattered,
            report,
        }))
    }
}

/// Parts of about so many rows, none of which splits a person.
pub(super) fn parts(runs: &[Run], rows: usize) -> Vec<&[Run]> {
    let mut parts = Vec::new();
    let (mut start, mut size) = (0, 0);
    for end in 1..=runs.len() {
        let last = runs[end - 1];
        size += last.len as usize;
        let next = runs.get(end);
        let ends = next.is_none_or(|next| next.person != last.person && size >= rows);
        if ends {
            parts.push(&runs[start..end]);
            (start, size) = (end, 0);
        }
    }
    parts
}

fn runs_of<K: Key>(keys: &[K], first: usize, workforce: &Workforce<K>) -> (Vec<Run>, RowReport) {
    let mut report = RowReport::default();
    let mut runs = Vec::new();
    let mut start = first;
    for same in keys.chunk_by(|a, b| a == b) {
        match workforce.people().place(same[0]) {
            Some(person) => runs.push(Run {
                person,
                len: same.len() as u32,
                start,
            }),
            None => report.unknown_person += same.len() as u64,
        }
        start += same.len();
    }
    (runs, report)
}

/// Adds runs behind others; one that goes on where the last one ends becomes part of it.
fn join(runs: &mut Vec<Run>, mut more: Vec<Run>) {
    if let (Some(last), Some(next)) = (runs.last_mut(), more.first()) {
        let goes_on = last.person == next.person && last.rows().end == next.start;
        if goes_on && let Some(len) = last.len.checked_add(next.len) {
            last.len = len;
            more.remove(0);
        }
    }
    runs.append(&mut more);
}

/// Runs of persons with one run, and those of the others by person.
fn split(runs: Vec<Run>, people: usize) -> (Vec<Run>, Vec<Run>) {
    let mut seen = vec![0_u8; people];
    for run in &runs {
        let count = &mut seen[run.person as usize];
        *count = count.saturating_add(1);
    }
    if seen.iter().all(|count| *count < 2) {
        return (runs, Vec::new());
    }
    let (single, mut scattered): (Vec<Run>, Vec<Run>) = runs
        .into_iter()
        .partition(|run| seen[run.person as usize] == 1);
    // Stable: the runs of one person keep their order.
    scattered.sort_by_key(|run| run.person);
    (single, scattered)
}
