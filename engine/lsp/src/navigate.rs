//! From a name to what it names, and to everything else that names it.

use luoshi_diagnostics::{FileId, Place};

use crate::here::Here;
use crate::outline::{Role, Step};

/// Where what is named here is defined.
pub(crate) fn definitions(here: &Here<'_>) -> Vec<Place> {
    if let Some(mention) = here.mention() {
        let found = here
            .analysis
            .index
            .definitions_of(mention.space, &mention.name);
        return found.map(|d| d.place.clone()).collect();
    }
    files(here).into_iter().map(start_of).collect()
}

/// Every use of what is named here, and its definitions if they are wanted.
pub(crate) fn references(here: &Here<'_>, definitions: bool) -> Vec<Place> {
    let Some(mention) = here.mention() else {
        return Vec::new();
    };
    let index = &here.analysis.index;
    let uses = index
        .uses_of(mention.space, &mention.name)
        .map(|u| u.place.clone());
    let mut places: Vec<Place> = uses.collect();
    if definitions {
        let defined = index.definitions_of(mention.space, &mention.name);
        places.extend(defined.map(|d| d.place.clone()));
    }
    places.sort();
    places.dedup();
    places
}

/// The file that a script or a package is named by.
fn files(here: &Here<'_>) -> Option<FileId> {
    let spot = here.spot().filter(|spot| spot.role == Role::Value)?;
    let Some(Step::Key(key)) = spot.path.last() else {
        return None;
    };
    let name = &here.text()[spot.token];
    match luoshi_plan::english(key).unwrap_or(key) {
        "script" => here.analysis.scripts.get(name).copied(),
        "package" => {
            let mut packages = here.analysis.packages.iter();
            let (_, folder) = packages.find(|(package, _)| package == name)?;
            let path = std::path::Path::new(folder).join("package.yaml");
            here.analysis.file(&path)
        }
        _ => None,
    }
}

fn start_of(file: FileId) -> Place {
    Place {
        file,
        start: 0,
        end: 0,
    }
}
