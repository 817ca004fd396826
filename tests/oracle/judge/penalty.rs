//! Penalties.

use std::collections::BTreeMap;

use super::decision::{Proposed, level, line, ruling};
use super::{Case, Findings, Said};
use crate::plan::{Effect, Penalty};

pub(super) fn propose(case: &Case<'_>, of: &Penalty, found: &Findings, out: &mut Vec<String>) {
    let mut against: BTreeMap<Option<&str>, Vec<&Said>> = BTreeMap::new();
    let failing = found
        .values()
        .filter(|said| said.fails() && of.on.contains(&said.duty));
    for said in failing {
        let falls_on = said.subject.as_deref().or(said.who.as_deref());
        against.entry(falls_on).or_default().push(said);
    }
    for (about, failing) in against {
        if failing.len() < of.at_least as usize {
            continue;
        }
        let proposed = Proposed {
            duty: of.id,
            about,
            level: level(of.decided_by.as_ref()),
            lasts: None,
            from: failing.iter().filter_map(|said| said.day).max(),
        };
        let state = ruling(case, &proposed).state;
        let lines = measures(&of.effect);
        out.extend(
            lines
                .iter()
                .map(|measure| line(of.id, measure, about, state)),
        );
    }
}

/// Money in fen, scores in hundredths.
pub(super) fn measures(of: &Effect) -> Vec<String> {
    let mut all = Vec::new();
    all.extend(of.score.map(|score| format!("score {}", score.0)));
    all.extend(of.deduct.map(|yuan| format!("deduct {}", yuan * 100)));
    all.extend(of.grade.map(|grade| format!("grade {grade}")));
    if !of.ineligible.is_empty() {
        all.push(format!("ineligible {}", of.ineligible.join(" ")));
    }
    all
}
