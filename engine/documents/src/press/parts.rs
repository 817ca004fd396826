//! The texts of a template that hold expressions: its body, and the texts of its head.

use std::ops::Range;

use crate::library::Template;

/// One text of a template.
pub(super) struct Part {
    /// `TEMPLATE#title`, `TEMPLATE#addressees.0`, `TEMPLATE#body.md`.
    pub(super) name: String,
    /// What is filled in.
    pub(super) source: String,
    /// Where it stands in the file: its first byte; none where it is written in a way that YAML changes.
    pub(super) at: Option<usize>,
}

/// All texts of a template.
pub(super) fn parts(template: &Template, text: &str) -> Vec<Part> {
    let head = &template.head;
    let yaml = 0..template.body.min(text.len());
    let mut all = Vec::new();
    let mut one = |name: &str, source: &str| {
        all.push(Part {
            name: format!("{}#{name}", template.name),
            source: source.to_owned(),
            at: find(text, yaml.clone(), source),
        });
    };
    one("title", &head.title);
    let lists = [
        ("addressees", &head.addressees),
        ("copies", &head.copies),
        ("present", &head.present),
        ("excused", &head.excused),
        ("observing", &head.observing),
    ];
    for (name, texts) in lists {
        for (at, source) in texts.iter().enumerate() {
            one(&format!("{name}.{at}"), source);
        }
    }
    if let Some(note) = &head.note {
        one("note", note);
    }
    if let Some(event) = &head.event {
        one("event.date", &event.date);
        if let Some(time) = &event.time {
            one("event.time", time);
        }
        if let Some(place) = &event.place {
            one("event.place", place);
        }
    }
    all.push(Part {
        name: format!("{}#body.md", template.name),
        source: text.get(template.body..).unwrap_or_default().to_owned(),
        at: Some(template.body),
    });
    all
}

fn find(text: &str, within: Range<usize>, wanted: &str) -> Option<usize> {
    let first = wanted.lines().next().filter(|line| !line.is_empty())?;
    text.get(within)?.find(first)
}
