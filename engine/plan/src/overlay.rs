//! The files of all folders laid on each other: packages first, the plan last.

use std::any::Any;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use luoshi_diagnostics::{Code, Note, Place};

use crate::atlas::entry;
use crate::decode::{Cx, Decode, Reference, Scratch, Space};
use crate::deviations::{self, Again, Difference, Redefined, again, redefined};
use crate::model::{File, Head, Role, Settings, SubjectSet, Unit};
use crate::places::{Names, Places};
use crate::quiet::nothing;
use crate::section::Section;
use crate::short::Short;
use crate::waivers::waivers;
use crate::yaml::{Key, Node, NodeKind};

/// Everything that was decoded, in one place.
#[derive(Default, Clone)]
pub(crate) struct Overlay {
    /// All sections, once something could be decoded.
    pub(crate) content: Option<File>,
    /// How many entries of `tailor` are in their duties already.
    pub(crate) tailored: usize,
    /// Every definition; for a name that is defined again on top, the top one.
    pub(crate) defined: Places,
    /// Names that are used below and defined by no package; every plan over the same packages has them.
    pub(crate) open: Arc<[Reference]>,
    /// Every other use of a name.
    pub(crate) references: Vec<Reference>,
    /// What the last folder says otherwise than those below it.
    pub(crate) redefined: Vec<Redefined>,
    /// Everything that it defines again, also where it says the same.
    pub(crate) again: Again,
    /// The settings that it changes.
    pub(crate) settings: Vec<Difference>,
    /// Everything noticed.
    pub(crate) notes: Vec<Note>,
}

