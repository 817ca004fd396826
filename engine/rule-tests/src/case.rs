//! Test files: YAML to cases.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, FileId, Note, Place, Sources};
use luoshi_plan::{Cx, Decode, Fields, Names, Node, NodeKind, read_tree};

use crate::expect::Expect;
use crate::records::Records;

/// A file of `tests/`.
#[derive(Debug, Clone)]
pub struct TestFile {
    /// The name that messages show.
    pub name: String,
    /// The part of a plan that all its cases share.
    pub(crate) plan: Option<Node>,
    /// Its cases, in the order written.
    pub cases: Vec<Case>,
}

/// One case: a plan on the package, records, a day, and what must come out.
#[derive(Debug, Clone)]
pub struct Case {
    /// What it is called.
    pub name: String,
    /// What it tests and why it matters.
    pub why: Option<String>,
    /// Where it is written.
    pub place: Place,
    /// The duties of which every finding must be listed, beside those that it expects one of.
    pub(crate) about: Vec<(String, Place)>,
    pub(crate) as_of: Date,
    /// The part of a plan that it has on top of that of the file.
    pub(crate) plan: Option<Node>,
    pub(crate) records: Records,
    pub(crate) expect: Expect,
}

/// Reads the files of `tests/`: name and text of each. A file without `cases` is one case.
pub fn read_tests(texts: &[(String, String)], sources: &mut Sources) -> (Vec<TestFile>, Vec<Note>) {
    let mut notes = Vec::new();
    let mut files = Vec::new();
    for (name, text) in texts {
        let id = sources.add(name.clone(), text.clone());
        let (tree, mut found) = read_tree(id, text);
        if tree.is_none() && found.is_empty() {
            found.push(Note::new(Code::EmptyFile).at(Place {
                file: id,
                start: 0,
                end: 0,
            }));
        }
        notes.append(&mut found);
        if let Some(tree) = tree {
            let mut cx = Cx {
                notes: &mut notes,
                defined: &mut Names::default(),
                references: &mut Vec::new(),
            };
            files.extend(file(name, id, &tree, &mut cx));
        }
    }
    (files, notes)
}

fn file(name: &str, id: FileId, tree: &Node, cx: &mut Cx<'_>) -> Option<TestFile> {
    let mut fields = cx.fields(tree)?;
    let Some(list) = fields.find("cases", cx) else {
        let case = case(fields, tree, id, cx);
        return Some(TestFile {
            name: name.to_owned(),
            plan: None,
            cases: case.into_iter().collect(),
        });
    };
    let plan = plan(&mut fields, cx);
    fields.finish(cx);
    let NodeKind::List(items) = &list.kind else {
        cx.wrong_type(list, "type-list");
        return None;
    };
    let mut cases = Vec::new();
    for item in items {
        if let Some(fields) = cx.fields(item) {
            cases.extend(case(fields, item, id, cx));
        }
    }
    names_once(&cases, cx);
    Some(TestFile {
        name: name.to_owned(),
        plan,
        cases,
    })
}

/// A failure is looked up by the name of its case, so no two have one.
fn names_once(cases: &[Case], cx: &mut Cx<'_>) {
    let mut first: BTreeMap<&str, &Place> = BTreeMap::new();
    for case in cases {
        if let Some(first) = first.get(case.name.as_str()) {
            let note = Note::new(Code::TestNameTwice).at(case.place.clone());
            let note = note.arg("name", case.name.as_str());
            cx.notes.push(note.and((*first).clone(), "label-first"));
            continue;
        }
        first.insert(&case.name, &case.place);
    }
}

fn case(mut fields: Fields<'_>, node: &Node, file: FileId, cx: &mut Cx<'_>) -> Option<Case> {
    let named = fields.find("name", cx).or_else(|| fields.find("why", cx));
    let place = named.map_or(node.place.clone(), |n| n.place.clone());
    let why: Option<String> = fields.take::<Option<String>>("why", cx).flatten();
    let name = match &why {
        None => fields.take::<String>("name", cx),
        Some(why) => fields.take_or::<String>("name", why.clone(), cx),
    };
    let as_of = fields.take::<Date>("as_of", cx);
    let about = about(fields.find("about", cx), cx);
    let plan = plan(&mut fields, cx);
    let records = Records::read(fields.find("evidence", cx), file, cx);
    let noted = cx.notes.len();
    let expect = Expect::take(&mut fields, cx);
    let sound = cx.notes.len() == noted;
    fields.finish(cx);
    let nothing = expect.findings.is_empty()
        && expect.proposals.is_none()
        && expect.scores.is_empty()
        && expect.waivers.is_empty();
    if nothing && about.is_empty() && sound {
        cx.notes
            .push(Note::new(Code::TestExpectsNothing).at(place.clone()));
    }
    Some(Case {
        name: name?,
        why,
        place,
        about,
        as_of: as_of?,
        plan,
        records,
        expect,
    })
}

fn about(node: Option<&Node>, cx: &mut Cx<'_>) -> Vec<(String, Place)> {
    let items = match node.map(|n| (&n.kind, n)) {
        None => return Vec::new(),
        Some((NodeKind::List(items), _)) => items.as_slice(),
        Some((_, node)) => std::slice::from_ref(node),
    };
    let name = |node: &Node| Some((String::decode(node, cx)?, node.place.clone()));
    items.iter().filter_map(name).collect()
}

fn plan(fields: &mut Fields<'_>, cx: &mut Cx<'_>) -> Option<Node> {
    let node = fields.find("plan", cx)?;
    if !matches!(node.kind, NodeKind::Map(_)) {
        cx.wrong_type(node, "type-map");
        return None;
    }
    Some(node.clone())
}
