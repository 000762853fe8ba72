//! How evidence becomes needs: weights, half-lives, floors and links.

mod check;
mod design;
mod finding;
mod link;
mod matching;
mod raters;
mod record;
mod screen;
mod source;
mod unit;

pub use design::DesignRule;
pub(crate) use design::usual_method;
pub use finding::PolicyFinding;
pub use link::AspectLink;
pub use matching::MatchRule;
pub use raters::RaterRule;
pub use record::NeedsPolicy;
pub use screen::ScreenRule;
pub use source::SourceRule;
pub use unit::UnitRule;
