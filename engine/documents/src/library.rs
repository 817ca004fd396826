//! The templates of a plan: those that ship with luoshi, those of its packages, its own.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Code, FileId, Note, Sources, Staged, nearest};
use luoshi_plan::model::{DocumentForm, DocumentKind, TemplateHead};
use luoshi_plan::{Plan, template_file};

use crate::shipped::SHIPPED;

/// A template, read but not filled in.
#[derive(Debug, Clone)]
pub struct Template {
    /// Its name: of its file, without the ending.
    pub name: String,
    /// Its file.
    pub file: FileId,
    /// What its head says.
    pub head: TemplateHead,
    /// Byte at which its body begins.
    pub body: usize,
    /// Who wrote it.
    pub origin: Origin,
}

/// Who wrote a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It ships with luoshi.
    Shipped,
    /// A package or the plan brings it.
    Plan,
}

impl Template {
    /// The layout it has: its own, or that of its kind.
    #[must_use]
    pub fn form(&self) -> DocumentForm {
        self.head.form.unwrap_or(match self.head.kind {
            DocumentKind::WorkingPaper => DocumentForm::Working,
            DocumentKind::Letter => DocumentForm::Letter,
            DocumentKind::Minutes => DocumentForm::Minutes,
            _ => DocumentForm::Official,
        })
    }

    /// Whether it carries an issuing number.
    #[must_use]
    pub fn numbered(&self) -> bool {
        let official = self.head.kind != DocumentKind::WorkingPaper;
        self.head.numbered.unwrap_or(official)
    }
}

/// All templates by name.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// By name.
    pub templates: BTreeMap<String, Template>,
}

/// Reads every template. One of the plan stands in the place of a shipped one of the same name.
#[must_use]
pub fn library(plan: &Plan, sources: &mut Sources) -> Staged<Library> {
    let mut library = Library::default();
    let mut notes = Vec::new();
    for (name, text) in SHIPPED {
        if plan.templates.contains_key(*name) {
            continue;
        }
        let file = sources.add(format!("templates/{name}.md"), (*text).to_owned());
        read(
            plan,
            name,
            file,
            text,
            Origin::Shipped,
            &mut library,
            &mut notes,
        );
    }
    for (name, (file, text)) in &*plan.templates {
        read(
            plan,
            name,
            *file,
            text,
            Origin::Plan,
            &mut library,
            &mut notes,
        );
    }
    notes.extend(unknown_names(plan, &library));
    Staged {
        value: Some(library),
        notes,
    }
}

fn read(
    plan: &Plan,
    name: &str,
    file: FileId,
    text: &str,
    origin: Origin,
    library: &mut Library,
    notes: &mut Vec<Note>,
) {
    let staged = template_file(file, text);
    notes.extend(staged.notes);
    let Some(read) = staged.value else { return };
    for reference in &read.references {
        let known = |space: &luoshi_plan::Space| plan.places.get(*space, &reference.name).is_some();
        // What ships must fit every plan: a clause or role that this one lacks is no fault of its author, nor
        // of whoever changes it for a plan of his own.
        let ships = SHIPPED.iter().any(|(shipped, _)| *shipped == name);
        if origin == Origin::Plan && !ships && !reference.spaces.iter().any(known) {
            let note = Note::new(Code::TemplateName).at(reference.place.clone());
            notes.push(note.arg("name", reference.name.as_str()));
        }
    }
    let template = Template {
        name: name.to_owned(),
        file,
        head: read.head,
        body: read.body,
        origin,
    };
    library.templates.insert(name.to_owned(), template);
}

/// Templates that duties name and nobody wrote.
fn unknown_names(plan: &Plan, library: &Library) -> Vec<Note> {
    let wanted = plan.content.documents.iter();
    let wanted = wanted.filter_map(|document| document.template.as_ref());
    let unknown = wanted.filter(|wanted| !library.templates.contains_key(&wanted.name));
    unknown
        .map(|wanted| {
            let names = library.templates.keys().map(String::as_str);
            let close = nearest(&wanted.name, names).unwrap_or("none");
            let note = Note::new(Code::UnknownTemplate).at(wanted.place.clone());
            note.arg("name", wanted.name.as_str()).arg("near", close)
        })
        .collect()
}
