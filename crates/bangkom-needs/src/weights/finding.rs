use bangkom_domain::Language;
use bangkom_domain::evidence::SourceKind;
use bangkom_domain::finding::{Explain, Findings, Place, Severity};
use serde::{Deserialize, Serialize};

/// What is wrong with weights or judgements; rows and columns count from 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub enum WeightFinding {
    /// There is nothing to weigh.
    #[serde(rename = "needs.weight_none")]
    Nothing,
    /// A weight is negative, infinite or not a number.
    #[serde(rename = "needs.weight_not_usable")]
    NotUsable {
        /// Which weight.
        position: usize,
        /// The weight, as text.
        given: String,
    },
    /// All weights are zero.
    #[serde(rename = "needs.weight_all_zero")]
    AllZero,
    /// There are more or fewer weights than sources.
    #[serde(rename = "needs.weight_count")]
    Count {
        /// How many are needed.
        needed: usize,
        /// How many there are.
        got: usize,
    },
    /// A kind of source has two weights.
    #[serde(rename = "needs.weight_twice")]
    Twice {
        /// The kind.
        kind: SourceKind,
    },
    /// A row of judgements has not as many cells as there are rows.
    #[serde(rename = "needs.judgement_not_square")]
    NotSquare {
        /// The row.
        row: usize,
        /// How many cells it needs.
        needed: usize,
        /// How many it has.
        got: usize,
    },
    /// A judgement is not a number from 1/1000 to 1000.
    #[serde(rename = "needs.judgement_out_of_range")]
    JudgementRange {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
        /// The judgement, as text.
        given: String,
    },
    /// Something is compared with itself and found unequal.
    #[serde(rename = "needs.judgement_diagonal")]
    Diagonal {
        /// The row, and the column.
        row: usize,
        /// The judgement, as text.
        given: String,
    },
    /// Two judgements of one pair are not each other's inverse.
    #[serde(rename = "needs.judgement_not_reciprocal")]
    NotReciprocal {
        /// The row of the one above the diagonal.
        row: usize,
        /// Its column.
        column: usize,
        /// The judgement above the diagonal, as text.
        given: String,
        /// The one below, as text.
        mirrored: String,
    },
    /// Judges of one group compared different numbers of things.
    #[serde(rename = "needs.judgement_sizes")]
    Sizes {
        /// Which judge.
        judge: usize,
        /// How many things the first judge compared.
        needed: usize,
        /// How many this one compared.
        got: usize,
    },
}

/// Why no weights were made: everything that is wrong with what was given.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("the weights have {} problems", findings.len())]
pub struct WeightsError {
    findings: Findings<WeightFinding>,
}

impl WeightsError {
    /// Fails when something was found.
    pub(super) fn unless_empty(found: Vec<WeightFinding>) -> Result<(), Self> {
        if found.is_empty() {
            return Ok(());
        }
        let findings = Findings::new(found);
        Err(Self { findings })
    }

    /// Everything that is wrong, never empty.
    pub fn findings(&self) -> &Findings<WeightFinding> {
        &self.findings
    }
}

impl Explain for WeightFinding {
    fn code(&self) -> &'static str {
        match self {
            Self::Nothing => "needs.weight_none",
            Self::NotUsable { .. } => "needs.weight_not_usable",
            Self::AllZero => "needs.weight_all_zero",
            Self::Count { .. } => "needs.weight_count",
            Self::Twice { .. } => "needs.weight_twice",
            Self::NotSquare { .. } => "needs.judgement_not_square",
            Self::JudgementRange { .. } => "needs.judgement_out_of_range",
            Self::Diagonal { .. } => "needs.judgement_diagonal",
            Self::NotReciprocal { .. } => "needs.judgement_not_reciprocal",
            Self::Sizes { .. } => "needs.judgement_sizes",
        }
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn place(&self) -> Place {
        match self {
            Self::Nothing | Self::AllZero | Self::Count { .. } => Place::default().field("weights"),
            Self::NotUsable { position, .. } => {
                Place::default().field(format!("weights[{position}]"))
            }
            Self::Twice { kind } => Place::record(kind.code()).field("weights"),
            Self::NotSquare { row, .. } => Place::default().field(format!("judgements[{row}]")),
            Self::JudgementRange { row, column, .. } | Self::NotReciprocal { row, column, .. } => {
                Place::default().field(format!("judgements[{row}][{column}]"))
            }
            Self::Diagonal { row, .. } => {
                Place::default().field(format!("judgements[{row}][{row}]"))
            }
            Self::Sizes { judge, .. } => Place::default().field(format!("judges[{judge}]")),
        }
    }

