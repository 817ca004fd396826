//! `luoshi package verify`: whether a signature of an archive counts today.

use luoshi::{read_package, read_signatures, shown, trust_at};
use luoshi_diagnostics::{Arg, Note, Sources, render_json};
use luoshi_package::{Archive, Verified, verify};
use serde_json::json;

use super::{Done, record};
use crate::args::PackageVerifyArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

pub(in crate::command) fn run(args: &PackageVerifyArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let mut sources = Sources::default();
    let fail = |notes: Vec<Note>, sources: &mut Sources| Failure {
        notes,
        sources: std::mem::take(sources),
    };
    let trust = trust_at(&args.trust, &mut sources).map_err(|notes| fail(notes, &mut sources))?;
    let archive = read_package(&args.file)?;
    let note = read_signatures(&args.file)?;
    let verified = verify(&archive, note.as_deref(), &trust, session.as_of())
        .map_err(|notes| fail(notes, &mut sources))?;
    if json {
        session.out.json(&json!({
            "version": 1,
            "path": shown(&args.file),
            "package": record::package(&archive),
            "day": session.as_of().to_string(),
            "publisher": verified.publisher,
            "key": verified.key,
            "passed_over": render_json(&verified.passed_over, &sources, session.words),
        }));
    } else {
        tell(&archive, &verified, &sources, session);
    }
    Ok(Exit::Clean)
}

fn tell(archive: &Archive, verified: &Verified, sources: &Sources, session: &mut Session) {
    let manifest = &archive.manifest;
    let args = [
        ("name", manifest.name.as_str().into()),
        ("version", manifest.version.to_string().into()),
        ("publisher", verified.publisher.as_str().into()),
        ("key", verified.key.as_str().into()),
        ("day", session.as_of().to_string().into()),
    ];
    session.say("package-verified", args);
    if verified.passed_over.is_empty() || session.quiet {
        return;
    }
    let count = i64::try_from(verified.passed_over.len()).unwrap_or(i64::MAX);
    session.say("package-passed-over", [("count", Arg::Number(count))]);
    let notes = session.rendered(&verified.passed_over, sources);
    session.out.write(&notes);
}
