//! Units, sets of subjects, and who answers to whom.

use luoshi_plan::Plan;
use luoshi_plan::model::{Chain, Link};
use luoshi_rules::{Answerable, answerable};
use serde_json::{Value, json};

use super::text_of;
use crate::files::Files;

pub(super) fn units(plan: &Plan) -> Value {
    let one = |unit: &luoshi_plan::model::Unit| json!({ "id": unit.id.name, "name": unit.name });
    plan.content.units.iter().map(one).collect()
}

pub(super) fn sets(plan: &Plan) -> Value {
    let one = |set: &luoshi_plan::model::SubjectSet| {
        let members = plan.sets.get(&set.id.name).into_iter().flatten();
        let members = members.map(|at| {
            let subject = &plan.subjects[*at];
            json!({
                "id": subject.id.name,
                "name": subject.name,
                "from": text_of(subject.from),
                "to": text_of(subject.to),
            })
        });
        json!({ "id": set.id.name, "name": set.name, "members": members.collect::<Value>() })
    };
    plan.content.subjects.iter().map(one).collect()
}

pub(super) fn chains(files: &Files<'_>) -> Value {
    let active = |chain: &&Chain| chain.active.get() == Some(&true);
    let one = |chain: &Chain| {
        json!({
            "id": chain.id.name,
            "name": chain.name,
            "clauses": chain.clauses.iter().map(|c| &c.name).collect::<Vec<_>>(),
            "links": chain.links.iter().map(|link| pair(files, link)).collect::<Value>(),
        })
    };
    let chains = &files.plan.content.chains;
    chains.iter().filter(active).map(one).collect()
}

fn pair(files: &Files<'_>, link: &Link) -> Value {
    let sets = &files.plan.content.subjects;
    let set = link.for_each.as_ref();
    let set = set.and_then(|set| sets.iter().find(|known| known.id.name == set.name));
    json!({
        "from": files.actor(&link.from.name),
        "to": files.actor(&link.to.name),
        "for_each": set.map(|set| &set.name),
    })
}

/// The post of a role, with its holder on the day of the run.
pub(super) fn post(files: &Files<'_>, role: &str, subject: Option<usize>) -> Value {
    let day = files.assessment().as_of.min(files.plan.span.to);
    let post = answerable(files.plan, role, subject, day);
    // A role with a post for each of many, asked for none of them, is nobody's post in particular.
    post.map_or_else(
        || json!({ "role": role, "name": files.actor(role), "subject": null, "holder": null, "acting": false }),
        |post| shown(&post),
    )
}

/// A post as templates see it.
pub(super) fn shown(post: &Answerable) -> Value {
    json!({
        "role": post.role.id,
        "name": post.role.name,
        "subject": post.subject.as_ref().map(|subject| &subject.name),
        "holder": post.holder,
        "acting": post.acting,
    })
}
