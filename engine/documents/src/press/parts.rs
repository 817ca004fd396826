//! The texts of a template that hold expressions: its body, and the texts of its head.

use std::ops::Range;

use crate::library::Template;

/// One text of a template.
pub(super) struct Part {
    /// `TEMPLATE#title`, `TEMPLATE#addressees.0`, `TEMPLATE#body.md`.
    pub(super) name: String,
    /// What is filled in.
    pub(super) source: String,
    /// Where each of its lines stands: its first byte here, and in the file. Nothing where it is written in a way
    /// that YAML changes.
    pub(super) lines: Vec<(usize, usize)>,
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
            lines: find(text, yaml.clone(), source),
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
        lines: vec![(0, template.body)],
    });
    all
}

/// The lines of a text of the head; in the file they may be indented.
fn find(text: &str, within: Range<usize>, wanted: &str) -> Vec<(usize, usize)> {
    let mut lines = Vec::new();
    let (mut here, mut from) = (0, within.start);
    for line in wanted.split_inclusive('\n') {
        let content = line.trim_end_matches('\n');
        let rest = text.get(from..within.end).unwrap_or_default();
        let Some(place) = rest.find(content) else {
            return Vec::new();
        };
        lines.push((here, from + place));
        here += line.len();
        from += place + content.len();
    }
    lines
}
