//! What kept a command from its goal.

use luoshi::Run;
use luoshi_diagnostics::{Note, Sources};

/// Notes of which at least one is an error, with the texts that they point into.
#[derive(Debug, Default)]
pub(crate) struct Failure {
    pub(crate) notes: Vec<Note>,
    pub(crate) sources: Sources,
}

impl From<Note> for Failure {
    fn from(note: Note) -> Self {
        Failure {
            notes: vec![note],
            sources: Sources::default(),
        }
    }
}

impl From<Run> for Failure {
    fn from(run: Run) -> Self {
        Failure {
            notes: run.notes,
            sources: run.sources,
        }
    }
}
