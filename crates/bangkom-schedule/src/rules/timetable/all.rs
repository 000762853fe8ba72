use super::found::Found;
use super::{Match, Rule, Rules, Severity, View};

/// Every case of a broken rule that is not ignored, by rule and session.
pub(crate) fn matches(view: &View<'_>, rules: &Rules) -> Vec<Match> {
    collect(view, |rule| rules.of(rule).severity != Severity::Ignore)
}

/// Every case of a broken rule that blocks.
pub(crate) fn blocking(view: &View<'_>, rules: &Rules) -> Vec<Match> {
    collect(view, |rule| rules.of(rule).severity == Severity::Block)
}

/// Every case of these rules that is broken.
pub(crate) fn of_rules(view: &View<'_>, rules: &[Rule]) -> Vec<Match> {
    let mut all = Vec::new();
    for rule in rules {
        (rule.entry().find)(view, &mut Found::of(*rule, &mut all));
    }
    all.sort();
    all
}

fn collect(view: &View<'_>, of: impl Fn(Rule) -> bool) -> Vec<Match> {
    let rules: Vec<Rule> = Rule::ALL.iter().copied().filter(|rule| of(*rule)).collect();
    of_rules(view, &rules)
}
