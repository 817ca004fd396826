//! The packages under a plan, decoded once for all plans that lay the same ones under themselves.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use luoshi_diagnostics::Note;

use crate::decode::{Reference, Space};
use crate::keys::english;
use crate::link::is_defined;
use crate::model::File;
use crate::overlay::{Overlay, lay, merge};
use crate::parameters::Values;
use crate::parse::PlanFile;
use crate::short::Short;
use crate::substitute::{Substitution, used};
use crate::tailor::tailor;
use crate::varying::{Choice, Varying, sections};
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
    /// The number of each parameter that is used, and the value that it was decoded under; none for an open one.
    values: BTreeMap<&'p str, (usize, Option<Short>)>,
    /// The parameters that the plan set for which it was decoded: no other leaves them at its values.
    set: Vec<String>,
    /// The sections with entries that use parameters.
    sections: BTreeMap<&'static str, Varying<'p>>,
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
        let (sections, numbers) = sections(folders)?;
        let value = |name| values.get(name).map(|raw| raw.text.clone());
        let numbered = numbers.into_iter();
        let numbered = numbered.map(|(name, number)| (name, (number, value(name))));
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
        let varies = sections.contains_key("tailor");
        if let Some(content) = content.as_mut().filter(|_| !left && !varies) {
            tailor(content, 0);
            *tailored = content.tailor.len();
        }
        Some(Kept {
            set: values.own_sets().map(str::to_owned).collect(),
            values: numbered.collect(),
            layer,
            sections,
        })
    }

    /// The layer under the values of another plan; none where it could not be told from the text alone
    /// what would differ.
    pub(crate) fn under(&self, values: &Values<'_>, complete: bool) -> Option<Layer> {
        // The packages give all others the same value under every plan.
        let set = self.set.iter().map(String::as_str);
        let differs = |name: &str| {
            let (number, was) = self.values.get(name)?;
            let is = values.get(name).map(|raw| &raw.text);
            (is != was.as_ref()).then(|| (*number, is.cloned()))
        };
        let mut choice: Choice = set.chain(values.own_sets()).filter_map(differs).collect();
        choice.sort_unstable();
        choice.dedup();
        let mut layer = self.layer.clone();
        for (name, section) in &self.sections {
            section.lay(name, &choice, &mut layer.overlay, values, complete)?;
        }
        Some(layer)
    }

    /// What was decoded, and the names in it that no package defines.
    pub(crate) fn content(&self) -> Option<(&File, &[Reference])> {
        let overlay = &self.layer.overlay;
        Some((overlay.content.as_ref()?, &overlay.open))
    }
}

fn uses_parameters(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Scalar { text, .. } => used(text).is_some(),
        NodeKind::List(items) => items.iter().any(uses_parameters),
        NodeKind::Map(entries) => entries.iter().any(|(_, value)| uses_parameters(value)),
        NodeKind::Undecided(_) => false,
    }
}
