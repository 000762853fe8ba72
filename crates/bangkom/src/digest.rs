use std::fmt::Write;

use serde::Serialize;
use serde_json::Error;
use sha2::{Digest, Sha256};

/// The SHA-256 of an input in its canonical form, in lower-case hexadecimal.
///
/// The canonical form of a list of rows is the JSON text of each row on a line, the lines in
/// order: two inputs that differ in the order of their rows have the same digest.
///
/// ```
/// use bangkom::InputDigest;
///
/// let mut one = InputDigest::default();
/// one.rows("records", &["b", "a"])?;
/// let mut other = InputDigest::default();
/// other.rows("records", &["a", "b"])?;
/// assert_eq!(one.hex(), other.hex());
/// assert_eq!(one.hex().len(), 64);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct InputDigest(Sha256);

impl InputDigest {
    /// Adds rows whose order does not matter, under a name.
    ///
    /// # Errors
    /// The error of the JSON writer, when a row cannot be written.
    pub fn rows<T: Serialize>(&mut self, name: &str, rows: &[T]) -> Result<(), Error> {
        let mut lines = rows
            .iter()
            .map(serde_json::to_string)
            .collect::<Result<Vec<_>, _>>()?;
        lines.sort_unstable();
        self.line(name);
        for line in &lines {
            self.line(line);
        }
        Ok(())
    }

    /// Adds one value whose order matters, under a name.
    ///
    /// # Errors
    /// The error of the JSON writer, when the value cannot be written.
    pub fn value<T: Serialize>(&mut self, name: &str, value: &T) -> Result<(), Error> {
        self.line(name);
        self.line(&serde_json::to_string(value)?);
        Ok(())
    }

    fn line(&mut self, text: &str) {
        self.0.update(text.as_bytes());
        self.0.update(b"\n");
    }

    /// The digest of all that was added so far.
    pub fn hex(&self) -> String {
        self.0
            .clone()
            .finalize()
            .iter()
            .fold(String::with_capacity(64), |mut hex, byte| {
                // Writing to a string cannot fail.
                let _ = write!(hex, "{byte:02x}");
                hex
            })
    }
}
