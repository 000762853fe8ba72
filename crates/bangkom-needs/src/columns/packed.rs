use bangkom_domain::evidence::SourceKind;

use super::reader::Row;
use crate::exact::{GridLevel, LEVEL_BITS};

/// Levels 1 to 5 in steps of 2^-24, counted from level 1.
const LEVEL_WIDTH: u32 = LEVEL_BITS + 3;
const AGE_WIDTH: u32 = u16::BITS;
const SOURCE_WIDTH: u32 = 5;
const _: () = assert!(SourceKind::ALL.len() <= 1 << SOURCE_WIDTH);

/// A row without its person in 64 bits: competency 16, source 5, age 16, level 27.
///
/// Two halves, because four bytes of key and a whole word would take sixteen bytes and not
/// twelve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct PackedRow([u32; 2]);

impl PackedRow {
    #[inline]
    pub(super) fn new(row: &Row) -> Self {
        let mut word = u64::from(row.competency);
        word = (word << SOURCE_WIDTH) | u64::from(row.source);
        word = (word << AGE_WIDTH) | u64::from(row.age_days);
        word = (word << LEVEL_WIDTH) | u64::from(row.level.steps() - GridLevel::LEAST.steps());
        Self([word as u32, (word >> 32) as u32])
    }

    #[inline]
    pub(super) fn row(self) -> Row {
        let mask = |bits: u32| (1_u64 << bits) - 1;
        let word = u64::from(self.0[0]) | (u64::from(self.0[1]) << 32);
        let steps = (word & mask(LEVEL_WIDTH)) as u32 + GridLevel::LEAST.steps();
        let word = word >> LEVEL_WIDTH;
        let age_days = (word & mask(AGE_WIDTH)) as u32;
        let word = word >> AGE_WIDTH;
        Row {
            competency: (word >> SOURCE_WIDTH) as u16,
            source: (word & mask(SOURCE_WIDTH)) as u8,
            level: GridLevel::from_steps(steps),
            age_days,
        }
    }
}
