//! Every place of a package where one thing can be changed.

use std::collections::BTreeSet;

use luoshi_diagnostics::Place;
use luoshi_plan::model::{Parameter, ParameterType};
use luoshi_plan::{Key, Node, NodeKind, PlanFile, english};

use super::{change, expression};
use crate::coverage::SECTIONS;
use crate::ground::value;
use crate::ties::{Ties, id_of};

/// Sections in which something can be changed, beside those that a case exercises.
const VALUES: [&str; 3] = ["settings", "set", "parameters"];

/// One change of one thing.
#[derive(Debug, Clone)]
pub(crate) struct Point {
    /// The innermost thing with an id that it changes.
    pub(crate) owner: String,
    /// The key, as the author wrote it.
    pub(crate) key: String,
    pub(crate) place: Place,
    pub(crate) from: String,
    pub(crate) to: String,
    /// The ids that it changes; `None` where it may change anything.
    pub(crate) changes: Option<BTreeSet<String>>,
    target: Target,
}

#[derive(Debug, Clone)]
enum Target {
    /// A scalar: the tree, the way to it, its new text.
    Tree(usize, Vec<usize>, String),
    /// A script and its new text.
    Script(String, String),
}

/// Everything that can be changed, in the order of files and of what is written in them.
pub(crate) fn points(package: &PlanFile, ties: &Ties) -> Vec<Point> {
    let mut survey = Survey {
        package,
        ties,
        points: Vec::new(),
        tree: 0,
        path: Vec::new(),
        owners: Vec::new(),
    };
    for (at, tree) in package.trees.iter().enumerate() {
        survey.tree = at;
        survey.root(tree);
    }
    survey.scripts();
    survey.points
}

impl Point {
    /// The package with this one change.
    pub(crate) fn applied(&self, package: &PlanFile) -> PlanFile {
        match &self.target {
            Target::Tree(tree, path, text) => {
                let mut trees = package.trees.clone();
                put(&mut trees[*tree], path, text);
                package.with_trees(trees)
            }
            Target::Script(name, text) => {
                let mut changed = package.clone();
                if let Some((_, script)) = changed.scripts.get_mut(name) {
                    script.clone_from(text);
                }
                changed
            }
        }
    }
}

/// Puts a text in the place of the scalar at the end of a path.
fn put(node: &mut Node, path: &[usize], new: &str) {
    let Some((first, rest)) = path.split_first() else {
        if let NodeKind::Scalar { text, .. } = &mut node.kind {
            *text = new.into();
        }
        return;
    };
    match &mut node.kind {
        NodeKind::Map(entries) => put(&mut entries[*first].1, rest, new),
        NodeKind::List(items) => put(&mut items[*first], rest, new),
        NodeKind::Scalar { .. } | NodeKind::Undecided(_) => {}
    }
}

struct Survey<'a> {
    package: &'a PlanFile,
    ties: &'a Ties,
    points: Vec<Point>,
    tree: usize,
    path: Vec<usize>,
    owners: Vec<String>,
}

