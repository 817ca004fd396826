//! `luoshi package build`: the archive of a package, if nothing in it is wrong.

use std::fs;
use std::path::{Path, PathBuf};

use luoshi::{build_package, folder_of, shown, whole};
use luoshi_diagnostics::{Code, Note, render_json};
use luoshi_package::{Archive, file_name};
use serde_json::json;

use super::{Done, record};
use crate::args::PackageBuildArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

pub(in crate::command) fn run(args: &PackageBuildArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let folder = folder_of(&args.dir)?;
    let (archive, run) = build_package(&folder, &session.packages, session.as_of());
    let Some(archive) = archive else {
        return Err(run.into());
    };
    let manifest = &archive.manifest;
    let own = || PathBuf::from(file_name(&manifest.name, manifest.version));
    let output = args.output.clone().unwrap_or_else(own);
    write(&output, &archive, args.force)?;
    if json {
        session.out.json(&json!({
            "version": 1,
            "notes": render_json(&run.notes, &run.sources, session.words),
            "path": shown(&output),
            "package": record::package(&archive),
        }));
        return Ok(Exit::Clean);
    }
    if !session.quiet {
        session.show(&run.notes, &run.sources);
    }
    let args = [
        ("path", shown(&output).into()),
        ("name", manifest.name.as_str().into()),
        ("version", manifest.version.to_string().into()),
        ("digest", archive.digest.to_string().into()),
    ];
    session.say("package-built", args);
    Ok(Exit::Clean)
}

/// Writes an archive; over another file only by force.
fn write(path: &Path, archive: &Archive, force: bool) -> Result<(), Failure> {
    if path.exists() && !force {
        if fs::read(path).is_ok_and(|there| there == archive.bytes) {
            return Ok(());
        }
        return Err(Note::new(Code::AlreadyExists)
            .arg("path", shown(path))
            .into());
    }
    Ok(whole::write(path, &archive.bytes)?)
}
