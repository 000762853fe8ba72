use serde::{Deserialize, Serialize};

use super::Rating;

/// Targets and raters that ratings join, directly or in a chain.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// Its targets, ascending.
    pub targets: Vec<usize>,
    /// Its raters, ascending.
    pub raters: Vec<usize>,
}

/// The components of the graph of targets and raters, ordered by their least target.
pub(super) fn components(n_targets: usize, n_raters: usize, ratings: &[Rating]) -> Vec<Component> {
    let mut forest = Forest::new(n_targets + n_raters);
    let mut rated = vec![false; n_targets + n_raters];
    for rating in ratings {
        let rater = n_targets + rating.rater;
        forest.join(rating.target, rater);
        rated[rating.target] = true;
        rated[rater] = true;
    }
    let mut numbers = vec![usize::MAX; n_targets + n_raters];
    let mut found: Vec<Component> = Vec::new();
    for node in (0..n_targets + n_raters).filter(|node| rated[*node]) {
        let root = forest.root(node);
        if numbers[root] == usize::MAX {
            numbers[root] = found.len();
            found.push(Component::default());
        }
        let component = &mut found[numbers[root]];
        if node < n_targets {
            component.targets.push(node);
        } else {
            component.raters.push(node - n_targets);
        }
    }
    found
}

/// Sets that are merged, each named by its least member.
struct Forest(Vec<usize>);

impl Forest {
    fn new(n: usize) -> Self {
        Self((0..n).collect())
    }

    fn root(&mut self, mut node: usize) -> usize {
        while self.0[node] != node {
            self.0[node] = self.0[self.0[node]];
            node = self.0[node];
        }
        node
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}
