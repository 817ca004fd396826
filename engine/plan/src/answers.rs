//! Who answers to whom: the graph behind 倒查.

use std::collections::BTreeMap;
use std::sync::Arc;

use luoshi_diagnostics::{Code, Note};
use petgraph::graph::{DiGraph, NodeIndex};

use crate::cycle::{Step, circles};
use crate::model::{Chain, File};
use crate::plan::AnswersBy;
use crate::scalar::Settable;

/// The graph of roles, edges from the one below to the one above, and the node of each role.
#[derive(Clone)]
pub(crate) struct Answers {
    pub(crate) graph: Arc<DiGraph<String, AnswersBy>>,
    pub(crate) nodes: Arc<BTreeMap<String, NodeIndex>>,
}

/// Builds the graph. Links that name no role are left out; they are noted elsewhere.
pub(crate) fn answers(content: &File) -> Answers {
    let mut graph = DiGraph::new();
    let mut nodes = BTreeMap::new();
    for role in &content.roles {
        let node = graph.add_node(role.id.name.to_string());
        nodes.insert(role.id.name.to_string(), node);
    }
    let mut add = |below: &str, above: &str, by| {
        if let (Some(&below), Some(&above)) = (nodes.get(below), nodes.get(above)) {
            graph.add_edge(below, above, by);
        }
    };
    // A chain that is off, or left open, says nothing of who answers.
    let in_force = |chain: &&Chain| chain.active == Settable::Set(true);
    for chain in content.chains.iter().filter(in_force) {
        for link in &chain.links {
            let by = AnswersBy::Chain {
                chain: chain.id.name.to_string(),
                for_each: link.for_each.as_ref().map(|set| set.name.to_string()),
            };
            add(&link.to.name, &link.from.name, by);
        }
    }
    for role in &content.roles {
        if let Some(above) = &role.answers_to {
            add(&role.id.name, &above.name, AnswersBy::Role);
        }
    }
    Answers {
        graph: Arc::new(graph),
        nodes: Arc::new(nodes),
    }
}

/// Roles that answer to themselves, round a circle.
pub(crate) fn circles_of_roles(content: &File) -> Vec<Note> {
    let links = content.chains.iter().flat_map(|chain| &chain.links);
    let links = links.map(|link| Step {
        from: &link.to.name,
        to: &link.from.name,
        place: &link.from.place,
    });
    let roles = content.roles.iter().filter_map(|role| {
        let above = role.answers_to.as_ref()?;
        Some(Step {
            from: &role.id.name,
            to: &above.name,
            place: &above.place,
        })
    });
    notes(&links.chain(roles).collect::<Vec<_>>(), "circle-answers")
}

/// Subjects that lie in themselves, sets that include themselves.
pub(crate) fn circles_of_subjects(content: &File) -> Vec<Note> {
    let members = content.subjects.iter().flat_map(|set| &set.members);
    let lies_in = members.filter_map(|subject| {
        let around = subject.lies_in.as_ref()?;
        Some(Step {
            from: &subject.id.name,
            to: &around.name,
            place: &around.place,
        })
    });
    let including = content.subjects.iter().flat_map(|set| {
        set.including.iter().map(|included| Step {
            from: &set.id.name,
            to: &included.name,
            place: &included.place,
        })
    });
    let mut found = notes(&lies_in.collect::<Vec<_>>(), "circle-lies-in");
    found.extend(notes(&including.collect::<Vec<_>>(), "circle-including"));
    found
}

fn notes(steps: &[Step<'_>], what: &'static str) -> Vec<Note> {
    let note = |circle: &crate::cycle::Circle<'_>| {
        Note::new(Code::ChainCycle)
            .at(circle.place.clone())
            .arg("cycle", circle.shown())
            .term("what", what)
    };
    circles(steps).iter().map(note).collect()
}
