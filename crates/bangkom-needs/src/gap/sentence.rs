use bangkom_domain::Language;
use bangkom_domain::measure::Nano;

use super::{GroundGap, Need};
use crate::score::Contribution;
use crate::units::UnitReading;

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
        parts.push(self.probability_text(language));
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
        let (parts, coverage) = (parts.join(" + "), decimal(self.coverage, language));
        match language {
            Language::Id => format!("sumber: {parts}; cakupan {coverage}"),
            Language::En => format!("sources: {parts}; coverage {coverage}"),
        }
    }

    fn probability_text(&self, language: Language) -> String {
        let uncertainty = self.uncertainty.reveal();
        let any = percent(uncertainty.gap_probability);
        let more = percent(uncertainty.threshold_probability);
        let threshold = decimal(uncertainty.threshold, language);
        match language {
            Language::Id => {
                format!("peluang ada kesenjangan {any}, lebih dari {threshold} level {more}")
            }
            Language::En => {
                format!("probability of a gap {any}, of more than {threshold} levels {more}")
            }
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
    let mean = decimal(part.mean, language);
    let notes: Vec<String> = part
        .unit_reading
        .iter()
        .flat_map(|reading| reading_notes(reading, language))
        .collect();
    if notes.is_empty() {
        format!("{label} {share} × {mean}")
    } else {
        format!("{label} {share} × {mean} ({})", notes.join(", "))
    }
}

/// What an official must know of a mean that speaks of a unit: by how much it touches the
/// person, and what the unit's own answers say.
fn reading_notes(reading: &UnitReading, language: Language) -> Vec<String> {
    let exposure = reading.exposure.map(|share| {
        let share = percent(share);
        match language {
            Language::Id => format!("paparan {share}"),
            Language::En => format!("exposure {share}"),
        }
    });
    let drawn = reading.is_drawn().then(|| {
        let (own, share) = (
            decimal(reading.own_mean, language),
            percent(reading.own_share),
        );
        match language {
            Language::Id => format!("rerata unit sendiri {own} berbobot {share}"),
            Language::En => format!("the unit's own mean {own} counts {share}"),
        }
    });
    exposure.into_iter().chain(drawn).collect()
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
