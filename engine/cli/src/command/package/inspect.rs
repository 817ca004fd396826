//! `luoshi package inspect`: what an archive is and holds.

use luoshi::{read_package, shown};
use luoshi_diagnostics::Arg;
use luoshi_package::Archive;
use serde_json::json;

use super::{Done, record};
use crate::args::PackageInspectArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(in crate::command) fn run(args: &PackageInspectArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let archive = read_package(&args.file)?;
    if json {
        session.out.json(&json!({
            "version": 1,
            "path": shown(&args.file),
            "package": record::package(&archive),
        }));
    } else {
        tell(&archive, session);
    }
    Ok(Exit::Clean)
}

fn tell(archive: &Archive, session: &mut Session) {
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
        ("count", number(manifest.extends.len())),
        ("digest", archive.digest.to_string().into()),
    ];
    session.say("package-inspect", head);
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

fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
