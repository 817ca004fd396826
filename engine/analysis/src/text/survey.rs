//! The pairs of a survey.

use luoshi_diagnostics::Arg;

use crate::compare::Analysis;
use crate::relation::Relation;

use super::{Writer, number};

impl Writer {
    /// The pairs of a survey; those that merely differ together, for they are as they should be.
    pub(super) fn pairs(&mut self, pairs: &[Analysis]) {
        if pairs.is_empty() {
            self.line(0, "analysis-pairs-none", []);
            return;
        }
        self.line(0, "analysis-pairs", [("pairs", number(pairs.len()))]);
        let ids = |analysis: &Analysis| {
            let [first, second] = [0, 1].map(|at| Arg::from(analysis.rules[at].id.as_str()));
            [("first", first), ("second", second)]
        };
        let (differ, others): (Vec<&Analysis>, Vec<&Analysis>) =
            pairs.iter().partition(|a| a.relation() == Relation::Differ);
        for analysis in others {
            let [first, second] = ids(analysis);
            let relation = self.relation(analysis).into();
            self.line(
                2,
                "analysis-pair-line",
                [first, second, ("relation", relation)],
            );
        }
        if !differ.is_empty() {
            let names = differ
                .iter()
                .map(|a| self.say("analysis-pair-names", ids(a)));
            let names: Vec<String> = names.collect();
            let args = [("pairs", number(differ.len())), ("names", names.into())];
            self.line(2, "analysis-pairs-differ", args);
        }
    }
}
