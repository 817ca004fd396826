//! The stages of a run, one after the other.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use luoshi_diagnostics::{Level, Note, Place, Sources, Staged};
use luoshi_evidence::Evidence;
use luoshi_plan::model::{Raw, SetValue};
use luoshi_plan::{Plan, PlanFile, check_package, package_as_plan, parse, resolve};
use luoshi_rules::{Assessment, Compiler, Detail, Plugins, compile, evaluate, judge};

use crate::evidence::Store;
use crate::folder::{folder_of, is_package, read_folder};
use crate::packages::packages_for;
use crate::plugins::plugins_of;

/// What a run needs to be told.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day of the run.
    pub as_of: Date,
    /// Further places in which packages are looked for.
    pub packages: Vec<PathBuf>,
    /// The evidence, if not that of the plan's folder.
    pub ledger: Option<PathBuf>,
    /// Values of parameters, in the place of those that the plan sets.
    pub set: Vec<(String, String)>,
}

/// A step of a run, for whoever shows progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading the plan and its packages.
    Plan,
    /// Reading the evidence.
    Evidence,
    /// Judging.
    Judge,
}

/// Everything that a run noticed, and what it came to.
#[derive(Debug, Default)]
pub struct Run {
    /// Notes of all stages.
    pub notes: Vec<Note>,
    /// The texts that they point into.
    pub sources: Sources,
    /// What it came to; none when an error stood in its way.
    pub outcome: Option<Outcome>,
}

/// What a run came to.
#[derive(Debug)]
pub enum Outcome {
    /// A plan was judged.
    Plan {
        /// The plan.
        plan: Box<Plan>,
        /// The evidence it was judged on.
        store: Store,
        /// The same as of the day.
        evidence: Box<Evidence>,
        /// Its plugins, loaded.
        plugins: Box<Plugins>,
        /// All findings.
        assessment: Box<Assessment>,
    },
    /// The folder is a package, which has no evidence to be judged on: it was checked by itself.
    Package {
        /// Its name.
        name: String,
    },
}

/// Reads a plan, its packages and its evidence, and judges. `stage` is told of each step.
#[must_use]
pub fn assess(path: &Path, options: &Options, stage: &mut dyn FnMut(Stage)) -> Run {
    let mut run = Run::default();
    let Some(folder) = run.take(folder_of(path)) else {
        return run;
    };
    stage(Stage::Plan);
    if is_package(&folder) {
        check_alone(&mut run, &folder, &options.packages);
        return run;
    }
    let plan = load_set(&mut run, &folder, &options.packages, &options.set).plan;
    let compiler = Compiler::default();
    judge_plan(&mut run, &folder, plan, options, &compiler, stage);
    run
}

/// Reads the evidence of a plan and judges it. None stands for a plan that is wrong: its evidence is looked at all
/// the same, for one run tells all. The compiler is that of plans over the same packages.
pub(crate) fn judge_plan(
    run: &mut Run,
    folder: &Path,
    plan: Option<Plan>,
    options: &Options,
    compiler: &Compiler,
    stage: &mut dyn FnMut(Stage),
) {
    stage(Stage::Evidence);
    let store = Store::open(folder, options.ledger.as_deref(), &mut run.sources);
    let Some(store) = run.take(store) else {
        return;
    };
    let read = store.read(&run.sources, options.as_of);
    run.notes.extend(read.notes);
    let plugins = plan
        .as_ref()
        .and_then(|plan| plugins_of(plan, &mut run.notes));
    let (Some(plan), Some(plugins), Some(evidence)) = (plan, plugins, read.value) else {
        return;
    };
    tracing::info!(
        records = evidence.total,
        unseen = evidence.unseen,
        "evidence read"
    );
    stage(Stage::Judge);
    let compiled = compiler.compile(&plan, options.as_of, &plugins);
    run.notes.extend(compiled.notes);
    let assessment = compiled.value.map(|program| {
        let facts = evaluate(&program, &evidence, Detail::Evidence);
        judge(&program, &evidence, &facts)
    });
    if let Some(assessment) = assessment {
        tracing::info!(findings = assessment.findings.len(), "judged");
        run.outcome = Some(Outcome::Plan {
            plan: Box::new(plan),
            store,
            evidence: Box::new(evidence),
            plugins: Box::new(plugins),
            assessment: Box::new(assessment),
        });
    }
}

