//! What a plan means, checked before anyone is judged by it.

use std::collections::BTreeSet;

use luoshi_calendar::Span;
use luoshi_diagnostics::{FileId, Note};

use crate::atlas::Atlas;
use crate::model::File;

/// What the checks look at.
pub(crate) struct Context<'a> {
    /// All sections of all files.
    pub(crate) content: &'a File,
    /// Where things stand.
    pub(crate) atlas: &'a Atlas<'a>,
    /// The plan's term; absent for a package, or if it is wrong.
    pub(crate) span: Option<Span>,
    /// The files of the folder itself, without those of its packages.
    pub(crate) own: &'a BTreeSet<FileId>,
    /// Whether nothing was wrong so far: what counts the whole must not count what is left of it.
    pub(crate) clean: bool,
}

/// Runs every check.
pub(crate) fn all(cx: &Context<'_>) -> Vec<Note> {
    crate::answers::circle_notes(cx.content)
}
