//! The register: which townships there ought to be, and in which county each is counted.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Code, FileId, Note, Place, Staged};
use luoshi_plan::{Cx, Fields, Node, NodeKind, Scratch, missing_key, read_tree};

/// Which townships there ought to be, by code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register(BTreeMap<String, Registered>);

/// A township of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// Its name.
    pub name: String,
    /// Its county.
    pub county: String,
}

impl Register {
    /// What it says of a code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Registered> {
        self.0.get(code)
    }

    /// Every township, by code.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Registered)> {
        self.0
            .iter()
            .map(|(code, registered)| (code.as_str(), registered))
    }
}

/// Reads a `counties.yaml`. There is no register unless every line of it could be read: a township that fell
/// out of it would not be missed.
#[must_use]
pub fn read_register(file: FileId, text: &str) -> Staged<Register> {
    let (tree, mut notes) = read_tree(file, text);
    let mut scratch = Scratch::default();
    let register = tree.and_then(|tree| register(&tree, &mut scratch.cx()));
    notes.extend(scratch.into_parts().0);
    match register {
        Some(register) => Staged::new(register, notes),
        None => {
            if notes.is_empty() {
                notes.push(Note::new(Code::EmptyFile));
            }
            Staged { value: None, notes }
        }
    }
}

fn register(tree: &Node, cx: &mut Cx<'_>) -> Option<Register> {
    let mut fields = cx.fields(tree)?;
    match fields.find("luoshi", cx) {
        Some(node) => form(node, cx),
        None => cx.notes.push(missing_key(tree, "luoshi")),
    }
    let mut reading = Reading::default();
    for node in list(&mut fields, tree, "counties", cx) {
        reading.county(node, cx);
    }
    fields.finish(cx);
    Some(Register(reading.register))
}

fn form(node: &Node, cx: &mut Cx<'_>) {
    let text = cx.scalar(node, "type-count");
    if let Some(other) = text.filter(|text| *text != "1") {
        cx.note(Code::WrongVersion, node, |note| note.arg("value", other));
    }
}

/// The items of a list that must be there.
fn list<'n>(fields: &mut Fields<'n>, map: &Node, key: &'static str, cx: &mut Cx<'_>) -> &'n [Node] {
    match fields.find(key, cx) {
        Some(node) => match &node.kind {
            NodeKind::List(items) => items,
            _ => std::slice::from_ref(node),
        },
        None => {
            cx.notes.push(missing_key(map, key));
            &[]
        }
    }
}

#[derive(Default)]
struct Reading {
    register: BTreeMap<String, Registered>,
    places: BTreeMap<String, Place>,
    counties: BTreeMap<String, Place>,
}

impl Reading {
    fn county(&mut self, node: &Node, cx: &mut Cx<'_>) -> Option<()> {
        let mut fields = cx.fields(node)?;
        let name: Option<String> = fields.take("name", cx);
        for township in list(&mut fields, node, "townships", cx) {
            self.township(name.as_deref().unwrap_or_default(), township, cx);
        }
        fields.finish(cx);
        let name = name?;
        once(&mut self.counties, &name, &node.place, "space-county", cx);
        Some(())
    }

    fn township(&mut self, county: &str, node: &Node, cx: &mut Cx<'_>) -> Option<()> {
        let mut fields = cx.fields(node)?;
        let code: Option<String> = fields.take("code", cx);
        let name: Option<String> = fields.take("name", cx);
        fields.finish(cx);
        let (code, name, county) = (code?, name?, county.to_owned());
        once(&mut self.places, &code, &node.place, "space-township", cx);
        self.register.insert(code, Registered { name, county });
        Some(())
    }
}

fn once(
    seen: &mut BTreeMap<String, Place>,
    name: &str,
    place: &Place,
    space: &'static str,
    cx: &mut Cx<'_>,
) {
    if let Some(first) = seen.get(name) {
        let note = Note::new(Code::DuplicateId).at(place.clone());
        let note = note.arg("name", name).term("space", space);
        cx.notes.push(note.and(first.clone(), "label-first"));
    } else {
        seen.insert(name.to_owned(), place.clone());
    }
}
