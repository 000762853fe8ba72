use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::enumeration::enumeration;

enumeration! {
    /// How sure we are that a preset says what its regulation says.
    Confidence {
        /// The text of the regulation was read.
        SourceRead => "source_read", "naskah dibaca", "source read";
        /// Slides, press or public code that agree; the text was not at hand.
        Secondary => "secondary", "sumber sekunder", "secondary";
        /// Not confirmed; absent unless the caller names it.
        Unverified => "unverified", "belum diverifikasi", "unverified";
    }
}

/// Where a preset comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The regulation, such as `PP 11/2017`.
    pub regulation: String,
    /// The article or annex, such as `Ps 203(4)`.
    pub article: String,
    /// The first day on which it holds, where known.
    pub effective_from: Option<NaiveDate>,
    /// The last day on which it holds, where it has ended.
    pub effective_to: Option<NaiveDate>,
    /// How sure we are.
    pub confidence: Confidence,
}

/// A preset that a result used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PresetUse {
    /// The name of the preset, such as `hours.pns_minimum`.
    pub preset: String,
    /// Where it comes from.
    pub source: Source,
}

/// The version of a set of rules that made a result.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleVersion {
    /// The rules, such as `needs.gap`.
    pub rules: String,
    /// Their version, such as `1`.
    pub version: String,
}

enumeration! {
    /// How far a result has gone on its way to an official decision.
    Standing {
        /// Made by the library; nobody has looked yet.
        Proposed => "proposed", "diusulkan", "proposed";
        /// Checked by an official of the agency.
        Verified => "verified", "diverifikasi", "verified";
        /// Decided by the authority.
        Decided => "decided", "ditetapkan", "decided";
    }
}

/// What a result was made from, and that it is a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// How far it has gone towards a decision.
    pub standing: Standing,
    /// The versions of the rules that made it.
    pub rules: Vec<RuleVersion>,
    /// The presets that it used.
    pub presets: Vec<PresetUse>,
    /// The SHA-256 of the canonical input in lower-case hexadecimal, where it was taken.
    pub input_sha256: Option<String>,
}

impl Provenance {
    /// A proposal made by one set of rules, from presets yet to be named.
    pub fn proposal(rules: &str, version: &str) -> Self {
        Self {
            standing: Standing::Proposed,
            rules: vec![RuleVersion {
                rules: rules.to_owned(),
                version: version.to_owned(),
            }],
            presets: Vec::new(),
            input_sha256: None,
        }
    }
}
