use serde::{Deserialize, Serialize};

use crate::enumeration::enumeration;
use crate::evidence::Scale;
use crate::id::{CompetencyId, InstrumentId, ProgramId};

enumeration! {
    /// What an instrument measures with.
    InstrumentKind {
        /// Reaction of participants, on a rating scale.
        Reaction => "reaction", "angket reaksi", "reaction questionnaire";
        /// Test of knowledge with a key.
        KnowledgeTest => "knowledge_test", "tes pengetahuan", "knowledge test";
        /// Test of skill, by a rubric.
        SkillTest => "skill_test", "tes keterampilan", "skill test";
        /// Checklist or rubric of behaviour at work.
        BehaviourChecklist => "behaviour_checklist", "lembar observasi perilaku", "behaviour checklist";
        /// Questions about support and opportunity at the place of work.
        TransferSurvey => "transfer_survey", "angket dukungan penerapan", "survey of support at work";
    }
}

/// A measuring instrument of a program and the scale of its scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its code.
    pub id: InstrumentId,
    /// What it measures with.
    pub kind: InstrumentKind,
    /// The program it belongs to.
    pub program: ProgramId,
    /// The competency it measures, where it measures one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competency: Option<CompetencyId>,
    /// The scale of its scores.
    pub scale: Scale,
    /// The score from which a participant has mastered it.
    #[doc(alias = "nilai ambang")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mastery: Option<f64>,
    /// The reliability of its scores in this population, 0 to 1, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reliability: Option<f64>,
    /// How many observers are to score each person, where more than one is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observers: Option<u8>,
}
