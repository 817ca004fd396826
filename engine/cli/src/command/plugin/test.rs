//! `luoshi plugin test`: the cases of a plugin, run inside the host.

use std::path::Path;

use luoshi_diagnostics::{Code, Note};
use luoshi_plugin::Plugin;
use luoshi_plugin_cases::{Case, CaseError, cases};
use luoshi_report::plugin_cause;
use serde_json::json;

use super::{Done, file_name, load};
use crate::args::PluginTestArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(in crate::command) fn run(args: &PluginTestArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let (plugin, _) = load(&args.file)?;
    let files = cases(&args.cases).map_err(|error| wrong(&error))?;
    let mut ran = Vec::new();
    for file in &files {
        ran.push(one(&plugin, file, session)?);
    }
    let differing = ran
        .iter()
        .filter(|case| !case.differences.is_empty())
        .count();
    if json {
        let case = |case: &Ran| json!({ "case": case.name, "about": case.about, "differences": case.differences });
        let all: Vec<_> = ran.iter().map(case).collect();
        session
            .out
            .json(&json!({ "version": 1, "cases": all, "differing": differing }));
    } else {
        tell(&ran, differing, session);
    }
    Ok(if differing == 0 {
        Exit::Clean
    } else {
        Exit::Failing
    })
}

/// A case that was run.
struct Ran {
    name: String,
    about: String,
    /// How the answer differs from what is expected.
    differences: Vec<String>,
}

fn one(plugin: &Plugin, file: &Path, session: &Session) -> Result<Ran, Note> {
    let description = &plugin.description;
    let case = Case::read(file).map_err(|error| wrong(&error))?;
    let setting = case.setting(description).map_err(|error| wrong(&error))?;
    let batches = case.batches(description).map_err(|error| wrong(&error))?;
    let handed = case.handed(description);
    let differences = match plugin.run_batches(&setting, &batches, handed.rows, handed.evidence) {
        Ok(findings) => case.differences(description, &findings),
        Err(failed) => {
            let why = plugin_cause(&failed, session.words);
            vec![
                session
                    .words
                    .text("plugin-test-failed", &vec![("cause", why.into())]),
            ]
        }
    };
    Ok(Ran {
        name: file_name(file),
        about: case.about.clone(),
        differences,
    })
}

fn tell(ran: &[Ran], differing: usize, session: &mut Session) {
    for case in ran {
        let as_expected = case.differences.is_empty();
        if session.quiet && as_expected {
            continue;
        }
        let key = if as_expected {
            "plugin-test-ok"
        } else {
            "plugin-test-differs"
        };
        session.say(
            key,
            [
                ("case", case.name.as_str().into()),
                ("about", case.about.as_str().into()),
            ],
        );
        for difference in &case.differences {
            session.out.write(&format!("    {difference}\n"));
        }
    }
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let args = [
        ("count", count(ran.len()).into()),
        ("differing", count(differing).into()),
    ];
    let key = if differing == 0 {
        "plugin-test-all-ok"
    } else {
        "plugin-test-some-differ"
    };
    session.say(key, args);
}

fn wrong(error: &CaseError) -> Note {
    Note::new(Code::PluginCases).arg("detail", error.to_string())
}
