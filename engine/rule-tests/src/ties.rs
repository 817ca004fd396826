//! What rests on what in a package: which cases can notice a change at all.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_plan::{Node, NodeKind, Space, calls, chinese, english};

use crate::ground::Ground;

/// Sections that say nothing about duties.
const APART: [&str; 8] = [
    "parameters",
    "set",
    "extends",
    "package",
    "clauses",
    "guidance",
    "vocabulary",
    "tailor",
];

/// What rests on what, by id.
#[derive(Debug, Default)]
pub(crate) struct Ties {
    /// By a name that is used, those that use it.
    users: BTreeMap<String, BTreeSet<String>>,
    /// By a parameter, those that use it.
    parameters: BTreeMap<String, BTreeSet<String>>,
}

impl Ties {
    pub(crate) fn of(ground: &Ground) -> Ties {
        let mut ties = Ties::default();
        let folders = || ground.under().iter().chain([ground.tested()]);
        let scripts = folders().flat_map(|f| &f.scripts);
        let scripts: BTreeMap<&str, &str> = scripts
            .map(|(name, (_, text))| (name.as_str(), text.as_str()))
            .collect();
        for tree in folders().flat_map(|f| &f.trees) {
            let NodeKind::Map(entries) = &tree.kind else {
                continue;
            };
            for (key, node) in entries {
                if !APART.contains(&english(&key.text).unwrap_or(&key.text)) {
                    ties.walk("", node, &mut Vec::new(), &scripts);
                }
            }
        }
        ties
    }

    /// These, and everything that rests on one of them.
    pub(crate) fn reach(&self, ids: &BTreeSet<String>) -> BTreeSet<String> {
        let mut reached = ids.clone();
        let mut next: Vec<&String> = ids.iter().collect();
        while let Some(id) = next.pop() {
            for user in self.users.get(id).into_iter().flatten() {
                if reached.insert(user.clone()) {
                    next.push(user);
                }
            }
        }
        reached
    }

    /// Those that use a parameter.
    pub(crate) fn users_of(&self, parameter: &str) -> Option<&BTreeSet<String>> {
        self.parameters.get(parameter)
    }

    /// Those that name a script.
    pub(crate) fn users_of_script(&self, name: &str) -> Option<BTreeSet<String>> {
        self.users.get(name).cloned()
    }

    fn walk(
        &mut self,
        key: &str,
        node: &Node,
        owners: &mut Vec<String>,
        scripts: &BTreeMap<&str, &str>,
    ) {
        match &node.kind {
            NodeKind::Scalar { text, .. } => {
                self.said(text, owners);
                let script = scripts.get(text.as_str()).filter(|_| key == "script");
                if let Some(script) = script {
                    self.said(script, owners);
                }
            }
            NodeKind::List(items) => {
                for item in items {
                    self.walk(key, item, owners, scripts);
                }
            }
            NodeKind::Map(entries) => {
                let depth = owners.len();
                owners.extend(id_of(node));
                for (key, value) in entries {
                    let key = english(&key.text).unwrap_or(&key.text);
                    match key {
                        // What plans a roster judges nothing.
                        "id" | "name" | "clauses" | "planning" => {}
                        "serves_also" => {
                            self.walk(key, value, owners, scripts);
                            self.serves(value, owners);
                        }
                        _ => self.walk(key, value, owners, scripts),
                    }
                }
                owners.truncate(depth);
            }
            NodeKind::Undecided(_) => {}
        }
    }

    fn said(&mut self, text: &str, owners: &[String]) {
        let name = text.strip_prefix("${").and_then(|t| t.strip_suffix('}'));
        if let Some(name) = name {
            let users = self.parameters.entry(name.trim().to_owned()).or_default();
            users.extend(owners.iter().cloned());
            return;
        }
        for call in calls(text) {
            let table = match call.spaces.first() {
                Some(Space::Parameter) => &mut self.parameters,
                _ => &mut self.users,
            };
            let users = table.entry(call.name).or_default();
            users.extend(owners.iter().cloned());
        }
        if luoshi_plan::is_identifier(text) {
            let users = self.users.entry(text.to_owned()).or_default();
            users.extend(owners.iter().cloned());
        }
    }

    /// A meeting that serves as another one too: the other rests on it.
    fn serves(&mut self, node: &Node, owners: &[String]) {
        match &node.kind {
            NodeKind::Scalar { text, .. } => {
                for owner in owners {
                    let users = self.users.entry(owner.clone()).or_default();
                    users.insert(text.to_string());
                }
            }
            NodeKind::List(items) => items.iter().for_each(|item| self.serves(item, owners)),
            NodeKind::Map(entries) => {
                entries
                    .iter()
                    .for_each(|(_, value)| self.serves(value, owners));
            }
            NodeKind::Undecided(_) => {}
        }
    }
}

/// The `id` of a map.
pub(crate) fn id_of(node: &Node) -> Option<String> {
    let NodeKind::Map(entries) = &node.kind else {
        return None;
    };
    let id = |text: &str| text == "id" || Some(text) == chinese("id");
    match &entries.iter().find(|(key, _)| id(&key.text))?.1.kind {
        NodeKind::Scalar { text, .. } => Some(text.to_string()),
        _ => None,
    }
}
