use bangkom_domain::Language;
use bangkom_domain::results::TestForms;
use bangkom_stats::Moments;
use serde::{Deserialize, Serialize};

use super::complete::Complete;
use super::{Against, ClusterEffect, Design, MethodChoice};

/// What a method takes for granted, and whether the data bear it out.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// What is assumed.
    pub what: Assumed,
    /// Whether it holds.
    pub state: AssumptionState,
    /// The figure that was looked at, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<f64>,
}

/// What can be assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Assumed {
    /// People do not change alike because they share an agency; the figure is their correlation.
    Independence,
    /// Values are not skewed so far that few people decide; the figure is the skewness.
    ModestSkew,
    /// Agencies are many enough for their errors; the figure is how many there are.
    ManyAgencies,
    /// The test after is as hard as the test before.
    EqualForms,
    /// People were not chosen by the first score.
    ChoiceUnrelated,
    /// Without the program both groups would have changed alike.
    ParallelChange,
    /// Both groups have one slope on the first score; the figure is the p-value.
    EqualSlopes,
    /// Events come each for itself; the figure is their dispersion, 1 where they do.
    IndependentEvents,
    /// Cases of one week do not go alike; the figure is how much the variance grows.
    IndependentCases,
    /// The course before would have gone on, and leads where figures can be.
    CourseGoesOn,
    /// Nothing else changed at that time.
    NothingElse,
    /// Answers of one survey do not go alike; the figure is how much their means vary between
    /// surveys beside what independent answers would.
    IndependentAnswers,
    /// Who answered is like who did not; the figure is the share that did, where it is known.
    AlikeRespondents,
    /// The program's own share of a benefit was estimated rightly; the figure is that share.
    OwnShare,
}

/// Whether an assumption holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AssumptionState {
    /// The data bear it out, or the design guarantees it.
    Holds,
    /// It does not hold.
    Fails,
    /// These data cannot say.
    Unknown,
}

impl Assumed {
    /// The assumption in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::Assumed;
    ///
    /// assert_eq!(Assumed::EqualForms.text(Language::En), "both tests are equally hard");
    /// ```
    pub const fn text(self, language: Language) -> &'static str {
        let (id, en) = match self {
            Self::Independence => (
                "perubahan peserta seperangkat daerah tidak saling terkait",
                "people of one agency do not change alike",
            ),
            Self::ModestSkew => (
                "sebaran nilai tidak terlalu condong",
                "values are not badly skewed",
            ),
            Self::ManyAgencies => ("perangkat daerahnya cukup banyak", "agencies are many"),
            Self::EqualForms => ("kedua tes sama sulitnya", "both tests are equally hard"),
            Self::ChoiceUnrelated => (
                "peserta tidak dipilih menurut nilai awal",
                "people were not chosen by the first score",
            ),
            Self::ParallelChange => (
                "tanpa program kedua kelompok akan berubah sama",
                "without the program both groups would have changed alike",
            ),
            Self::IndependentEvents => (
                "kejadian datang sendiri-sendiri, tidak bergelombang",
                "events come each for itself, not in waves",
            ),
            Self::IndependentCases => (
                "kasus seminggu tidak saling terkait",
                "cases of one week do not go alike",
            ),
            Self::CourseGoesOn => (
                "arah sebelumnya akan berlanjut",
                "the course before would have gone on",
            ),
            Self::NothingElse => (
                "tidak ada hal lain yang berubah pada waktu itu",
                "nothing else changed at that time",
            ),
            Self::IndependentAnswers => (
                "jawaban satu survei tidak saling terkait",
                "answers of one survey do not go alike",
            ),
            Self::AlikeRespondents => (
                "yang menjawab serupa dengan yang tidak menjawab",
                "who answered is like who did not",
            ),
            Self::OwnShare => (
                "bagian manfaat milik program diperkirakan dengan tepat",
                "the program's own share of the benefit was estimated rightly",
            ),
            Self::EqualSlopes => (
                "kemiringan terhadap nilai awal sama",
                "both groups have one slope on the first score",
            ),
        };
        match language {
            Language::Id => id,
            Language::En => en,
        }
    }
}

