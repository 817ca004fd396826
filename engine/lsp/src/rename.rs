//! A new name for something, everywhere it is named.

use luoshi_diagnostics::{Args, Place};
use luoshi_plan::{Mention, Space, is_identifier};

use crate::here::Here;
use crate::navigate::references;

/// A place and the text that is to stand there.
pub(crate) type Edit = (Place, String);

/// What can be renamed here, or why it cannot.
pub(crate) fn renamable(here: &Here<'_>) -> Result<Mention, String> {
    let mention = here.mention();
    let mention = mention.ok_or_else(|| here.words.word("lsp-rename-nothing"))?;
    let index = &here.analysis.index;
    for definition in index.definitions_of(mention.space, &mention.name) {
        if let Some(package) = here.analysis.package_of(definition.place.file) {
            let args: Args = vec![
                ("name", mention.name.as_str().into()),
                ("package", package.into()),
            ];
            return Err(here.words.text("lsp-rename-package", &args));
        }
    }
    Ok(mention)
}

/// Every edit that gives what is named here another name, or why it cannot have it.
pub(crate) fn rename(here: &Here<'_>, name: &str) -> Result<Vec<Edit>, String> {
    let mention = renamable(here)?;
    let refused = |key: &str| here.words.text(key, &vec![("name", name.into())]);
    // These read as nothing in YAML.
    if !is_identifier(name) || matches!(name, "null" | "~") || name.starts_with("---") {
        return Err(refused("lsp-rename-identifier"));
    }
    if name == mention.name {
        return Ok(Vec::new());
    }
    let index = &here.analysis.index;
    for space in Space::ALL {
        if let Some(other) = index.definitions_of(space, name).next() {
            let (file, line) = here.whereabouts(other);
            let args: Args = vec![
                ("name", name.into()),
                ("space", here.words.word(space.term()).into()),
                ("file", file.into()),
                ("line", line.into()),
            ];
            return Err(here.words.text("lsp-rename-taken", &args));
        }
    }
    let places = references(here, true).into_iter();
    let own = places.filter(|place| here.analysis.owns(place.file));
    Ok(own
        .map(|place| edit(here, place, &mention.name, name))
        .collect())
}

fn edit(here: &Here<'_>, place: Place, old: &str, name: &str) -> Edit {
    let text = here.analysis.sources.text(place.file);
    let plain = text.get(place.start..place.end) == Some(old);
    // A name that is written with escapes is written anew.
    let text = if plain {
        name.to_owned()
    } else {
        format!("\"{name}\"")
    };
    (place, text)
}

/// Whether records of evidence carry names of this space, which no rename reaches.
pub(crate) fn is_recorded(space: Space) -> bool {
    !matches!(
        space,
        Space::Clause | Space::Parameter | Space::Set | Space::Chain
    )
}
