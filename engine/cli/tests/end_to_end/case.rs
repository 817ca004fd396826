//! A folder of its own for each test, and sessions compared with `tests/transcripts/`.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder in which the binary runs.
pub(crate) struct Case {
    dir: TempDir,
    lang: Option<&'static str>,
}

/// What a command did.
pub(crate) struct Ran {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: Option<i32>,
}

impl Case {
    pub(crate) fn new() -> Case {
        Case {
            dir: TempDir::new().unwrap(),
            lang: None,
        }
    }

    /// A case whose folder `p` holds the starter plan, and nothing in its ledger.
    pub(crate) fn with_plan() -> Case {
        let case = Case::new();
        assert_eq!(case.run("init p --as-of 2012-01-01 -q").code, Some(0));
        case
    }

    /// Sets `LANG`.
    pub(crate) fn lang(mut self, lang: &'static str) -> Case {
        self.lang = Some(lang);
        self
    }

    /// Writes a file.
    pub(crate) fn file(self, path: &str, text: impl AsRef<[u8]>) -> Case {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    pub(crate) fn path(&self, path: &str) -> std::path::PathBuf {
        self.dir.path().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// The binary with these arguments, separated by blanks.
    pub(crate) fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_luoshi"));
        command
            .args(arguments.split_whitespace())
            .current_dir(self.dir.path())
            // Shared by all tests, so that each plugin is compiled once, and nobody's own.
            .env(
                "LUOSHI_CACHE",
                concat!(env!("CARGO_TARGET_TMPDIR"), "/cache"),
            )
            .stdin(Stdio::null());
        for name in [
            "LANG",
            "LC_ALL",
            "LC_MESSAGES",
            "NO_COLOR",
            "RUST_BACKTRACE",
            "RUST_LOG",
        ] {
            command.env_remove(name);
        }
        if let Some(lang) = self.lang {
            command.env("LANG", lang);
        }
        command
    }

    pub(crate) fn run(&self, arguments: &str) -> Ran {
        let Output {
            status,
            stdout,
            stderr,
        } = self.command(arguments).output().unwrap();
        Ran {
            stdout: String::from_utf8(stdout).unwrap(),
            stderr: String::from_utf8(stderr).unwrap(),
            code: status.code(),
        }
    }

    /// Runs commands one after the other and compares all that they say and how they end
    /// with a file; `LUOSHI_BLESS=1` writes the file.
    #[track_caller]
    pub(crate) fn transcript(&self, name: &str, commands: &[&str]) {
        let mut text = String::new();
        for command in commands {
            let ran = self.run(command);
            text.push_str(&format!("$ luoshi {command}\n{}", ran.stdout));
            if !ran.stderr.is_empty() {
                text.push_str(&format!("--- stderr\n{}", ran.stderr));
            }
            text.push_str(&format!("--- exit {}\n\n", ran.code.unwrap_or(-1)));
        }
        let text = without_clock(&text);
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/transcripts/{name}.txt"));
        if std::env::var_os("LUOSHI_BLESS").is_some() {
            fs::write(&path, &text).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(text, expected, "{}", path.display());
    }
}

/// Replaces what depends on the time of recording: hashes, and the day of entry.
fn without_clock(text: &str) -> String {
    let line = |line: &str| {
        let line = match line.split_once("，20") {
            Some((before, after)) if after.contains("录入") => {
                format!("{before}，DAY{}", after.get(8..).unwrap_or(""))
            }
            _ => line.to_owned(),
        };
        line.split(' ')
            .map(without_hash)
            .collect::<Vec<_>>()
            .join(" ")
    };
    text.lines().map(|l| line(l) + "\n").collect()
}

fn without_hash(word: &str) -> &str {
    let hash = |word: &str| word.len() == 64 && word.bytes().all(|b| b.is_ascii_hexdigit());
    match word.strip_prefix("sha256:") {
        Some(rest) if hash(rest) => "sha256:HASH",
        None if hash(word) => "HASH",
        _ => word,
    }
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to),
            false => drop(fs::copy(entry.path(), to).unwrap()),
        }
    }
}
