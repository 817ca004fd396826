//! `commanding-issuer`: a leading group or an office gives orders to lower governments.

use luoshi_diagnostics::{Code, FileId, Note, Place};

use crate::burden::{found, terms};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("commanding_issuer").is_none() || cx.package {
        return;
    }
    let issuer = &cx.plan.header.issuer;
    // Named with the party committee or the government, the office only handles the paper.
    let governs = ["党委", "委员会", "人民政府"]
        .iter()
        .any(|end| issuer.ends_with(end));
    if let (Some(term), false) = (found(&terms().issuer, issuer), governs) {
        let note = Note::new(Code::CommandingIssuer);
        let note = match written(cx, issuer) {
            Some(place) => note.at(place),
            None => note,
        };
        notes.push(
            note.arg("issuer", issuer.as_str())
                .arg("term", term.term.as_str()),
        );
    }
}

/// Where a plain value of the head is written: it carries no place of its own.
fn written(cx: &Context<'_>, text: &str) -> Option<Place> {
    let files = (0..)
        .map(FileId)
        .take_while(|file| !cx.sources.name(*file).is_empty());
    files
        .filter_map(|file| {
            let start = cx.sources.text(file).find(text)?;
            Some(Place {
                file,
                start,
                end: start + text.len(),
            })
        })
        .find(|place| cx.own(place))
}
