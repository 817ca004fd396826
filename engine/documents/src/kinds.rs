//! What a kind of document must and must not hold (条例 第八条, 第九条, 第十五条; usage for the closing phrases).

use luoshi_diagnostics::{Code, FileId, Note, Place};
use luoshi_layout::{Block, Document, text_of};
use luoshi_plan::model::DocumentKind;

use crate::compose::{is_upward, paragraphs};

/// How a kind closes, as a part of its last paragraph.
fn closing(kind: DocumentKind) -> Option<&'static [&'static str]> {
    match kind {
        DocumentKind::Request => Some(&["请批示", "请批复", "请审批", "请予审批", "请审示"]),
        DocumentKind::Report => Some(&["特此报告", "请审阅", "请审示"]),
        _ => None,
    }
}

/// Words by which something is asked for: a report must not hold them (条例 第十五条).
const ASKING: [&str; 5] = ["请批示", "请批复", "请审批", "请予批准", "恳请批准"];

/// Words of command: a letter goes to bodies that the sender cannot command.
const COMMANDING: [&str; 3] = ["请遵照执行", "请认真贯彻执行", "务必"];

/// What a document breaks of the rules of its kind. The place is the template's first line: the text
/// itself may come from several of its lines.
pub(crate) fn faults(document: &Document, file: FileId) -> Vec<Note> {
    let place = Place {
        file,
        start: 0,
        end: 3,
    };
    let note = |code: Code| {
        Note::new(code)
            .at(place.clone())
            .arg("kind", zh(document.kind))
    };
    let mut notes = Vec::new();
    if let Some(phrases) = closing(document.kind) {
        let last = last_paragraph(document).unwrap_or_default();
        if !phrases.iter().any(|phrase| last.contains(phrase)) {
            notes.push(note(Code::DocumentClosing).arg("phrase", phrases[0]));
        }
    }
    let forbidden: &[&str] = match document.kind {
        DocumentKind::Report => &ASKING,
        DocumentKind::Letter => &COMMANDING,
        _ => &[],
    };
    for phrase in forbidden {
        if paragraphs(document).any(|text| text.contains(phrase)) {
            notes.push(note(Code::DocumentPhrase).arg("phrase", *phrase));
        }
    }
    if is_upward(document.kind) && document.addressees.len() != 1 {
        let count = i64::try_from(document.addressees.len()).unwrap_or(i64::MAX);
        notes.push(note(Code::DocumentAddressees).arg("count", count));
    }
    notes
}

fn last_paragraph(document: &Document) -> Option<String> {
    let mut blocks = document.body.iter().rev();
    blocks.find_map(|block| match block {
        Block::Paragraph { text, .. } => Some(text_of(text)),
        _ => None,
    })
}

fn zh(kind: DocumentKind) -> &'static str {
    let found = DocumentKind::WORDS
        .iter()
        .find(|(known, ..)| *known == kind);
    found.map_or("", |(_, _, zh)| zh)
}
