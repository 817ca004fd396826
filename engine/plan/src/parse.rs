//! The texts of a folder to trees, and as much of the heads as can be read.

use std::collections::BTreeMap;
use std::sync::Arc;

use luoshi_diagnostics::{Code, FileId, Note, Place, Sources};

use crate::components::Component;
use crate::decode::{Cx, Decode, Fields, Scratch};
use crate::folder::Folder;
use crate::hidden::{hidden, may_hide};
use crate::model::{Extend, Jurisdiction, Package, Parameter, PlanHeader, Set, Term};
use crate::yaml::{Node, NodeKind, read_tree};

/// The files of one folder, read but not linked.
#[derive(Debug, Clone)]
pub struct PlanFile {
    /// The folder, as messages show it.
    pub name: String,
    /// The tree of each YAML file that could be read: `package.yaml` and `plan.yaml` first.
    pub trees: Vec<Node>,
    /// What the heads of these files say.
    pub head: Peek,
    /// Text of every Rhai script, by its path in `rules/`.
    pub scripts: BTreeMap<String, (FileId, String)>,
    /// Text of every document template, by its name in `templates/` without `.md`.
    pub templates: BTreeMap<String, (FileId, String)>,
    /// Every program, by its name in `plugins/`; none where nobody read them.
    pub components: Option<BTreeMap<String, Component>>,
    /// Workday data, in the order of their file names.
    pub calendars: Vec<(FileId, String)>,
    /// The limits that a plan is held against, `limits.yaml`, if the folder sets some of its own.
    pub limits: Option<FileId>,
    /// What stands for the bytes of a package, as a lock has it (`sha256:…`); none where nobody computed it, or where no
    /// package can be built of the folder.
    pub digest: Option<String>,
    /// What was wrong with the texts.
    pub notes: Vec<Note>,
    /// Whether some file is missing from `trees` because it could not be read.
    pub gaps: bool,
}

impl PlanFile {
    /// A folder of nothing but these trees, for whoever lays a plan on packages without files.
    #[must_use]
    pub fn of_trees(name: impl Into<String>, trees: Vec<Node>) -> PlanFile {
        PlanFile {
            name: name.into(),
            head: Peek::at(&trees),
            trees,
            scripts: BTreeMap::new(),
            templates: BTreeMap::new(),
            components: None,
            calendars: Vec::new(),
            limits: None,
            digest: None,
            notes: Vec::new(),
            gaps: false,
        }
    }

    /// The same folder with other trees in the place of its own, of which nobody knows the digest.
    #[must_use]
    pub fn with_trees(&self, trees: Vec<Node>) -> PlanFile {
        PlanFile {
            scripts: self.scripts.clone(),
            templates: self.templates.clone(),
            components: self.components.clone(),
            calendars: self.calendars.clone(),
            limits: self.limits,
            notes: self.notes.clone(),
            gaps: self.gaps,
            ..PlanFile::of_trees(self.name.clone(), trees)
        }
    }
}

/// The head of a folder as far as it is readable: mistakes in it are noted by `resolve`.
#[derive(Debug, Clone, Default)]
pub struct Peek {
    /// What the plan is.
    pub plan: Option<PlanHeader>,
    /// What the package is.
    pub package: Option<Package>,
    /// The name of the package, known even when the rest of its header is wrong.
    pub package_name: Option<String>,
    /// When the plan applies.
    pub period: Option<Term>,
    /// Where it applies.
    pub jurisdiction: Option<Jurisdiction>,
    /// The packages that it builds on.
    pub extends: Vec<Extend>,
    /// The parameters that it declares.
    pub parameters: Vec<Parameter>,
    /// The parameters that it sets.
    pub set: Set,
}

/// A package that a folder extends, so that the caller can fetch it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Its name, such as `county/security-prevention`.
    pub name: String,
    /// The versions that will do, such as `^1.0`.
    pub range: String,
    /// Where it is named.
    pub place: Place,
}

/// Reads the YAML files of a folder. Never fails: what could not be read is in the notes.
pub fn parse(folder: &Folder, sources: &mut Sources) -> PlanFile {
    let mut file = PlanFile {
        name: folder.name.clone(),
        trees: Vec::new(),
        head: Peek::default(),
        scripts: BTreeMap::new(),
        templates: BTreeMap::new(),
        components: folder.binaries.as_deref().map(components),
        calendars: Vec::new(),
        limits: None,
        digest: None,
        notes: Vec::new(),
        gaps: false,
    };
    let mut texts: Vec<&(String, String)> = folder.texts.iter().collect();
    texts.sort_by_key(|(path, _)| (rank(path), path));
    for (path, text) in texts {
        let kind = kind(path);
        if kind == Kind::Other {
            continue;
        }
        let shown = match folder.name.as_str() {
            "" => path.clone(),
            name => format!("{name}/{path}"),
        };
        let id = sources.add(shown, text.clone());
        match kind {
            Kind::Yaml => read(&mut file, id, text),
            Kind::Script(name) => {
                file.scripts.insert(name.to_owned(), (id, text.clone()));
            }
            Kind::Template(name) => {
                file.templates.insert(name.to_owned(), (id, text.clone()));
            }
            Kind::Calendar => file.calendars.push((id, text.clone())),
            Kind::Limits => file.limits = Some(id),
            Kind::Other => {}
        }
    }
    file.head = Peek::at(&file.trees);
    file
}

