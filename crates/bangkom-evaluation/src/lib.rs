//! Did the training help, whom, how much, how sure are we, and who still needs support?
//!
//! The crate reads a plan, what happened, and checked domain data, and gives plain documents.
//! It reads no file and no clock, and never decides. Numbers alone are in `bangkom-stats`: who
//! only wants a paired gain with an interval calls `paired::t_test` there.
//!
//! # Example
//!
//! Six analysts, a test before and after; one stayed below the mark:
//!
//! ```
//! use bangkom_domain::catalog::{Catalog, CatalogData};
//! use bangkom_domain::follow_up::Support;
//! use bangkom_domain::json;
//! use bangkom_domain::plan::Plan;
//! use bangkom_domain::results::Results;
//! use bangkom_domain::roster::{Roster, RosterData};
//! use bangkom_evaluation::{EvaluationPolicy, Status, VerdictAnswer, VerdictReason, evaluate};
//! use chrono::NaiveDate;
//!
//! let person = |n: u32| format!("00000000-0000-0000-0000-{n:012}");
//! let list = |text: &dyn Fn(u32) -> String| (1..=6).map(text).collect::<Vec<_>>().join(",");
//!
//! let employees = list(&|n| format!(
//!     r#"{{"id": "{}", "kind": "pns", "unit": "A", "position": "p", "legal_status": "active"}}"#,
//!     person(n)
//! ));
//! let roster = Roster::new(json::read::<RosterData>(&format!(
//!     r#"{{"schema": "bangkom.roster/1", "employees": [{employees}],
//!         "units": [{{"id": "A", "name": "Dinas A", "kind": "agency"}}]}}"#
//! ))?).value;
//! let catalog = Catalog::new(json::read::<CatalogData>(r#"{
//!   "schema": "bangkom.catalog/1",
//!   "positions": [{"id": "p", "title": "Analis", "kind": "pelaksana"}],
//!   "competencies": [{
//!     "id": "service", "name": "Pelayanan publik", "group": "managerial",
//!     "dictionary": "PermenPANRB 38/2017"
//!   }],
//!   "standards": [],
//!   "programs": [{
//!     "id": "prima", "name": "Pelayanan prima",
//!     "modules": [{
//!       "id": "m1", "name": "Standar pelayanan", "hours": 20, "method": "NKL03",
//!       "outcomes": [{"competency": "service", "from": 2, "to": 4}]
//!     }],
//!     "sessions": [{"kind": "class", "slots": 4, "venue": {"room": []}, "instructors": 1}],
//!     "limits": {
//!       "min_seats": 1, "max_seats": 30, "max_batches": 2, "max_one_unit": 1000, "min_units": 1
//!     },
//!     "cost": {"per_batch": 0, "per_seat": 0, "fund": "APBD"}
//!   }]
//! }"#)?).value;
//! let seats = list(&|n| format!(r#"{{"person": "{}"}}"#, person(n)));
//! let plan: Plan = json::read(&format!(
//!     r#"{{"schema": "bangkom.plan/1",
//!         "provenance": {{"standing": "decided", "rules": [], "presets": [],
//!                         "input_sha256": null}},
//!         "horizon": {{"first": "2026-01-01", "last": "2026-12-31"}},
//!         "batches": [{{
//!           "id": "prima/b01", "program": "prima", "cost": 0, "publication": "frozen",
//!           "seats": [{seats}],
//!           "sessions": [{{
//!             "id": "prima/b01/s1", "kind": "class",
//!             "times": [{{"date": "2026-03-02", "first": 0, "count": 4}}]
//!           }}]
//!         }}]}}"#
//! ))?;
//! let score = |n: u32, when: &str, score: u32| format!(
//!     r#"{{"batch": "prima/b01", "person": "{}", "instrument": "tes", "occasion": "{when}",
//!         "score": {score}, "date": "2026-03-02"}}"#,
//!     person(n)
//! );
//! let scores = list(&|n| {
//!     let after = if n == 6 { 55 } else { 70 + 2 * n };
//!     format!("{},{}", score(n, "before", 50 + n), score(n, "after", after))
//! });
//! let present = list(&|n| format!(
//!     r#"{{"session": "prima/b01/s1", "person": "{}", "present": true}}"#, person(n)
//! ));
//! let results: Results = json::read(&format!(
//!     r#"{{"schema": "bangkom.results/1", "observations": [], "series": [],
//!         "instruments": [{{
//!           "id": "tes", "kind": "knowledge_test", "program": "prima", "competency": "service",
//!           "scale": {{"low": 0, "high": 100, "direction": "higher_is_better"}}, "mastery": 70
//!         }}],
//!         "attendance": [{present}], "scores": [{scores}]}}"#
//! ))?;
//!
//! let today = NaiveDate::from_ymd_opt(2026, 4, 1).ok_or("no such day")?;
//! let policy = EvaluationPolicy::new(today);
//! let evaluation = evaluate(&plan, &results, &roster, &catalog, &policy)?;
//!
//! let whole = &evaluation.programs[0].learning[0].change;
//! assert_eq!((whole.status, whole.flow.both), (Status::Estimated, 6));
//! let test = whole.test.as_ref().ok_or("no test")?;
//! assert!((test.mean_diff - 19.0).abs() < 1e-9);
//! let effect = whole.effect.as_ref().ok_or("no effect")?;
//! assert!(effect.d_z_ci.is_some_and(|interval| interval.contains(effect.d_z)));
//!
//! // One of six fell, and ranks do not see the rise: the verdict says so.
//! let verdict = &evaluation.programs[0].verdict;
//! assert_eq!(verdict.answer, VerdictAnswer::Revise);
//! assert_eq!(verdict.reasons, [VerdictReason::Rose, VerdictReason::SturdierDisagrees]);
//!
//! let action = &evaluation.follow_ups().actions[0];
//! assert_eq!(action.support, Support::Refresher);
//! assert_eq!(action.reasons, ["evaluation.not_mastered"]);
//! assert_eq!(evaluation.demand(&catalog)[0].value.reveal().points(), 3_000);
//! assert_eq!(evaluation.evidence().records.len(), 6);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The model
//!
//! 1. Only attenders are compared, each with their own earlier score; [`Flow`] counts who was
//!    lost at each step, and [`Losses`] says what that could change. A test not taken is
//!    attrition, not a zero.
//! 2. A [`Comparison`] holds the method that the design asks for with its reasons ([`Advice`]),
//!    what it took for granted ([`Assumption`]), what sturdier methods say ([`SecondOpinion`])
//!    or why none was asked ([`NoOpinion`]), and its [`Doubt`]s; so does every other result. Where
//!    nothing varies it says so ([`Status`]), and there is no p-value of zero.
//! 3. Observers of one person are averaged first; their agreement is reported, and whoever lies
//!    far apart is a finding ([`ObserverAgreement`]). Items that two forms share tell whether the
//!    test after is easier ([`FormShift`]).
//! 4. A figure of the service is set against its course before the batches, with errors that
//!    allow for autocorrelation ([`SeriesEffect`]; counts have a log-linear one, [`CountCourse`]),
//!    and, where units without participants have the same figure, against those
//!    ([`ServiceChange`], [`CountChange`], [`CasesAgainst`]); times of cases count the open ones
//!    ([`CaseTimes`]); events that come in waves widen the interval ([`Dispersion`]); no sentence
//!    says "caused by".
//! 5. A [`Verdict`] follows a rule and names its reasons; p-values are adjusted over all tests of
//!    the evaluation.
//! 6. Everybody has a class with its reasons ([`PersonClass`]); rules over the outcomes of persons
//!    and what they say stands in the way ask for support ([`SupportRule`]); what needs time,
//!    people or a room becomes demand, what was measured becomes evidence for the next round.
//!
//! # What is here
//!
//! | to … | use |
//! |---|---|
//! | evaluate a plan | [`evaluate`] |
//! | compare two columns of scores, with or without a comparison group | [`compare`] |
//! | conclude, over many programs at once | [`judge`] |
//! | count millions of learners in one pass, in mergeable parts | [`NationalRun`] |
//! | have everything as rows of one shape | [`Evaluation::outcomes`] |
//! | know how good a test or questionnaire is | [`item_quality`] |
//! | set a series against its course before | [`series_effect`] |
//! | set counts against their course before | [`count_course`] |
//! | compare times of cases, counts, surveys | [`case_times`], [`case_times_beside`], [`count_rates`], [`survey_change`] |
//! | know how many participants show an effect | [`participants_needed`] |
//! | see who needs what help | [`Evaluation::follow_ups`] |
//! | join follow-ups with those of the round before | [`Evaluation::follow_ups_after`] |
//! | hand seats to the schedule | [`Evaluation::demand`] |
//! | hand levels to the needs analysis | [`Evaluation::evidence`] |
//! | change levels, floors, due days | [`EvaluationPolicy`] |
//!
//! # Limits
//!
//! A series with fewer than eight points before or four after is compared by the means of its
//! points. Rates of others that counts are set against are taken as known, so that few events
//! elsewhere make the interval too narrow. The regression to the mean that is taken off takes
//! reliability and population as known without error. Observed levels take the checklist's scale
//! as the five levels. Above 200,000 people no method that holds everybody at once is asked for a
//! second opinion.
//!
//! # Sources
//!
//! Kirkpatrick 1994; Student 1908; Lakens 2013; Hake 1998; Marx and Cummings 2007; Jacobson and
//! Truax 1991; Kelley 1927; Manski 1990; Lee 2009; Lord 1967; Bell and `McCaffrey` 2002; Holm
//! 1979; Krippendorff 2011; Welch 1947; Holton, Bates and Ruona 2000; Saks and Belcourt 2006.

