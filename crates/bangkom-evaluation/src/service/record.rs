use bangkom_domain::Language;
use bangkom_domain::evidence::Direction;
use bangkom_domain::id::{IndicatorId, ProgramId, UnitId};
use bangkom_stats::Interval;
use serde::{Deserialize, Serialize};

use super::{Difference, SeriesEffect};
use crate::compare::{Advice, Assumption, Doubt, NoOpinion, SecondOpinion};

/// A figure of a unit's service before the first and after the last batch in which its people
/// took part.
///
/// Points that touch the time between are left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceChange {
    /// The program.
    pub program: ProgramId,
    /// The unit.
    pub unit: UnitId,
    /// What is measured.
    pub indicator: IndicatorId,
    /// The unit of measure.
    pub measured_in: String,
    /// Whether more is better.
    pub direction: Direction,
    /// How many points lie before.
    pub points_before: u32,
    /// How many points lie after.
    pub points_after: u32,
    /// The mean before, where there are points.
    pub mean_before: Option<f64>,
    /// The mean after, where there are points.
    pub mean_after: Option<f64>,
    /// After minus before; absent where a side has no point.
    pub change: Option<Difference>,
    /// The change beyond that of units without participants; absent without such units.
    pub against_comparison: Option<Difference>,
    /// The series against its course before; absent with too few points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<SeriesEffect>,
    /// The same beyond units without participants; absent without such units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against_course: Option<SeriesEffect>,
    /// The method of the course, why, and what it says; absent with too few points, where means
    /// are compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Advice>,
    /// What sturdier methods say of the course, or of the means where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sturdier: Vec<SecondOpinion>,
    /// Why none has a say; absent where one has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_opinion: Option<NoOpinion>,
    /// What the comparison took for granted, and whether it holds.
    pub assumptions: Vec<Assumption>,
    /// The units compared with, ordered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparison: Vec<UnitId>,
    /// How the best difference at hand reads.
    pub reading: ServiceReading,
    /// What a reader should know beside the figures.
    pub doubts: Vec<Doubt>,
}

/// How a difference reads, seen from the citizen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ServiceReading {
    /// The whole interval is an improvement.
    Better,
    /// The whole interval is a worsening.
    Worse,
    /// The interval holds no difference, or there is none.
    Unclear,
}

impl ServiceReading {
    pub(super) fn new(difference: Option<&Difference>, direction: Direction) -> Self {
        let Some(interval) = difference.and_then(|difference| difference.interval) else {
            return Self::Unclear;
        };
        let rises_well = direction == Direction::HigherIsBetter;
        if interval.low > 0.0 {
            if rises_well {
                Self::Better
            } else {
                Self::Worse
            }
        } else if interval.high < 0.0 {
            if rises_well {
                Self::Worse
            } else {
                Self::Better
            }
        } else {
            Self::Unclear
        }
    }

    /// The reading in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::ServiceReading;
    ///
    /// assert_eq!(ServiceReading::Better.label(Language::Id), "membaik");
    /// ```
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Better, Language::Id) => "membaik",
            (Self::Better, Language::En) => "better",
            (Self::Worse, Language::Id) => "memburuk",
            (Self::Worse, Language::En) => "worse",
            (Self::Unclear, Language::Id) => "belum jelas",
            (Self::Unclear, Language::En) => "unclear",
        }
    }
}

impl ServiceChange {
    /// The change as a sentence that claims no more than the figures show.
    ///
    /// It speaks of time ("after the program") and, with units compared, of a difference
    /// between units; never of a cause.
    ///
    /// ```
    /// # fn show(change: &bangkom_evaluation::ServiceChange) {
    /// println!("{}", change.sentence(bangkom_domain::Language::Id));
    /// # }
    /// ```
    pub fn sentence(&self, language: Language) -> String {
        let (unit, indicator, program) = (&self.unit, &self.indicator, &self.program);
        let reading = self.reading.label(language);
        let head = match language {
            Language::Id => format!("{indicator} di {unit} sesudah program {program}: {reading}"),
            Language::En => format!("{indicator} at {unit} after program {program}: {reading}"),
        };
        let mut parts = vec![head];
        parts.extend(
            self.change
                .map(|change| self.number(&change, language, false)),
        );
        parts.extend(
            self.against_comparison
                .map(|change| self.number(&change, language, true)),
        );
        let alone = self.course.as_ref().filter(|course| !course.impossible);
        let course = self.against_course.as_ref().or(alone);
        parts.extend(course.map(|course| self.beyond_course(course, language)));
        if self.against_comparison.is_none() && self.against_course.is_none() {
            parts.push(Doubt::NoComparison.text(language));
        }
        parts.join("; ")
    }

    /// The best difference at hand: against others before alone, with the course before without.
    pub(crate) fn best(&self) -> Option<Difference> {
        let of_course = |effect: &SeriesEffect| Difference {
            estimate: effect.mean_effect.estimate,
            interval: Some(effect.mean_effect.ci),
            p: Some(effect.mean_effect.p),
        };
        let beside = self.against_course.as_ref().map(of_course);
        let beside = beside.or(self.against_comparison);
        let course = self.course.as_ref().filter(|course| !course.impossible);
        beside.or_else(|| course.map(of_course)).or(self.change)
    }

    fn beyond_course(&self, course: &SeriesEffect, language: Language) -> String {
        let effect = Difference {
            estimate: course.mean_effect.estimate,
            interval: Some(course.mean_effect.ci),
            p: Some(course.mean_effect.p),
        };
        let text = self.figures(&effect, language);
        match language {
            Language::Id => format!("terhadap arah sebelumnya {text}"),
            Language::En => format!("against its course before {text}"),
        }
    }

    /// The estimate, its unit and interval.
    fn figures(&self, difference: &Difference, language: Language) -> String {
        let unit = &self.measured_in;
        let text = match difference.interval {
            Some(Interval { low, high }) => {
                format!(
                    "{:+.2} {unit} ({low:+.2} … {high:+.2})",
                    difference.estimate
                )
            }
            None => format!("{:+.2} {unit}", difference.estimate),
        };
        match language {
            Language::Id => text.replace('.', ","),
            Language::En => text,
        }
    }

    fn number(&self, difference: &Difference, language: Language, against: bool) -> String {
        let text = self.figures(difference, language);
        match (language, against) {
            (Language::Id, false) => format!("perubahan {text}"),
            (Language::Id, true) => {
                format!(
                    "dibanding {} unit tanpa peserta {text}",
                    self.comparison.len()
                )
            }
            (Language::En, false) => format!("change {text}"),
            (Language::En, true) => {
                format!(
                    "against {} units without participants {text}",
                    self.comparison.len()
                )
            }
        }
    }
}
