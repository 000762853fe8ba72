use bangkom_domain::Language;
use bangkom_domain::measure::Nano;

use super::{GroundGap, Need};
use crate::score::Contribution;

/// A value with two decimals, ties to even, with the decimal sign of the language.
pub(crate) fn decimal(value: Nano, language: Language) -> String {
    let text = format!("{:.2}", value.to_f64());
    match language {
        Language::Id => text.replace('.', ","),
        Language::En => text,
    }
}

fn percent(share: Nano) -> String {
    format!("{:.0} %", share.to_f64() * 100.0)
}

impl Need {
    /// Why this person and competency, as one sentence that an official can check.
    ///
    /// It shows the level of a person: only for those who may see it.
    ///
    /// ```
    /// # use bangkom_domain::Language;
    /// # fn show(analysis: &bangkom_needs::Analysis) {
    /// for need in analysis.needs.iter().take(10) {
    ///     println!("{}", need.sentence(Language::Id));
    /// }
    /// # }
    /// ```
    pub fn sentence(&self, language: Language) -> String {
        let mut parts = vec![self.level_text(language)];
        parts.extend(self.leading().map(|ground| ground_text(ground, language)));
        parts.push(self.source_text(language));
        parts.extend(self.unit_text(language));
        parts.extend(self.screen.refusal(language));
        parts.join("; ")
    }

    fn level_text(&self, language: Language) -> String {
        let level = decimal(*self.current.reveal(), language);
        let (person, competency) = (self.person, &self.competency);
        match language {
            Language::Id => format!("pegawai {person}, kompetensi {competency}: level {level}"),
            Language::En => format!("person {person}, competency {competency}: level {level}"),
        }
    }

    fn source_text(&self, language: Language) -> String {
        let parts: Vec<String> = self
            .contributions
            .reveal()
            .iter()
            .filter(|part| part.weight_share > Nano::ZERO)
            .map(|part| part_text(part, language))
            .collect();
        let coverage = decimal(self.coverage, language);
        let probability = percent(self.uncertainty.reveal().gap_probability);
        match language {
            Language::Id => format!(
                "sumber: {}; cakupan {coverage}, peluang ada kesenjangan {probability}",
                parts.join(" + ")
            ),
            Language::En => format!(
                "sources: {}; coverage {coverage}, probability of a gap {probability}",
                parts.join(" + ")
            ),
        }
    }

    fn unit_text(&self, language: Language) -> Option<String> {
        let share = self.unit_share();
        let percent = percent(share);
        (share > Nano::ZERO).then(|| match language {
            Language::Id => {
                format!("{percent} bobot berasal dari bukti tentang unit, bukan tentang orangnya")
            }
            Language::En => {
                format!("{percent} of the weight is evidence about the unit, not about the person")
            }
        })
    }
}

fn part_text(part: &Contribution, language: Language) -> String {
    let (label, share) = (part.kind.label(language), percent(part.weight_share));
    format!("{label} {share} × {}", decimal(part.mean, language))
}

fn ground_text(ground: &GroundGap, language: Language) -> String {
    let label = ground.ground.label(language);
    let (required, importance) = (ground.required, ground.importance);
    let gap = decimal(*ground.gap.reveal(), language);
    let priority = decimal(*ground.priority.reveal(), language);
    match language {
        Language::Id => format!(
            "diminta {required} oleh {label}: kesenjangan {gap} × kepentingan {importance} \
             = prioritas {priority}"
        ),
        Language::En => format!(
            "{required} required by {label}: gap {gap} × importance {importance} \
             = priority {priority}"
        ),
    }
}
