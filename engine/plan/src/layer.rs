//! The packages under a plan, decoded once for all plans that lay the same ones under themselves.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use luoshi_diagnostics::Note;

use crate::decode::{Reference, Scratch, Space};
use crate::keys::english;
use crate::link::is_defined;
use crate::model::File;
use crate::overlay::{AnyEntry, Overlay, changed_alone, entry_of, is_listed, lay, merge, put};
use crate::parameters::Values;
use crate::parse::PlanFile;
use crate::substitute::{PLAIN, Substitution, used};
use crate::tailor::tailor;
use crate::yaml::{Node, NodeKind};

/// The parameters that each duty uses.
pub(crate) type Uses = BTreeMap<String, BTreeSet<String>>;

/// Packages laid on each other under some values of their parameters.
#[derive(Clone)]
pub(crate) struct Layer {
    /// What was decoded.
    pub(crate) overlay: Overlay,
    /// The parameters that each duty uses.
    pub(crate) uses: Arc<Uses>,
    /// Parameters whose value is noted as wrong or unknown already.
    pub(crate) noted: BTreeSet<String>,
    /// What putting values in their places noted.
    pub(crate) notes: Vec<Note>,
    /// The sections `settings` and `waivers` of the packages, with values in them.
    merged: Arc<[Node]>,
}

/// A layer that other plans can use, with what must be decoded again under other values.
pub(crate) struct Kept<'p> {
    layer: Layer,
    /// The values that it was decoded under, by parameter; none for an open one.
    values: BTreeMap<&'p str, Option<String>>,
    /// The parameters that the plan set for which it was decoded: no other leaves them at its values.
    set: Vec<String>,
    /// The entries that use parameters.
    parts: Vec<Part<'p>>,
}

/// An entry of a section that uses parameters.
struct Part<'p> {
    section: &'static str,
    at: usize,
    node: &'p Node,
    parameters: BTreeSet<&'p str>,
    /// What it is under values that plans gave the parameters, so that plans of one opinion share it.
    variants: Mutex<BTreeMap<Vec<Option<String>>, Variant>>,
}

/// So many variants of a part are kept: a parameter has seldom more values in a country.
const MOST_VARIANTS: usize = 256;

/// An entry under some values.
#[derive(Clone)]
struct Variant {
    entry: AnyEntry,
    /// The names in it that no package defines.
    references: Arc<[Reference]>,
}

/// Lays packages on each other under these values.
pub(crate) fn layer(folders: &[&PlanFile], values: &Values<'_>, complete: bool) -> Layer {
    let mut substitution = Substitution::new(values, complete);
    let trees = folders.iter().map(|f| with_values(f, &mut substitution));
    let trees: Vec<Vec<Cow<'_, Node>>> = trees.collect();
    let merged = trees.iter().flatten().filter_map(|tree| merged_of(tree));
    Layer {
        merged: merged.collect(),
        overlay: lay(&trees),
        uses: Arc::new(substitution.uses),
        noted: substitution.noted,
        notes: substitution.notes,
    }
}

/// The trees of a folder with values in them; one that uses no parameter is not copied.
fn with_values<'f>(file: &'f PlanFile, values: &mut Substitution<'_>) -> Vec<Cow<'f, Node>> {
    let tree = |tree: &'f Node| match uses_parameters(tree) {
        true => Cow::Owned(values.root(tree)),
        false => Cow::Borrowed(tree),
    };
    file.trees.iter().map(tree).collect()
}

impl Layer {
    /// Lays the plan, or the package that is checked, on top.
    pub(crate) fn add(&mut self, file: &PlanFile, values: &Values<'_>, complete: bool) {
        let mut substitution = Substitution {
            noted: std::mem::take(&mut self.noted),
            notes: std::mem::take(&mut self.notes),
            ..Substitution::new(values, complete)
        };
        let trees = with_values(file, &mut substitution);
        self.noted = substitution.noted;
        self.notes = substitution.notes;
        if !substitution.uses.is_empty() {
            let uses = Arc::make_mut(&mut self.uses);
            for (id, parameters) in substitution.uses {
                uses.entry(id).or_default().extend(parameters);
            }
        }
        self.overlay.folder(&trees, true);
        merge(&mut self.overlay, &self.merged, &trees);
    }
}

