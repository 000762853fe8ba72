//! States: added to, merged, kept as bytes; the same score as the analysis of documents.

use bangkom_domain::evidence::SourceKind;
use bangkom_needs::{
    BytesError, FinishError, NeedsPolicy, ScoreConfig, ScoreMode, ScoreState, UpdateError,
};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use crate::city::{City, today};

const KINDS: [SourceKind; 4] = [
    SourceKind::Superior,
    SourceKind::Assessment,
    SourceKind::Peer,
    SourceKind::Observation,
];

/// Kind, level in quarters, age in days, count.
type Answer = (usize, u8, u64, u32);

fn answers(most: usize) -> impl Strategy<Value = Vec<Answer>> {
    let answer = (0..KINDS.len(), 4_u8..=20, 0_u64..3_000, 1_u32..4);
    prop::collection::vec(answer, 0..most)
}

fn config() -> ScoreConfig {
    ScoreConfig::new(&NeedsPolicy::new(today()).coverage_floor(0.1)).unwrap()
}

fn day(age: u64) -> NaiveDate {
    today() - Days::new(age)
}

fn state(config: &ScoreConfig, answers: &[Answer]) -> ScoreState {
    let mut state = ScoreState::new(config);
    for (kind, quarters, age, count) in answers {
        let level = f64::from(*quarters) / 4.0;
        state
            .update(config, KINDS[*kind], level, day(*age), *count)
            .unwrap();
    }
    state
}

