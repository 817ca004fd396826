//! Sections of packages in which values of parameters stand, for plans that choose other values.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use crate::decode::{Reference, Scratch};
use crate::keys::english;
use crate::link::is_defined;
use crate::overlay::{
    AnyEntry, AnySection, Overlay, changed_alone, entry_of, is_listed, put, put_section, section_of,
};
use crate::parameters::Values;
use crate::parse::PlanFile;
use crate::short::Short;
use crate::substitute::{PLAIN, Substitution, used};
use crate::tailor::tailor;
use crate::yaml::{Node, NodeKind};

/// The parameters whose values are others than those under which a layer was decoded, by number in ascending order, with
/// these values.
pub(crate) type Choice = Vec<(usize, Option<Short>)>;

/// The number of each parameter that is used.
pub(crate) type Numbers<'p> = BTreeMap<&'p str, usize>;

/// A section with entries that use parameters.
#[derive(Default)]
pub(crate) struct Varying<'p> {
    parameters: BTreeSet<usize>,
    parts: Vec<Part<'p>>,
    /// What it is for plans of one choice, which share it.
    variants: Variants<AnySection>,
}

/// An entry of a section that uses parameters.
struct Part<'p> {
    at: usize,
    node: &'p Node,
    parameters: BTreeSet<usize>,
    variants: Variants<AnyEntry>,
}

/// What becomes of something under a choice.
#[derive(Clone)]
struct Variant<T> {
    is: T,
    /// The names in it that no package defines.
    references: Arc<[Reference]>,
}

/// What becomes of something under choices met so far.
struct Variants<T>(Mutex<BTreeMap<Choice, Variant<T>>>);

/// So many variants are kept of each: a parameter has seldom more values in a country.
const MOST_VARIANTS: usize = 1024;

impl<T> Default for Variants<T> {
    fn default() -> Self {
        Variants(Mutex::default())
    }
}

impl<T: Clone> Variants<T> {
    /// What is known to become of it, or what `make` says.
    fn get(
        &self,
        choice: &Choice,
        make: impl FnOnce() -> Option<Variant<T>>,
    ) -> Option<Variant<T>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(variant) = known.get(choice) {
            return Some(variant.clone());
        }
        drop(known);
        let variant = make()?;
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() < MOST_VARIANTS {
            known.insert(choice.clone(), variant.clone());
        }
        Some(variant)
    }
}

/// The part of a choice that is about these parameters.
fn about(choice: &Choice, parameters: &BTreeSet<usize>) -> Choice {
    let chosen = choice.iter().filter(|(at, _)| parameters.contains(at));
    chosen.cloned().collect()
}

impl Varying<'_> {
    /// Lays what the section is under a choice on a layer as it was decoded; none where it could not be told from
    /// the text alone what would differ.
    pub(crate) fn lay(
        &self,
        name: &str,
        choice: &Choice,
        overlay: &mut Overlay,
        values: &Values<'_>,
        complete: bool,
    ) -> Option<()> {
        let choice = about(choice, &self.parameters);
        if choice.is_empty() {
            return Some(());
        }
        let variant = self.variants.get(&choice, || {
            let mut content = overlay.content.clone()?;
            let mut references = Vec::new();
            for part in &self.parts {
                let choice = about(&choice, &part.parameters);
                if choice.is_empty() {
                    continue;
                }
                let variant = part
                    .variants
                    .get(&choice, || part.decoded(name, overlay, values, complete))?;
                put(&mut content, name, part.at, &variant.is)?;
                references.extend(variant.references.iter().cloned());
            }
            Some(Variant {
                is: section_of(&content, name)?,
                references: references.into(),
            })
        })?;
        put_section(overlay.content.as_mut()?, name, &variant.is)?;
        let references = variant.references.iter().cloned();
        overlay.references.extend(references);
        Some(())
    }
}

impl Part<'_> {
    fn decoded(
        &self,
        section: &str,
        overlay: &Overlay,
        values: &Values<'_>,
        complete: bool,
    ) -> Option<Variant<AnyEntry>> {
        let mut substitution = Substitution::new(values, complete);
        let node = substitution.entry(self.node);
        let mut scratch = Scratch::default();
        let mut entry = entry_of(section, &node, &mut scratch.cx())?;
        if overlay.tailored > 0 {
            let content = overlay.content.as_ref()?;
            entry = changed_alone(section, entry, |alone| {
                alone.tailor = content.tailor.clone();
                tailor(alone, 0);
            })?;
        }
        let Scratch {
            notes,
            references,
            defined,
        } = scratch;
        let known = &overlay.defined;
        let same = defined
            .iter()
            .all(|(space, name, place)| known.get(space, name) == Some(place));
        let clean = substitution.noted.is_empty() && substitution.notes.is_empty();
        let open = |reference: &Reference| !is_defined(reference, known);
        (clean && notes.is_empty() && same).then(|| Variant {
            is: entry,
            references: references.into_iter().filter(open).collect(),
        })
    }
}

/// The sections with entries that use parameters; none where one stands in a section that is merged.
pub(crate) fn sections<'p>(
    folders: &[&'p PlanFile],
) -> Option<(BTreeMap<&'static str, Varying<'p>>, Numbers<'p>)> {
    let mut numbers = Numbers::new();
    let mut found: BTreeMap<&'static str, Varying<'p>> = BTreeMap::new();
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
                if parameters.is_empty() {
                    continue;
                }
                let mut number = |name: &'p str| {
                    let next = numbers.len();
                    *numbers.entry(name).or_insert(next)
                };
                let parameters: BTreeSet<usize> = parameters.into_iter().map(&mut number).collect();
                let varying = found.entry(section).or_default();
                varying.parameters.extend(&parameters);
                varying.parts.push(Part {
                    at,
                    node,
                    parameters,
                    variants: Variants::default(),
                });
            }
        }
    }
    Some((found, numbers))
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

fn gather<'n>(node: &'n Node, found: &mut BTreeSet<&'n str>) {
    match &node.kind {
        NodeKind::Scalar { text, .. } => found.extend(used(text)),
        NodeKind::List(items) => items.iter().for_each(|item| gather(item, found)),
        NodeKind::Map(entries) => entries.iter().for_each(|(_, value)| gather(value, found)),
        NodeKind::Undecided(_) => {}
    }
}