/// The sections that are merged key by key.
const MERGED: [&str; 2] = ["settings", "waivers"];

/// A tree with nothing but those sections.
fn merged_of(tree: &Node) -> Option<Node> {
    let NodeKind::Map(entries) = &tree.kind else {
        return None;
    };
    let is_merged = |key: &str| MERGED.contains(&english(key).unwrap_or(key));
    let entries = entries.iter().filter(|(key, _)| is_merged(&key.text));
    let kept: Vec<_> = entries.cloned().collect();
    (!kept.is_empty()).then(|| Node {
        kind: NodeKind::Map(kept),
        place: tree.place.clone(),
    })
}

impl<'p> Kept<'p> {
    /// Keeps a layer for other plans; none where something about it was noted, or where a part
    /// that uses parameters cannot be decoded by itself.
    pub(crate) fn of(layer: &Layer, folders: &[&'p PlanFile], values: &Values<'_>) -> Option<Self> {
        let clean = layer.notes.is_empty() && layer.noted.is_empty();
        if !clean || !layer.overlay.notes.is_empty() {
            return None;
        }
        let parts = parts(folders)?;
        let names = parts.iter().flat_map(|part| &part.parameters);
        let value = |name: &&'p str| (*name, values.get(name).map(|raw| raw.text.clone()));
        let mut layer = layer.clone();
        let Overlay {
            content,
            open,
            references,
            defined,
            tailored,
            ..
        } = &mut layer.overlay;
        // What is defined below stays defined, whatever a plan adds.
        references.retain(|reference| !is_defined(reference, defined));
        *open = std::mem::take(references).into();
        // The duties that packages tailor are all there, unless a plan is to define them.
        let left = open.iter().any(|r| r.spaces.contains(&Space::Duty));
        let varies = parts.iter().any(|part| part.section == "tailor");
        if let Some(content) = content.as_mut().filter(|_| !left && !varies) {
            tailor(content, 0);
            *tailored = content.tailor.len();
        }
        Some(Kept {
            set: values.own_sets().map(str::to_owned).collect(),
            values: names.map(value).collect(),
            layer,
            parts,
        })
    }

    /// The layer under the values of another plan; none where it could not be told from the text alone
    /// what would differ.
    pub(crate) fn under(&self, values: &Values<'_>, complete: bool) -> Option<Layer> {
        let differs = |name: &&str| {
            let is = values.get(name).map(|raw| &raw.text);
            let was = self.values.get(name);
            was.is_some_and(|was| is != was.as_ref())
        };
        // The packages give all others the same value under every plan.
        let set = self.set.iter().map(String::as_str);
        let set = set.chain(values.own_sets());
        let differing: BTreeSet<&str> = set.filter(differs).collect();
        let mut layer = self.layer.clone();
        let touched = |part: &&Part<'_>| part.parameters.iter().any(|p| differing.contains(p));
        for part in self.parts.iter().filter(touched) {
            let variant = part.variant(&layer, values, complete)?;
            let content = layer.overlay.content.as_mut()?;
            put(content, part.section, part.at, &variant.entry)?;
            let references = variant.references.iter().cloned();
            layer.overlay.references.extend(references);
        }
        Some(layer)
    }

    /// What was decoded, and the names in it that no package defines.
    pub(crate) fn content(&self) -> Option<(&File, &[Reference])> {
        let overlay = &self.layer.overlay;
        Some((overlay.content.as_ref()?, &overlay.open))
    }
}

impl Part<'_> {
    fn variant(&self, layer: &Layer, values: &Values<'_>, complete: bool) -> Option<Variant> {
        let names = self.parameters.iter();
        let under = names.map(|name| values.get(name).map(|raw| raw.text.clone()));
        let under: Vec<Option<String>> = under.collect();
        let known = self.variants.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(variant) = known.get(&under) {
            return Some(variant.clone());
        }
        drop(known);
        let variant = self.decoded(layer, values, complete)?;
        let mut known = self.variants.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() < MOST_VARIANTS {
            known.insert(under, variant.clone());
        }
        Some(variant)
    }

