use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Occasion;
use crate::enumeration::enumeration;
use crate::id::{BatchId, InstrumentId, PersonId, ProgramId};
use crate::privacy::Personal;

enumeration! {
    /// How the participants of a program were chosen.
    Selection {
        /// Everybody in the post or unit.
        Everyone => "everyone", "semua yang berhak", "everybody";
        /// Those who asked.
        Volunteers => "volunteers", "sukarela", "volunteers";
        /// Those who scored low on the test that is the score before.
        LowScores => "low_scores", "yang nilainya rendah", "those who scored low";
        /// Named by their superior.
        Nominated => "nominated", "ditunjuk atasan", "named by the superior";
        /// By lot.
        Lot => "lot", "diundi", "by lot";
    }
}

enumeration! {
    /// How those measured without the program differ from those with it.
    Assignment {
        /// A lot decided who took part.
        Lot => "lot", "diundi", "by lot";
        /// They wait for a later batch.
        WaitingList => "waiting_list", "daftar tunggu", "waiting list";
        /// Other units or people, as they were.
        Existing => "existing", "kelompok yang ada", "existing group";
    }
}

enumeration! {
    /// How the tests before and after compare.
    TestForms {
        /// The same test twice.
        Same => "same", "tes yang sama", "the same test";
        /// Two forms shown to be equally hard.
        Equated => "equated", "bentuk yang disetarakan", "equated forms";
        /// Two forms of unknown difficulty.
        Different => "different", "bentuk berbeda", "different forms";
    }
}

/// How a program was measured: what decides what may be concluded.
#[doc(alias = "desain evaluasi")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StudyDesign {
    /// The program.
    pub program: ProgramId,
    /// How its participants were chosen, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selection: Option<Selection>,
    /// How those compared with came about, where there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assignment>,
    /// How the tests before and after compare, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forms: Option<TestForms>,
    /// Scores of all for whom a test is meant, before any choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub populations: Vec<TestPopulation>,
    /// Who gave the program, where it was not the city itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// Who gave batches that somebody else gave than the program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub batch_providers: Vec<BatchProvider>,
}

impl StudyDesign {
    /// The design of a program of which nothing is known yet.
    ///
    /// ```
    /// use bangkom_domain::id::ProgramId;
    /// use bangkom_domain::results::{Assignment, StudyDesign};
    ///
    /// let design = StudyDesign::new(ProgramId::new("PRIMA")?);
    /// let by_lot = StudyDesign { assignment: Some(Assignment::Lot), ..design };
    /// assert_eq!(by_lot.forms, None);
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    pub const fn new(program: ProgramId) -> Self {
        Self {
            program,
            selection: None,
            assignment: None,
            forms: None,
            populations: Vec::new(),
            provider: None,
            batch_providers: Vec::new(),
        }
    }

    /// Who gave a batch: the provider named for it, else that of the program.
    ///
    /// ```
    /// use bangkom_domain::id::{BatchId, ProgramId};
    /// use bangkom_domain::results::{BatchProvider, StudyDesign};
    ///
    /// let (first, second) = (BatchId::new("PRIMA/b01")?, BatchId::new("PRIMA/b02")?);
    /// let mut design = StudyDesign::new(ProgramId::new("PRIMA")?);
    /// design.provider = Some("BPSDM".to_owned());
    /// design.batch_providers = vec![BatchProvider { batch: second.clone(), provider: "USU".into() }];
    /// assert_eq!(design.provider_of(&first), Some("BPSDM"));
    /// assert_eq!(design.provider_of(&second), Some("USU"));
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    pub fn provider_of(&self, batch: &BatchId) -> Option<&str> {
        let mut own = self.batch_providers.iter();
        let own = own.find(|one| one.batch == *batch);
        own.map(|one| one.provider.as_str())
            .or(self.provider.as_deref())
    }
}

/// Who gave a batch.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BatchProvider {
    /// The batch.
    pub batch: BatchId,
    /// Who gave it.
    #[doc(alias = "penyelenggara")]
    pub provider: String,
}

/// The scores of all for whom a test is meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestPopulation {
    /// The test.
    pub instrument: InstrumentId,
    /// Their mean, on its scale.
    pub mean: f64,
    /// Their standard deviation, on its scale.
    pub deviation: f64,
}

/// A score of somebody without a seat in the program, measured alike, to compare with.
#[doc(alias = "kelompok pembanding")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComparisonScore {
    /// The program not taken part in.
    pub program: ProgramId,
    /// Who.
    pub person: PersonId,
    /// The instrument.
    pub instrument: InstrumentId,
    /// When, seen from the training of the others.
    pub occasion: Occasion,
    /// The score on the scale of the instrument.
    pub score: Personal<f64>,
    /// The day.
    pub date: NaiveDate,
}
