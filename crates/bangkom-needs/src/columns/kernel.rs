use bangkom_domain::evidence::SourceKind;
use bangkom_domain::measure::Nano;
use chrono::NaiveDate;

use super::ColumnsError;
use super::reader::Row;
use crate::exact::{DecayTable, Share, Sums, nano_ratio};
use crate::policy::SourceRule;
use crate::score::{Combined, Reading, combine, integer_weight};
use crate::state::ScoreConfig;

/// Up to so many sources, what each set of them comes to is worked out beforehand.
const MOST_PREPARED: usize = 10;

/// A configuration made ready for columns: one entry for each code of a source.
pub(super) struct Kernel<'a, S: Sums> {
    config: &'a ScoreConfig,
    as_of: NaiveDate,
    sources: Vec<Source>,
    /// How much each counts.
    shares: Vec<Share>,
    /// How answers of each source fade.
    decay: Vec<DecayTable<S::Weight>>,
    /// The weight of all sources that are expected.
    expected: u64,
    /// What each set of sources present comes to, by its bits; empty for many sources.
    known: Vec<Presence>,
}

/// What a set of sources present comes to.
#[derive(Debug, Clone, Copy)]
struct Presence {
    weight: u64,
    coverage: Nano,
    enough: bool,
}

struct Source {
    kind: SourceKind,
    /// The weight, where the source is expected.
    expected: u64,
}

impl<'a, S: Sums> Kernel<'a, S> {
    pub(super) fn new(
        config: &'a ScoreConfig,
        kinds: &[SourceKind],
        as_of: NaiveDate,
    ) -> Result<Self, ColumnsError> {
        let mut sources = Vec::with_capacity(kinds.len());
        let mut shares = Vec::with_capacity(kinds.len());
        let mut decay = Vec::with_capacity(kinds.len());
        for (code, kind) in kinds.iter().enumerate() {
            if kinds[..code].contains(kind) {
                return Err(ColumnsError::TwoCodes { kind: *kind });
            }
            let rule = rule(config, *kind, as_of)?;
            let lead = config.days(as_of);
            decay.push(DecayTable::new(rule.half_life_days, lead, S::WEIGH));
            sources.push(Source {
                kind: *kind,
                expected: expected_weight(rule),
            });
            let weight = integer_weight(rule) as u64;
            shares.push(Share {
                weight,
                factor: weight as f64,
                min_answers: u64::from(rule.min_answers),
            });
        }
        Ok(Self {
            known: Vec::new(),
            config,
            as_of,
            sources,
            shares,
            decay,
            expected: config.sources().iter().map(expected_weight).sum(),
        }
        .prepared())
    }

    fn prepared(mut self) -> Self {
        if self.sources.len() <= MOST_PREPARED {
            self.known = (0..1 << self.sources.len())
                .map(|present| self.presence(present))
                .collect();
        }
        self
    }

    /// What the sources with these bits come to.
    fn presence(&self, present: u64) -> Presence {
        let (mut weight, mut missing) = (0, self.expected);
        for (bit, (source, share)) in self.sources.iter().zip(&self.shares).enumerate() {
            if present >> bit & 1 == 1 {
                weight += share.weight;
                missing -= source.expected;
            }
        }
        let coverage = nano_ratio(u128::from(weight), u128::from(weight + missing));
        Presence {
            weight,
            coverage,
            enough: weight > 0 && coverage >= self.config.floor(),
        }
    }

    /// How many codes of sources there are.
    pub(super) fn width(&self) -> usize {
        self.sources.len()
    }

    /// Adds an answer to the sums of its source, or starts them with it.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "a call for each row takes half as long again"
    )]
    pub(super) fn add(&self, sums: &mut S, row: &Row, is_first: bool) {
        let decay = &self.decay[usize::from(row.source)];
        let (weight, days) = (decay.weight(row.age_days), -i64::from(row.age_days));
        sums.put(is_first, row.level, weight, days);
    }

    /// Level and coverage of the sums of one person and competency, one for each source; only
    /// those of sources that have answered, by their bits, are looked at.
    ///
    /// The same numbers as [`combine`], without the reasons.
    #[inline]
    pub(super) fn level(&self, sums: &[S], answered: u64) -> (Option<Nano>, Nano) {
        let (present, total) = S::gather(sums, answered, &self.shares);
        let known = self.known.get(present as usize).copied();
        let known = known.unwrap_or_else(|| self.presence(present));
        let level = known.enough.then(|| S::level(total, known.weight));
        (level, known.coverage)
    }

    /// Level and coverage with all their reasons.
    pub(super) fn explain(&self, sums: &[S], answered: u64) -> Combined {
        let known = self.sources.iter().zip(sums).enumerate();
        let readings: Vec<Reading<'_, S>> = known
            .filter(|(bit, _)| answered >> bit & 1 == 1)
            .map(|(_, (source, sums))| Reading {
                kind: source.kind,
                unit: None,
                of_unit: None,
                sums: *sums,
                raters: sums.answers(),
            })
            .collect();
        let weights = self.config.weights(self.as_of).seen_after(0);
        combine(&readings, &weights, self.config.floor())
    }
}

/// The rule of a kind, if its weights fit on this day.
fn rule(
    config: &ScoreConfig,
    kind: SourceKind,
    as_of: NaiveDate,
) -> Result<&SourceRule, ColumnsError> {
    let rule = config
        .place(kind)
        .map(|place| &config.sources()[place])
        .ok_or(ColumnsError::NoRule { kind })?;
    match config.last_day(kind).filter(|last| as_of > *last) {
        Some(last) => Err(ColumnsError::BeyondLandmark { kind, last }),
        None => Ok(rule),
    }
}

fn expected_weight(rule: &SourceRule) -> u64 {
    if rule.expected {
        integer_weight(rule) as u64
    } else {
        0
    }
}
