//! `luoshi audit verify`: does the audit come out the same again?

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Mutex;

use luoshi::{
    Bulk, Bundling, Site, audited, bulk_township, digest_of_file, shown, side_by_side, unreadable,
};
use luoshi_audit::Township;
use luoshi_checkpoint::{
    Audited, Difference, Head, Shared, Tree, bundle_form, compare, compare_heads, compare_shared,
    read_head, read_township,
};
use luoshi_diagnostics::{Code, Lang, Messages, Note, Sources, render_json};
use luoshi_package::Digest;
use serde_json::json;

use super::super::Done;
use super::bulk::{bulk, judged, without_plan};
use super::difference::difference;
use super::named::named;
use super::seal::{Seal, look};
use crate::args::AuditVerifyArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Count;
use crate::session::Session;
use crate::usage;

/// Bytes of a line at most: a township has fewer, and one that does not end must not fill memory.
const LONGEST_LINE: u64 = 1 << 30;

pub(super) fn run(args: &AuditVerifyArgs, session: &mut Session) -> Done {
    session.wants_json()?;
    let path = args.bundle.as_path();
    if !path.exists() {
        return Err(Note::new(Code::PathMissing).arg("path", shown(path)).into());
    }
    let digest = digest_of_file(path).map_err(|error| unreadable(path, &error))?;
    let seal = look(path, digest, args.trust.as_deref())?;
    let mut lines = Lines::open(path)?;
    let head = read_head(&lines.next()?.unwrap_or_default(), &lines.called)?;
    let (differences, extra) = match (&head.shared, &args.plan) {
        (Some(shared), Some(plan)) => {
            let named = (
                args.paths.as_slice(),
                plan.as_path(),
                args.mapping.as_deref(),
            );
            of_files(
                &head,
                shared,
                &mut lines,
                &bulk(named, Some(&head))?,
                session,
            )?
        }
        (Some(_), None) => return Err(usage::missing("--plan FOLDER").into()),
        (None, Some(_)) => return Err(usage::together("--plan", "BUNDLE").into()),
        (None, None) => {
            without_plan(&args.paths)?;
            let sites = named(&args.paths, session)?;
            of_folders(&head, &mut lines, &sites, session)?
        }
    };
    let found = Found {
        digest,
        head,
        seal,
        differences,
        extra,
    };
    found.tell(path, session)
}

/// What differs, and which townships are not in the bundle.
type Again = (Vec<Difference>, Vec<String>);

/// What differs for all townships, and whether the engine is another one.
fn heads(head: &Head, session: &Session) -> (Vec<Difference>, bool) {
    let differences = compare_heads(head, env!("CARGO_PKG_VERSION"), session.as_of);
    let is_engine = |one: &Difference| matches!(one, Difference::Engine { .. });
    let other_engine = differences.iter().any(is_engine);
    (differences, other_engine)
}

/// Does the audit of bulk files again.
fn of_files(
    head: &Head,
    shared: &Shared,
    lines: &mut Lines,
    bulk: &Bulk,
    session: &Session,
) -> Result<Again, Failure> {
    if session.ledger.is_some() {
        return Err(usage::together("--ledger", "audit").into());
    }
    let (mut differences, other_engine) = heads(head, session);
    let (here, townships) = judged(bulk, head.as_of, session)?;
    let changed = compare_shared(shared, &here);
    let other = other_engine || !changed.is_empty();
    differences.extend(changed);
    let mut here: BTreeMap<&str, &Township> = townships
        .iter()
        .map(|township| (township.code.as_str(), township))
        .collect();
    while let Some(bundle) = lines.township(head)? {
        match here.remove(bundle.name.as_str()) {
            Some(township) => {
                let township = bulk_township(township);
                differences.extend(compare(&bundle, &township, &Tree::default(), other));
            }
            None => differences.push(Difference::Township { name: bundle.name }),
        }
    }
    Ok((differences, here.into_keys().map(str::to_owned).collect()))
}

/// Does the audit of folders again, township by township.
fn of_folders(
    head: &Head,
    lines: &mut Lines,
    sites: &BTreeMap<String, Site>,
    session: &Session,
) -> Result<Again, Failure> {
    let (mut differences, other_engine) = heads(head, session);
    let lang = Lang::from_tag(&head.lang).unwrap_or_default();
    let how = Bundling {
        as_of: head.as_of,
        packages: session.packages.clone(),
        words: Messages::of(lang),
        met: Mutex::default(),
    };
    let mut extra: BTreeSet<&String> = sites.keys().collect();
    let many = usize::try_from(head.townships).unwrap_or(usize::MAX);
    let (count, mut done) = (Count::start(session.words, many), 0);
    audited(sites, &how, |audited| {
        side_by_side(
            || lines.township(head),
            |bundle| audited(&bundle.name),
            |bundle, found| {
                match found {
                    Some((here, tree)) => {
                        differences.extend(compare(&bundle, &here, &tree, other_engine));
                    }
                    None => differences.push(Difference::Township {
                        name: bundle.name.clone(),
                    }),
                }
                extra.remove(&bundle.name);
                done += 1;
                count.at(done);
                Ok::<(), Note>(())
            },
        )
    })?;
    let extra = extra.into_iter().cloned().collect();
    Ok((differences, extra))
}

