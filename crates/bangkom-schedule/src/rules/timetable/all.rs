use super::{Found, Match, Rule, Rules, Severity, View};

/// Every case of a broken rule that is not ignored, by rule and session.
pub(crate) fn matches(view: &View<'_>, rules: &Rules) -> Vec<Match> {
    collect(view, |rule| rules.of(rule).severity != Severity::Ignore)
}

/// Every case of a broken rule that blocks.
pub(crate) fn blocking(view: &View<'_>, rules: &Rules) -> Vec<Match> {
    collect(view, |rule| rules.of(rule).severity == Severity::Block)
}

fn collect(view: &View<'_>, of: impl Fn(Rule) -> bool) -> Vec<Match> {
    let mut all = Vec::new();
    for rule in Rule::ALL.iter().filter(|rule| of(**rule)) {
        (rule.entry().find)(view, &mut Found::of(*rule, &mut all));
    }
    all.sort();
    all
}
