use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The greatest length of a code, in characters.
const MAX_LENGTH: usize = 64;

/// Why a text is not a code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CodeError {
    /// The text is empty.
    #[error("a code has at least one character")]
    Empty,
    /// The text is longer than 64 characters.
    #[error("a code has at most {MAX_LENGTH} characters, got {length}")]
    TooLong {
        /// The length given.
        length: usize,
    },
    /// A character is not visible ASCII.
    #[error("a code holds visible ASCII characters only, not the one at position {position}")]
    NotVisibleAscii {
        /// Its position, counted in characters from 1.
        position: usize,
    },
}

fn check(text: &str) -> Result<(), CodeError> {
    if text.is_empty() {
        return Err(CodeError::Empty);
    }
    if let Some(position) = text.chars().position(|c| !c.is_ascii_graphic()) {
        return Err(CodeError::NotVisibleAscii {
            position: position + 1,
        });
    }
    if text.len() > MAX_LENGTH {
        return Err(CodeError::TooLong { length: text.len() });
    }
    Ok(())
}

macro_rules! code_ids {
    ($( $(#[$meta:meta])* $name:ident; )+) => { $(
        $(#[$meta])*
        ///
        /// One to 64 visible ASCII characters, ordered by bytes.
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id with this code.
            ///
            /// # Errors
            /// [`CodeError`] when the text is empty, longer than 64 characters, or holds
            /// anything but visible ASCII.
            pub fn new(code: impl AsRef<str>) -> Result<Self, CodeError> {
                let code = code.as_ref();
                check(code)?;
                Ok(Self(Arc::from(code)))
            }

            /// The code.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = CodeError;

            fn try_from(code: String) -> Result<Self, CodeError> {
                Self::new(code)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.as_ref().to_owned()
            }
        }

        impl FromStr for $name {
            type Err = CodeError;

            fn from_str(code: &str) -> Result<Self, CodeError> {
                Self::new(code)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
    )+ };
}

code_ids! {
    /// The code of an organisational unit.
    #[doc(alias = "perangkat daerah")]
    #[doc(alias = "OPD")]
    UnitId;
    /// The code of a position.
    #[doc(alias = "jabatan")]
    PositionId;
    /// The code of a competency.
    #[doc(alias = "kompetensi")]
    CompetencyId;
    /// The code of a training program.
    #[doc(alias = "program pelatihan")]
    ProgramId;
    /// The code of a module of a program.
    #[doc(alias = "mata pelatihan")]
    ModuleId;
    /// The code of a batch; the solver numbers batches `PROGRAM/b02`.
    #[doc(alias = "angkatan")]
    BatchId;
    /// The code of a cohort, whose people attend several batches together.
    #[doc(alias = "rombongan")]
    CohortId;
    /// The code of a session; the solver numbers sessions `PROGRAM/b02/s1`.
    #[doc(alias = "sesi")]
    SessionId;
    /// The code of a room.
    #[doc(alias = "ruang")]
    RoomId;
    /// The code of a feature of rooms, such as `computers`.
    FeatureId;
    /// The code of an instructor or invited expert.
    #[doc(alias = "widyaiswara")]
    #[doc(alias = "narasumber")]
    InstructorId;
    /// The code of a site where rooms and offices are.
    SiteId;
    /// The code of a source of funds.
    #[doc(alias = "sumber dana")]
    FundId;
    /// The code of a source of evidence.
    #[doc(alias = "sumber")]
    SourceId;
    /// The code of a measuring instrument: a test, questionnaire or checklist.
    InstrumentId;
    /// The code of a service indicator, such as a response time.
    #[doc(alias = "indikator")]
    IndicatorId;
    /// The code of an official who decides, as the caller's system knows the role.
    #[doc(alias = "pejabat")]
    OfficialId;
}
