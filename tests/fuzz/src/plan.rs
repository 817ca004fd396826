//! A folder of YAML, calendars, scripts and templates: read, linked, laid out.

use std::path::Path;

use luoshi_diagnostics::{Code, FileId, Lang, Note, Sources};
use luoshi_format::format;
use luoshi_plan::{Folder, KEYS, check_package, index, parse, resolve};

use crate::seeds::{Seed, folders, texts_of};
use crate::{Target, folder, notes};

pub(crate) const TARGET: Target = Target {
    name: "plan",
    run,
    seeds,
    words,
};

fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let files = folder::files(text, "plan.yaml");
    let (codes, built) = read(&files);
    for keys in [None, Some(Lang::ZhCn), Some(Lang::En)] {
        let laid_out: Option<Vec<(&str, String)>> =
            files.iter().map(|file| layout(*file, keys)).collect();
        // What cannot be laid out stays as it is, and was told above.
        let Some(laid_out) = laid_out else { continue };
        let again: Vec<(&str, &str)> = laid_out
            .iter()
            .map(|(path, t)| (*path, t.as_str()))
            .collect();
        assert_eq!(
            read(&again),
            (codes.clone(), built),
            "after it was laid out"
        );
        for file in &again {
            let twice = layout(*file, keys).map(|(_, text)| text);
            assert_eq!(twice.as_deref(), Some(file.1), "laid out twice");
        }
    }
}

/// What is noticed, in an order that does not depend on where it stands, and whether there is a plan.
fn read(files: &[(&str, &str)]) -> (Vec<Code>, bool) {
    let mut sources = Sources::default();
    let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
    let folder = Folder {
        name: "town".to_owned(),
        texts: files.iter().map(owned).collect(),
        ..Folder::default()
    };
    let file = parse(&folder, &mut sources);
    let staged = resolve(&file, std::slice::from_ref(&file));
    let mut noticed = staged.notes;
    noticed.extend(check_package(&file, std::slice::from_ref(&file)));
    drop(index(&file, std::slice::from_ref(&file), &sources));
    notes::said(&noticed, &sources);
    let mut codes: Vec<Code> = noticed.iter().map(|note: &Note| note.code).collect();
    codes.sort();
    (codes, staged.value.is_some())
}

fn layout<'f>((path, text): (&'f str, &str), keys: Option<Lang>) -> Option<(&'f str, String)> {
    let yaml = path.ends_with(".yaml") || path.ends_with(".yml");
    let laid_out = match yaml {
        true => format(FileId(0), text, keys).ok()?,
        false => text.to_owned(),
    };
    Some((path, laid_out))
}

fn seeds(root: &Path) -> Vec<Seed> {
    let mut seeds = folders(&root.join("policies"), |path| {
        path.ends_with(".yaml") && !path.contains('/')
    });
    seeds.extend(texts_of(&root.join("tests/cases/diagnostics"), &["yaml"]));
    seeds.extend(texts_of(&root.join("engine/format/tests"), &["yaml"]));
    seeds
}

fn words() -> Vec<String> {
    let keys = KEYS
        .iter()
        .flat_map(|(en, zh)| [format!("{en}: "), format!("{zh}: ")]);
    let signs = [
        "\n- ", "\n  ", "{ ", " }", "[", "]", "${", "}", "|\n", ">-\n", "&a ", "*a", "!!str ",
        "? ", "%% ", "---\n", "# ", "''", "\\u",
    ];
    keys.chain(signs.map(str::to_owned)).collect()
}