    fn decoded(&self, layer: &Layer, values: &Values<'_>, complete: bool) -> Option<Variant> {
        let mut substitution = Substitution::new(values, complete);
        let node = substitution.entry(self.node);
        let mut scratch = Scratch::default();
        let mut entry = entry_of(self.section, &node, &mut scratch.cx())?;
        if layer.overlay.tailored > 0 {
            let content = layer.overlay.content.as_ref()?;
            entry = changed_alone(self.section, entry, |alone| {
                alone.tailor = content.tailor.clone();
                tailor(alone, 0);
            })?;
        }
        let Scratch {
            notes,
            references,
            defined,
        } = scratch;
        let known = &layer.overlay.defined;
        let same = defined
            .iter()
            .all(|((space, name), place)| known.get(*space, name) == Some(place));
        let clean = substitution.noted.is_empty() && substitution.notes.is_empty();
        let open = |reference: &Reference| !is_defined(reference, known);
        (clean && notes.is_empty() && same).then(|| Variant {
            entry,
            references: references.into_iter().filter(open).collect(),
        })
    }
}

/// The entries that use parameters; none where one stands in a section that is merged.
fn parts<'p>(folders: &[&'p PlanFile]) -> Option<Vec<Part<'p>>> {
    let mut parts = Vec::new();
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for tree in folders.iter().flat_map(|f| &f.trees) {
        let NodeKind::Map(sections) = &tree.kind else {
            return None;
        };
        for (key, node) in sections {
            if PLAIN.contains(&key.text.as_str()) || node.is_null() {
                continue;
            }
            let Some(section) = section(&key.text) else {
                if !parameters(node).is_empty() {
                    return None;
                }
                continue;
            };
            let entries = match &node.kind {
                NodeKind::List(items) => items.as_slice(),
                _ => std::slice::from_ref(node),
            };
            let count = counts.entry(section).or_default();
            for node in entries {
                let (at, parameters) = (*count, parameters(node));
                *count += 1;
                if !parameters.is_empty() {
                    parts.push(Part {
                        section,
                        at,
                        node,
                        parameters,
                        variants: Mutex::default(),
                    });
                }
            }
        }
    }
    Some(parts)
}

/// The English key of a section whose entries stay entries of their own.
fn section(key: &str) -> Option<&'static str> {
    let known = crate::keys::KEYS.iter().map(|(en, _)| *en);
    let english = english(key).unwrap_or(key);
    let mut known = known.filter(|en| is_listed(en));
    known.find(|en| *en == english)
}

/// The parameters that a node uses.
fn parameters(node: &Node) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    gather(node, &mut found);
    found
}

fn uses_parameters(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Scalar { text, .. } => used(text).is_some(),
        NodeKind::List(items) => items.iter().any(uses_parameters),
        NodeKind::Map(entries) => entries.iter().any(|(_, value)| uses_parameters(value)),
        NodeKind::Undecided(_) => false,
    }
}

fn gather<'n>(node: &'n Node, found: &mut BTreeSet<&'n str>) {
    match &node.kind {
        NodeKind::Scalar { text, .. } => found.extend(used(text)),
        NodeKind::List(items) => items.iter().for_each(|item| gather(item, found)),
        NodeKind::Map(entries) => entries.iter().for_each(|(_, value)| gather(value, found)),
        NodeKind::Undecided(_) => {}
    }
}