mod agreement;
mod barrier;
mod behaviour;
mod closure;
mod compare;
mod credit;
mod evaluation;
mod instrument;
mod intake;
mod learning;
mod national;
mod outcome;
mod person;
mod planning;
mod policy;
mod reaction;
mod returns;
mod service;
mod standing;
mod study;
mod support;
mod verdict;

pub use agreement::{CriterionAgreement, ObserverAgreement};
pub use barrier::BarrierFigure;
pub use behaviour::{BehaviourChange, MeasurementState, ScheduledMeasurement};
pub use closure::GapClosure;
pub use compare::{
    Advice, Against, Assumed, Assumption, AssumptionState, Because, ClusterEffect, Comparison,
    Design, Doubt, Estimate, ExpectedRegression, Flow, Losses, Measured, MethodChoice, NoOpinion,
    Resampled, SecondOpinion, Status, compare,
};
pub use evaluation::{Evaluation, EvaluationError, EvaluationSchema, evaluate};
pub use instrument::{
    FormReading, FormShift, InstrumentQuality, ItemDoubt, ItemFigures, ItemQuality, ShiftOfItem,
    item_quality,
};
pub use intake::ResultFinding;
pub use learning::{Learning, ProgramEvaluation, Retention};
pub use national::{
    CountingRule, GainHistogram, NationalFigures, NationalRun, NationalTest, ProgramFigures,
};
pub use outcome::{Outcome, OutcomeDesign, OutcomeLevel};
pub use person::{PersonClass, PersonOutcome, PersonReason};
pub use planning::{Needed, Planned, participants_needed};
pub use policy::{DueDays, EvaluationPolicy, PolicyFinding};
pub use reaction::Reaction;
pub use returns::{IsolatedBenefit, ProgramReturn};
pub use service::{
    AgainstCourse, CaseChange, CaseSpan, CaseTimes, CasesAgainst, CountChange, CountCourse,
    Difference, Dispersion, ElementChange, Rates, Ratio, SatisfactionChange, SeriesEffect,
    ServiceChange, ServiceReading, SurveyChange, case_times, case_times_beside, count_course,
    count_rates, series_effect, survey_change,
};
pub use standing::{GroupKind, Standing, StandingReading};
pub use support::SupportRule;
pub use verdict::{Verdict, VerdictAnswer, VerdictReason, judge};
