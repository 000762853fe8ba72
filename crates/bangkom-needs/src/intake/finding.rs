use bangkom_domain::finding::Sensitive;
use bangkom_domain::id::{CompetencyId, EvidenceId, PersonId, SourceId, UnitId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What was found in the evidence; the records that are right are kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub enum EvidenceFinding {
    /// One source is declared twice in the same words; it counts once.
    #[serde(rename = "needs.repeated_source")]
    RepeatedSource {
        /// The source.
        source: SourceId,
    },
    /// Two declarations of one source differ; both are set aside.
    #[serde(rename = "needs.conflicting_source")]
    ConflictingSource {
        /// The source.
        source: SourceId,
    },
    /// The policy has no rule for the kind of a source; its records do not count.
    #[serde(rename = "needs.source_without_rule")]
    SourceWithoutRule {
        /// The source.
        source: SourceId,
    },
    /// The same record came more than once; it counts once.
    #[serde(rename = "needs.repeated_record")]
    RepeatedRecord {
        /// The record.
        record: EvidenceId,
        /// How often it came.
        times: u32,
    },
    /// Records of one id differ; all of them are set aside.
    #[serde(rename = "needs.conflicting_record")]
    ConflictingRecord {
        /// The record.
        record: EvidenceId,
        /// How often it came.
        times: u32,
    },
    /// The record names a source that is not declared.
    #[serde(rename = "needs.unknown_source")]
    UnknownSource {
        /// The record.
        record: EvidenceId,
        /// The source named.
        source: SourceId,
    },
    /// A record, or a cause mark where there is none, is about a person not on the roster.
    #[serde(rename = "needs.unknown_person")]
    UnknownPerson {
        /// The record.
        record: Option<EvidenceId>,
        /// The person named.
        person: PersonId,
    },
    /// A record, or a cause mark where there is none, is about a unit not on the roster.
    #[serde(rename = "needs.unknown_unit")]
    UnknownUnit {
        /// The record.
        record: Option<EvidenceId>,
        /// The unit named.
        unit: UnitId,
    },
    /// A record, or a cause mark where there is none, names a competency not in the catalog.
    #[serde(rename = "needs.unknown_competency")]
    UnknownCompetency {
        /// The record.
        record: Option<EvidenceId>,
        /// The competency named.
        competency: CompetencyId,
    },
    /// The value is not a finite number.
    #[serde(rename = "needs.value_not_a_number")]
    NotANumber {
        /// The record.
        record: EvidenceId,
    },
    /// The value lies outside the declared scale.
    #[serde(rename = "needs.value_off_scale")]
    OffScale {
        /// The record.
        record: EvidenceId,
        /// The source with the scale.
        source: SourceId,
        /// The value given.
        given: Sensitive<String>,
    },
    /// The record, or a cause mark where there is none, is dated after the day of the analysis.
    #[serde(rename = "needs.future_date")]
    FutureDate {
        /// The record.
        record: Option<EvidenceId>,
        /// Its date.
        date: NaiveDate,
    },
    /// The record stands for no answer at all, or for more than a million.
    #[serde(rename = "needs.count_out_of_range")]
    CountOutOfRange {
        /// The record.
        record: EvidenceId,
        /// The count given.
        count: u32,
    },
    /// The exposure is negative or not a finite number; the record counts without it.
    #[serde(rename = "needs.bad_exposure")]
    BadExposure {
        /// The record.
        record: EvidenceId,
    },
    /// The rater is the person rated, but the source is not a rating of oneself.
    ///
    /// Found only where the caller gives raters the ids of persons.
    #[serde(rename = "needs.rates_oneself")]
    RatesOneself {
        /// The record.
        record: EvidenceId,
        /// The source.
        source: SourceId,
    },
    /// A rate is stated over no case at all, so that nothing stands behind it.
    #[serde(rename = "needs.rate_without_cases")]
    RateWithoutCases {
        /// The record.
        record: EvidenceId,
        /// The source.
        source: SourceId,
    },
    /// A source that speaks of persons is used about a unit.
    #[serde(rename = "needs.personal_evidence_about_unit")]
    PersonalEvidenceAboutUnit {
        /// The record.
        record: EvidenceId,
    },
    /// A record about a unit names a competency itself, past the links of the policy.
    #[serde(rename = "needs.unit_names_competency")]
    UnitNamesCompetency {
        /// The record.
        record: EvidenceId,
        /// The competency.
        competency: CompetencyId,
    },
    /// A survey element or complaint is attached to a person, or a source that speaks of units.
    #[serde(rename = "needs.unit_evidence_about_person")]
    UnitEvidenceAboutPerson {
        /// The record.
        record: EvidenceId,
    },
    /// No link of the policy says which competency an aspect is about.
    #[serde(rename = "needs.unlinked_aspect")]
    UnlinkedAspect {
        /// The aspect, by code.
        aspect: String,
        /// How many records speak of it.
        records: u32,
    },
    /// The record is so old that it has no weight left.
    #[serde(rename = "needs.faded_record")]
    Faded {
        /// The record.
        record: EvidenceId,
    },
}
