//! Names that scripts mention, looked up in a plan.

use std::collections::BTreeSet;

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::model::Duty;
use luoshi_plan::{Plan, Space};
use rhai::{AST, ASTNode, Expr, Position, Stmt};

use super::vocabulary::{CALLS, counts};
use super::whereabouts::Whereabouts;

/// A name in a script.
#[derive(Debug)]
pub(super) struct Mention {
    name: String,
    position: Position,
    /// How many bytes of the script it takes.
    length: usize,
    of: Named,
}

/// What a name names.
#[derive(Debug)]
enum Named {
    Duty,
    Incident,
    Parameter,
    /// Nothing that any plan could have, such as a function that does not exist; with the nearest
    /// name that does.
    Nothing {
        near: String,
    },
}

/// The keys of every map that a script writes.
fn map_keys(ast: &AST) -> Vec<String> {
    let mut keys = Vec::new();
    ast.walk(&mut |path| {
        match path.last() {
            Some(ASTNode::Expr(Expr::Map(map, _))) => {
                keys.extend(map.0.iter().map(|(key, _)| key.name.to_string()));
            }
            // A map of constants alone is folded into one.
            Some(ASTNode::Expr(Expr::DynamicConstant(value, _))) => {
                let map = value.read_lock::<rhai::Map>();
                keys.extend(
                    map.iter()
                        .flat_map(|map| map.keys())
                        .map(ToString::to_string),
                );
            }
            _ => {}
        }
        true
    });
    keys
}

/// Every name in a script that must be looked up, and every function and property that does not exist.
pub(super) fn mentions(ast: &AST) -> Vec<Mention> {
    let own: Vec<String> = ast.iter_functions().map(|f| f.name.to_owned()).collect();
    let keys = map_keys(ast);
    let calls: Vec<&str> = CALLS
        .iter()
        .copied()
        .chain(own.iter().map(String::as_str))
        .collect();
    let properties: Vec<&str> = counts().chain(CALLS.iter().copied()).collect();
    let mut found = Vec::new();
    ast.walk(&mut |path| {
        match path.last() {
            Some(ASTNode::Expr(Expr::Property(property, position))) => {
                let name = property.2.as_str();
                if !keys.iter().any(|key| key == name) {
                    found.extend(unless_known(name, &properties, *position));
                }
            }
            Some(
                ASTNode::Expr(Expr::FnCall(call, position) | Expr::MethodCall(call, position))
                | ASTNode::Stmt(Stmt::FnCall(call, position)),
            ) if !call.is_operator_call() => {
                found.extend(unless_known(&call.name, &calls, *position));
                if let Some(Expr::StringConstant(text, place)) = call.args.first() {
                    found.extend(Named::by(&call.name).map(|of| Mention {
                        name: text.to_string(),
                        position: *place,
                        length: text.len() + 2,
                        of,
                    }));
                }
            }
            _ => {}
        }
        true
    });
    found
}

/// A mention of what is none of the names known.
fn unless_known(name: &str, known: &[&str], position: Position) -> Option<Mention> {
    if known.contains(&name) {
        return None;
    }
    let near = luoshi_diagnostics::nearest(name, known.iter().copied()).unwrap_or("none");
    let near = near.to_owned();
    Some(Mention {
        name: name.to_owned(),
        position,
        length: name.len(),
        of: Named::Nothing { near },
    })
}

impl Named {
    /// What the argument of a function names; nothing for functions that name nothing.
    fn by(function: &str) -> Option<Named> {
        match function {
            "duty" => Some(Named::Duty),
            "incidents" => Some(Named::Incident),
            "param" => Some(Named::Parameter),
            _ => None,
        }
    }

    /// Whether a plan has something of that name.
    fn is_in(&self, plan: &Plan, name: &str) -> bool {
        match self {
            // A duty that is off is known too: it has no findings.
            Named::Duty => [Space::Duty, Space::Chain]
                .iter()
                .any(|space| plan.places.get(*space, name).is_some()),
            Named::Incident => plan.content.incidents.iter().any(|k| k.id.name == name),
            Named::Parameter => plan.parameters.iter().any(|p| p.id == name),
            Named::Nothing { .. } => false,
        }
    }

    /// The name that is nearest to one that the plan does not have.
    fn near(&self, plan: &Plan, name: &str) -> Option<String> {
        let duties = |space| plan.places.of(space).map(|(name, _)| name);
        let incidents = plan.content.incidents.iter();
        let names: BTreeSet<&str> = match self {
            Named::Duty => duties(Space::Duty).chain(duties(Space::Chain)).collect(),
            Named::Incident => incidents.map(|k| k.id.name.as_str()).collect(),
            Named::Parameter => plan.parameters.iter().map(|p| p.id.as_str()).collect(),
            Named::Nothing { near } => return Some(near.clone()),
        };
        luoshi_diagnostics::nearest(name, names).map(str::to_owned)
    }
}

impl Mention {
    /// The note on a name that the plan does not have.
    pub(super) fn unknown(&self, plan: &Plan, at: &Whereabouts<'_>) -> Option<Note> {
        if self.of.is_in(plan, &self.name) {
            return None;
        }
        let near = self.of.near(plan, &self.name);
        let place = at.place(self.position, self.length);
        let note = Note::new(Code::ScriptUnknownName).at(place);
        let note = note.arg("name", self.name.as_str());
        Some(note.arg("near", near.unwrap_or_else(|| "none".to_owned())))
    }

    /// The note on what is judged no earlier than rules, so that every count of it is 0 for them.
    pub(super) fn later(&self, plan: &Plan, at: &Whereabouts<'_>) -> Option<Note> {
        if !matches!(self.of, Named::Duty) {
            return None;
        }
        let content = &plan.content;
        let is_it = |duty: &Duty| duty.id.name == self.name;
        let section = if content.rules.iter().any(|rule| is_it(&rule.duty)) {
            "rules"
        } else if content.ladders.iter().any(|ladder| is_it(&ladder.duty)) {
            "ladders"
        } else if content.vetoes.iter().any(|veto| is_it(&veto.duty)) {
            "vetoes"
        } else if content.scorecards.iter().any(|card| is_it(&card.duty)) {
            "scorecards"
        } else {
            return None;
        };
        let place = at.place(self.position, self.length);
        let note = Note::new(Code::ScriptAsksLater).at(place);
        Some(note.arg("name", self.name.as_str()).arg("section", section))
    }
}