proptest! {
    #[test]
    fn order_and_partition_change_no_byte(all in answers(30), cut in 0_usize..30, turn in 0_usize..30) {
        let config = config().with_landmark(day(1_000));
        let whole = state(&config, &all);
        let mut turned = all.clone();
        turned.rotate_left(turn.min(all.len()));
        let (left, right) = turned.split_at(cut.min(all.len()));
        let (mut parts, left) = (state(&config, right), state(&config, left));
        parts.merge(&left).unwrap();
        prop_assert_eq!(whole.to_bytes(), parts.to_bytes());
        prop_assert_eq!(whole.finish(&config, today()), parts.finish(&config, today()));
    }

    #[test]
    fn the_score_is_that_of_the_documents(all in answers(12)) {
        let mut city = City::new();
        let anna = city.hire(1, "A");
        city.policy = city.policy.coverage_floor(0.1);
        for (kind, quarters, age, count) in &all {
            for _ in 0..*count {
                city.say(KINDS[*kind], anna, "service", f64::from(*quarters) / 4.0, *age);
            }
        }
        let config = config();
        let score = state(&config, &all).finish(&config, today()).unwrap();
        let analysis = city.analyze();
        let mut needs = analysis.needs.iter().chain(&analysis.met);
        let need = needs.find(|need| need.competency.as_str() == "service");
        prop_assert_eq!(need.map(|need| need.current), score.level);
        if let Some(need) = need {
            prop_assert_eq!(need.coverage, score.coverage);
            prop_assert_eq!(&need.contributions, &score.contributions);
            let uncertainty = need.uncertainty.reveal();
            // Documents weigh links too, in thousandths, so that squares of old weights are finer.
            let ours = score.standard_error.reveal().to_f64();
            prop_assert!((uncertainty.standard_error.to_f64() / ours - 1.0).abs() < 1e-3);
            let probability = score.gap_probability(4.0, 0.0).unwrap();
            prop_assert!((uncertainty.gap_probability.to_f64() - probability).abs() < 1e-3);
        }
    }

    #[test]
    fn the_day_of_reading_moves_ages_only(all in answers(12), later in 0_u64..2_000) {
        let config = config();
        let state = state(&config, &all);
        let now = state.finish(&config, today()).unwrap();
        let then = state.finish(&config, today() + Days::new(later)).unwrap();
        prop_assert_eq!((now.level, now.coverage), (then.level, then.coverage));
        let ages = now.contributions.reveal().iter().zip(then.contributions.reveal());
        for (now, then) in ages {
            prop_assert_eq!(u64::from(now.age_days) + later, u64::from(then.age_days));
        }
    }

    #[test]
    fn the_landmark_changes_nothing_that_is_shown(all in answers(12), back in 0_u64..4_000) {
        let (near, far) = (config(), config().with_landmark(day(back)));
        let last = |config: &ScoreConfig| KINDS.iter().filter_map(|kind| config.last_day(*kind)).min();
        prop_assume!(last(&far).is_some_and(|last| last >= today()));
        let near = state(&near, &all).finish(&near, today()).unwrap();
        let far = state(&far, &all).finish(&far, today()).unwrap();
        let distance = near.level.zip(far.level).map(|(a, b)| (a.reveal().raw() - b.reveal().raw()).abs());
        prop_assert!(distance.unwrap_or(0) <= 1);
        prop_assert_eq!(near.coverage, far.coverage);
    }

    #[test]
    fn fast_mode_is_as_good_as_exact(all in answers(30)) {
        let (exact, fast) = (config(), config().with_mode(ScoreMode::Fast));
        let a = state(&exact, &all).finish(&exact, today()).unwrap();
        let b = state(&fast, &all).finish(&fast, today()).unwrap();
        let distance = a.level.zip(b.level).map(|(a, b)| (a.reveal().raw() - b.reveal().raw()).abs());
        prop_assert!(distance.unwrap_or(0) <= 2);
        prop_assert_eq!(a.level.is_some(), b.level.is_some());
        prop_assert_eq!((a.coverage, a.missing), (b.coverage, b.missing));
    }

    #[test]
    fn a_worse_answer_never_raises_the_level(all in answers(12), which in 0_usize..12) {
        prop_assume!(which < all.len());
        let config = config();
        let mut worse = all.clone();
        worse[which].1 = worse[which].1.saturating_sub(3).max(4);
        let level = |all: &[Answer]| state(&config, all).finish(&config, today()).unwrap().level;
        prop_assert!(level(&worse) <= level(&all));
    }

    #[test]
    fn a_source_that_is_dropped_adds_no_zero(all in answers(12)) {
        let config = config();
        let kept: Vec<Answer> = all.iter().copied().filter(|answer| answer.0 != 0).collect();
        let (before, after) = (state(&config, &all), state(&config, &kept));
        let (before, after) = (before.finish(&config, today()).unwrap(), after.finish(&config, today()).unwrap());
        prop_assert!(after.coverage <= before.coverage);
        if let Some(level) = after.level {
            let lowest = kept.iter().map(|answer| i64::from(answer.1) * 250_000_000).min();
            prop_assert!(level.reveal().raw() >= lowest.unwrap());
        }
    }

    #[test]
    fn bytes_come_back_and_damage_is_refused(
        all in answers(8), fast in any::<bool>(), cut in 0_usize..400, at in 0_usize..400, flip in 1_u8..,
    ) {
        let mode = if fast { ScoreMode::Fast } else { ScoreMode::Exact };
        let config = config().with_mode(mode);
        let state = state(&config, &all);
        let bytes = state.to_bytes();
        prop_assert!(ScoreState::from_bytes(&config, &bytes).unwrap() == state);
        if cut < bytes.len() {
            // A cut between two sources leaves a smaller state, never a wrong reading.
            if let Ok(part) = ScoreState::from_bytes(&config, &bytes[..cut]) {
                prop_assert_eq!(part.to_bytes(), bytes[..cut].to_vec());
            }
        }
        if at < bytes.len() {
            let mut damaged = bytes;
            damaged[at] ^= flip;
            if let Ok(state) = ScoreState::from_bytes(&config, &damaged) {
                let _ = state.finish(&config, NaiveDate::MAX);
            }
        }
    }

    #[test]
    fn arbitrary_bytes_are_no_state(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(ScoreState::from_bytes(&config(), &bytes).err(), Some(BytesError::NotAState));
    }
}

#[test]
fn another_configuration_landmark_or_mode_is_refused() {
    let mine = config();
    let others = [
        mine.clone().with_landmark(day(1)),
        mine.clone().with_mode(ScoreMode::Fast),
        ScoreConfig::new(&NeedsPolicy::new(today()).weight(SourceKind::Peer, 0.3)).unwrap(),
    ];
    let mut state = state(&mine, &[(0, 8, 0, 1)]);
    for other in others {
        let mut theirs = ScoreState::new(&other);
        assert!(state.merge(&theirs).is_err());
        assert_eq!(
            theirs.finish(&mine, today()).err(),
            Some(FinishError::OtherConfig)
        );
        let update = theirs.update(&mine, SourceKind::Peer, 3.0, today(), 1);
        assert_eq!(update, Err(UpdateError::OtherConfig));
        let bytes = ScoreState::from_bytes(&mine, &theirs.to_bytes());
        assert_eq!(bytes.err(), Some(BytesError::OtherConfig));
    }
    // The floor decides at the end only.
    let floor = ScoreConfig::new(&NeedsPolicy::new(today()).coverage_floor(0.9)).unwrap();
    assert!(state.merge(&ScoreState::new(&floor)).is_ok());
}