/// Judges as of `day` what the ledger holds of the days up to `seen`, as an agenda needs it.
#[must_use]
pub fn judge_ahead(
    plan: &Plan,
    plugins: &Plugins,
    store: &Store,
    sources: &Sources,
    seen: Date,
    day: Date,
) -> Option<Assessment> {
    let evidence = store.read(sources, seen).value?;
    let program = compile(plan, day, plugins).value?;
    let facts = evaluate(&program, &evidence, Detail::Evidence);
    Some(judge(&program, &evidence, &facts))
}

/// A plan with the files that it was read from.
#[derive(Debug)]
pub struct Loaded {
    /// The plan; none when an error stood in its way.
    pub plan: Option<Plan>,
    /// The files of its folder.
    pub file: PlanFile,
    /// The files of its packages.
    pub packages: Vec<PlanFile>,
}

/// Reads a plan and its packages, without evidence.
pub fn load(run: &mut Run, folder: &Path, places: &[PathBuf]) -> Loaded {
    load_set(run, folder, places, &[])
}

/// Reads a plan and its packages, with values in the place of those that the plan sets.
pub fn load_set(
    run: &mut Run,
    folder: &Path,
    places: &[PathBuf],
    set: &[(String, String)],
) -> Loaded {
    gather(run, folder, places, set, resolve)
}

/// Reads a package as a plan of the year of a day, for whoever judges its text.
pub fn load_package(run: &mut Run, folder: &Path, places: &[PathBuf], day: Date) -> Loaded {
    let as_plan = |file: &PlanFile, packages: &[PlanFile]| package_as_plan(file, packages, day);
    gather(run, folder, places, &[], as_plan)
}

fn gather(
    run: &mut Run,
    folder: &Path,
    places: &[PathBuf],
    set: &[(String, String)],
    resolve: impl FnOnce(&PlanFile, &[PlanFile]) -> Staged<Plan>,
) -> Loaded {
    let (texts, notes) = read_folder(folder);
    let readable = notes.iter().all(|n| n.code.level() != Level::Error);
    run.notes.extend(notes);
    let mut file = parse(&texts, &mut run.sources);
    put(&mut file, set, &mut run.sources);
    let (packages, notes) = packages_for(&file, folder, places, &mut run.sources);
    tracing::info!(
        files = file.trees.len(),
        packages = packages.len(),
        "plan read"
    );
    // What the lock or a package on the disk is wrong about is no business of `resolve`.
    let usable = notes.iter().all(|n| n.code.level() != Level::Error);
    run.notes.extend(notes);
    let staged = resolve(&file, &packages);
    run.notes.extend(staged.notes);
    Loaded {
        plan: staged.value.filter(|_| readable && usable),
        file,
        packages,
    }
}

/// Puts values in the place of those that the plan sets. An error points at what was typed.
fn put(file: &mut PlanFile, set: &[(String, String)], sources: &mut Sources) {
    let entries = &mut file.head.set.0;
    for (name, text) in set {
        let typed = sources.add("--set", format!("{name}={text}"));
        let place = |start, end| Place {
            file: typed,
            start,
            end,
        };
        let value = Raw {
            text: text.as_str().into(),
            place: place(name.len() + 1, name.len() + 1 + text.len()),
        };
        let reason = Some("--set".to_owned());
        entries.retain(|(other, ..)| other != name);
        entries.push((
            name.clone(),
            place(0, name.len()),
            SetValue {
                value,
                reason,
                adjustable: None,
            },
        ));
    }
}

fn check_alone(run: &mut Run, folder: &Path, places: &[PathBuf]) {
    let (texts, notes) = read_folder(folder);
    run.notes.extend(notes);
    if texts.texts.is_empty() && !run.notes.is_empty() {
        // What could not be read at all must not be told that it lacks something.
        return;
    }
    let file = parse(&texts, &mut run.sources);
    let (packages, notes) = packages_for(&file, folder, places, &mut run.sources);
    run.notes.extend(notes);
    run.notes.extend(check_package(&file, &packages));
    if run.notes.iter().all(|n| n.code.level() != Level::Error) {
        let name = file.head.package_name.clone().unwrap_or_default();
        run.outcome = Some(Outcome::Package { name });
    }
}

impl Run {
    fn take<T>(&mut self, result: Result<T, Note>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(note) => {
                self.notes.push(note);
                None
            }
        }
    }
}
