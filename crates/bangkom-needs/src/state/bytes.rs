use uuid::Uuid;

use super::sums::Book;
use super::{ScoreConfig, ScoreMode, ScoreState};
use crate::exact::{FastSums, SourceSums, Sums};

const MAGIC: [u8; 4] = *b"bksc";
const VERSION: u8 = 1;

/// Why bytes are no state of a configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BytesError {
    /// They do not start like a state.
    #[error("the bytes are no score state")]
    NotAState,
    /// They have a version that is not known here.
    #[error("the state has version {found}, known is 1")]
    Version {
        /// The version found.
        found: u8,
    },
    /// The state was made under another configuration, landmark or mode.
    #[error("the state was made under another configuration, landmark or mode")]
    OtherConfig,
    /// They end too early, go on too long, or hold numbers that no answers add up to.
    #[error("the state is damaged at byte {at}")]
    Damaged {
        /// The place, counted from 0.
        at: usize,
    },
}

impl ScoreState {
    /// The state as bytes, little-endian: magic, version, fingerprint, newest day, then the sums of each
    /// source by its place.
    ///
    /// In exact mode equal answers give equal bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.push(VERSION);
        bytes.extend(self.fingerprint.as_bytes());
        bytes.extend(self.newest.to_le_bytes());
        match &self.book {
            Book::Exact(list) => {
                for (place, sums) in list {
                    let (wide, answers, days, only) = sums.parts();
                    head(&mut bytes, *place, answers, days);
                    bytes.extend(only.to_le_bytes());
                    let kept = if answers == 1 { &wide[..2] } else { &wide[..] };
                    bytes.extend(kept.iter().flat_map(|part| part.to_le_bytes()));
                }
            }
            Book::Fast(list) => {
                for (place, sums) in list {
                    let (parts, answers, days) = sums.parts();
                    head(&mut bytes, *place, answers, days);
                    bytes.extend(parts.iter().flat_map(|part| part.to_le_bytes()));
                }
            }
        }
        bytes
    }

    /// The state that these bytes hold.
    ///
    /// # Errors
    /// [`BytesError`] when they are no state, of another version or configuration, or damaged.
    pub fn from_bytes(config: &ScoreConfig, bytes: &[u8]) -> Result<Self, BytesError> {
        let mut reader = Reader { bytes, at: 0 };
        if reader.take::<4>() != Ok(MAGIC) {
            return Err(BytesError::NotAState);
        }
        let found = u8::from_le_bytes(reader.take()?);
        if found != VERSION {
            return Err(BytesError::Version { found });
        }
        if Uuid::from_bytes(reader.take()?) != config.fingerprint() {
            return Err(BytesError::OtherConfig);
        }
        let newest = i64::from_le_bytes(reader.take()?);
        let places = config.sources().len();
        let book = match config.mode() {
            ScoreMode::Exact => Book::Exact(reader.list(places, Reader::exact)?),
            ScoreMode::Fast => Book::Fast(reader.list(places, Reader::fast)?),
        };
        Ok(Self {
            fingerprint: config.fingerprint(),
            newest,
            book,
        })
    }
}

fn head(bytes: &mut Vec<u8>, place: u8, answers: u64, days: i64) {
    bytes.push(place);
    bytes.extend(answers.to_le_bytes());
    bytes.extend(days.to_le_bytes());
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], BytesError> {
        let part = self.bytes.get(self.at..self.at + N);
        let part = part.and_then(|part| part.try_into().ok());
        self.at += if part.is_some() { N } else { 0 };
        part.ok_or(self.damaged())
    }

    const fn damaged(&self) -> BytesError {
        BytesError::Damaged { at: self.at }
    }

    fn list<S: Sums>(
        &mut self,
        places: usize,
        read: fn(&mut Self, u64, i64) -> Result<S, BytesError>,
    ) -> Result<Vec<(u8, S)>, BytesError> {
        let mut list: Vec<(u8, S)> = Vec::new();
        while self.at < self.bytes.len() {
            let start = BytesError::Damaged { at: self.at };
            let place = u8::from_le_bytes(self.take()?);
            let ascending = list.last().is_none_or(|(last, _)| *last < place);
            let answers = u64::from_le_bytes(self.take()?);
            let days = i64::from_le_bytes(self.take()?);
            let sums = read(self, answers, days)?;
            if !ascending || usize::from(place) >= places || answers == 0 || !sums.is_possible() {
                return Err(start);
            }
            list.push((place, sums));
        }
        Ok(list)
    }

    fn exact(&mut self, answers: u64, days: i64) -> Result<SourceSums, BytesError> {
        let only = u32::from_le_bytes(self.take()?);
        let mut wide = [0; 6];
        let kept = if answers == 1 { 2 } else { 6 };
        for part in &mut wide[..kept] {
            *part = u128::from_le_bytes(self.take()?);
        }
        Ok(SourceSums::from_parts(wide, answers, days, only))
    }

    fn fast(&mut self, answers: u64, days: i64) -> Result<FastSums, BytesError> {
        let mut parts = [0.0; 4];
        for part in &mut parts {
            *part = f64::from_le_bytes(self.take()?);
        }
        Ok(FastSums::from_parts(parts, answers, days))
    }
}
