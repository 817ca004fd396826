//! `luoshi plugin new`: a plugin to start from, with a small rule, its cases, and all that it needs of ours.

use std::fs;
use std::path::{Path, PathBuf};

use luoshi::{shown, whole};
use luoshi_diagnostics::{Code, Lang, Note};
use luoshi_plugin_interface::{Description, Part, Scope};

use super::{Done, kit};
use crate::args::PluginNewArgs;
use crate::exit::Exit;
use crate::session::Session;
use crate::usage;

/// The folder of a new project for what is ours.
const KIT: &str = "luoshi";

/// Files of a new project. A line that begins with `zh| ` or `en| ` is there in this language alone.
const FILES: [(&str, &str); 7] = [
    (
        "Cargo.toml",
        include_str!("../../starter/plugin/Cargo.toml.txt"),
    ),
    (
        "README.md",
        include_str!("../../starter/plugin/README.md.txt"),
    ),
    (
        ".gitignore",
        include_str!("../../starter/plugin/gitignore.txt"),
    ),
    (
        "src/lib.rs",
        include_str!("../../starter/plugin/lib.rs.txt"),
    ),
    (
        "tests/cases.rs",
        include_str!("../../starter/plugin/cases.rs.txt"),
    ),
    (
        "cases/regular.yaml",
        include_str!("../../starter/plugin/regular.yaml.txt"),
    ),
    (
        "cases/long-gap.yaml",
        include_str!("../../starter/plugin/long-gap.yaml.txt"),
    ),
];

pub(in crate::command) fn run(args: &PluginNewArgs, session: &mut Session) -> Done {
    let name = args.name.as_str();
    if !is_name(name) {
        let valid = session.words.word("plugin-new-name");
        return Err(usage::bad_value("NAME", name, &valid).into());
    }
    let dir = args.dir.clone().unwrap_or_else(|| PathBuf::from(name));
    let empty = fs::read_dir(&dir).map_or(true, |mut entries| entries.next().is_none());
    if !empty || dir.is_file() {
        return Err(Note::new(Code::AlreadyExists)
            .arg("path", shown(&dir))
            .into());
    }
    for (path, text) in FILES {
        let text = of_language(text, session.words.lang());
        let text = text
            .replace("NAME", name)
            .replace("WORKSPACE", kit::workspace().trim_end());
        write(&dir.join(path), &text)?;
    }
    for (path, text) in kit::files() {
        write(&dir.join(KIT).join(path), &text)?;
    }
    if !session.quiet {
        session.say(
            "plugin-new-done",
            [("dir", shown(&dir).into()), ("name", name.into())],
        );
    }
    Ok(Exit::Clean)
}

/// Whether a plugin may have this id: the interface decides.
fn is_name(name: &str) -> bool {
    let faults = Description::new(name, "1.0.0", Scope::Township).faults();
    faults.iter().all(|fault| fault.part != Part::Id)
}

/// A text without the lines of the other language.
fn of_language(text: &str, lang: Lang) -> String {
    let (own, other) = match lang {
        Lang::ZhCn => ("zh| ", "en| "),
        Lang::En => ("en| ", "zh| "),
    };
    // A marked line may be empty, and its last blank lost.
    let (own_empty, other_empty) = (own.trim_end(), other.trim_end());
    let lines = text
        .lines()
        .filter(|line| !line.starts_with(other) && *line != other_empty);
    lines
        .map(|line| match line.strip_prefix(own) {
            Some(rest) => rest,
            None if line == own_empty => "",
            None => line,
        })
        .fold(String::new(), |text, line| text + line + "\n")
}

fn write(path: &Path, text: &str) -> Result<(), Note> {
    path.parent().map_or(Ok(()), whole::folder)?;
    whole::write(path, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use luoshi_diagnostics::Lang;

    use super::{FILES, is_name, of_language};

    #[test]
    fn both_languages_get_the_same_code() {
        for (path, text) in FILES {
            let [zh, en] = Lang::ALL.map(|lang| of_language(text, lang));
            assert!(!zh.contains("en| ") && !zh.contains("zh| "), "{path}: {zh}");
            assert!(!en.contains("en| ") && !en.contains("zh| "), "{path}: {en}");
            let code = |text: &str| {
                let lines = text
                    .lines()
                    .filter(|line| !line.trim_start().starts_with("//"));
                lines.map(str::to_owned).collect::<Vec<_>>()
            };
            if path.ends_with(".rs") {
                assert_eq!(code(&zh), code(&en), "{path}");
            }
        }
    }

    #[test]
    fn a_name_is_an_id() {
        assert!(is_name("visit-gaps") && is_name("r2d"));
        for wrong in [
            "",
            "ab",
            "Visits",
            "走访",
            "a b c",
            "../up",
            &"x".repeat(41),
        ] {
            assert!(!is_name(wrong), "{wrong}");
        }
    }
}
