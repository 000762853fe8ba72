use bangkom_domain::id::ProgramId;
use bangkom_domain::json::Document;
use serde::{Deserialize, Serialize};

use super::CertificateRow;

/// The version of the certificate document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum CertificateSchema {
    /// The first version.
    #[default]
    #[serde(rename = "training-certificate/1")]
    V1,
}

/// A proof that no plan of a problem is better than a bound.
///
/// It assumes nothing of who made it: any multipliers that are not negative prove some bound.
///
/// ```
/// use bangkom_domain::json;
/// use bangkom_schedule::certificate::Certificate;
///
/// let text = r#"{
///   "schema": "training-certificate/1",
///   "target": { "value": { "mandatory_unseated": 3 } },
///   "scale_bits": 16,
///   "bound": 2100,
///   "leaves": [{ "multipliers": [{ "row": { "room": { "room": "HALL" } }, "value": 98304 }] }]
/// }"#;
/// let certificate: Certificate = json::read(text)?;
/// assert_eq!(certificate.leaves[0].multipliers[0].row.to_string(), "room HALL");
/// # Ok::<(), json::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// The version of this form.
    pub schema: CertificateSchema,
    /// What is bounded.
    pub target: CertificateTarget,
    /// Multipliers are in units of 2^-`scale_bits`; at most 40.
    pub scale_bits: u8,
    /// The bound that is claimed: the least number of mandatory claims without a seat, or the
    /// greatest sum of values.
    pub bound: i64,
    /// The parts into which the plans are split; together they hold every plan.
    pub leaves: Vec<CertificateLeaf>,
}

impl Document for Certificate {
    const SCHEMA: &'static str = "training-certificate/1";
}

/// What a certificate bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificateTarget {
    /// From below, how many mandatory claims have no seat, in any feasible plan.
    MandatoryUnseated,
    /// From above, the sum of the values of the claims with a seat, in any feasible plan that
    /// leaves at most this many mandatory claims without one.
    #[serde(rename = "value")]
    Value {
        /// What is assumed of the plans; nothing where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mandatory_unseated: Option<u32>,
    },
}

/// A part of the plans, and the multipliers that bound it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateLeaf {
    /// The programs whose number of new batches is limited in this part, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub batches: Vec<BatchInterval>,
    /// The multipliers of rows, each row once; those that are absent are 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub multipliers: Vec<Multiplier>,
}

/// Numbers of batches of a program, beside those that stand already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BatchInterval {
    /// The program.
    pub program: ProgramId,
    /// The least number.
    pub least: u32,
    /// The greatest number.
    pub greatest: u32,
}

/// What one unit of a row's right side is worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Multiplier {
    /// The row.
    pub row: CertificateRow,
    /// The worth, in units of 2^-`scale_bits`; not negative.
    pub value: i64,
}
