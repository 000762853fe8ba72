//! Training needs from many weighted sources of evidence, with coverage, reasons and honest
//! uncertainty.
//!
//! The crate reads checked domain data and plain documents, and gives plain documents. It reads
//! no file and no clock, schedules nothing, and never decides: everything is a proposal with
//! its reasons.
//!
//! # Example
//!
//! One analyst, rated by the superior and by an assessment centre, in one competency:
//!
//! ```
//! use bangkom_domain::catalog::{Catalog, CatalogData};
//! use bangkom_domain::decision::Decisions;
//! use bangkom_domain::evidence::Evidence;
//! use bangkom_domain::roster::{Roster, RosterData};
//! use bangkom_domain::{Language, json};
//! use bangkom_needs::{NeedsPolicy, analyze, propose};
//! use chrono::NaiveDate;
//!
//! let roster = Roster::new(json::read::<RosterData>(r#"{
//!   "schema": "bangkom.roster/1",
//!   "units": [{"id": "DPMPTSP", "name": "Dinas Penanaman Modal", "kind": "agency"}],
//!   "employees": [{
//!     "id": "00000000-0000-0000-0000-000000000001", "kind": "pns", "unit": "DPMPTSP",
//!     "position": "analyst", "legal_status": "active"
//!   }]
//! }"#)?).value;
//! let catalog = Catalog::new(json::read::<CatalogData>(r#"{
//!   "schema": "bangkom.catalog/1",
//!   "positions": [{"id": "analyst", "title": "Analis", "kind": "pelaksana"}],
//!   "competencies": [{
//!     "id": "service", "name": "Pelayanan publik", "group": "managerial",
//!     "dictionary": "PermenPANRB 38/2017"
//!   }],
//!   "standards": [
//!     {"position": "analyst", "competency": "service", "level": 4, "importance": 5}
//!   ],
//!   "programs": [{
//!     "id": "prima", "name": "Pelayanan prima",
//!     "modules": [{
//!       "id": "m1", "name": "Standar pelayanan", "hours": 20, "method": "NKL03",
//!       "outcomes": [{"competency": "service", "from": 2, "to": 4}]
//!     }],
//!     "sessions": [{
//!       "kind": "class", "slots": 4, "venue": {"room": []}, "instructors": 1
//!     }],
//!     "limits": {
//!       "min_seats": 1, "max_seats": 30, "max_batches": 2, "max_one_unit": 1000, "min_units": 1
//!     },
//!     "cost": {"per_batch": 0, "per_seat": 0, "fund": "APBD"}
//!   }]
//! }"#)?).value;
//! let evidence = json::read::<Evidence>(r#"{
//!   "schema": "bangkom.evidence/1",
//!   "sources": [
//!     {"id": "atasan", "kind": "superior",
//!      "scale": {"low": 1, "high": 5, "direction": "higher_is_better"}},
//!     {"id": "uji", "kind": "assessment",
//!      "scale": {"low": 0, "high": 100, "direction": "higher_is_better"}}
//!   ],
//!   "records": [
//!     {"id": "00000000-0000-0000-0000-0000000000e1", "source": "atasan",
//!      "subject": {"person": "00000000-0000-0000-0000-000000000001"},
//!      "aspect": {"competency": "service"}, "value": 2, "date": "2026-01-10"},
//!     {"id": "00000000-0000-0000-0000-0000000000e2", "source": "uji",
//!      "subject": {"person": "00000000-0000-0000-0000-000000000001"},
//!      "aspect": {"competency": "service"}, "value": 50, "date": "2026-01-10"}
//!   ]
//! }"#)?;
//!
//! let today = NaiveDate::from_ymd_opt(2026, 1, 10).ok_or("no such day")?;
//! let policy = NeedsPolicy::new(today);
//! let analysis = analyze(&roster, &catalog, &evidence, &policy)?;
//!
//! let need = &analysis.needs[0];
//! // (0.25 × 2 + 0.30 × 3) / 0.55 = 2.545454545, and the position asks for 4.
//! assert_eq!(need.gap.reveal().to_string(), "1.454545455");
//! assert_eq!(need.priority.reveal().to_string(), "7.272727275");
//! // Nothing from appraisal and peers: 0.55 of 0.80 expected.
//! assert_eq!(need.coverage.to_string(), "0.687500000");
//! assert!(need.sentence(Language::En).contains("gap 1.45 × importance 5 = priority 7.27"));
//!
//! let proposal = propose(&analysis, &roster, &catalog, &Decisions::default(), &policy);
//! assert_eq!(proposal.demand.rows[0].value.reveal().points(), 7_273);
//! assert!(proposal.unclosed.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The model
//!
//! 1. A value becomes a level 1 to 5 by the **declared** scale and direction of its source.
//! 2. Each kind of source gives the mean of its answers, an answer counting half after each
//!    half-life; superior, peers and others are averaged apart, so that many do not outvote few.
//! 3. Kinds that are present are weighed; what is missing lowers the coverage, never the level.
//!    Below the floor the answer is [`Insufficient`], with what is missing.
//! 4. The level is compared with the position held, the position to be held, and strategic
//!    requirements; the greatest gap × importance is the priority. Surplus and performance gaps
//!    stand apart.
//! 5. Where people name tools, process, incentives or workload as the cause, the answer may be
//!    that training does not help ([`CauseScreen`]).
//!
//! What a whole unit is told by its citizens reaches a competency only through an
//! [`AspectLink`], counts by how much the person served there, is drawn toward the mean of such
//! units where few answered ([`units::UnitReading`]), stands apart in the [`Contribution`], and alone
//! never makes a person's need.
//!
//! # What is here
//!
//! | to … | use |
//! |---|---|
//! | find gaps, with reasons | [`analyze`] |
//! | sum a person up for a form that asks for it (JPM, IKK) | [`match_profiles`] |
//! | turn gaps into seats, see what nothing closes, and sketch what is missing | [`propose`] |
//! | see who could teach what is missing | [`teachers`] |
//! | show what each agency asks, and how far it is verified and decided | [`agency_demand`] |
//! | see who rates severely and how far raters agree | [`rater_report`] |
//! | show units and the city without showing anybody | [`roll_up`] |
//! | change weights, half-lives, floors, links | [`NeedsPolicy`] |
//! | score millions of answers as columns | [`columns::score`] |
//! | keep sums, add a day's answers, merge parts | [`ScoreState`] |
//! | say how firm a ranking is | [`Analysis::rank_problem`], [`Analysis::evidence_stability`] |
//! | say what would change a rank | [`robustness::rank_change`] |
//!
//! # Catalogue of methods
//!
//! Plain functions on plain data; each page has formula, errors, an example and the source.
//!
//! | Method | Function | Formula or idea | Source |
//! |---|---|---|---|
//! | Severity and agreement of raters | [`rater_report`] | `rating = level - severity`, least squares with gaps | Searle (1971) |
//! | Given and equal weights | [`weights::direct`], [`weights::equal`] | checked, sum of one | – |
//! | Weights from an order | [`weights::rank_order_centroid`] | `(1/n) sum_{k>=i} 1/k` | Barron & Barrett (1996) |
//! | | [`weights::rank_sum`], [`weights::rank_reciprocal`] | equal steps; `1/i` | Stillwell et al. (1981) |
//! | Analytic hierarchy process | [`weights::ahp`] | Perron vector, `CR = CI / RI` | Saaty (1980), Crawford & Williams (1985) |
//! | Worst judgement | [`weights::Triad`] | `1 - exp(-abs(ln(a_ij a_jk / a_ik)))` | Koczkodaj (1993) |
//! | Judgements of a group | [`weights::Judgements::of_group`] | geometric mean of each cell | Aczel & Saaty (1983) |
//! | Mean weighted discrepancy | [`indices::borich`] | `mean(I) mean(I - A)` | Borich (1980) |
//! | Ranked discrepancy | [`indices::ranked_discrepancy`] | `100 (share(A > I) - share(A < I))`, exact sign test | Narine & Harder (2021) |
//! | Modified priority needs index | [`indices::pni_modified`] | `(I - D) / D` | Wongwanich (2005) |
//! | Training or organisation | [`indices::hennessy_hicks`] | gap, and remedies above a threshold | Hicks & Hennessy (1996) |
//! | Difficulty, importance, frequency | [`indices::difficulty_importance_frequency`] | `D I F`, direction of F asked | Buckley & Caple (2009) |
//! | Importance and performance | [`indices::quadrants`] | four quadrants | Martilla & James (1977) |
//! | Indices compared | [`indices::side_by_side`] | ranks, tau-b of each pair | Kendall (1945) |
//! | Other weights | [`robustness::weight_stability`] | Dirichlet draws, rank acceptability | Lahdelma & Salminen (2001) |
//! | Other answers | [`robustness::evidence_stability`] | Poisson bootstrap keyed by record | Chamandy et al. (2012) |
//! | Smallest change of a weight | [`robustness::smallest_weight_change`] | `(P_j - P_i) / (x_ik - x_jk)`, missing sources too | Triantaphyllou & Sanchez (1997) |
//! | Exact probabilities | [`robustness::positive_on_simplex`], [`robustness::positive_under_dirichlet`] | race of exponential times | Lahdelma et al. (1998) |
//! | Exact acceptability, two criteria | [`robustness::two_criteria_acceptability`] | pieces between breakpoints | Lahdelma & Salminen (2001) |
//! | Moments under uncertain weights | [`robustness::dirichlet_moments`] | `sum a m / a0` | Kotz et al. (2000) |
//! | Mean of means with its variance | [`combine_means`] | delta method | Oehlert (1992) |
//! | Unit figure to people | [`units::push_down`] | `e / (e + k)` | Robinson (1950) |
//! | Fading by any law | [`recency::forward_decay`] | `g(t - L) / g(now - L)` | Cormode et al. (2009) |
//!
//! # Promises
//!
//! The same records give the same bytes in any order: levels are fixed to 2^-24 when they come
//! in, decay weights are integers of 2^-48, sums are integers, the mean of a kind is rounded to
//! 2^-48, the level once to 1e-9, all ties to even. Contributions sum exactly to the level. A
//! new person changes nothing for the others, unless the policy takes off the severity of raters.
//!
//! # Features
//!
//! `parallel` shares the work of [`analyze`] and of [`columns::score`] among threads; results
//! stay the same to the byte.
//!
//! # Limits
//!
//! Columns take one answer a row and one profile a person, no evidence about units and no raters;
//! what a document says of grounds, links and causes is in the record form. A person who moved
//! is told what is said of the present unit only. The severity of raters is taken off only where
//! the policy asks for it ([`RaterRule`]): levels then depend on the ratings of others. Programs
//! that somebody has already finished are not known here: [`propose`] adds prerequisites again.
//! The firmness of a ranking is examined for the first places and those who can reach them;
//! among very many it says which it left out.
//!
//! Worse evidence about a person never lowers a need of that person, unless the severity of raters
//! is taken off: a rater who rates lower then counts as more severe. Worse evidence about a unit
//! never lowers a need in that unit by its own mean, but where units are drawn together it may
//! move the common mean of others, and how far they are drawn to it.
//!
//! # Sources
//!
//! PP 11/2017 art. 206; PermenPANRB 38/2017; PermenPANRB 14/2017; Bühlmann and Straub 1970;
//! Cormode, Shkapenyuk, Srivastava and Xu 2009; Fishburn 1967; Gilbert 1978; Kish 1965; Mager
//! and Pipe 1970; Marshall 1991; Oehlert 1992.