/// What came of it.
struct Found {
    digest: Digest,
    head: Head,
    /// Who made the bundle, or that it is not what was signed.
    seal: Result<Seal, Note>,
    differences: Vec<Difference>,
    /// Townships here that are not in the bundle.
    extra: Vec<String>,
}

impl Found {
    fn tell(&self, path: &Path, session: &mut Session) -> Done {
        let same = self.differences.is_empty() && self.seal.is_ok();
        if session.wants_json()? {
            let json = self.json(path, same, session);
            session.out.json(&json);
        } else {
            self.say(path, same, session);
        }
        Ok(if same { Exit::Clean } else { Exit::Failing })
    }

    fn notes(&self) -> Vec<Note> {
        let seal = self.seal.as_ref().err().cloned();
        let differences = self.differences.iter().map(Difference::note);
        seal.into_iter().chain(differences).collect()
    }

    fn say(&self, path: &Path, same: bool, session: &mut Session) {
        let path = ("path", shown(path).into());
        if same {
            let count = i64::try_from(self.head.townships).unwrap_or(i64::MAX);
            let count = ("count", count.into());
            let day = ("day", self.head.as_of.to_string().into());
            let engine = ("engine", self.head.engine.as_str().into());
            session.say("bundle-same", [path, count, day, engine]);
        } else {
            let notes = self.notes();
            let count = i64::try_from(notes.len()).unwrap_or(i64::MAX);
            session.say("bundle-differs", [path, ("count", count.into())]);
            let notes = session.rendered(&notes, &Sources::default());
            session.out.write(&notes);
        }
        if session.quiet {
            return;
        }
        if let Ok(seal) = &self.seal {
            seal.say(session);
        }
        if !self.extra.is_empty() {
            let count = i64::try_from(self.extra.len()).unwrap_or(i64::MAX);
            let about = [
                ("count", count.into()),
                ("names", self.extra.clone().into()),
            ];
            session.say("bundle-extra", about);
        }
    }

    fn json(&self, path: &Path, same: bool, session: &Session) -> serde_json::Value {
        let words = session.words;
        let each = self.differences.iter().map(|one| difference(one, words));
        let altered = self.seal.as_ref().err().cloned();
        let altered: Vec<Note> = altered.into_iter().collect();
        json!({
            "version": 1,
            "bundle": shown(path),
            "digest": self.digest.to_string(),
            "engine": self.head.engine,
            "as_of": self.head.as_of.to_string(),
            "townships": self.head.townships,
            "same": same,
            "signature": self.seal.as_ref().ok().map(Seal::json),
            "altered": render_json(&altered, &Sources::default(), words),
            "differences": each.collect::<Vec<_>>(),
            "not_in_bundle": self.extra,
        })
    }
}

/// The lines of a bundle, one at a time.
struct Lines {
    file: BufReader<File>,
    called: String,
    /// Of the line that was read last.
    number: u64,
    /// The township that was read last.
    last: Option<String>,
}

impl Lines {
    fn open(path: &Path) -> Result<Lines, Note> {
        let file = File::open(path).map_err(|error| unreadable(path, &error))?;
        Ok(Lines {
            file: BufReader::new(file),
            called: shown(path),
            number: 0,
            last: None,
        })
    }

    /// The next township; none behind the last, where the bundle must end.
    fn township(&mut self, head: &Head) -> Result<Option<Audited>, Note> {
        if self.number > head.townships {
            return match self.next()? {
                None => Ok(None),
                Some(_) => Err(self.unreadable()),
            };
        }
        let line = self.next()?.unwrap_or_default();
        let read = read_township(&line, &self.called, self.number)?;
        // In any other order, or twice, it would have other bytes.
        if self.last.as_ref().is_some_and(|last| *last >= read.name) {
            return Err(self.unreadable());
        }
        self.last = Some(read.name.clone());
        Ok(Some(read))
    }

    /// The next line with its end; none behind the last.
    fn next(&mut self) -> Result<Option<String>, Note> {
        self.number += 1;
        let mut line = String::new();
        let read = (&mut self.file).take(LONGEST_LINE).read_line(&mut line);
        match read {
            Ok(0) => Ok(None),
            Ok(_) => Ok(Some(line)),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(self.unreadable()),
            Err(error) => Err(unreadable(Path::new(&self.called), &error)),
        }
    }

    fn unreadable(&self) -> Note {
        bundle_form(&self.called, self.number)
    }
}
