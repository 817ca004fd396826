//! `responsibility-letter`: letters to be signed where a list of tasks would do.

use luoshi_diagnostics::{Code, Note};

use crate::burden::{self, Figure, found, terms};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("responsibility_letters").is_none() {
        return;
    }
    let burden = burden::of(cx);
    // A package knows no villages yet, and its letters will be signed all the same.
    let letters = |d: &&burden::Demand| {
        let written = matches!(d.section, "tasks" | "documents" | "coverage");
        written && found(&terms().letter, &d.name).is_some()
    };
    let layers = i64::try_from(burden.demands.iter().filter(letters).count()).unwrap_or(i64::MAX);
    for letter in burden
        .demands
        .iter()
        .filter(letters)
        .filter(|d| cx.own(&d.place))
    {
        let Some(term) = found(&terms().letter, &letter.name) else {
            continue;
        };
        let copies = match letter.amount(Figure::Letters).year {
            0 => "none".to_owned(),
            copies => copies.to_string(),
        };
        let note = cx.note(Code::ResponsibilityLetter, &letter.place, &["name"]);
        notes.push(
            note.arg("name", letter.name.as_str())
                .arg("term", term.term.as_str())
                .arg("copies", copies)
                .arg("layers", layers),
        );
    }
}
