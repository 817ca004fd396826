//! Chains as tools read them.

use luoshi_diagnostics::Messages;
use luoshi_rules::Label;
use serde_json::{Value, json};

use super::text::gap_text;
use super::{Branch, Chains, Climb, Gap, Lack, Post, Step, TreeOf};

/// Version of the form.
const VERSION: u32 = 1;

/// Chains and gaps as JSON; the gaps in the words of a language too.
#[must_use]
pub fn chain_json(chains: &Chains, words: Messages) -> Value {
    let trees: Vec<Value> = chains
        .trees
        .iter()
        .map(|tree| {
            let (of, name, clauses) = match &tree.of {
                TreeOf::Chain(chain, clauses) => ("chain", Some(label(chain)), clauses.as_slice()),
                TreeOf::Relations => ("relations", None, &[][..]),
                TreeOf::Below(role) => ("below", Some(label(role)), &[][..]),
            };
            json!({
                "of": of,
                "name": name,
                "clauses": clauses,
                "roots": tree.roots.iter().map(branch).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({
        "version": VERSION,
        "plan": label(&chains.plan),
        "place": chains.place,
        "day": chains.day.to_string(),
        "head": chains.head.as_ref().map(label),
        "trees": trees,
        "gaps": chains.gaps.iter().map(|g| gap(g, words)).collect::<Vec<_>>(),
    })
}

/// A way up as JSON.
#[must_use]
pub fn climb_json(climb: &Climb, words: Messages) -> Value {
    let steps = climb.steps.iter();
    let steps: Vec<Vec<Value>> = steps
        .map(|steps| steps.iter().map(step).collect())
        .collect();
    json!({
        "version": VERSION,
        "from": label(&climb.from),
        "day": climb.day.to_string(),
        "steps": steps,
        "gaps": climb.gaps.iter().map(|g| gap(g, words)).collect::<Vec<_>>(),
    })
}

fn step(step: &Step) -> Value {
    let over = step.over.iter();
    let over: Vec<Value> = over
        .map(|over| json!({ "role": label(&over.role), "chains": labels(&over.chains) }))
        .collect();
    json!({
        "role": label(&step.role),
        "posts": step.posts.iter().map(post).collect::<Vec<_>>(),
        "over": over,
        "duties": labels(&step.duties),
    })
}

fn branch(branch: &Branch) -> Value {
    json!({
        "role": label(&branch.role),
        "set": branch.set.as_ref().map(label),
        "posts": branch.posts.iter().map(post).collect::<Vec<_>>(),
        "duties": labels(&branch.duties),
        "again": branch.again,
        "below": branch.below.iter().map(self::branch).collect::<Vec<_>>(),
    })
}

fn post(post: &Post) -> Value {
    json!({
        "holder": post.holder,
        "acting": post.acting,
        "subjects": labels(&post.subjects),
    })
}

fn gap(gap: &Gap, words: Messages) -> Value {
    let day = |since: &Option<jiff::civil::Date>| since.map(|day| day.to_string());
    let mut value = match &gap.lack {
        Lack::NoHolders => json!({ "lack": "no_holders" }),
        Lack::Vacant { since } => json!({ "lack": "vacant", "since": day(since) }),
        Lack::Unheld { subjects, since } => {
            json!({ "lack": "unheld", "since": day(since), "subjects": labels(subjects) })
        }
        Lack::Load {
            staff,
            subjects,
            allowed,
        } => {
            json!({ "lack": "load", "staff": staff, "subjects": labels(subjects), "allowed": allowed })
        }
        Lack::NoWayUp { duties } => json!({ "lack": "no_way_up", "duties": labels(duties) }),
    };
    value["role"] = label(&gap.role);
    value["chain"] = gap.chain.as_ref().map_or(Value::Null, label);
    value["text"] = gap_text(gap, words).into();
    value
}

fn labels(labels: &[Label]) -> Vec<Value> {
    labels.iter().map(label).collect()
}

fn label(label: &Label) -> Value {
    json!({ "id": label.id, "name": label.name })
}
