//! Mapping files: the one that is named, those saved with the plan, the one to save.

use std::fs;
use std::path::{Path, PathBuf};

use luoshi::{read_text, whole};
use luoshi_evidence::{Import, Mapping, mapping_yaml};

use super::super::write::Target;
use crate::args::{Format, ImportArgs};
use crate::command::named::named;
use crate::failure::Failure;
use crate::session::Session;

/// The folder of a plan in which mappings are kept; nothing of the plan itself is read there.
const FOLDER: &str = "import";

/// A mapping that was saved earlier, and where.
pub(super) struct Saved {
    pub(super) paths: Vec<PathBuf>,
    pub(super) mappings: Vec<Mapping>,
}

/// What the arguments say of all tables.
pub(super) fn told(args: &ImportArgs, target: &mut Target) -> Result<Mapping, Failure> {
    let mut mapping = match &args.mapping {
        Some(path) => read(path, target)?,
        None => Mapping::default(),
    };
    if let Some(typed) = &args.kind {
        mapping.kind = Some(super::kind(typed)?);
    }
    if let Some(typed) = &args.duty {
        let duties = target.names.duties.iter();
        let duties = duties.map(|(name, id)| (id.as_str(), name.as_str()));
        mapping.duty = Some(named("--duty", typed, duties)?);
    }
    Ok(mapping)
}

/// The mappings in the folder of the plan, in the order of their names; none if one is named.
pub(super) fn saved(args: &ImportArgs, target: &mut Target) -> Result<Saved, Failure> {
    let mut paths: Vec<PathBuf> = match fs::read_dir(target.folder.join(FOLDER)) {
        Ok(entries) if args.mapping.is_none() => entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
            .collect(),
        _ => Vec::new(),
    };
    paths.sort();
    let mappings: Result<Vec<Mapping>, Failure> =
        paths.iter().map(|path| read(path, target)).collect();
    Ok(Saved {
        mappings: mappings?,
        paths,
    })
}

fn read(path: &Path, target: &mut Target) -> Result<Mapping, Failure> {
    let text = read_text(path)?;
    let file = target
        .run
        .sources
        .add(path.display().to_string(), text.clone());
    let read = Mapping::from_yaml(&text, file);
    read.value.ok_or_else(|| Failure {
        notes: read.notes,
        sources: std::mem::take(&mut target.run.sources),
    })
}

/// Writes what a workbook was taken for; `named` may be nothing (`.`), a name, or a path.
pub(super) fn save(
    named: &Path,
    workbook: &Path,
    import: &Import,
    target: &Target,
    session: &mut Session,
) -> Result<(), Failure> {
    let folder = target.folder.join(FOLDER);
    let mut path = match named.components().count() {
        _ if named == Path::new(".") => folder.join(workbook.file_stem().unwrap_or_default()),
        1 => folder.join(named),
        _ => named.to_owned(),
    };
    if path.extension().is_none_or(|ending| ending != "yaml") {
        // A name may have a dot in it: 2012.5.
        path.as_mut_os_string().push(".yaml");
    }
    let shown = path.display().to_string();
    let text = mapping_yaml(import, session.words);
    path.parent().map_or(Ok(()), whole::folder)?;
    whole::write_new(&path, text.as_bytes())?;
    if !session.quiet && session.format != Some(Format::Json) {
        session.say("import-mapping-saved", [("path", shown.into())]);
    }
    Ok(())
}
