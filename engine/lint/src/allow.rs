//! What authors leave as it is, and why: `# luoshi: allow LS0706 reason`, `# luoshi: 允许 LS0706 理由`.
//!
//! At the end of a line it covers what begins on that line. Alone on a line it covers the next
//! line and the whole of a list item or map that begins there. It needs a reason. What kept a plan
//! from being read cannot be allowed, and neither can what is noted here.

mod comment;

use std::ops::Range;

use luoshi_diagnostics::{Code, FileId, Level, Note, Place, nearest};
use luoshi_plan::{Node, NodeKind, PlanFile};

use crate::context::Context;
use crate::rules;
use comment::{Comment, comments};

/// A note that its authors have answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppressed {
    /// The note.
    pub note: Note,
    /// Why it is left as it is, in the words of the authors.
    pub reason: String,
}

/// A comment that allows something.
struct Allow {
    /// The codes, and whether each was met.
    codes: Vec<(Code, Place, bool)>,
    reason: String,
    file: FileId,
    covers: Range<usize>,
}

/// Parts the notes that are allowed from those that are left; tells what is wrong with the comments.
pub(crate) fn sift(
    cx: &Context<'_>,
    file: &PlanFile,
    packages: &[PlanFile],
    found: Vec<Note>,
) -> (Vec<Note>, Vec<Suppressed>) {
    let mut notes = Vec::new();
    let mut allows = Vec::new();
    for tree in packages.iter().chain([file]).flat_map(|file| &file.trees) {
        let text = cx.sources.text(tree.place.file);
        for comment in comments(text, tree) {
            allows.extend(allow(&comment, text, tree, &mut notes));
        }
    }
    // What is wrong with the comments of a package is told to whoever judges the package.
    notes.retain(|note| note.place.as_ref().is_none_or(|place| cx.own(place)));
    let mut suppressed = Vec::new();
    for note in found {
        match allows.iter_mut().find_map(|allow| allow.reason_for(&note)) {
            Some(reason) => suppressed.push(Suppressed { note, reason }),
            None => notes.push(note),
        }
    }
    notes.extend(allows.iter().flat_map(|allow| allow.unused(cx)));
    (notes, suppressed)
}

impl Allow {
    /// The reason, if the note is one of those allowed here.
    fn reason_for(&mut self, note: &Note) -> Option<String> {
        let place = note.place.as_ref()?;
        let here = place.file == self.file && self.covers.contains(&place.start);
        if !here || !can_be_allowed(note.code) {
            return None;
        }
        let (_, _, met) = self
            .codes
            .iter_mut()
            .find(|(code, ..)| *code == note.code)?;
        *met = true;
        Some(self.reason.clone())
    }

    /// Codes that nothing here answers to, but those of rules that rest on no limit of the day.
    fn unused<'a>(&'a self, cx: &'a Context<'_>) -> impl Iterator<Item = Note> + 'a {
        let idle = |code: Code| {
            let mut of_code = rules::ALL.iter().filter(|rule| rule.code == code);
            of_code.any(|rule| {
                !rule.limits.is_empty() && rule.limits.iter().all(|id| cx.limit(id).is_none())
            })
        };
        let unused = self
            .codes
            .iter()
            .filter(move |(code, place, met)| !met && cx.own(place) && !idle(*code));
        unused.map(|(code, place, _)| {
            let note = Note::new(Code::AllowUnused).at(place.clone());
            note.arg("code", code.id())
        })
    }
}

/// What is wrong with a plan that cannot be read is no matter of opinion.
fn can_be_allowed(code: Code) -> bool {
    let of_lint = code.id().starts_with("LS07");
    let of_comments = matches!(
        code,
        Code::AllowUnknownCode | Code::AllowWithoutReason | Code::AllowUnused
    );
    !of_comments && (of_lint || code.level() != Level::Error)
}

fn allow(comment: &Comment<'_>, text: &str, tree: &Node, notes: &mut Vec<Note>) -> Option<Allow> {
    let words = comment.allowed()?;
    let at = |range: &Range<usize>| Place {
        file: tree.place.file,
        start: range.start,
        end: range.end,
    };
    let mut codes = Vec::new();
    for (typed, range) in &words.codes {
        match Code::ALL
            .iter()
            .find(|code| code.id().eq_ignore_ascii_case(typed) || code.name() == *typed)
        {
            Some(code) => codes.push((*code, at(range), false)),
            None => notes.push(unknown(typed, at(range))),
        }
    }
    if words.codes.is_empty() {
        notes.push(unknown("", at(&comment.range)));
        return None;
    }
    if words.reason.is_empty() {
        notes.push(Note::new(Code::AllowWithoutReason).at(at(&comment.range)));
    }
    Some(Allow {
        codes,
        reason: words.reason.to_owned(),
        file: tree.place.file,
        covers: match comment.alone {
            true => item_after(text, comment.range.end, tree),
            false => line_of(text, comment.range.start),
        },
    })
}

fn unknown(typed: &str, place: Place) -> Note {
    let names = Code::ALL.iter().filter(|code| can_be_allowed(**code));
    let near = nearest(typed, names.flat_map(|code| [code.id(), code.name()]));
    let note = Note::new(Code::AllowUnknownCode)
        .at(place)
        .arg("code", typed);
    note.arg("near", near.unwrap_or("none"))
}

fn line_of(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    start..end
}

/// The next line with anything on it, and what begins there to its end.
fn item_after(text: &str, after: usize, tree: &Node) -> Range<usize> {
    let mut line = line_of(text, after);
    while line.end < text.len() {
        line = line_of(text, line.end + 1);
        let words = text[line.clone()].trim_start();
        if !words.is_empty() && !words.starts_with('#') {
            break;
        }
    }
    let mut end = line.end;
    children(tree, &mut |node| {
        if !matches!(node.kind, NodeKind::Scalar { .. }) && line.contains(&node.place.start) {
            end = end.max(node.place.end);
        }
    });
    line.start..end
}

/// Every node below one.
fn children(node: &Node, see: &mut impl FnMut(&Node)) {
    match &node.kind {
        NodeKind::Map(entries) => entries.iter().for_each(|(_, value)| {
            see(value);
            children(value, see);
        }),
        NodeKind::List(items) => items.iter().for_each(|item| {
            see(item);
            children(item, see);
        }),
        NodeKind::Scalar { .. } | NodeKind::Undecided(_) => {}
    }
}
