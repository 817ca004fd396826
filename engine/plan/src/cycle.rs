//! Circles among names that must not go round in one.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::Place;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

/// One step from a name to the next, and where the author wrote it.
pub(crate) struct Step<'a> {
    pub(crate) from: &'a str,
    pub(crate) to: &'a str,
    pub(crate) place: &'a Place,
}

/// A circle: its names, the first again at the end, and the place of the step that closes it.
pub(crate) struct Circle<'a> {
    pub(crate) names: Vec<&'a str>,
    pub(crate) place: &'a Place,
}

impl Circle<'_> {
    /// The circle as people read it.
    pub(crate) fn shown(&self) -> String {
        // A circle of hundreds is not easier to find for being shown whole.
        const SHOWN_AT_MOST: usize = 12;
        match self.names.len() {
            n if n > SHOWN_AT_MOST => {
                let start = self.names[..SHOWN_AT_MOST - 1].join(" → ");
                format!("{start} → … → {}", self.names[n - 1])
            }
            _ => self.names.join(" → "),
        }
    }
}

/// One circle for each group of names that go round.
pub(crate) fn circles<'a>(steps: &[Step<'a>]) -> Vec<Circle<'a>> {
    let mut graph: DiGraph<&str, &Place> = DiGraph::new();
    let mut nodes: BTreeMap<&str, NodeIndex> = BTreeMap::new();
    for step in steps {
        let [from, to] = [step.from, step.to]
            .map(|name| *nodes.entry(name).or_insert_with(|| graph.add_node(name)));
        graph.add_edge(from, to, step.place);
    }
    // Kosaraju's algorithm, because Tarjan's as petgraph has it recurses as deep as the plan is long.
    let groups = kosaraju_scc(&graph);
    let mut found: Vec<Circle<'a>> = groups.iter().filter_map(|g| circle(&graph, g)).collect();
    found.sort_by_key(|c| c.place);
    found
}

/// The shortest circle through the first-written member of a group.
fn circle<'a>(graph: &DiGraph<&'a str, &'a Place>, group: &[NodeIndex]) -> Option<Circle<'a>> {
    let members: BTreeSet<NodeIndex> = group.iter().copied().collect();
    let start = *members.first()?;
    let mut came_from: BTreeMap<NodeIndex, NodeIndex> = BTreeMap::new();
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        // Edges come out newest first; the author reads them in the order written.
        let mut edges: Vec<_> = graph.edges(node).collect();
        edges.sort_by_key(|e| e.id());
        for edge in edges {
            let next = edge.target();
            if next == start {
                let mut path = vec![start, node];
                let mut at = node;
                while let Some(&before) = came_from.get(&at) {
                    path.push(before);
                    at = before;
                }
                if node == start {
                    path.truncate(1);
                    path.push(start);
                }
                let names = path.iter().rev().map(|n| graph[*n]).collect();
                return Some(Circle {
                    names,
                    place: edge.weight(),
                });
            }
            if members.contains(&next) && !came_from.contains_key(&next) {
                came_from.insert(next, node);
                queue.push_back(next);
            }
        }
    }
    None
}
