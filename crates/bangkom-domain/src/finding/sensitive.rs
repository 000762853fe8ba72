use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Language;

/// What a text looks like without what it says.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// All characters.
    pub characters: usize,
    /// ASCII digits among them.
    pub digits: usize,
    /// White space among them, non-breaking space included.
    pub spaces: usize,
    /// Whether it reads like a number in scientific notation.
    pub exponent: bool,
}

impl Shape {
    /// The shape of a text.
    ///
    /// ```
    /// use bangkom_domain::finding::Shape;
    ///
    /// let shape = Shape::of("1.96608E+17");
    /// assert_eq!(shape.to_string(), "11 characters, 8 digits, an exponent");
    /// ```
    pub fn of(text: &str) -> Self {
        Self {
            characters: text.chars().count(),
            digits: text.chars().filter(char::is_ascii_digit).count(),
            spaces: text.chars().filter(|c| c.is_whitespace()).count(),
            exponent: has_exponent(text.trim()),
        }
    }

    /// The shape in words; `Display` gives the English ones.
    ///
    /// ```
    /// use bangkom_domain::{Language, finding::Shape};
    ///
    /// let shape = Shape::of("1.96608E+17");
    /// assert_eq!(shape.text(Language::Id), "11 karakter, 8 angka, bentuk eksponen");
    /// ```
    pub fn text(&self, language: Language) -> String {
        let (characters, digits, spaces, exponent) = match language {
            Language::Id => ("karakter", "angka", "spasi", "bentuk eksponen"),
            Language::En => ("characters", "digits", "spaces", "an exponent"),
        };
        let mut parts = vec![
            format!("{} {characters}", self.characters),
            format!("{} {digits}", self.digits),
        ];
        if self.spaces > 0 {
            parts.push(format!("{} {spaces}", self.spaces));
        }
        if self.exponent {
            parts.push(exponent.to_owned());
        }
        parts.join(", ")
    }
}

fn has_exponent(text: &str) -> bool {
    text.split_once(['e', 'E'])
        .is_some_and(|(mantissa, exponent)| {
            let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            mantissa.starts_with(|c: char| c.is_ascii_digit())
                && !exponent.is_empty()
                && exponent.bytes().all(|byte| byte.is_ascii_digit())
        })
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::En))
    }
}

/// A value given in some input, shown only as far as its field allows.
///
/// Of a personal field, text, `Debug` and JSON show the [`Shape`]; [`reveal`](Self::reveal)
/// gives the value to a caller who may see it. Of any other field they show the value.
///
/// ```
/// use bangkom_domain::finding::Sensitive;
///
/// let number = Sensitive::personal("196608011988031001".to_owned());
/// assert_eq!(number.to_string(), "18 characters, 18 digits");
/// assert_eq!(number.reveal().map(String::as_str), Some("196608011988031001"));
/// assert_eq!(Sensitive::open("DPMPTSP".to_owned()).to_string(), "\"DPMPTSP\"");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Sensitive<T> {
    /// A value that anyone may see.
    Open(T),
    /// A value of a personal field: JSON carries the shape and leaves the value behind.
    Personal {
        /// What it looks like.
        shape: Shape,
        /// What it is; absent after a passage through JSON.
        #[serde(skip, default = "Option::default")]
        value: Option<T>,
    },
}

impl<T: AsRef<str>> Sensitive<T> {
    /// A value that anyone may see.
    pub fn open(value: T) -> Self {
        Self::Open(value)
    }

    /// A value of a personal field.
    pub fn personal(value: T) -> Self {
        Self::Personal {
            shape: Shape::of(value.as_ref()),
            value: Some(value),
        }
    }

    /// The value itself, for a caller who may see it; `None` when only the shape is left.
    pub fn reveal(&self) -> Option<&T> {
        match self {
            Self::Open(value) => Some(value),
            Self::Personal { value, .. } => value.as_ref(),
        }
    }

    /// The value or its shape, in words of this language; `Display` gives the English ones.
    ///
    /// ```
    /// use bangkom_domain::{Language, finding::Sensitive};
    ///
    /// let score = Sensitive::personal("4 5");
    /// assert_eq!(score.text(Language::Id), "3 karakter, 2 angka, 1 spasi");
    /// assert_eq!(Sensitive::open("DPMPTSP").text(Language::Id), "\"DPMPTSP\"");
    /// ```
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Open(value) => format!("{:?}", value.as_ref()),
            Self::Personal { shape, .. } => shape.text(language),
        }
    }
}

impl<T: AsRef<str>> fmt::Display for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::En))
    }
}

impl<T: AsRef<str>> fmt::Debug for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
