//! `luoshi package inspect`: what an archive is and holds.

use luoshi::{read_package, read_signatures, shown};
use luoshi_diagnostics::{Arg, Note, Sources};
use luoshi_package::{Archive, NoteSignature, signed_note_of};
use serde_json::json;

use super::{Done, record};
use crate::args::PackageInspectArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(in crate::command) fn run(args: &PackageInspectArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let archive = read_package(&args.file)?;
    let signatures = match read_signatures(&args.file)? {
        None => Ok(Vec::new()),
        Some(note) => keys(&archive, &note),
    };
    let keys = signatures.as_deref().unwrap_or_default();
    if json {
        session.out.json(&json!({
            "version": 1,
            "path": shown(&args.file),
            "package": record::package(&archive),
            "signatures": keys,
        }));
    } else {
        tell(&archive, keys, session);
    }
    match signatures {
        Ok(_) => Ok(Exit::Clean),
        Err(note) => {
            session.show(&[note], &Sources::default());
            Ok(Exit::BadInput)
        }
    }
}

/// Who claims to have signed an archive; whether that is true is for `verify`.
fn keys(archive: &Archive, note: &[u8]) -> Result<Vec<String>, Note> {
    let note = signed_note_of(archive, note)?;
    Ok(note.signatures().iter().map(NoteSignature::key).collect())
}

fn tell(archive: &Archive, keys: &[String], session: &mut Session) {
    let manifest = &archive.manifest;
    let extends = manifest.extends.iter();
    let extends = extends.map(|e| format!("{} {}", e.name, e.range));
    let head = [
        ("name", manifest.name.as_str().into()),
        ("version", manifest.version.to_string().into()),
        ("publisher", manifest.publisher.as_str().into()),
        ("engine", manifest.engine.as_str().into()),
        ("licence", manifest.licence.as_str().into()),
        ("extends", extends.collect::<Vec<_>>().into()),
        ("has", has(manifest.extends.len())),
        ("digest", archive.digest.to_string().into()),
    ];
    session.say("package-inspect", head);
    let claimed = [("keys", keys.to_vec().into()), ("has", has(keys.len()))];
    session.say("package-inspect-signatures", claimed);
    if session.quiet {
        return;
    }
    let count = [("count", number(manifest.files.len()))];
    session.say("package-inspect-files", count);
    let widest = manifest.files.iter().map(|file| file.size).max();
    let width = widest.unwrap_or(0).to_string().len();
    for file in &manifest.files {
        let line = format!("  {:>width$}  {}\n", file.size, file.path);
        session.out.write(&line);
    }
}

/// Whether there is anything to list.
fn has(count: usize) -> Arg {
    Arg::from(if count == 0 { "none" } else { "some" })
}

fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
