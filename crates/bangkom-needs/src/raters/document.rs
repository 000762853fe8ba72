use bangkom_domain::evidence::SourceKind;
use bangkom_domain::finding::Findings;
use bangkom_domain::id::{CompetencyId, PersonId, RaterId};
use bangkom_domain::json::Document;
use bangkom_domain::measure::Nano;
use bangkom_domain::preset::Provenance;
use bangkom_domain::privacy::Personal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Figure, RaterAgreement};
use crate::intake::EvidenceFinding;

/// The version of the report on raters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum RaterReportSchema {
    /// The first version.
    #[default]
    #[serde(rename = "bangkom.rater_report/1")]
    V1,
}

/// How severe raters are, how far they agree, and levels freed of severity: a proposal.
#[doc(alias = "keketatan penilai")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RaterReport {
    /// The version of this form.
    pub schema: RaterReportSchema,
    /// What it was made from.
    pub provenance: Provenance,
    /// The day on which the evidence was read.
    pub as_of: NaiveDate,
    /// One panel for each kind of source and competency with raters, in this order.
    pub panels: Vec<RaterPanel>,
    /// What was found in the evidence.
    pub findings: Findings<EvidenceFinding>,
}

impl Document for RaterReport {
    const SCHEMA: &'static str = "bangkom.rater_report/1";
}

/// All raters of one kind in one competency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RaterPanel {
    /// The kind of source.
    pub kind: SourceKind,
    /// The competency.
    pub competency: CompetencyId,
    /// How many ratings have a rater.
    pub ratings: u32,
    /// How many people were rated.
    pub people: u32,
    /// How many raters there are.
    pub raters: u32,
    /// Parts that no chain of shared ratings joins, ordered by the least person in them;
    /// severity and levels compare within a part only.
    pub parts: Vec<PanelPart>,
    /// What neither person nor rater explains: the standard deviation of the residuals, in
    /// levels.
    pub noise: Figure<f64>,
    /// The severity of each rater, by id, as far as it may be shown.
    pub severities: Vec<RaterSeverity>,
    /// How many raters are withheld: they gave few ratings, or could be found by subtraction.
    pub withheld_raters: u32,
    /// The level of each person, by id, as far as it may be shown.
    pub levels: Vec<AdjustedLevel>,
    /// How many people are withheld: few rated them, or they could be found by subtraction.
    pub withheld_people: u32,
    /// How far the raters agree.
    pub agreement: RaterAgreement,
}

/// The size of a part of a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanelPart {
    /// How many people were rated.
    pub people: u32,
    /// How many raters there are; with one, nothing can be said of severity.
    pub raters: u32,
}

/// How severe one rater is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RaterSeverity {
    /// The rater, under the pseudonym of the evidence.
    pub rater: RaterId,
    /// The place of its part in the panel.
    pub part: u32,
    /// How many ratings it gave.
    pub ratings: u32,
    /// How much less it gives than the average rater of the part, in 1e-9 levels; negative is
    /// lenient.
    pub severity: Personal<Nano>,
    /// The standard error of the severity, in 1e-9 levels; absent where it cannot be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<Personal<Nano>>,
    /// How much of the severity is added to its ratings, in 1e-9 levels: all, or less where it
    /// gave few.
    pub applied: Personal<Nano>,
}

/// The level of one person as the average rater would give it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdjustedLevel {
    /// Who.
    pub person: PersonId,
    /// The place of the part in the panel.
    pub part: u32,
    /// How many raters rated the person.
    pub raters: u32,
    /// The plain mean of the ratings, in 1e-9 levels.
    pub mean: Personal<Nano>,
    /// The mean of the ratings freed of severity, in 1e-9 levels; it may lie outside 1 to 5.
    pub adjusted: Personal<Nano>,
    /// The standard error of the adjusted level, in 1e-9 levels; absent where it cannot be
    /// known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<Personal<Nano>>,
}
