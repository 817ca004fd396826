//! `luoshi key`: makes a key for signing, and shows the public half of one.

use std::fs::DirBuilder;
use std::io::ErrorKind;
use std::path::Path;

use luoshi::{read_key, shown, whole};
use luoshi_diagnostics::{Code, Note, write_failed};
use luoshi_package::SecretKey;
use serde_json::json;

use super::Done;
use crate::args::{KeyNewArgs, KeyShowArgs};
use crate::exit::Exit;
use crate::session::Session;

/// The ending of a key file's name.
const ENDING: &str = "key";

pub(super) fn new(args: &KeyNewArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|error| failed("random", &error.to_string()))?;
    let key = SecretKey::new(&args.name, &seed).ok_or_else(|| form("name", &args.name))?;
    // A name may have slashes, as that of a web address has; its file lies in the folder itself.
    let name = args.name.replace(['/', '\\', ':'], "-");
    let path = args.dir.join(format!("{name}.{ENDING}"));
    keep(&path, &key)?;
    let verifier = key.verifier().to_string();
    if json {
        session
            .out
            .json(&json!({ "version": 1, "path": shown(&path), "public": verifier }));
    } else if session.quiet {
        session.out.write(&format!("{verifier}\n"));
    } else {
        let args = [("path", shown(&path).into()), ("public", verifier.into())];
        session.say("key-made", args);
    }
    Ok(Exit::Clean)
}

pub(super) fn show(args: &KeyShowArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let verifier = read_key(&args.file)?.verifier().to_string();
    if json {
        session
            .out
            .json(&json!({ "version": 1, "public": verifier }));
    } else {
        session.out.write(&format!("{verifier}\n"));
    }
    Ok(Exit::Clean)
}

/// Writes a new file that only this user can read.
fn keep(path: &Path, key: &SecretKey) -> Result<(), Note> {
    let written = folder(path).and_then(|()| whole::create_private(path, key.to_line().as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => form("exists", &shown(path)),
        _ => write_failed(path, &error),
    })
}

fn form(what: &'static str, value: &str) -> Note {
    Note::new(Code::KeyForm)
        .arg("what", what)
        .arg("value", value)
}

fn failed(path: &str, detail: &str) -> Note {
    Note::new(Code::WriteFailed)
        .arg("path", path)
        .arg("detail", detail)
}

/// Makes the folder of a key file, if there is none, for this user alone.
fn folder(path: &Path) -> std::io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        Some(folder) => builder.create(folder),
        None => Ok(()),
    }
}
