//! 倒查: who answers, from the role nearest to the work up to the head of the township.

use std::collections::{BTreeMap, VecDeque};

use jiff::civil::Date;
use luoshi_plan::{AnswersBy, Plan};
use petgraph::Direction;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use crate::assemble::subject_label;
use crate::assessment::{Answerable, Label};
use crate::check::chain::holders_on;

/// The chain for a role, a subject and a day.
pub(crate) fn chain(plan: &Plan, role: &str, subject: Option<usize>, day: Date) -> Vec<Answerable> {
    let Some(&start) = plan.role_nodes.get(role) else {
        return Vec::new();
    };
    let path = to_the_top(plan, start);
    path.into_iter()
        .filter_map(|node| answerable(plan, &plan.answers[node], subject, day))
        .collect()
}

/// The roles that a role answers to directly, by id. Where a chain says who answers, `answers_to` is
/// not asked.
#[must_use]
pub fn answers_to<'p>(plan: &'p Plan, role: &str) -> Vec<&'p str> {
    let node = plan.role_nodes.get(role);
    let above = node.map_or(Vec::new(), |node| above(plan, *node));
    above
        .into_iter()
        .map(|node| plan.answers[node].as_str())
        .collect()
}

fn above(plan: &Plan, node: NodeIndex) -> Vec<NodeIndex> {
    let edges = || plan.answers.edges_directed(node, Direction::Outgoing);
    let chained = edges().any(|e| matches!(e.weight(), AnswersBy::Chain { .. }));
    let asked = edges().filter(|e| !chained || *e.weight() != AnswersBy::Role);
    let mut above: Vec<NodeIndex> = asked.map(|e| e.target()).collect();
    above.sort_by(|a, b| plan.answers[*a].cmp(&plan.answers[*b]));
    above.dedup();
    above
}

/// The shortest way up, ties by the id of the next role.
fn to_the_top(plan: &Plan, start: NodeIndex) -> Vec<NodeIndex> {
    let mut from: BTreeMap<NodeIndex, NodeIndex> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    let mut top = start;
    while let Some(node) = queue.pop_front() {
        let above = above(plan, node);
        if above.is_empty() {
            top = node;
            break;
        }
        for next in above {
            if next != start && !from.contains_key(&next) {
                from.insert(next, node);
                queue.push_back(next);
            }
        }
    }
    let mut path = vec![top];
    while let Some(below) = path.last().and_then(|node| from.get(node)) {
        path.push(*below);
    }
    path.reverse();
    path
}

/// Who holds a role on a day; nothing where the role has a post for each of many subjects and the
/// finding is about none of them: no single post answers for it, and none is vacant either.
#[must_use]
pub fn answerable(
    plan: &Plan,
    role: &str,
    subject: Option<usize>,
    day: Date,
) -> Option<Answerable> {
    let written = plan.content.roles.iter().find(|r| r.id.name == role);
    let set = written
        .and_then(|r| r.for_each.as_ref())
        .and_then(|s| plan.sets.get(&s.name));
    let post = set.and_then(|members| nearest(plan, subject, members));
    if set.is_some() && post.is_none() {
        return None;
    }
    let holders = holders_on(plan, role, post, day);
    let holder = holders.first();
    Some(Answerable {
        role: Label {
            id: role.to_owned(),
            name: written.map_or_else(|| role.to_owned(), |r| r.name.clone()),
        },
        subject: post.map(|at| subject_label(plan, u32::try_from(at).unwrap_or(0))),
        holder: holder.map(|h| h.person.name.to_string()),
        acting: holder.is_some_and(|h| h.acting),
    })
}

/// The subject itself if it is among these, or the nearest that it lies in.
#[must_use]
pub fn nearest(plan: &Plan, subject: Option<usize>, members: &[usize]) -> Option<usize> {
    let mut at = subject?;
    // A subject may lie in another, that in a third; a circle is cut after as many steps as there are subjects.
    for _ in 0..=plan.subjects.len() {
        if members.contains(&at) {
            return Some(at);
        }
        let outer = plan.subjects[at].lies_in.as_ref()?;
        at = *plan.subject_index.get(&outer.name)?;
    }
    None
}
