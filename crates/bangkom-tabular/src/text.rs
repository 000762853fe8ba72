//! Bytes to text: encoding and separator.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The text of the bytes, and the encoding when it was not UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Option<&'static str>) {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    let (text, ..) = encoding.decode(bytes);
    (text, (encoding != UTF_8).then(|| encoding.name()))
}

/// The separator that stands most often in the first lines; the comma when none does.
pub(crate) fn separator(text: &str) -> u8 {
    const LINES: usize = 20;
    let count = |candidate: u8| {
        text.lines()
            .take(LINES)
            .flat_map(str::bytes)
            .filter(|byte| *byte == candidate)
            .count()
    };
    [b',', b';', b'\t', b'|']
        .into_iter()
        .rev()
        .max_by_key(|candidate| count(*candidate))
        .unwrap_or(b',')
}

/// A column name or code without case, spaces and punctuation.
pub(crate) fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_of_office_programs_are_read() {
        assert_eq!(decode("naïve".as_bytes()), (Cow::Borrowed("naïve"), None));
        assert_eq!(decode(b"na\xefve").0, "naïve");
        assert_eq!(decode(b"na\xefve").1, Some("windows-1252"));
        assert_eq!(decode(b"\xef\xbb\xbfnip").0, "nip");
        assert_eq!(decode(b"\xff\xfen\0i\0p\0").0, "nip");
    }

    #[test]
    fn the_separator_is_the_most_frequent_candidate() {
        assert_eq!(separator("a;b;c\n1,5;2;3"), b';');
        assert_eq!(separator("a,b\n1,2"), b',');
        assert_eq!(separator("a\tb\n"), b'\t');
        assert_eq!(separator("alone"), b',');
    }

    #[test]
    fn names_are_compared_without_case_and_punctuation() {
        assert_eq!(fold("PerilakuKerja_Nilai"), fold("perilaku kerja (nilai)"));
    }
}