impl Assumption {
    /// One that a figure can tell.
    pub(crate) fn judged(what: Assumed, figure: Option<f64>, fails: fn(f64) -> bool) -> Self {
        let state = match figure {
            Some(figure) if fails(figure) => AssumptionState::Fails,
            Some(_) => AssumptionState::Holds,
            None => AssumptionState::Unknown,
        };
        Self {
            what,
            state,
            figure,
        }
    }

    /// That values are not badly skewed.
    pub(crate) fn modest_skew(values: &[f64]) -> Self {
        let skewed = |skewness: f64| skewness.abs() > SKEWED;
        Self::judged(Assumed::ModestSkew, skewness(values), skewed)
    }

    /// One that the data cannot tell.
    pub(crate) const fn unknown(what: Assumed) -> Self {
        Self {
            what,
            state: AssumptionState::Unknown,
            figure: None,
        }
    }
}

/// From which skewness a few people decide the mean.
const SKEWED: f64 = 1.0;

/// From how many agencies errors by agency can be trusted without a thought.
pub(super) const MANY_AGENCIES: u32 = 10;

/// What the method took for granted.
pub(super) fn assumptions(
    method: MethodChoice,
    own: &Complete,
    clusters: Option<&ClusterEffect>,
    against: Option<&Against>,
    design: &Design,
) -> Vec<Assumption> {
    use AssumptionState::{Fails, Holds, Unknown};
    let judge = Assumption::judged;
    let mut all = Vec::new();
    let by_agency = [
        MethodChoice::ClusteredMean,
        MethodChoice::ClusteredDifference,
    ];
    if by_agency.contains(&method) {
        let agencies = clusters.map(|clusters| f64::from(clusters.agencies));
        let few = |agencies| agencies < f64::from(MANY_AGENCIES);
        all.push(judge(Assumed::ManyAgencies, agencies, few));
    } else {
        let correlation = clusters.and_then(|it| it.correlation.as_ref());
        all.push(match correlation {
            Some(it) => judge(Assumed::Independence, Some(it.icc_ci.low), |low| low > 0.0),
            None => judge(Assumed::Independence, None, |_| false),
        });
    }
    if ![MethodChoice::SignedRank, MethodChoice::McNemar].contains(&method) {
        all.push(Assumption::modest_skew(&own.change));
    }
    if let Some(against) = against {
        let p = against
            .adjusted
            .as_ref()
            .and_then(|it| it.slopes.as_ref())
            .map(|it| it.p);
        all.push(judge(Assumed::EqualSlopes, p, |p| p <= 0.05));
        let by_lot = against.assignment == Some(bangkom_domain::results::Assignment::Lot);
        all.push(Assumption {
            what: Assumed::ParallelChange,
            state: if by_lot { Holds } else { Unknown },
            figure: None,
        });
    } else {
        all.push(Assumption {
            what: Assumed::EqualForms,
            state: match design.forms {
                Some(TestForms::Same | TestForms::Equated) => Holds,
                Some(TestForms::Different) => Fails,
                _ => Unknown,
            },
            figure: None,
        });
        all.push(chosen(design));
    }
    all
}

fn chosen(design: &Design) -> Assumption {
    use bangkom_domain::results::Selection;
    Assumption {
        what: Assumed::ChoiceUnrelated,
        state: match design.selection {
            Some(Selection::LowScores) => AssumptionState::Fails,
            Some(Selection::Everyone | Selection::Lot) => AssumptionState::Holds,
            _ => AssumptionState::Unknown,
        },
        figure: None,
    }
}

/// The skewness of a sample: the mean cube of standardised values.
fn skewness(values: &[f64]) -> Option<f64> {
    let moments = Moments::of(values);
    let (mean, deviation) = (moments.mean()?, moments.sd()?);
    if values.len() < 3 || deviation <= 0.0 {
        return None;
    }
    let n = values.len() as f64;
    let cubes = values
        .iter()
        .map(|value| ((value - mean) / deviation).powi(3));
    let biased = (n / (n - 1.0)).sqrt().powi(3);
    let skewness = cubes.sum::<f64>() / n * biased;
    skewness.is_finite().then_some(skewness)
}
