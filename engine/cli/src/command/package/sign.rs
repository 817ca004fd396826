//! `luoshi package sign`: adds a signature to those of an archive.

use luoshi::{read_key, read_package, read_signatures, shown, signature_file, whole};
use luoshi_package::sign;
use serde_json::json;

use super::Done;
use crate::args::PackageSignArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(in crate::command) fn run(args: &PackageSignArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let key = read_key(&args.key)?;
    let archive = read_package(&args.file)?;
    let there = read_signatures(&args.file)?;
    let note = sign(&archive, there.as_deref(), &key)?;
    let path = signature_file(&args.file);
    whole::write(&path, note.to_string().as_bytes())?;
    let keys: Vec<String> = note.signatures().iter().map(|s| s.key()).collect();
    if json {
        session.out.json(&json!({
            "version": 1,
            "path": shown(&path),
            "digest": archive.digest.to_string(),
            "signatures": keys,
        }));
    } else if !session.quiet {
        let args = [
            ("path", shown(&path).into()),
            ("digest", archive.digest.to_string().into()),
            ("keys", keys.into()),
        ];
        session.say("package-signed", args);
    }
    Ok(Exit::Clean)
}
