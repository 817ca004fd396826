//! What became of a ledger since a checkpoint, for people and for tools.

use luoshi_checkpoint::{Checkpoint, Divergence, Growth};
use luoshi_diagnostics::{Note, Sources, render_json};
use serde_json::{Value, json};

use super::super::Done;
use super::signer::Signer;
use crate::exit::Exit;
use crate::session::Session;

/// What was found.
pub(super) struct Report<'r> {
    /// What messages call the ledger.
    pub(super) path: &'r str,
    /// The earlier checkpoint, and who signed it.
    pub(super) old: (&'r Checkpoint, Signer),
    /// The later one, where there was no ledger.
    pub(super) new: Option<(&'r Checkpoint, Signer)>,
    /// How many records there are now.
    pub(super) now: u64,
    pub(super) growth: Growth,
    /// The first record that differs, where it can be told.
    pub(super) divergence: Option<Divergence>,
    /// What is wrong with the ledger.
    pub(super) notes: Vec<Note>,
}

impl Report<'_> {
    /// Tells it, and how the command ends.
    pub(super) fn tell(self, session: &mut Session) -> Done {
        if session.wants_json()? {
            let json = self.json(session);
            session.out.json(&json);
        } else {
            self.say(session);
        }
        match self.notes.is_empty() {
            true => Ok(Exit::Clean),
            false => Ok(Exit::Failing),
        }
    }

    fn say(&self, session: &mut Session) {
        if self.notes.is_empty()
            && let Growth::Grown(added) = self.growth
        {
            let key = match self.new {
                Some(_) => "ledger-grown-offline",
                None => "ledger-grown",
            };
            let about = [
                ("path", self.path.into()),
                ("old", number(self.old.0.size).into()),
                ("added", number(added).into()),
                ("now", number(self.now).into()),
            ];
            session.say(key, about);
        } else {
            let notes = session.rendered(&self.notes, &Sources::default());
            session.out.write(&notes);
        }
        if session.quiet {
            return;
        }
        let (old, signer) = &self.old;
        let which = if self.new.is_some() { "old" } else { "one" };
        signer.say(which, old, session);
        if let Some((new, signer)) = &self.new {
            signer.say("new", new, session);
        }
    }

    fn json(&self, session: &Session) -> Value {
        let (result, added) = match self.growth {
            Growth::Grown(added) if self.notes.is_empty() => ("grown", Some(added)),
            Growth::Grown(added) => ("chain_broken", Some(added)),
            Growth::Shrunk => ("shrunk", None),
            Growth::Rewritten => ("rewritten", None),
        };
        let first = self.divergence.as_ref().map(|found| {
            json!({
                "number": found.number,
                "what": found.happened.word(),
                "was": found.was,
                "is": found.is,
                "gone": found.gone,
            })
        });
        json!({
            "version": 1,
            "ledger": self.path,
            "result": result,
            "records": self.now,
            "added": added,
            "old": checkpoint(&self.old),
            "new": self.new.as_ref().map(checkpoint),
            "first_difference": first,
            "notes": render_json(&self.notes, &Sources::default(), session.words),
        })
    }
}

fn checkpoint((of, signer): &(&Checkpoint, Signer)) -> Value {
    json!({
        "origin": of.origin,
        "records": of.size,
        "root": of.root.to_string(),
        "day": of.day().map(|day| day.to_string()),
        "signature": signer.json(),
    })
}

fn number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
