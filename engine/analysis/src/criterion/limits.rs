//! What further facts of vetoes and ladders can be at the most.

use luoshi_plan::model::{Ladder, Veto};
use luoshi_rules::{Amount, Count, Line};

use crate::facts::Further;
use crate::side::Answers;

use super::Criterion;
use super::asking::{Asking, is_plain, total};

/// What further facts cannot be beyond: for each a sum of others that it never exceeds.
pub(crate) fn limits(criterion: &Criterion, answers: &Answers) -> Vec<Line> {
    let asking = Asking {
        answers,
        tests: Vec::new(),
    };
    match criterion {
        Criterion::Veto(veto, _) => of_veto(veto, &asking),
        Criterion::Ladder(ladder) => of_ladder(ladder, &asking),
        Criterion::Rule(_) | Criterion::Penalty(_) => Vec::new(),
    }
}

fn of_veto(veto: &Veto, asking: &Asking<'_>) -> Vec<Line> {
    let (id, when) = (&veto.duty.id.name, &veto.when);
    if is_plain(veto) || when.incidents.is_empty() {
        return Vec::new();
    }
    let below = |what| below(asking.incidents(&when.incidents), asking.further(id, what));
    let mut limits = vec![below(Further::Telling)];
    if when.lapse.is_some() {
        limits.push(below(Further::Unsure));
    }
    limits
}

fn of_ladder(ladder: &Ladder, asking: &Asking<'_>) -> Vec<Line> {
    let (id, trigger) = (&ladder.duty.id.name, &ladder.trigger);
    let mut limits = Vec::new();
    if asking.is_windowed(ladder) {
        let failed = asking.count(&trigger.failed, Count::Failing);
        let events = total([failed, asking.incidents(&trigger.incidents)]);
        limits.push(below(events, asking.further(id, Further::Window)));
    }
    if trigger.severe_step.is_some() {
        let happened = asking.incidents(&trigger.incidents);
        limits.push(below(happened, asking.further(id, Further::Severe)));
    }
    limits
}

/// What is left of a sum when another is taken from it.
fn below(most: Amount, taken: Amount) -> Line {
    let mut line = most.line;
    for fact in taken.line.terms.into_keys() {
        *line.terms.entry(fact).or_default() -= 1;
    }
    line
}
