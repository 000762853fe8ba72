use bangkom_domain::id::SessionId;
use serde::{Deserialize, Serialize};

use crate::rules::timetable::{Reason, Rule};

/// A rule that one session need not keep, who decided it, and why.
///
/// Possible for the rules about the place of one session
/// ([`Rule::may_be_excepted`](crate::rules::timetable::Rule::may_be_excepted)); what is excepted
/// stays visible in [`Analysis::excepted`](crate::check::timetable::Analysis::excepted).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// Which session.
    pub session: SessionId,
    /// The rule that does not hold for it.
    pub rule: Rule,
    /// Why, and who said so.
    pub because: Reason,
}