/// Decodes the trees of each package and lays them on each other.
pub(crate) fn lay(folders: &[Vec<Cow<'_, Node>>]) -> Overlay {
    let mut overlay = Overlay::default();
    for trees in folders {
        overlay.folder(trees, false);
    }
    overlay.defined.share();
    overlay
}

impl Overlay {
    /// Lays one more folder on top; the last one is the plan, or the package that is checked.
    pub(crate) fn folder(&mut self, trees: &[Cow<'_, Node>], last: bool) {
        let mut defined = Names::default();
        let mut cx = Cx {
            notes: &mut self.notes,
            defined: &mut defined,
            references: &mut self.references,
        };
        let mut heads = None;
        for tree in trees {
            wrong_version(tree, &mut cx);
            let Some(file) = File::decode(tree, &mut cx) else {
                continue;
            };
            match &mut heads {
                None => heads = Some(file),
                Some(folder) => add(folder, file, lay_head),
            }
        }
        self.notes.extend(said_twice(trees));
        self.define(defined);
        match (&mut self.content, heads) {
            (_, None) => {}
            (None, file) => self.content = file,
            (Some(content), Some(file)) => {
                if last {
                    self.redefined = redefined(content, &file);
                    self.again = again(content, &file);
                }
                add(content, file, lay_head_on_package);
            }
        }
    }

    /// A plan may say more about the units, roles and sets of its packages. Anything else that
    /// has the same name is something else.
    fn define(&mut self, mut defined: Names) {
        for space in Space::ALL {
            let notes = &mut self.notes;
            let mut twice = |name: &str, again: &Place, first: &Place| {
                notes.push(defined_twice(space, name, again, first));
            };
            let mut names = defined.settle(space, &mut twice);
            if !matches!(space, Space::Unit | Space::Role | Space::Set) {
                names.retain(|(name, place)| {
                    let first = self.defined.get(space, name);
                    first.inspect(|first| twice(name, place, first)).is_none()
                });
            }
            self.defined.lay(space, names);
        }
    }
}

fn defined_twice(space: Space, name: &str, again: &Place, first: &Place) -> Note {
    let note = Note::new(Code::DuplicateId).at(again.clone());
    let note = note.arg("name", name).term("space", space.term());
    note.and(first.clone(), "label-first")
}

fn wrong_version(tree: &Node, cx: &mut Cx<'_>) {
    let Some(node) = entry(tree, "luoshi") else {
        return;
    };
    match &node.kind {
        NodeKind::Scalar { text, .. }
            if text.parse() != Ok(1u32) && text.parse::<u32>().is_ok() =>
        {
            cx.note(Code::WrongVersion, node, |n| n.arg("value", text.as_str()));
        }
        _ => {}
    }
}

/// The parts of the head that only one file of a folder may say.
const ONCE: [&str; 4] = ["plan", "package", "period", "jurisdiction"];

fn said_twice(trees: &[Cow<'_, Node>]) -> Vec<Note> {
    let mut notes = Vec::new();
    for key in ONCE {
        let mut first: Option<&Key> = None;
        for tree in trees {
            let Some(at) = key_of(tree, key) else {
                continue;
            };
            match first {
                None => first = Some(at),
                Some(first) => notes.push(
                    Note::new(Code::DuplicateKey)
                        .at(at.place.clone())
                        .arg("key", at.text.as_str())
                        .and(first.place.clone(), "label-first"),
                ),
            }
        }
    }
    notes
}

fn key_of<'n>(tree: &'n Node, key: &str) -> Option<&'n Key> {
    let value = entry(tree, key)?;
    let NodeKind::Map(entries) = &tree.kind else {
        return None;
    };
    let found = entries.iter().find(|(_, node)| std::ptr::eq(node, value));
    found.map(|(key, _)| key)
}

/// Adds the sections of one file to those of another.
fn add(to: &mut File, from: File, lay_head: fn(&mut Head, Head)) {
    macro_rules! append {
        ($($section:ident)+) => { $( to.$section.append(from.$section); )+ };
    }
    lay_head(&mut to.head, from.head);
    lay_each(&mut to.units, from.units, |u| &u.id.name, lay_unit);
    lay_each(&mut to.roles, from.roles, |r| &r.id.name, lay_role);
    lay_each(&mut to.subjects, from.subjects, |s| &s.id.name, lay_set);
    lay_each(
        &mut to.issuers,
        from.issuers,
        |i| &i.id.name,
        |below, issuer| *below = issuer,
    );
    // As a whole: half of one office's layout with half of another's would be nobody's.
    to.layout = from.layout.or(to.layout.take());
    append!(persons holders chains meetings activities tasks documents coverage rosters incidents);
    append!(each_needs rewards indicators rules plugins penalties vetoes ladders scorecards guidance);
    append!(vocabulary tailor disable clauses);
}

/// An entry of some section, which several plans may hold.
pub(crate) type AnyEntry = Arc<dyn Any + Send + Sync>;

/// Some section, which several plans may hold.
pub(crate) type AnySection = Arc<dyn Any + Send + Sync>;

fn decoded<T: Decode + Any + Send + Sync>(
    _: fn(&File) -> &Section<T>,
    node: &Node,
    cx: &mut Cx<'_>,
) -> Option<AnyEntry> {
    Some(Arc::new(T::decode(node, cx)?))
}

// A listed section has one entry for each that the folders write, in the order in which they are laid.
macro_rules! listed {
    ($($section:ident)+) => {
        /// Whether every entry of a section stays an entry of its own when folders are laid on each other.
        pub(crate) fn is_listed(section: &str) -> bool {
            [$(stringify!($section)),+].contains(&section)
        }

        /// Decodes one entry of such a section by itself.
        pub(crate) fn entry_of(section: &str, node: &Node, cx: &mut Cx<'_>) -> Option<AnyEntry> {
            match section {
                $( stringify!($section) => decoded(|file| &file.$section, node, cx), )+
                _ => None,
            }
        }

        /// Changes such an entry as if it were all that a file holds.
        pub(crate) fn changed_alone(section: &str, entry: AnyEntry, change: impl FnOnce(&mut File)) -> Option<AnyEntry> {
            let mut file = nothing();
            match section {
                $( stringify!($section) => {
                    file.$section = Section::of_shared(entry.downcast().ok().into_iter());
                    change(&mut file);
                    let changed = file.$section.shared().next().cloned();
                    changed.map(|entry| -> AnyEntry { entry })
                } )+
                _ => None,
            }
        }

        /// A section as it is, which several plans may hold.
        pub(crate) fn section_of(content: &File, section: &str) -> Option<AnySection> {
            match section {
                $( stringify!($section) => Some(Arc::new(content.$section.clone())), )+
                _ => None,
            }
        }

        /// Puts a section in the place of the one of that name.
        pub(crate) fn put_section(content: &mut File, section: &str, whole: &AnySection) -> Option<()> {
            match section {
                $( stringify!($section) => content.$section = whole.downcast_ref::<Section<_>>()?.clone(), )+
                _ => return None,
            }
            Some(())
        }

        /// Puts such an entry in the place of another of its section.
        pub(crate) fn put(content: &mut File, section: &str, at: usize, entry: &AnyEntry) -> Option<()> {
            let entry = entry.clone();
            match section {
                $( stringify!($section) => content.$section.replace(at, entry.downcast().ok()?).then_some(()), )+
                _ => None,
            }
        }
    };
}
listed!(persons holders chains meetings activities tasks documents coverage rosters incidents each_needs rewards
    indicators rules plugins penalties vetoes ladders scorecards guidance vocabulary tailor disable clauses);

/// Two files of one folder.
fn lay_head(to: &mut Head, from: Head) {
    to.plan = to.plan.take().or(from.plan);
    to.package = to.package.take().or(from.package);
    to.period = to.period.take().or(from.period);
    to.jurisdiction = to.jurisdiction.take().or(from.jurisdiction);
    to.extends.extend(from.extends);
    to.parameters.append(from.parameters);
    to.set.0.extend(from.set.0);
}

/// A folder on the packages that it extends: who it is comes from it alone.
fn lay_head_on_package(to: &mut Head, from: Head) {
    let mut parameters = std::mem::take(&mut to.parameters);
    parameters.append(from.parameters);
    *to = Head { parameters, ..from };
}

/// Adds entries, an entry of a known name on top of the one that it says more about.
fn lay_each<T: Clone>(
    to: &mut Section<T>,
    from: Section<T>,
    name: fn(&T) -> &str,
    lay: fn(&mut T, T),
) {
    if from.is_empty() {
        return;
    }
    let known = to.iter().enumerate().map(|(at, entry)| (name(entry), at));
    let known: BTreeMap<&str, usize> = known.collect();
    let below = from.iter().map(|entry| known.get(name(entry)).copied());
    let below: Vec<Option<usize>> = below.collect();
    for (entry, below) in from.into_iter().zip(below) {
        match below.and_then(|at| to.get_mut(at)) {
            Some(below) => lay(below, entry),
            None => to.push(entry),
        }
    }
}

fn lay_unit(below: &mut Unit, unit: Unit) {
    let head = unit.head.clone().or(below.head.take());
    *below = Unit { head, ..unit };
}

fn lay_role(below: &mut Role, role: Role) {
    *below = Role {
        unit: role.unit.clone().or(below.unit.take()),
        answers_to: role.answers_to.clone().or(below.answers_to.take()),
        for_each: role.for_each.clone().or(below.for_each.take()),
        ..role
    };
}

fn lay_set(below: &mut SubjectSet, set: SubjectSet) {
    below.name = set.name;
    below.members.append(set.members);
    below.including.extend(set.including);
}

/// The sections that are laid on each other key by key, once the last folder is there.
pub(crate) fn merge(overlay: &mut Overlay, below: &[Node], last: &[Cow<'_, Node>]) {
    let Some(content) = &mut overlay.content else {
        return;
    };
    let trees = || below.iter().chain(last.iter().map(|tree| &**tree));
    content.settings = settings(trees());
    content.waivers = waivers(trees(), &mut overlay.notes);
    overlay.settings = changed(below, last, content.settings.as_ref());
}

/// The settings that the last folder changes. Without packages there is nothing to change.
fn changed(below: &[Node], last: &[Cow<'_, Node>], in_force: Option<&Settings>) -> Vec<Difference> {
    if last.iter().all(|tree| entry(tree, "settings").is_none()) {
        return Vec::new();
    }
    let below = settings(below.iter()).unwrap_or(Settings::DEFAULT);
    deviations::settings(&below, in_force.unwrap_or(&Settings::DEFAULT))
}

/// The settings key by key: a plan that sets one keeps the others of its packages.
fn settings<'n>(trees: impl Iterator<Item = &'n Node>) -> Option<Settings> {
    let mut entries: Vec<(Key, Node)> = Vec::new();
    let mut place = None;
    for node in trees.filter_map(|tree| entry(tree, "settings")) {
        let NodeKind::Map(given) = &node.kind else {
            continue;
        };
        place = Some(node.place.clone());
        for (key, value) in given {
            let english = Short::from(crate::keys::english(&key.text).unwrap_or(&key.text));
            let place = key.place.clone();
            entries.retain(|(known, _)| known.text != english);
            entries.push((
                Key {
                    text: english,
                    place,
                },
                value.clone(),
            ));
        }
    }
    let node = Node {
        kind: NodeKind::Map(entries),
        place: place?,
    };
    Settings::decode(&node, &mut Scratch::default().cx())
}