mod analysis;
pub mod columns;
mod exact;
mod gap;
pub mod indices;
mod intake;
mod policy;
mod profile;
mod proposal;
mod raters;
pub mod recency;
pub mod robustness;
mod rollup;
mod score;
mod state;
pub mod units;
pub mod weights;

pub use analysis::{Analysis, AnalysisSchema, NeedsError, analyze};
pub use gap::{CauseScreen, GroundGap, Insufficient, Need, PerformanceGap, ScreenAnswer};
pub use intake::EvidenceFinding;
pub use policy::{
    AspectLink, DesignRule, MatchRule, NeedsPolicy, PolicyFinding, RaterRule, ScreenRule,
    SourceRule, UnitRule,
};
pub use profile::{MatchProfile, match_profiles};
pub use proposal::{
    AgencyDemand, DecisionFinding, DesignNeed, MethodShare, ProgramFinding, Proposal,
    ProposalSchema, TeachersFound, UnclosedGap, UnclosedReason, agency_demand, propose, teachers,
};
pub use raters::{
    AbsentWhy, AdjustedLevel, AlphaFigures, Figure, IccFigures, PanelPart, RaterAgreement,
    RaterPanel, RaterReport, RaterReportSchema, RaterSeverity, rater_report,
};
pub use rollup::{GroupFigure, UnitNeeds, roll_up};
pub use score::{
    CombinedMean, Contribution, MissingSource, MissingWhy, Uncertainty, WeightedMean, combine_means,
};
pub use state::{
    BytesError, FinishError, MergeError, Score, ScoreConfig, ScoreMode, ScoreState, UpdateError,
};
