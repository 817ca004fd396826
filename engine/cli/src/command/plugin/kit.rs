//! What a new plugin needs of ours, brought along by this program: a project starts without a network.

/// A file below `plugins/` with its path there.
macro_rules! kit {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../../../../plugins/", $path)))),*]
    };
}

/// The SDK with the crates that it stands on, and the interface in WIT.
const FILES: &[(&str, &str)] = kit![
    "cases/Cargo.toml",
    "cases/src/case.rs",
    "cases/src/compare.rs",
    "cases/src/error.rs",
    "cases/src/grid.rs",
    "cases/src/lib.rs",
    "cases/src/pack.rs",
    "cases/src/setting.rs",
    "cases/src/value.rs",
    "interface/Cargo.toml",
    "interface/src/answer.rs",
    "interface/src/build.rs",
    "interface/src/check.rs",
    "interface/src/check_answer.rs",
    "interface/src/decode.rs",
    "interface/src/describe.rs",
    "interface/src/encode.rs",
    "interface/src/lib.rs",
    "interface/src/message.rs",
    "interface/src/tables.rs",
    "sdk/Cargo.toml",
    "sdk/src/guest.rs",
    "sdk/src/input.rs",
    "sdk/src/lib.rs",
    "sdk/src/testing.rs",
    "wit/LAYOUT.md",
    "wit/TABLES.md",
    "wit/plugin.wit",
];

/// The manifest of our own workspace, from which those crates have versions and lints.
const WORKSPACE: &str = include_str!("../../../../../Cargo.toml");

/// Sections of that manifest which a new project takes over as they are.
const KEPT: [&str; 4] = [
    "[workspace.package]",
    "[workspace.lints.rust]",
    "[workspace.lints.clippy]",
    "[profile.plugin]",
];

/// What of a manifest serves our own tests alone: they are not brought along.
const LEFT_OUT: [&str; 2] = ["[dev-dependencies]", "[[test]]"];

/// The files to write, with their paths below the folder of the kit.
pub(super) fn files() -> impl Iterator<Item = (&'static str, String)> {
    FILES.iter().map(|(path, text)| {
        let text = match path.ends_with("Cargo.toml") {
            true => sections(text)
                .filter(|s| !LEFT_OUT.contains(&s.title))
                .map(|s| s.text)
                .collect(),
            false => (*text).to_owned(),
        };
        (*path, text)
    })
}

/// What the manifest of a new workspace needs so that those crates build in it.
pub(super) fn workspace() -> String {
    let mut text = String::new();
    for section in sections(WORKSPACE) {
        if KEPT.contains(&section.title) {
            text += without_end(section.text);
            text += "\n\n";
        } else if section.title == "[workspace.dependencies]" {
            text += "[workspace.dependencies]\n";
            text.extend(dependencies(section.text));
            text += "\n";
        }
    }
    text
}

/// The dependencies of our workspace that those crates have; their own paths lead into the kit.
fn dependencies(section: &str) -> impl Iterator<Item = String> {
    let manifests: String = files()
        .filter(|(path, _)| path.ends_with("Cargo.toml"))
        .map(|(_, text)| text)
        .collect();
    section.lines().filter_map(move |line| {
        let (name, _) = line.split_once(" = ")?;
        // Nothing but the SDK itself is named by a plugin and by no crate of the kit.
        let used = name == "luoshi-plugin-sdk"
            || manifests.contains(&format!("\n{name}.workspace = true"))
            || manifests.contains(&format!("\n{name} = {{ workspace = true"));
        used.then(|| line.replace("\"plugins/", "\"luoshi/") + "\n")
    })
}

/// A section without the comment that stands before the next one, and belongs to that.
fn without_end(section: &str) -> &str {
    let mut text = section.trim_end();
    while let Some((before, last)) = text.rsplit_once('\n')
        && (last.starts_with('#') || last.is_empty())
    {
        text = before.trim_end();
    }
    text
}

/// A section of a manifest, from its title to the next one.
struct Section<'m> {
    title: &'m str,
    text: &'m str,
}

fn sections(manifest: &str) -> impl Iterator<Item = Section<'_>> {
    let mut rest = manifest;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.find("\n[").map_or(rest.len(), |at| at + 1);
        let (text, after) = rest.split_at(end);
        rest = after;
        let title = text.lines().next().unwrap_or("");
        Some(Section { title, text })
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{FILES, files, workspace};

    fn below(folder: &Path, found: &mut Vec<String>, root: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                below(&path, found, root);
            } else {
                let inside = path.strip_prefix(root).unwrap().to_str().unwrap();
                found.push(inside.replace('\\', "/"));
            }
        }
    }

    #[test]
    fn every_source_of_the_kit_is_brought_along() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../plugins");
        let mut found = Vec::new();
        for folder in ["cases/src", "interface/src", "sdk/src", "wit"] {
            below(&root.join(folder), &mut found, &root);
        }
        found.extend(["cases", "interface", "sdk"].map(|name| format!("{name}/Cargo.toml")));
        found.sort();
        let brought: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        assert_eq!(brought, found);
    }

    #[test]
    fn what_the_manifests_inherit_is_there() {
        let workspace = workspace();
        for (path, text) in files().filter(|(path, _)| path.ends_with("Cargo.toml")) {
            assert!(
                !text.contains("dev-dependencies") && !text.contains("[[test]]"),
                "{text}"
            );
            let inherited = text
                .lines()
                .filter(|line| line.contains("workspace = true"));
            for line in inherited {
                let name = line.split(['.', ' ']).next().unwrap();
                let known =
                    workspace.contains(&format!("\n{name} = ")) || line == "workspace = true";
                assert!(known, "{path}: {line}\n{workspace}");
            }
        }
        assert!(
            workspace.contains("luoshi-plugin-sdk = { path = \"luoshi/sdk\" }"),
            "{workspace}"
        );
        assert!(workspace.contains("[profile.plugin]"), "{workspace}");
        assert!(!workspace.contains("wasmtime"), "{workspace}");
    }
}
