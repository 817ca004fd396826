//! What a plan means, checked before anyone is judged by it.

mod amounts;
mod cadences;
mod circles;
mod clauses;
mod deadlines;
mod holders;
mod lists;
mod people;
mod plannings;
mod sanctions;
mod scorecards;
mod size;
mod spans;
mod undecided;

use std::collections::BTreeSet;

use luoshi_calendar::Span;
use luoshi_diagnostics::{Code, FileId, Note, Place};

use crate::atlas::Atlas;
use crate::model::{File, Raw};

/// What the checks look at.
pub(crate) struct Context<'a> {
    /// All sections of all files.
    pub(crate) content: &'a File,
    /// The same without what is known to be right whatever plan it is part of: see `quiet`.
    pub(crate) fresh: &'a File,
    /// Where things stand.
    pub(crate) atlas: &'a Atlas<'a>,
    /// The plan's term; absent for a package, or if it is wrong.
    pub(crate) span: Option<Span>,
    /// Where the folder's own `period` begins to be written: an anchor in the same map.
    pub(crate) period: Option<&'a Place>,
    /// The days that the plan sets parameters to.
    pub(crate) dates: Vec<&'a Raw>,
    /// The files of the folder itself, without those of its packages.
    pub(crate) own: &'a BTreeSet<FileId>,
    /// Whether nothing was wrong so far: what counts the whole must not count what is left of it.
    pub(crate) clean: bool,
}

type Check = fn(&Context<'_>, &mut Vec<Note>);

const ALL: &[Check] = &[
    amounts::run,
    cadences::run,
    circles::run,
    clauses::run,
    deadlines::run,
    holders::run,
    lists::run,
    people::run,
    plannings::run,
    sanctions::run,
    scorecards::run,
    size::run,
    spans::run,
    undecided::run,
];

/// Runs every check.
pub(crate) fn all(cx: &Context<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    for check in ALL {
        check(cx, &mut notes);
    }
    notes
}

impl Context<'_> {
    /// A note at a key of the map that holds `anchor`.
    fn note(&self, code: Code, anchor: &Place, path: &[&str]) -> Note {
        Note::new(code).at(self.atlas.place(anchor, path))
    }

    /// Notes two keys of which one must be given, and only one. `path` leads to their map.
    fn one_of(
        &self,
        anchor: &Place,
        path: &[&str],
        keys: [&'static str; 2],
        given: [bool; 2],
    ) -> Option<Note> {
        let (why, at) = match given {
            [true, true] => ("both", Some(keys[1])),
            [false, false] => ("neither", None),
            _ => return None,
        };
        let full: Vec<&str> = path.iter().copied().chain(at).collect();
        let [first, second] = keys.map(|key| self.atlas.shown(anchor, path, key));
        let note = self.note(Code::OneOfTwo, anchor, &full).arg("why", why);
        Some(note.arg("first", first).arg("second", second))
    }
}
