//! `luoshi audit bundle`: an audit that anybody can do again.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use luoshi::{Bundling, audited, bulk_township, read_key, shown, side_by_side, whole};
use luoshi_checkpoint::{Audited, Head, write_head, write_township};
use luoshi_diagnostics::{Note, write_failed};
use luoshi_package::Digest;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::super::Done;
use super::bulk::{bulk, judged, without_plan};
use super::named::named;
use super::seal::{seal, without_old};
use crate::args::AuditBundleArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Count;
use crate::session::Session;
use crate::usage;

pub(super) fn run(args: &AuditBundleArgs, session: &mut Session) -> Done {
    session.wants_json()?;
    let key = args.key.as_deref().map(read_key).transpose()?;
    let written = match &args.plan {
        Some(plan) => of_files(args, plan, session)?,
        None => of_folders(args, session)?,
    };
    let signature = match &key {
        Some(key) => Some(seal(&args.output, written.digest, key)?),
        None => {
            without_old(&args.output, written.digest)?;
            None
        }
    };
    let made = Made { written, signature };
    made.tell(&args.output, session)
}

/// A bundle that was written.
struct Written {
    head: Head,
    digest: Digest,
    /// Townships that could not be judged.
    stopped: Vec<String>,
}

fn head(townships: usize, session: &Session) -> Head {
    Head {
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        as_of: session.as_of(),
        lang: session.words.lang().tag().to_owned(),
        townships: u64::try_from(townships).unwrap_or(u64::MAX),
        shared: None,
    }
}

/// Townships out of bulk files.
fn of_files(args: &AuditBundleArgs, plan: &Path, session: &Session) -> Result<Written, Failure> {
    if session.ledger.is_some() {
        // One ledger is one township's: its records would be judged as those of all others, too.
        return Err(usage::together("--ledger", "audit").into());
    }
    let bulk = bulk((&args.paths, plan, args.mapping.as_deref()), None)?;
    let (shared, townships) = judged(&bulk, session.as_of(), session)?;
    let head = Head {
        shared: Some(shared),
        ..head(townships.len(), session)
    };
    let mut stopped = Vec::new();
    let digest = into_place(&args.output, |out| {
        out.write_all(write_head(&head).as_bytes())?;
        for township in &townships {
            let audited = bulk_township(township);
            if !is_judged(&audited) {
                stopped.push(audited.name.clone());
            }
            out.write_all(write_township(&audited).as_bytes())?;
        }
        Ok(())
    })?;
    Ok(Written {
        head,
        digest,
        stopped,
    })
}

/// Townships that lie in folders.
fn of_folders(args: &AuditBundleArgs, session: &Session) -> Result<Written, Failure> {
    without_plan(&args.paths)?;
    let sites = named(&args.paths, session)?;
    let head = head(sites.len(), session);
    let how = Bundling {
        as_of: head.as_of,
        packages: session.packages.clone(),
        words: session.words,
        met: Mutex::default(),
    };
    let mut stopped = Vec::new();
    let count = Count::start(session.words, sites.len());
    let digest = into_place(&args.output, |out| {
        out.write_all(write_head(&head).as_bytes())?;
        let (mut names, mut done) = (sites.keys(), 0);
        audited(&sites, &how, |audited| {
            side_by_side(
                || Ok(names.next()),
                |name| audited(name),
                |name, audited| {
                    let Some((audited, _)) = audited else {
                        return Ok(());
                    };
                    if !is_judged(&audited) {
                        stopped.push(name.clone());
                    }
                    done += 1;
                    count.at(done);
                    out.write_all(write_township(&audited).as_bytes())
                },
            )
        })
    })?;
    drop(count);
    Ok(Written {
        head,
        digest,
        stopped,
    })
}

fn is_judged(audited: &Audited) -> bool {
    !audited.result["assessment"].is_null()
}

/// What was made.
struct Made {
    written: Written,
    signature: Option<(PathBuf, Vec<String>)>,
}

impl Made {
    fn tell(self, path: &Path, session: &mut Session) -> Done {
        let Written {
            head,
            digest,
            stopped,
        } = self.written;
        if session.wants_json()? {
            let keys = self.signature.as_ref().map(|(_, keys)| keys);
            session.out.json(&json!({
                "version": 1,
                "path": shown(path),
                "digest": digest.to_string(),
                "engine": head.engine,
                "as_of": head.as_of.to_string(),
                "townships": head.townships,
                "stopped": stopped,
                "signatures": keys,
            }));
            return Ok(Exit::Clean);
        }
        if session.quiet {
            return Ok(Exit::Clean);
        }
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let about = [
            ("path", shown(path).into()),
            ("count", count(head.townships).into()),
            ("day", head.as_of.to_string().into()),
            ("engine", head.engine.into()),
            ("digest", digest.to_string().into()),
        ];
        session.say("bundle-made", about);
        if !stopped.is_empty() {
            let many = i64::try_from(stopped.len()).unwrap_or(i64::MAX);
            let about = [("count", many.into()), ("names", stopped.into())];
            session.say("bundle-stopped", about);
        }
        if let Some((path, keys)) = self.signature {
            let about = [("path", shown(&path).into()), ("keys", keys.into())];
            session.say("bundle-signed", about);
        }
        Ok(Exit::Clean)
    }
}

/// Writes a file piece by piece, and gives its digest.
fn into_place(
    path: &Path,
    write: impl FnOnce(&mut Summed<'_>) -> io::Result<()>,
) -> Result<Digest, Note> {
    let written = whole::write_with(path, |out| {
        let mut out = Summed {
            out,
            sum: Sha256::new(),
        };
        write(&mut out)?;
        Ok(Digest::from_bytes(out.sum.finalize().into()))
    });
    written.map_err(|error: io::Error| write_failed(path, &error))
}

/// A target that knows the digest of what went into it.
struct Summed<'o> {
    out: &'o mut dyn Write,
    sum: Sha256,
}

impl Write for Summed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.sum.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