fn components(binaries: &[(String, Arc<[u8]>)]) -> BTreeMap<String, Component> {
    let named = |(path, bytes): &(String, Arc<[u8]>)| match path.split_once('/') {
        Some(("plugins", name)) if name.ends_with(".wasm") => {
            Some((name.to_owned(), Component::new(bytes.clone())))
        }
        _ => None,
    };
    binaries.iter().filter_map(named).collect()
}

/// Every package that a folder extends, in the order written.
#[must_use]
pub fn wanted(file: &PlanFile) -> Vec<Wanted> {
    let extends = file.head.extends.iter();
    extends
        .map(|extend| Wanted {
            name: extend.package.name.clone(),
            range: extend.version.to_string(),
            place: extend.package.place.clone(),
        })
        .collect()
}

/// What a file of a folder is for.
#[derive(PartialEq, Eq)]
enum Kind<'a> {
    Yaml,
    Script(&'a str),
    Template(&'a str),
    Calendar,
    Limits,
    Other,
}

/// Files in the root that are YAML and still no part of the plan.
const NOT_THE_PLAN: [&str; 4] = ["leave.yaml", "planted.yaml", "profile.yaml", "trust.yaml"];

/// The limits of a folder, which are no part of its plan either.
const LIMITS: &str = "limits.yaml";

fn kind(path: &str) -> Kind<'_> {
    let yaml = path.ends_with(".yaml") || path.ends_with(".yml");
    match path.split_once('/') {
        None if path == LIMITS => Kind::Limits,
        None if yaml && !NOT_THE_PLAN.contains(&path) => Kind::Yaml,
        Some(("rules", script)) if script.ends_with(".rhai") => Kind::Script(script),
        Some(("templates", file)) => file.strip_suffix(".md").map_or(Kind::Other, Kind::Template),
        Some(("calendar", data)) if data.ends_with(".csv") => Kind::Calendar,
        _ => Kind::Other,
    }
}

/// The files with a head come first, so that a mistake in it is told first.
fn rank(path: &str) -> usize {
    let heads = ["package.yaml", "plan.yaml"];
    heads.iter().position(|h| *h == path).unwrap_or(heads.len())
}

fn read(file: &mut PlanFile, id: FileId, text: &str) {
    let (tree, notes) = read_tree(id, text);
    let readable = tree.is_some() || notes.is_empty();
    file.gaps |= !readable;
    file.notes.extend(notes);
    match tree.filter(|tree| !tree.is_null()) {
        Some(tree) => {
            if may_hide(text) {
                hidden(&tree, &mut file.notes);
            }
            file.trees.push(tree);
        }
        None if readable => {
            let place = Place {
                file: id,
                start: 0,
                end: 0,
            };
            file.notes.push(Note::new(Code::EmptyFile).at(place));
        }
        None => {}
    }
}

impl Peek {
    fn at(trees: &[Node]) -> Peek {
        let mut peek = Peek::default();
        // What is gathered is thrown away.
        let mut scratch = Scratch::default();
        let mut cx = scratch.cx();
        for tree in trees {
            if let Some(fields) = cx.fields(tree) {
                peek.add(fields, &mut cx);
            }
        }
        peek
    }

    fn add(&mut self, mut fields: Fields<'_>, cx: &mut Cx<'_>) {
        if let Some(package) = fields.find("package", cx) {
            let name = package_name(package, cx);
            self.package_name = self.package_name.take().or(name);
            let package = Package::decode(package, cx);
            self.package = self.package.take().or(package);
        }
        let plan = glance(&mut fields, "plan", cx);
        self.plan = self.plan.take().or(plan);
        let period = glance(&mut fields, "period", cx);
        self.period = self.period.take().or(period);
        let jurisdiction = glance(&mut fields, "jurisdiction", cx);
        self.jurisdiction = self.jurisdiction.take().or(jurisdiction);
        let extends: Option<Vec<Extend>> = glance(&mut fields, "extends", cx);
        self.extends.extend(extends.unwrap_or_default());
        let parameters: Option<Vec<Parameter>> = glance(&mut fields, "parameters", cx);
        self.parameters.extend(parameters.unwrap_or_default());
        let set: Option<Set> = glance(&mut fields, "set", cx);
        self.set.0.extend(set.unwrap_or_default().0);
    }
}

/// Reads one key, if it is there.
fn glance<T: Decode>(fields: &mut Fields<'_>, key: &'static str, cx: &mut Cx<'_>) -> Option<T> {
    T::decode(fields.find(key, cx)?, cx)
}

fn package_name(package: &Node, cx: &mut Cx<'_>) -> Option<String> {
    match &package.kind {
        NodeKind::Map(_) => glance(&mut cx.fields(package)?, "name", cx),
        _ => None,
    }
}