    fn text(&self, language: Language) -> String {
        match language {
            Language::Id => self.text_id(),
            Language::En => self.text_en(),
        }
    }

    fn action(&self, language: Language) -> String {
        match language {
            Language::Id => self.action_id(),
            Language::En => self.action_en(),
        }
        .to_owned()
    }
}

impl WeightFinding {
    fn text_id(&self) -> String {
        match self {
            Self::Nothing => "tidak ada yang diberi bobot".to_owned(),
            Self::NotUsable { position, given } => {
                format!("bobot ke-{position} ({given}) negatif atau bukan bilangan")
            }
            Self::AllZero => "semua bobot nol".to_owned(),
            Self::Count { needed, got } => {
                format!("diperlukan {needed} bobot, diberikan {got}")
            }
            Self::Twice { kind } => {
                format!("sumber {} diberi bobot dua kali", kind.label(Language::Id))
            }
            Self::NotSquare { row, needed, got } => {
                format!("baris {row} matriks perbandingan punya {got} sel, seharusnya {needed}")
            }
            Self::JudgementRange { row, column, given } => format!(
                "perbandingan baris {row} kolom {column} ({given}) bukan bilangan 1/1000 sampai 1000"
            ),
            Self::Diagonal { row, given } => {
                format!("unsur {row} dibandingkan dengan dirinya sendiri: {given}, seharusnya 1")
            }
            Self::NotReciprocal {
                row,
                column,
                given,
                mirrored,
            } => format!(
                "baris {row} kolom {column} ({given}) dan kebalikannya ({mirrored}) tidak saling berkebalikan"
            ),
            Self::Sizes { judge, needed, got } => {
                format!("penilai {judge} membandingkan {got} unsur, penilai pertama {needed}")
            }
        }
    }

    fn text_en(&self) -> String {
        match self {
            Self::Nothing => "there is nothing to weigh".to_owned(),
            Self::NotUsable { position, given } => {
                format!("weight {position} ({given}) is negative or not a number")
            }
            Self::AllZero => "all weights are zero".to_owned(),
            Self::Count { needed, got } => format!("{needed} weights are needed, got {got}"),
            Self::Twice { kind } => {
                format!("the source {} has two weights", kind.label(Language::En))
            }
            Self::NotSquare { row, needed, got } => {
                format!("row {row} of the judgements has {got} cells and needs {needed}")
            }
            Self::JudgementRange { row, column, given } => format!(
                "the judgement in row {row}, column {column} ({given}) is not a number from 1/1000 to 1000"
            ),
            Self::Diagonal { row, given } => {
                format!("item {row} is compared with itself as {given}, not as 1")
            }
            Self::NotReciprocal {
                row,
                column,
                given,
                mirrored,
            } => format!(
                "row {row}, column {column} ({given}) and its mirror ({mirrored}) are not each other's inverse"
            ),
            Self::Sizes { judge, needed, got } => {
                format!("judge {judge} compared {got} items, the first judge {needed}")
            }
        }
    }

    const fn action_id(&self) -> &'static str {
        match self {
            Self::Nothing => "sebut sekurangnya satu sumber",
            Self::NotUsable { .. } => "isi dengan bilangan nol atau lebih",
            Self::AllZero => "beri bobot pada sekurangnya satu sumber",
            Self::Count { .. } => "beri satu bobot untuk setiap sumber",
            Self::Twice { .. } => "pertahankan satu saja",
            Self::NotSquare { .. } => "lengkapi baris itu",
            Self::JudgementRange { .. } => "isi dengan skala 1/9 sampai 9",
            Self::Diagonal { .. } => "isi diagonal dengan 1",
            Self::NotReciprocal { .. } => {
                "perbaiki salah satu, atau berikan bagian atas diagonal saja"
            }
            Self::Sizes { .. } => "minta semua penilai membandingkan unsur yang sama",
        }
    }

    const fn action_en(&self) -> &'static str {
        match self {
            Self::Nothing => "name at least one source",
            Self::NotUsable { .. } => "give a number of zero or more",
            Self::AllZero => "give a weight to at least one source",
            Self::Count { .. } => "give each source one weight",
            Self::Twice { .. } => "keep one of them",
            Self::NotSquare { .. } => "complete the row",
            Self::JudgementRange { .. } => "use the scale from 1/9 to 9",
            Self::Diagonal { .. } => "fill the diagonal with 1",
            Self::NotReciprocal { .. } => "correct one of them, or give the upper triangle alone",
            Self::Sizes { .. } => "let all judges compare the same items",
        }
    }
}
