//! What the example is asked on the command line.

use std::path::PathBuf;

use bangkom::domain::Language;
use lexopt::prelude::*;

/// Which city.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scale {
    /// The eight agencies whose files are in the data folder.
    Agencies,
    /// An invented city of 23,000.
    City,
}

/// The options of the example.
#[derive(Debug)]
pub(crate) struct Args {
    /// The language of what is printed.
    pub(crate) language: Language,
    /// Which city.
    pub(crate) scale: Scale,
    /// Where documents are written, if anywhere.
    pub(crate) out: Option<PathBuf>,
}

impl Args {
    /// The options given.
    pub(crate) fn from_env() -> Result<Self, lexopt::Error> {
        let mut args = Self {
            language: Language::Id,
            scale: Scale::Agencies,
            out: None,
        };
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("lang") => args.language = parser.value()?.parse_with(language)?,
                Long("scale") => args.scale = parser.value()?.parse_with(scale)?,
                Long("out") => args.out = Some(parser.value()?.into()),
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(args)
    }
}

fn language(text: &str) -> Result<Language, &'static str> {
    match text {
        "id" => Ok(Language::Id),
        "en" => Ok(Language::En),
        _ => Err("the language is id or en"),
    }
}

fn scale(text: &str) -> Result<Scale, &'static str> {
    match text {
        "agencies" => Ok(Scale::Agencies),
        "city" => Ok(Scale::City),
        _ => Err("the scale is agencies or city"),
    }
}
