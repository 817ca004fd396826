//! `luoshi plugin run`: a plugin on a ledger, with a plan or without one.

use std::collections::BTreeMap;
use std::path::Path;

use luoshi::{Run, Store, folder_of};
use luoshi_diagnostics::{Code, Level, Note, Place};
use luoshi_evidence::{Evidence, Kind};
use luoshi_plan::Settable;
use luoshi_plan::model::{Given, Raw};
use luoshi_plugin::{Plugin, Scene, Sight};
use luoshi_plugin_interface::{Description, Outcome, Value};
use luoshi_report::{Glossary, plugin_cause};
use luoshi_rules::{Detail, Plugins, compile, evaluate, plugin_values, scene_of};

use super::super::named::named;
use super::told::Told;
use super::{Done, load};
use crate::args::PluginRunArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::usage;

pub(in crate::command) fn run(args: &PluginRunArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let (plugin, _) = load(&args.file)?;
    let kinds = kinds(&args.kinds, &plugin.description)?;
    let mut run = Run::default();
    let values = values(&plugin, &args.set, &mut run)?;
    let Township {
        scene,
        evidence,
        names,
    } = match &args.path {
        Some(path) => of_plan(path, session, run)?,
        None => of_ledger(session, run)?,
    };
    let duties = duties(&args.of, &scene)?;
    let sight = Sight {
        scene: &scene,
        evidence: &evidence,
        kinds: &kinds,
        duties: &duties,
    };
    let (answers, spent) = plugin.run_counted(&values, sight);
    let mut answers = answers.map_err(|failed| {
        let note = Note::new(Code::PluginFailed).arg("name", plugin.description.id.as_str());
        note.arg("cause", plugin_cause(&failed, session.words))
    })?;
    answers.sort_by_key(|answer| (answer.finding.about, answer.finding.period));
    let violated = answers
        .iter()
        .any(|a| a.finding.outcome == Outcome::Violated);
    let told = Told {
        description: &plugin.description,
        scene: &scene,
        evidence: &evidence,
        names: &names,
        answers: &answers,
        spent,
        words: session.words,
    };
    if json {
        session.out.json(&told.json());
    } else {
        session
            .out
            .write(&told.text(session.verbose, session.quiet));
    }
    Ok(if violated { Exit::Failing } else { Exit::Clean })
}

/// What a plugin is run on.
struct Township {
    scene: Scene,
    evidence: Evidence,
    /// Names of units and roles by their ids.
    names: BTreeMap<String, String>,
}

/// What the ledger alone shows.
fn of_ledger(session: &Session, mut run: Run) -> Result<Township, Failure> {
    let Some(ledger) = session.ledger.as_deref() else {
        return Err(usage::missing("--ledger").into());
    };
    let evidence = evidence(Path::new("."), session, &mut run);
    let evidence = evidence.ok_or_else(|| Failure::from(std::mem::take(&mut run)))?;
    tracing::info!(ledger = %ledger.display(), records = evidence.total, "evidence read");
    if !session.quiet {
        session.show(&run.notes, &run.sources);
    }
    Ok(Township {
        scene: Scene::of_ledger(&evidence, session.as_of()),
        evidence,
        names: BTreeMap::new(),
    })
}

/// What a plan and its ledger show, and what the plan's own checks conclude.
fn of_plan(path: &Path, session: &Session, mut run: Run) -> Result<Township, Failure> {
    let folder = folder_of(path)?;
    let plan = luoshi::load(&mut run, &folder, &session.packages).plan;
    let evidence = evidence(&folder, session, &mut run);
    let (Some(plan), Some(evidence)) = (plan, evidence) else {
        return Err(run.into());
    };
    let compiled = compile(&plan, session.as_of(), Plugins::none());
    run.notes.extend(compiled.notes);
    let Some(program) = compiled.value else {
        return Err(run.into());
    };
    // What is unwise in the plan is no concern here: `check` tells it.
    let facts = evaluate(&program, &evidence, Detail::Evidence);
    let scene = scene_of(&program, &evidence, &facts);
    Ok(Township {
        scene,
        evidence,
        names: Glossary::of(&plan).actors,
    })
}

fn evidence(folder: &Path, session: &Session, run: &mut Run) -> Option<Evidence> {
    let store = match Store::open(folder, session.ledger.as_deref(), &mut run.sources) {
        Ok(store) => store,
        Err(note) => {
            run.notes.push(note);
            return None;
        }
    };
    let read = store.read(&run.sources, session.as_of());
    run.notes.extend(read.notes);
    read.value
}

/// The kinds of records that it is shown: those that it asks for, if all of them may be seen.
fn kinds(typed: &[String], description: &Description) -> Result<Vec<Kind>, Failure> {
    let all = || {
        Kind::ALL
            .iter()
            .map(|kind| kind.name())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let known = |typed: &String| {
        Kind::from_name(typed).ok_or_else(|| usage::bad_value("--kinds", typed, &all()))
    };
    let mut granted: Vec<Kind> = typed.iter().map(known).collect::<Result<_, _>>()?;
    if granted.is_empty() {
        granted = Kind::ALL.to_vec();
    }
    let asked = description.kinds.iter();
    let asked: Vec<Kind> = asked.filter_map(|kind| Kind::from_name(kind)).collect();
    if asked.iter().any(|kind| !granted.contains(kind)) {
        let needed = description.kinds.join(", ");
        return Err(usage::bad_value("--kinds", &typed.join(","), &needed).into());
    }
    // In the order of kinds, each once: how they are typed changes nothing.
    let shown = if asked.is_empty() { granted } else { asked };
    Ok(Kind::ALL
        .into_iter()
        .filter(|kind| shown.contains(kind))
        .collect())
}

/// The values of its parameters. An error points at what was typed.
fn values(plugin: &Plugin, set: &[(String, String)], run: &mut Run) -> Result<Vec<Value>, Failure> {
    let mut given = |(name, text): &(String, String)| {
        let typed = run.sources.add("--set", format!("{name}={text}"));
        let place = |start, end| Place {
            file: typed,
            start,
            end,
        };
        Given {
            name: name.clone(),
            place: place(0, name.len()),
            value: Settable::Set(Raw {
                text: text.as_str().into(),
                place: place(name.len() + 1, name.len() + 1 + text.len()),
            }),
        }
    };
    // What is typed last counts.
    let given: Vec<Given> = set.iter().rev().map(&mut given).collect();
    let staged = plugin_values(&plugin.description, &given);
    run.notes.extend(staged.notes);
    let wrong = run
        .notes
        .iter()
        .any(|note| note.code.level() == Level::Error);
    match staged.value.filter(|_| !wrong) {
        Some(values) => Ok(values),
        None => Err(std::mem::take(run).into()),
    }
}

/// The duties that `--of` names.
fn duties(typed: &[String], scene: &Scene) -> Result<Vec<String>, Failure> {
    let all = scene
        .duties
        .iter()
        .map(|duty| (duty.id.as_str(), duty.name.as_str()));
    typed
        .iter()
        .map(|typed| named("--of", typed, all.clone()))
        .collect()
}
