//! What is defined and named where: what an editor knows about a plan, even while it is wrong.

use std::collections::BTreeMap;

use luoshi_diagnostics::{FileId, Place, Sources};

use crate::decode::{Cx, Decode, Reference, Space};
use crate::model::File;
use crate::packages::in_order;
use crate::parameters::settle;
use crate::parse::PlanFile;
use crate::places::Names;
use crate::plan::ParameterInForce;
use crate::section::Section;
use crate::yaml::Node;

mod expression;
mod survey;

pub use expression::{Call, calls};
use survey::{Survey, inner};

/// Every definition and every use of a name in a plan and its packages.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// What is defined, packages first.
    pub definitions: Vec<Definition>,
    /// Every use of a name, whether it names something or not.
    pub uses: Vec<Use>,
    /// Every parameter with the value in force.
    pub parameters: Section<ParameterInForce>,
    by_name: BTreeMap<(Space, String), Vec<usize>>,
}

/// Something with a name.
#[derive(Debug, Clone)]
pub struct Definition {
    /// What it is.
    pub space: Space,
    /// Its identifier.
    pub name: String,
    /// Where the identifier stands, without quotes.
    pub place: Place,
    /// What people call it: its name, or the summary of a clause.
    pub title: Option<String>,
    /// The heading that a clause stands under.
    pub heading: Option<String>,
    /// The key of the section that defines it, as the author wrote it.
    pub section: String,
}

/// A name that is used.
#[derive(Debug, Clone)]
pub struct Use {
    /// The spaces it may name something in, in the order they are tried.
    pub spaces: &'static [Space],
    /// The name.
    pub name: String,
    /// Where it stands, without quotes.
    pub place: Place,
    /// The identifier of the innermost thing that uses it.
    pub owner: Option<String>,
}

/// What a name at some place names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What it is.
    pub space: Space,
    /// Its identifier.
    pub name: String,
    /// Where it is mentioned.
    pub place: Place,
}

/// Indexes a plan, or a package, with the packages that it builds on.
#[must_use]
pub fn index(file: &PlanFile, packages: &[PlanFile], sources: &Sources) -> Index {
    let mut folders = in_order(file, packages).below;
    folders.push(file);
    let mut index = Index {
        parameters: settle(&folders, true, &mut Vec::new()).in_force(),
        ..Index::default()
    };
    let mut texts = Vec::new();
    for folder in folders {
        texts.append(&mut index.folder(folder, sources));
    }
    // Texts that may name something are no uses where nothing has that name.
    texts.retain(|used| index.space_of(used).is_some());
    index.uses.append(&mut texts);
    index
}

impl Index {
    /// Adds a folder; gives back the plain texts that may be names.
    fn folder(&mut self, folder: &PlanFile, sources: &Sources) -> Vec<Use> {
        let mut defined = Names::default();
        let mut references = Vec::new();
        let mut cx = Cx {
            notes: &mut Vec::new(),
            defined: &mut defined,
            references: &mut references,
        };
        for tree in &folder.trees {
            let _ = File::decode(tree, &mut cx);
        }
        let survey = Survey::of(&folder.trees, sources);
        for space in Space::ALL {
            for (name, place) in defined.settle(space, |_, _, _| {}) {
                self.define(space, name.into(), &place, &survey, sources);
            }
        }
        let references = references.into_iter();
        // `${…}` in the place of a name is the use of a parameter, which the survey has found.
        let named = references.filter(|r| !r.name.starts_with("${"));
        self.uses.extend(named.map(|r| used(r, &survey, sources)));
        self.uses.extend(survey.uses.iter().cloned());
        let set = folder.head.set.0.iter();
        self.uses.extend(set.map(|(name, place, _)| Use {
            spaces: &[Space::Parameter],
            place: inner(sources, place, name),
            name: name.clone(),
            owner: None,
        }));
        for (file, text) in folder.scripts.values() {
            let found = calls(text).into_iter().map(|call| call.used(*file, 0));
            self.uses.extend(found);
        }
        survey.texts
    }

    fn define(
        &mut self,
        space: Space,
        name: String,
        place: &Place,
        survey: &Survey<'_>,
        sources: &Sources,
    ) {
        let around = survey.around(place);
        let text = |key: &str| around.and_then(|a| a.text(key));
        let title = text("name").or_else(|| text("summary"));
        let definition = Definition {
            space,
            place: inner(sources, place, &name),
            title: title.or_else(|| text("category")),
            heading: text("heading"),
            section: around.map_or_else(String::new, |a| a.section.to_owned()),
            name,
        };
        let key = (space, definition.name.clone());
        let at = self.definitions.len();
        self.by_name.entry(key).or_default().push(at);
        self.definitions.push(definition);
    }

    /// Every definition of a name: a plan may say more about a unit, role or set of its packages.
    pub fn definitions_of(&self, space: Space, name: &str) -> impl Iterator<Item = &Definition> {
        let at = self.by_name.get(&(space, name.to_owned()));
        at.into_iter().flatten().map(|at| &self.definitions[*at])
    }

    /// Every use that names this.
    pub fn uses_of(&self, space: Space, name: &str) -> impl Iterator<Item = &Use> {
        let named = self.uses.iter().filter(move |u| u.name == name);
        named.filter(move |u| self.space_of(u) == Some(space))
    }

    /// What a use names, if anything has that name.
    #[must_use]
    pub fn space_of(&self, used: &Use) -> Option<Space> {
        let knows = |space: Space| self.by_name.contains_key(&(space, used.name.clone()));
        used.spaces.iter().find_map(|space| match space {
            // Each unit is a subject.
            Space::Subject if !knows(Space::Subject) && knows(Space::Unit) => Some(Space::Unit),
            space => knows(*space).then_some(*space),
        })
    }

    /// What is defined or named at an offset of a file; its end counts as part of a name.
    #[must_use]
    pub fn mention(&self, file: FileId, offset: usize) -> Option<Mention> {
        let here = |p: &Place| p.file == file && p.start <= offset && offset <= p.end;
        if let Some(found) = self.definitions.iter().find(|d| here(&d.place)) {
            return Some(Mention {
                space: found.space,
                name: found.name.clone(),
                place: found.place.clone(),
            });
        }
        let mut uses = self.uses.iter().filter(|u| here(&u.place));
        uses.find_map(|found| {
            Some(Mention {
                space: self.space_of(found)?,
                name: found.name.clone(),
                place: found.place.clone(),
            })
        })
    }

    /// A parameter with the value in force.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&ParameterInForce> {
        self.parameters.iter().find(|p| p.id == name)
    }
}

fn used(reference: Reference, survey: &Survey<'_>, sources: &Sources) -> Use {
    let around = survey.around(&reference.place);
    Use {
        spaces: reference.spaces,
        place: inner(sources, &reference.place, &reference.name),
        owner: around.and_then(|a| a.owner).map(str::to_owned),
        name: reference.name.into(),
    }
}

/// The text of a scalar.
fn scalar(node: &Node) -> Option<&str> {
    match &node.kind {
        crate::yaml::NodeKind::Scalar { text, .. } => Some(text),
        _ => None,
    }
}
