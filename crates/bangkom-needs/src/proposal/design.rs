use bangkom_domain::Language;
use bangkom_domain::id::CompetencyId;
use bangkom_domain::measure::{LearningHours, Level, Permille, Rupiah};
use bangkom_domain::program::{DeliveryMethod, LearningTarget, SessionKind};
use serde::{Deserialize, Serialize};

/// A program that is missing: what it should teach, to how many, how, in about how long and for
/// how much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DesignNeed {
    /// The competency.
    pub competency: CompetencyId,
    /// The level from which its participants come.
    pub from: Level,
    /// The level to which it should lead.
    pub to: Level,
    /// What it should change in them.
    pub target: LearningTarget,
    /// The form in which such a target is usually taught.
    pub method: DeliveryMethod,
    /// How many people wait for it.
    pub people: u32,
    /// From how many units they come.
    pub units: u32,
    /// How many batches they fill.
    pub batches: u32,
    /// About how many learning hours it takes.
    pub hours: LearningHours,
    /// The share of the hours that the target needs in practice or coaching.
    pub practice: Permille,
    /// How the hours may be split, a starting point for the designer; the shares sum to 1000.
    pub mix: Vec<MethodShare>,
    /// About what it costs for all who wait, beside rooms and instructors; absent where the
    /// catalog has no program with a price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Rupiah>,
    /// How many programs of the catalog that estimate rests on.
    pub priced_by: u32,
}

/// A share of the hours of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MethodShare {
    /// What happens in these hours.
    pub kind: SessionKind,
    /// Their share.
    pub share: Permille,
}

impl DesignNeed {
    /// The sketch as a sentence.
    ///
    /// ```
    /// # use bangkom_domain::Language;
    /// # fn show(proposal: &bangkom_needs::Proposal) {
    /// for design in &proposal.designs {
    ///     println!("{}", design.sentence(Language::Id));
    /// }
    /// # }
    /// ```
    pub fn sentence(&self, language: Language) -> String {
        let Self {
            competency,
            from,
            to,
            people,
            units,
            batches,
            hours,
            ..
        } = self;
        let (target, method) = (self.target.label(language), self.method.label(language));
        let practice = self.practice.get() / 10;
        let cost = self.cost_text(language);
        match language {
            Language::Id => format!(
                "kompetensi {competency} level {from} ke {to}: {people} orang dari {units} unit, \
                 {batches} angkatan, sekitar {hours} JP; sasaran {target} lewat {method}, \
                 sekurangnya {practice} % praktik; {cost}"
            ),
            Language::En => format!(
                "competency {competency} from level {from} to {to}: {people} people from {units} \
                 units, {batches} batches, about {hours} learning hours; for {target} by \
                 {method}, at least {practice} % practice; {cost}"
            ),
        }
    }

    fn cost_text(&self, language: Language) -> String {
        let programs = self.priced_by;
        match (self.cost, language) {
            (Some(cost), Language::Id) => {
                format!("sekitar {cost} menurut harga {programs} program")
            }
            (Some(cost), Language::En) => {
                format!("about {cost} by the prices of {programs} programs")
            }
            (None, Language::Id) => "biaya belum dapat diperkirakan".to_owned(),
            (None, Language::En) => "the cost cannot be estimated yet".to_owned(),
        }
    }
}
