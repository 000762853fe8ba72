use thiserror::Error;

/// Why a table could not be read or written at all.
///
/// What is wrong inside a table is a [`TableFinding`](crate::TableFinding), not an error.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct TableError(#[from] Repr);

#[derive(Debug, Error)]
pub(crate) enum Repr {
    #[error("the table could not be read: {0}")]
    Read(#[source] std::io::Error),
    #[error("the table could not be written: {0}")]
    Write(#[source] csv::Error),
}

impl TableError {
    /// Whether the reader or writer that was passed in failed; always so at present.
    pub fn is_io(&self) -> bool {
        match &self.0 {
            Repr::Read(_) => true,
            Repr::Write(error) => error.is_io_error(),
        }
    }

    pub(crate) fn read(error: std::io::Error) -> Self {
        Repr::Read(error).into()
    }

    pub(crate) fn write(error: csv::Error) -> Self {
        Repr::Write(error).into()
    }
}