#[test]
fn the_edge_of_the_landmark_holds_and_the_next_day_is_refused() {
    let config = config();
    let kind = SourceKind::Observation;
    let last = config.last_day(kind).unwrap();
    let mut state = ScoreState::new(&config);
    for _ in 0..1_000 {
        state.update(&config, kind, 5.0, last, 1_000_000).unwrap();
        state
            .update(&config, kind, 1.0, today(), 1_000_000)
            .unwrap();
    }
    let score = state.finish(&config, last).unwrap();
    // Newer answers weigh 2^15 times as much.
    let level = score.contributions.reveal()[0].mean.to_f64();
    assert!(
        (level - (5.0 - 4.0 / (1.0 + 32_768.0))).abs() < 1e-9,
        "{level}"
    );
    let day = last + Days::new(1);
    let refused = state.update(&config, kind, 3.0, day, 1);
    assert_eq!(refused, Err(UpdateError::BeyondLandmark { day, last }));
}

#[test]
fn an_answer_long_before_the_landmark_counts_for_nothing() {
    let config = config();
    let mut state = ScoreState::new(&config);
    let half_life = 365;
    let old = today() - Days::new(half_life * 50);
    state
        .update(&config, SourceKind::Superior, 2.0, old, 1)
        .unwrap();
    let score = state.finish(&config, today()).unwrap();
    assert_eq!((score.level, score.coverage.raw()), (None, 0));
}

#[test]
fn what_cannot_be_is_refused_and_leaves_the_state_alone() {
    let config = config();
    let mut state = state(&config, &[(0, 8, 0, 1)]);
    let before = state.to_bytes();
    for level in [
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        0.999,
        5.001,
        -3.0,
    ] {
        let refused = state.update(&config, SourceKind::Superior, level, today(), 1);
        assert_eq!(refused, Err(UpdateError::OffScale));
    }
    for count in [0, 1_000_001, u32::MAX] {
        let refused = state.update(&config, SourceKind::Superior, 3.0, today(), count);
        assert_eq!(refused, Err(UpdateError::BadCount { count }));
    }
    let mut policy = NeedsPolicy::new(today()).coverage_floor(0.1);
    policy.sources.retain(|rule| rule.kind != SourceKind::Peer);
    let narrow = ScoreConfig::new(&policy).unwrap();
    let refused = ScoreState::new(&narrow).update(&narrow, SourceKind::Peer, 3.0, today(), 1);
    let kind = SourceKind::Peer;
    assert_eq!(refused, Err(UpdateError::UnknownSource { kind }));
    assert_eq!(state.to_bytes(), before);
}

#[test]
fn a_reading_before_the_newest_answer_is_refused() {
    let config = config();
    let state = state(&config, &[(0, 8, 3, 1), (1, 8, 9, 1)]);
    let newest = day(3);
    let refused = state.finish(&config, day(4)).err();
    assert_eq!(refused, Some(FinishError::FutureAnswer { newest }));
    assert!(state.finish(&config, newest).is_ok());
}

#[test]
fn versions_are_told_apart() {
    let config = config();
    let mut bytes = ScoreState::new(&config).to_bytes();
    bytes[4] = 2;
    let refused = ScoreState::from_bytes(&config, &bytes).err();
    assert_eq!(refused, Some(BytesError::Version { found: 2 }));
}

#[test]
fn debug_shows_no_level() {
    let config = config();
    let state = state(&config, &[(0, 9, 0, 1), (1, 9, 0, 1)]);
    let score = state.finish(&config, today()).unwrap();
    let text = format!("{state:?} {score:?}");
    assert!(
        !text.contains("2.25") && !text.contains("2250000000"),
        "{text}"
    );
}
