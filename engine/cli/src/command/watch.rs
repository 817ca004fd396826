//! `luoshi check --watch`: checks again whenever a file of the plan or its evidence changes.
//!
//! Files are looked at twice a second. The system's own notices do not come from shared network
//! folders, where offices keep their files, and say nothing about what a database has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use luoshi::folder_of;
use luoshi_diagnostics::{Code, Note};

use super::{Done, check};
use crate::args::CheckArgs;
use crate::output::Output;
use crate::session::Session;

/// Between two looks at the files.
const PAUSE: Duration = Duration::from_millis(500);

/// A file is read only when it has been left alone for one pause: editors write in several steps.
const ENDINGS: [&str; 9] = [
    "yaml", "yml", "rhai", "wasm", "csv", "jsonl", "ndjson", "db", "db-wal",
];

/// Length and time of change of every file that matters.
type Seen = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// Checks, and checks again at every change, until it is stopped.
pub(super) fn run(args: &CheckArgs, session: &mut Session) -> Done {
    let folder = folder_of(&args.path)?;
    let mut watched = folders(&folder, session.ledger.as_deref(), &[]);
    loop {
        // Before the check, so that a change during it is not missed.
        let mut before = look(&watched);
        if std::io::stdout().is_terminal() {
            // Clears the screen and what has scrolled off it.
            session.out.write("\x1b[2J\x1b[3J\x1b[H");
        }
        let mut read = Vec::new();
        if let Err(failure) = check::once(args, session, &mut read) {
            session.tell(&failure);
        }
        session.out.flush();
        Output::complain(&format!("{}\n", session.words.word("watch-waiting")));
        let further = folders(&folder, session.ledger.as_deref(), &read);
        before.extend(look(&further.difference(&watched).cloned().collect()));
        watched = further;
        if before.is_empty() {
            // The folder is gone, and whoever waits for it would wait for ever.
            return Err(Note::new(Code::PathMissing)
                .arg("path", folder.display().to_string())
                .into());
        }
        wait(&watched, &before);
    }
}

/// The folders from which something was read, and those from which something could be.
fn folders(folder: &Path, ledger: Option<&Path>, read: &[PathBuf]) -> BTreeSet<PathBuf> {
    let own = ["", "rules", "calendar", "plugins"].map(|inside| folder.join(inside));
    let read = read.iter().map(PathBuf::as_path).chain(ledger);
    let read = read.filter_map(|file| file.parent().map(Path::to_owned));
    own.into_iter().chain(read).collect()
}

fn look(folders: &BTreeSet<PathBuf>) -> Seen {
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
    let of_interest = |path: &Path| {
        let ending = path.extension().and_then(|e| e.to_str());
        ending.is_some_and(|e| ENDINGS.contains(&e))
    };
    let mut seen = Seen::new();
    for file in files {
        let (path, about) = (file.path(), file.metadata());
        let Some(about) = about.ok().filter(|_| of_interest(&path)) else {
            continue;
        };
        // An empty log beside a ledger comes and goes with every reader.
        if about.len() > 0 {
            seen.insert(path, (about.len(), about.modified().ok()));
        }
    }
    seen
}

fn wait(folders: &BTreeSet<PathBuf>, before: &Seen) {
    let mut last = before.clone();
    loop {
        std::thread::sleep(PAUSE);
        let now = look(folders);
        if now != *before && now == last {
            return;
        }
        last = now;
    }
}
