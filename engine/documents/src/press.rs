//! Templates filled in, one after another.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::{Code, Note, Place, Sources, Staged};
use luoshi_layout::Document;
use tera::{Context, Tera};

use crate::bounds::{self, Limits, unreadable};
use crate::compose::{EventTexts, HeadTexts, compose};
use crate::filters;
use crate::kinds;
use crate::library::{Library, Template};
use crate::markdown;
use crate::names::Names;
use crate::occasion::Occasion;
use crate::setting::Setting;

mod faults;
mod fields;
mod parts;

use faults::Located;
use fields::unknown;
use parts::parts;

/// Templates made ready, with the names that they see.
pub struct Press<'a> {
    names: Names<'a>,
    tera: Tera,
    limits: Limits,
    /// What each template uses of the names.
    wanted: BTreeMap<String, BTreeSet<String>>,
    /// Where each part of each template stands.
    located: BTreeMap<String, Located>,
}

/// Compiles every template of a library. A template that cannot be used is left out, with a note for
/// everything that is wrong with it.
#[must_use]
pub fn press<'a>(names: Names<'a>, library: &Library, sources: &Sources) -> Staged<Press<'a>> {
    let mut press = Press {
        names,
        tera: Tera::default(),
        limits: Limits::default(),
        wanted: BTreeMap::new(),
        located: BTreeMap::new(),
    };
    filters::register(&mut press.tera);
    let mut notes = Vec::new();
    for template in library.templates.values() {
        notes.extend(press.add(template, sources.text(template.file)));
    }
    Staged {
        value: Some(press),
        notes,
    }
}

impl<'a> Press<'a> {
    /// The names that templates see.
    #[must_use]
    pub fn names(&self) -> &Names<'a> {
        &self.names
    }

    /// Whether a template can be used.
    #[must_use]
    pub fn can_write(&self, template: &Template) -> bool {
        self.wanted.contains_key(&template.name)
    }

    fn add(&mut self, template: &Template, text: &str) -> Vec<Note> {
        let mut notes = Vec::new();
        let mut wanted = BTreeSet::new();
        for part in parts(template, text) {
            let located = Located::new(template.file, text, &part);
            match bounds::guard(&part.source, &self.limits) {
                Err(refused) => notes.push(located.refused(&refused)),
                Ok(guarded) => {
                    let added = self.tera.add_raw_template(&part.name, &guarded.text);
                    let located = located.guarded(guarded);
                    match added {
                        Err(error) => {
                            notes.push(located.note(Code::TemplateSyntax, &unreadable(&error)));
                        }
                        Ok(()) => {
                            notes.extend(
                                unknown(&part.source).iter().map(|one| located.unknown(one)),
                            );
                            wanted.extend(self.uses(&part.name));
                        }
                    }
                    self.located.insert(part.name, located);
                }
            }
        }
        if notes.is_empty() {
            self.wanted.insert(template.name.clone(), wanted);
        }
        notes
    }

    fn uses(&self, part: &str) -> BTreeSet<String> {
        let used = self.tera.get_template_variables(part).unwrap_or_default();
        used.into_iter().map(str::to_owned).collect()
    }

    /// Writes one paper.
    ///
    /// # Errors
    /// Everything that keeps it from being written: a name without a value, a phrase that its kind
    /// forbids, what the official form cannot show.
    pub fn write(
        &self,
        template: &Template,
        occasion: &Occasion,
        setting: &Setting,
    ) -> Result<Document, Vec<Note>> {
        let Some(wanted) = self.wanted.get(&template.name) else {
            let note = Note::new(Code::TemplateUnusable);
            return Err(vec![note.arg("name", template.name.as_str())]);
        };
        let context = self.names.context(occasion, &setting.issuer, wanted);
        let fill = Fill {
            press: self,
            template,
            context: &context,
        };
        let body = fill.part("body.md").map_err(|note| vec![*note])?;
        let written = markdown::blocks(&body.unwrap_or_default());
        let written = written.map_err(|faults| self.unwritable(template, &faults))?;
        let head = fill.head().map_err(|note| vec![*note])?;
        let id = format!("{}/{}", template.name, occasion.id);
        let document = compose(template, setting, head, written, &id)?;
        let faults = kinds::faults(&document, template.file);
        if faults.is_empty() {
            Ok(document)
        } else {
            Err(faults)
        }
    }

    fn unwritable(&self, template: &Template, faults: &[markdown::Fault]) -> Vec<Note> {
        let place = Place {
            file: template.file,
            start: template.body,
            end: template.body,
        };
        let one = |fault: &markdown::Fault| {
            let line = i64::try_from(fault.line).unwrap_or(i64::MAX);
            let note = Note::new(Code::DocumentMarkdown).at(place.clone());
            note.arg("line", line).term("why", fault.why.key())
        };
        faults.iter().map(one).collect()
    }
}

/// One paper being filled in.
struct Fill<'p, 'a> {
    press: &'p Press<'a>,
    template: &'p Template,
    context: &'p Context,
}

impl Fill<'_, '_> {
    /// A part of the template filled in; none where the template has no such part.
    fn part(&self, part: &str) -> Result<Option<String>, Box<Note>> {
        let name = format!("{}#{part}", self.template.name);
        let Some(located) = self.press.located.get(&name) else {
            return Ok(None);
        };
        let text = bounds::render(&self.press.tera, &name, self.context, &self.press.limits);
        text.map(Some)
            .map_err(|fault| Box::new(located.note(Code::TemplateValue, &fault)))
    }

    /// A text of the head without blanks around it; empty ones count as none.
    fn text(&self, part: &str) -> Result<Option<String>, Box<Note>> {
        let text = self.part(part)?.map(|text| text.trim().to_owned());
        Ok(text.filter(|text| !text.is_empty()))
    }

    /// Texts of the head, each of which may be a list joined with 、.
    fn list(&self, part: &str, count: usize) -> Result<Vec<String>, Box<Note>> {
        let mut all = Vec::new();
        for at in 0..count {
            let text = self.text(&format!("{part}.{at}"))?.unwrap_or_default();
            let names = text.split('、').map(str::trim);
            all.extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
        }
        Ok(all)
    }

    fn head(&self) -> Result<HeadTexts, Box<Note>> {
        let head = &self.template.head;
        let event = match &head.event {
            None => None,
            Some(_) => Some(EventTexts {
                date: self.text("event.date")?.unwrap_or_default(),
                time: self.text("event.time")?,
                place: self.text("event.place")?,
            }),
        };
        Ok(HeadTexts {
            title: self.part("title")?.unwrap_or_default(),
            addressees: self.list("addressees", head.addressees.len())?,
            copies: self.list("copies", head.copies.len())?,
            note: self.text("note")?,
            present: self.list("present", head.present.len())?,
            excused: self.list("excused", head.excused.len())?,
            observing: self.list("observing", head.observing.len())?,
            event,
        })
    }
}
