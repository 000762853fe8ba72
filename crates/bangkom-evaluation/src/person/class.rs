use bangkom_domain::Language;
use bangkom_stats::gain::ChangeClass;
use serde::{Deserialize, Serialize};

use crate::compare::Participant;

/// What became of one participant on one instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PersonClass {
    /// Was not there often enough.
    Absent,
    /// Was there and has no score at the end.
    NotMeasured,
    /// Fell beyond measurement error.
    Deteriorated,
    /// Is below the mark, and the change is within measurement error or not known.
    Below,
    /// Rose beyond measurement error and is still below the mark, or there is no mark.
    Improved,
    /// Reached the mark.
    Mastered,
    /// There is no mark, and the change is within measurement error.
    Unchanged,
    /// There is no mark, and the change is not known.
    Unclassed,
}

/// Why a participant is in a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PersonReason {
    /// Was not there often enough.
    NotThere,
    /// There is no score at the end.
    NoScoreAfter,
    /// There is no score before.
    NoScoreBefore,
    /// The reliability of the instrument is not known.
    ReliabilityUnknown,
    /// Scores before do not vary, so that measurement error cannot be told.
    NoSpread,
    /// Rose by more than measurement error.
    RoseBeyondError,
    /// Changed by no more than measurement error.
    WithinError,
    /// Fell by more than measurement error.
    FellBeyondError,
    /// Was at the mark before already.
    AtMarkBefore,
    /// Reached the mark.
    ReachedMark,
    /// Is below the mark.
    BelowMark,
    /// The instrument has no mark.
    NoMark,
}

/// The class of a participant with every reason, in order.
pub(super) fn class(
    person: &Participant,
    mark: Option<f64>,
    change: Option<ChangeClass>,
    reliability_known: bool,
) -> (PersonClass, Vec<PersonReason>) {
    use PersonReason as Why;
    if !person.attended {
        return (PersonClass::Absent, vec![Why::NotThere]);
    }
    let Some(after) = person.after else {
        return (PersonClass::NotMeasured, vec![Why::NoScoreAfter]);
    };
    let mastered = mark.map(|mark| after >= mark);
    let mut reasons = vec![match change {
        Some(ChangeClass::Improved) => Why::RoseBeyondError,
        Some(ChangeClass::Unchanged) => Why::WithinError,
        Some(ChangeClass::Deteriorated) => Why::FellBeyondError,
        None if person.before.is_none() => Why::NoScoreBefore,
        None if !reliability_known => Why::ReliabilityUnknown,
        None => Why::NoSpread,
    }];
    let before_at_mark = mark.zip(person.before);
    if before_at_mark.is_some_and(|(mark, before)| before >= mark) {
        reasons.push(Why::AtMarkBefore);
    }
    reasons.push(match mastered {
        Some(true) => Why::ReachedMark,
        Some(false) => Why::BelowMark,
        None => Why::NoMark,
    });
    let class = match (change, mastered) {
        (Some(ChangeClass::Deteriorated), _) => PersonClass::Deteriorated,
        (_, Some(true)) => PersonClass::Mastered,
        (Some(ChangeClass::Improved), _) => PersonClass::Improved,
        (_, Some(false)) => PersonClass::Below,
        (Some(_), None) => PersonClass::Unchanged,
        (None, None) => PersonClass::Unclassed,
    };
    (class, reasons)
}

impl PersonClass {
    /// The class in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::PersonClass;
    ///
    /// assert_eq!(PersonClass::Improved.label(Language::En), "improved");
    /// ```
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Absent, Language::Id) => "tidak hadir",
            (Self::Absent, Language::En) => "absent",
            (Self::NotMeasured, Language::Id) => "belum diukur",
            (Self::NotMeasured, Language::En) => "not measured",
            (Self::Deteriorated, Language::Id) => "menurun",
            (Self::Deteriorated, Language::En) => "deteriorated",
            (Self::Below, Language::Id) => "di bawah ambang",
            (Self::Below, Language::En) => "below the mark",
            (Self::Improved, Language::Id) => "meningkat",
            (Self::Improved, Language::En) => "improved",
            (Self::Mastered, Language::Id) => "menguasai",
            (Self::Mastered, Language::En) => "mastered",
            (Self::Unchanged, Language::Id) => "tetap",
            (Self::Unchanged, Language::En) => "unchanged",
            (Self::Unclassed, Language::Id) => "belum dapat digolongkan",
            (Self::Unclassed, Language::En) => "not classed",
        }
    }
}

impl PersonReason {
    /// The reason in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::PersonReason;
    ///
    /// let text = PersonReason::WithinError.text(Language::En);
    /// assert_eq!(text, "changed by no more than measurement error");
    /// ```
    pub const fn text(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::NotThere, Language::Id) => "kehadirannya kurang",
            (Self::NotThere, Language::En) => "was not there often enough",
            (Self::NoScoreAfter, Language::Id) => "nilai akhir tidak ada",
            (Self::NoScoreAfter, Language::En) => "there is no score at the end",
            (Self::NoScoreBefore, Language::Id) => "nilai awal tidak ada",
            (Self::NoScoreBefore, Language::En) => "there is no score before",
            (Self::ReliabilityUnknown, Language::Id) => "reliabilitas instrumen tidak diketahui",
            (Self::ReliabilityUnknown, Language::En) => {
                "the reliability of the instrument is not known"
            }
            (Self::NoSpread, Language::Id) => "nilai awal peserta tidak beragam",
            (Self::NoSpread, Language::En) => "scores before do not vary",
            (Self::RoseBeyondError, Language::Id) => "naik melebihi galat ukur",
            (Self::RoseBeyondError, Language::En) => "rose by more than measurement error",
            (Self::WithinError, Language::Id) => "perubahannya dalam batas galat ukur",
            (Self::WithinError, Language::En) => "changed by no more than measurement error",
            (Self::FellBeyondError, Language::Id) => "turun melebihi galat ukur",
            (Self::FellBeyondError, Language::En) => "fell by more than measurement error",
            (Self::AtMarkBefore, Language::Id) => "sudah mencapai ambang sebelum pelatihan",
            (Self::AtMarkBefore, Language::En) => "was at the mark before already",
            (Self::ReachedMark, Language::Id) => "mencapai ambang",
            (Self::ReachedMark, Language::En) => "reached the mark",
            (Self::BelowMark, Language::Id) => "di bawah ambang",
            (Self::BelowMark, Language::En) => "is below the mark",
            (Self::NoMark, Language::Id) => "instrumen tanpa ambang",
            (Self::NoMark, Language::En) => "the instrument has no mark",
        }
    }
}
