//! What a plan makes use of: its roles and the names in its scalars.

use std::collections::BTreeSet;

use luoshi_plan::model::{Duty, File, RoleRef};
use luoshi_plan::{Node, NodeKind};

use crate::work::works;

/// The roles that something in the plan leans on. To be held by somebody is no use.
pub(crate) fn roles_in_use(content: &File) -> BTreeSet<&str> {
    let named = works(content).flat_map(|work| {
        let actors = work.actors.into_iter().map(|actor| actor.name.as_str());
        work.responsible
            .map(|role| role.name.as_str())
            .into_iter()
            .chain(actors)
    });
    let convenors = content.meetings.iter().filter_map(|m| m.convenor.as_ref());
    let sanctions = sanctions(content).filter_map(|duty| duty.responsible.as_ref());
    let links = content.chains.iter().flat_map(|chain| &chain.links);
    let links = links.flat_map(|link| [&link.from, &link.to]);
    let heads = content.units.iter().filter_map(|unit| unit.head.as_ref());
    let above = content
        .roles
        .iter()
        .filter_map(|role| role.answers_to.as_ref());
    let others: [Box<dyn Iterator<Item = &RoleRef>>; 5] = [
        Box::new(convenors),
        Box::new(sanctions),
        Box::new(links),
        Box::new(heads),
        Box::new(above),
    ];
    let others = others.into_iter().flatten().map(|role| role.name.as_str());
    named.chain(others).collect()
}

/// What is no work of its own, and may name who sees to it: what follows from work, and programs that
/// look at its records.
fn sanctions(content: &File) -> impl Iterator<Item = &Duty> {
    let vetoes = content.vetoes.iter().map(|veto| &veto.duty);
    let ladders = content.ladders.iter().map(|ladder| &ladder.duty);
    let cards = content.scorecards.iter().map(|card| &card.duty);
    let plugins = content.plugins.iter().map(|plugin| &plugin.duty);
    vetoes.chain(ladders).chain(cards).chain(plugins)
}

/// Every scalar of a tree, keys left out.
pub(crate) fn scalars<'n>(node: &'n Node, see: &mut impl FnMut(&'n Node, &'n str)) {
    match &node.kind {
        NodeKind::Scalar { text, .. } | NodeKind::Undecided(text) => see(node, text),
        NodeKind::List(items) => items.iter().for_each(|item| scalars(item, see)),
        NodeKind::Map(entries) => entries.iter().for_each(|(_, value)| scalars(value, see)),
    }
}

/// The sets that something is due for, that has a post for each, or that others lie in.
pub(crate) fn sets_in_use(content: &File) -> BTreeSet<&str> {
    let of_work = works(content).flat_map(|work| work.for_each);
    let of_sanctions = sanctions(content).flat_map(|duty| &duty.for_each);
    let of_roles = content
        .roles
        .iter()
        .filter_map(|role| role.for_each.as_ref());
    let links = content.chains.iter().flat_map(|chain| &chain.links);
    let of_links = links.filter_map(|link| link.for_each.as_ref());
    let included = content.subjects.iter().flat_map(|set| &set.including);
    let named = of_work
        .chain(of_sanctions)
        .chain(of_roles)
        .chain(of_links)
        .chain(included);
    let around: BTreeSet<&str> = content
        .subjects
        .iter()
        .flat_map(|set| &set.members)
        .filter_map(|subject| subject.lies_in.as_ref())
        .map(|around| around.name.as_str())
        .collect();
    let holds = |set: &&luoshi_plan::model::SubjectSet| {
        set.members
            .iter()
            .any(|member| around.contains(member.id.name.as_str()))
    };
    let outer = content
        .subjects
        .iter()
        .filter(holds)
        .map(|set| set.id.name.as_str());
    named.map(|set| set.name.as_str()).chain(outer).collect()
}

/// Whether a text mentions a name, and not only as a part of a longer one.
pub(crate) fn mentions(text: &str, name: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}