impl Survey<'_> {
    fn root(&mut self, tree: &Node) {
        let NodeKind::Map(entries) = &tree.kind else {
            return;
        };
        for (at, (key, node)) in entries.iter().enumerate() {
            self.path = vec![at];
            match english(&key.text).unwrap_or(&key.text) {
                "set" => self.set(node),
                "parameters" => self.items(node, Self::parameter),
                "indicators" => self.items(node, |survey, item| survey.indicator(key, item)),
                section if VALUES.contains(&section) || SECTIONS.contains(&section) => {
                    self.walk(key, node);
                }
                _ => {}
            }
        }
    }

    fn walk(&mut self, key: &Key, node: &Node) {
        match &node.kind {
            NodeKind::Scalar { text, quoted } => self.scalar(key, node, text, *quoted),
            NodeKind::List(_) => self.items(node, |survey, item| survey.walk(key, item)),
            NodeKind::Map(entries) => {
                let depth = self.owners.len();
                self.owners.extend(id_of(node));
                for (at, (key, value)) in entries.iter().enumerate() {
                    if !change::apart(english(&key.text).unwrap_or(&key.text)) {
                        self.path.push(at);
                        self.walk(key, value);
                        self.path.pop();
                    }
                }
                self.owners.truncate(depth);
            }
            NodeKind::Undecided(_) => {}
        }
    }

    /// One without a target is only listed: nothing of it is a finding.
    fn indicator(&mut self, key: &Key, node: &Node) {
        if value(node, "target").is_some() {
            self.walk(key, node);
        }
    }

    fn items(&mut self, node: &Node, mut each: impl FnMut(&mut Self, &Node)) {
        let NodeKind::List(items) = &node.kind else {
            each(self, node);
            return;
        };
        for (at, item) in items.iter().enumerate() {
            self.path.push(at);
            each(self, item);
            self.path.pop();
        }
    }

    fn scalar(&mut self, key: &Key, node: &Node, text: &str, quoted: bool) {
        let changed: BTreeSet<String> = self.owners.iter().cloned().collect();
        // A setting belongs to nothing and holds for all.
        let changed = (!changed.is_empty()).then_some(changed);
        let owner = self.owners.last().cloned().unwrap_or_default();
        let english = english(&key.text).unwrap_or(&key.text);
        if english == "holds" {
            for change in expression::changes(text) {
                let mut new = text.to_owned();
                new.replace_range(change.at.clone(), &change.to);
                let from = around(text, &change.at, &text[change.at.clone()]);
                let to = around(text, &change.at, &change.to);
                self.add(&owner, key, node, changed.clone(), (from, to), new);
            }
            return;
        }
        for new in change::changes(english, text, quoted) {
            let shown = (text.to_owned(), new.clone());
            self.add(&owner, key, node, changed.clone(), shown, new);
        }
    }

    fn add(
        &mut self,
        owner: &str,
        key: &Key,
        node: &Node,
        changes: Option<BTreeSet<String>>,
        (from, to): (String, String),
        text: String,
    ) {
        self.points.push(Point {
            owner: owner.to_owned(),
            key: key.text.to_string(),
            place: node.place.clone(),
            from,
            to,
            changes,
            target: Target::Tree(self.tree, self.path.clone(), text),
        });
    }

    /// The values that a package sets for parameters of those under it.
    fn set(&mut self, node: &Node) {
        let NodeKind::Map(entries) = &node.kind else {
            return;
        };
        for (at, (key, value)) in entries.iter().enumerate() {
            self.path.push(at);
            match &value.kind {
                NodeKind::Map(inner) => {
                    for (at, (inner, node)) in inner.iter().enumerate() {
                        if english(&inner.text).unwrap_or(&inner.text) == "value" {
                            self.path.push(at);
                            self.valued(&key.text, inner, node);
                            self.path.pop();
                        }
                    }
                }
                _ => self.valued(&key.text, key, value),
            }
            self.path.pop();
        }
    }

    fn parameter(&mut self, node: &Node) {
        let NodeKind::Map(entries) = &node.kind else {
            return;
        };
        let id = id_of(node).unwrap_or_default();
        for (at, (key, value)) in entries.iter().enumerate() {
            if english(&key.text).unwrap_or(&key.text) == "default" {
                self.path.push(at);
                self.valued(&id, key, value);
                self.path.pop();
            }
        }
    }

    /// The value of a parameter. One that no duty uses decides nothing about a finding.
    fn valued(&mut self, parameter: &str, key: &Key, node: &Node) {
        let NodeKind::Scalar { text, .. } = &node.kind else {
            return;
        };
        let Some(users) = self.ties.users_of(parameter).cloned() else {
            return;
        };
        let declared = self.package.head.parameters.iter();
        let declared = declared.clone().find(|p| p.id.name == parameter);
        for new in values(declared, text) {
            let shown = (text.to_string(), new.clone());
            self.add(parameter, key, node, Some(users.clone()), shown, new);
        }
    }

    fn scripts(&mut self) {
        for (name, (file, text)) in &self.package.scripts {
            for change in expression::changes(text) {
                let mut new = text.clone();
                new.replace_range(change.at.clone(), &change.to);
                self.points.push(Point {
                    owner: name.clone(),
                    key: "script".to_owned(),
                    place: Place {
                        file: *file,
                        start: change.at.start,
                        end: change.at.end,
                    },
                    from: text[change.at.clone()].to_owned(),
                    to: change.to,
                    // Whichever rule names the script.
                    changes: self.ties.users_of_script(name),
                    target: Target::Script(name.clone(), new),
                });
            }
        }
    }
}

/// What the value of a parameter can be changed to, inside its type.
fn values(declared: Option<&Parameter>, text: &str) -> Vec<String> {
    let choices = declared.filter(|p| p.r#type == ParameterType::Choice);
    match choices {
        None => change::value(text),
        Some(parameter) => {
            let choices = &parameter.choices;
            let at = choices.iter().position(|choice| choice == text);
            let next = at.map(|at| choices[(at + 1) % choices.len()].clone());
            next.into_iter().filter(|next| next != text).collect()
        }
    }
}

/// A piece of an expression with a little of what stands around it.
fn around(text: &str, at: &std::ops::Range<usize>, piece: &str) -> String {
    const SHOWN: usize = 16;
    let before: Vec<char> = text[..at.start].chars().collect();
    let after: Vec<char> = text[at.end..].chars().collect();
    let start = before.len().saturating_sub(SHOWN);
    let end = after.len().min(SHOWN);
    let head = if start > 0 { "…" } else { "" };
    let tail = if end < after.len() { "…" } else { "" };
    let before: String = before[start..].iter().collect();
    let after: String = after[..end].iter().collect();
    format!("{head}{before}{piece}{after}{tail}")
}
