//! `luoshi package lock`: which versions a plan uses, written down.

use luoshi::{Prefer, Terms, folder_of, relock};
use luoshi_diagnostics::{Arg, Args, Sources};
use luoshi_package::{Lock, Locked};
use serde_json::{Value, json};

use super::Done;
use crate::args::PackageLockArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

pub(in crate::command) fn run(args: &PackageLockArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let terms = Terms {
        plan: folder_of(&args.path)?,
        from: None,
        trust: None,
        downgrade: args.allow_downgrade.clone(),
        packages: session.packages.clone(),
        day: session.as_of(),
    };
    let mut sources = Sources::default();
    let prefer = match args.highest {
        true => Prefer::Highest,
        false => Prefer::Locked,
    };
    let locks = match relock(&terms, prefer, &mut sources) {
        Ok(locks) => locks,
        Err(notes) => return Err(Failure { notes, sources }),
    };
    // A plan that extends nothing needs no lock.
    let due = locks.old.clone().unwrap_or_default() != locks.new;
    if due && !args.check {
        locks.write(&terms.plan)?;
    }
    if json {
        session.out.json(&json!({
            "version": 1,
            "notes": [],
            "written": due && !args.check,
            "changes": changes(locks.old.as_ref(), &locks.new),
            "packages": told(&locks.new),
        }));
    } else if !session.quiet && due && args.check {
        for change in all(locks.old.as_ref(), &locks.new) {
            session.out.write(&change.line(session));
        }
        session.say("lock-due", []);
    } else if !session.quiet {
        tell(locks.old.as_ref(), &locks.new, session);
    }
    Ok(if due && args.check {
        Exit::Failing
    } else {
        Exit::Clean
    })
}

/// What became of one package.
struct Change<'c> {
    /// The key of its words.
    what: &'static str,
    locked: &'c Locked,
    was: Option<&'c Locked>,
}

impl Change<'_> {
    fn args(&self) -> Args {
        let reason = self
            .locked
            .downgrade
            .as_ref()
            .map(|down| down.reason.as_str());
        let from = self.was.map(|was| was.version.to_string());
        vec![
            ("name", self.locked.name.as_str().into()),
            ("version", self.locked.version.to_string().into()),
            ("from", from.unwrap_or_default().into()),
            ("reason", reason.unwrap_or_default().into()),
        ]
    }

    fn line(&self, session: &Session) -> String {
        let key = format!("lock-change-{}", self.what);
        format!("  {}\n", session.words.text(&key, &self.args()))
    }
}

/// What is different between two locks, by name.
fn all<'c>(old: Option<&'c Lock>, new: &'c Lock) -> Vec<Change<'c>> {
    let mut all = Vec::new();
    for locked in new.packages() {
        let was = old.and_then(|old| old.get(&locked.name));
        let what = match was {
            None => "added",
            Some(was) if locked.version > was.version => "raised",
            Some(was) if locked.version < was.version => "lowered",
            Some(was) if was != locked => "other",
            Some(_) => continue,
        };
        all.push(Change { what, locked, was });
    }
    for gone in old.map_or(&[][..], Lock::packages) {
        if new.get(&gone.name).is_none() {
            let (what, locked, was) = ("removed", gone, None);
            all.push(Change { what, locked, was });
        }
    }
    all.sort_by_key(|change| &change.locked.name);
    all
}

/// The changes, for tools.
pub(super) fn changes(old: Option<&Lock>, new: &Lock) -> Vec<Value> {
    let change = |change: &Change<'_>| {
        json!({
            "change": change.what,
            "name": change.locked.name,
            "version": change.locked.version.to_string(),
            "from": change.was.map(|was| was.version.to_string()),
        })
    };
    all(old, new).iter().map(change).collect()
}

/// A lock, for tools.
pub(super) fn told(lock: &Lock) -> Vec<Value> {
    let one = |locked: &Locked| {
        json!({
            "name": locked.name,
            "version": locked.version.to_string(),
            "digest": locked.digest.to_string(),
            "signed_by": locked.signed_by,
        })
    };
    lock.packages().iter().map(one).collect()
}

/// The changes and what they come to, for people.
pub(super) fn tell(old: Option<&Lock>, new: &Lock, session: &mut Session) {
    for change in all(old, new) {
        session.out.write(&change.line(session));
    }
    let key = if old == Some(new) {
        "lock-same"
    } else {
        "lock-written"
    };
    let count = i64::try_from(new.packages().len()).unwrap_or(i64::MAX);
    session.say(key, [("count", Arg::Number(count))]);
}
