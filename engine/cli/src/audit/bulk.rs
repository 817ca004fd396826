//! Townships out of bulk files, judged by one plan.

use std::collections::BTreeMap;
use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use luoshi_audit::{Audit, Input, Outcome, PlanTable, Township, outlined, plan_table};
use luoshi_bulk::{BulkFile, Format, Mapping, Problem, Reading, Sizes, Summary, read};
use luoshi_diagnostics::{Code, Level, Note, Sources};
use luoshi_evidence::Evidence;
use luoshi_package::Digest;
use luoshi_plan::Plan;
use luoshi_report::Glossary;
use luoshi_rules::{Detail, Outliner, Plugins, Program, compile, evaluate};
use luoshi_signs::{Given, Limits, signs};

use super::run::{Auditing, Gathered, absent};
use super::township::{defect, place_of};
use super::trouble::broken;
use crate::digest::digest_of_file;
use crate::folder::{folder_of, read_text, shown, unreadable};
use crate::plugins::plugins_of;
use crate::run::{Run, load};

/// Bulk files with what they are read by.
#[derive(Debug)]
pub struct Bulk {
    /// The files, in the order in which they are read.
    pub files: Vec<Named>,
    /// The folder of the plan that all townships are judged by.
    pub plan: PathBuf,
    /// The mapping of columns, if the files are not in luoshi's own shape.
    pub mapping: Option<PathBuf>,
}

/// A file with what it is called.
#[derive(Debug, Clone)]
pub struct Named {
    /// What an audit calls it.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
}

/// What an audit of bulk files came to.
#[derive(Debug)]
pub struct BulkAudit {
    /// The audit.
    pub audit: Audit,
    /// What is told of the files and stands in nobody's way.
    pub notes: Vec<Note>,
    /// The digests of the files, by name; without those that can no longer be read.
    pub digests: BTreeMap<String, Digest>,
}

/// Judges every township of bulk files; `told` hears after each how many are done.
///
/// # Errors
/// What is wrong with the plan, the mapping or the files, so that nothing could be judged.
pub fn audit_bulk(
    bulk: &Bulk,
    how: &Auditing,
    told: &(dyn Fn(usize) + Sync),
) -> Result<BulkAudit, Box<Run>> {
    let mut run = Run::default();
    let mapping = mapping(bulk.mapping.as_deref(), &mut run);
    let files: Vec<BulkFile> = bulk
        .files
        .iter()
        .filter_map(|named| open(named, &mut run))
        .collect();
    let plan = plan(&bulk.plan, how, &mut run);
    let (Some(mapping), Some((plan, plugins)), true) =
        (mapping, plan, files.len() == bulk.files.len())
    else {
        return Err(Box::new(run));
    };
    let compiled = compile(&plan, how.as_of, &plugins);
    run.notes.extend(compiled.notes);
    let Some(program) = compiled.value else {
        return Err(Box::new(run));
    };
    let names: Vec<String> = bulk.files.iter().map(|named| named.name.clone()).collect();
    let desk = Desk {
        program: &program,
        plan: &plan,
        sources: &run.sources,
        names: &names,
        glossary: Glossary::of(&plan),
        limits: Limits::default(),
        table: OnceLock::new(),
        how,
    };
    let reading = Reading {
        mapping: &mapping,
        as_of: how.as_of,
        threads: how.jobs.get(),
        sizes: Sizes::default(),
    };
    let mut gathered = Gathered::default();
    let done = AtomicUsize::new(0);
    let look = || {
        let mut outliner = Outliner::new(&program);
        let (desk, done) = (&desk, &done);
        move |township: luoshi_bulk::Township<'_>| {
            let made = desk.township(&township, &mut outliner);
            told(done.fetch_add(1, Ordering::Relaxed) + 1);
            made
        }
    };
    let (summary, digests) = std::thread::scope(|scope| {
        // Beside the reading: most of a file is then in the memory of the system.
        let digests = scope.spawn(|| digests(&bulk.files));
        let summary = read(&files, &reading, look, |made| {
            made.into_iter()
                .for_each(|township| gathered.township(township));
        });
        (summary, digests.join().unwrap_or_default())
    });
    let notes = afterwards(&mut gathered.townships, &summary, &names, how);
    gathered.plans.extend(desk.table.into_inner());
    digested(&mut gathered.townships, &digests);
    gathered.townships.extend(absent(&gathered.townships, how));
    let head = how.head(names.iter().map(String::as_str));
    Ok(BulkAudit {
        audit: gathered.audit(head),
        notes,
        digests,
    })
}

/// Whether a path names a bulk file, by its ending.
#[must_use]
pub fn is_bulk(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| Format::of_name(&name.to_string_lossy()).is_some())
}

pub(super) fn mapping(path: Option<&Path>, run: &mut Run) -> Option<Mapping> {
    let Some(path) = path else {
        return Some(Mapping::own());
    };
    match read_text(path) {
        Ok(text) => {
            let file = run.sources.add(shown(path), text.clone());
            let staged = Mapping::from_yaml(&text, file);
            run.notes.extend(staged.notes);
            staged.value
        }
        Err(note) => {
            run.notes.push(note);
            None
        }
    }
}

pub(super) fn open(Named { name, path }: &Named, run: &mut Run) -> Option<BulkFile> {
    let Some(format) = Format::of_name(name) else {
        run.notes
            .push(Note::new(Code::AuditNotBulk).arg("path", shown(path)));
        return None;
    };
    let opened = File::open(path).and_then(|file| BulkFile::new(name, format, file));
    match opened {
        Ok(file) => Some(file),
        Err(error) => {
            run.notes.push(unreadable(path, &error));
            None
        }
    }
}

fn plan(path: &Path, how: &Auditing, run: &mut Run) -> Option<(Plan, Plugins)> {
    let folder = match folder_of(path) {
        Ok(folder) => folder,
        Err(note) => {
            run.notes.push(note);
            return None;
        }
    };
    let plan = load(run, &folder, &how.packages).plan?;
    let plugins = plugins_of(&plan, &mut run.notes)?;
    Some((plan, plugins))
}

/// What all townships are judged by.
struct Desk<'a> {
    program: &'a Program<'a>,
    plan: &'a Plan,
    sources: &'a Sources,
    /// What the files are called.
    names: &'a [String],
    glossary: Glossary,
    limits: Limits,
    table: OnceLock<(String, PlanTable)>,
    how: &'a Auditing,
}

impl Desk<'_> {
    /// None for a township of another share.
    fn township(
        &self,
        of: &luoshi_bulk::Township<'_>,
        outliner: &mut Outliner<'_>,
    ) -> Option<Township> {
        if !self.how.shard.is_none_or(|shard| shard.has(of.code)) {
            return None;
        }
        let outcome = match of.evidence {
            // An outliner that stopped half-way keeps nothing of it for the next.
            Some(evidence) => catch_unwind(AssertUnwindSafe(|| self.judge(evidence, outliner)))
                .unwrap_or_else(|panic| broken(&[defect(&*panic)], self.sources)),
            None => {
                let notes: Vec<Note> = of.problems.iter().map(|p| p.note.clone()).collect();
                broken(&notes, self.sources)
            }
        };
        let inputs = of
            .files
            .iter()
            .filter_map(|(file, rows)| Some(input(self.names.get(*file)?, *rows)));
        let inputs = inputs.collect();
        Some(named(of.code, of.county, inputs, outcome, self.how))
    }

    fn judge(&self, evidence: &Evidence, outliner: &mut Outliner<'_>) -> Outcome {
        let facts = evaluate(self.program, evidence, Detail::Evidence);
        let outline = outliner.judge(evidence, &facts);
        let (key, _) = self.table.get_or_init(|| {
            let place = |id: &str| place_of(self.plan, self.sources, id);
            let table = plan_table(self.plan, outline.assessment, &place);
            (table.key(), table)
        });
        // Who entered a record, and what its files are called, bulk files do not say.
        let signs = signs(Given {
            plan: self.plan,
            evidence,
            as_of: self.how.as_of,
            details: None,
            files: None,
            limits: &self.limits,
        });
        Outcome::Judged(Box::new(outlined(key, &self.glossary, &outline, &signs)))
    }
}

/// A township out of a bulk file: it lies nowhere of its own, and the register alone knows its name.
fn named(
    code: &str,
    county: Option<&str>,
    inputs: Vec<Input>,
    outcome: Outcome,
    how: &Auditing,
) -> Township {
    let registered = how
        .register
        .as_ref()
        .and_then(|register| register.get(code));
    Township {
        code: code.to_owned(),
        source: String::new(),
        name: registered.map_or(code, |of| &of.name).to_owned(),
        county: how.county(code, county.unwrap_or_default()),
        inputs,
        outcome,
    }
}

/// Of each file; none of one that can no longer be read.
fn digests(files: &[Named]) -> BTreeMap<String, Digest> {
    let digest = |of: &Named| Some((of.name.clone(), digest_of_file(&of.path).ok()?));
    files.iter().filter_map(digest).collect()
}

/// Writes the digests of files where townships name them.
fn digested(townships: &mut [Township], digests: &BTreeMap<String, Digest>) {
    for township in townships {
        for input in &mut township.inputs {
            let digest = digests.get(&input.name).map(Digest::hex);
            input.sha256 = digest.unwrap_or_default();
        }
        township.inputs.retain(|input| !input.sha256.is_empty());
    }
}

/// What turned out when all was read: townships of which only a part was seen, and files that are damaged. Such a
/// file is listed as a township that cannot be judged: nobody knows who is in it.
fn afterwards(
    townships: &mut Vec<Township>,
    summary: &Summary,
    names: &[String],
    how: &Auditing,
) -> Vec<Note> {
    let mut by_township: BTreeMap<&str, Vec<Note>> = BTreeMap::new();
    let mut by_file: BTreeMap<&str, Vec<Note>> = BTreeMap::new();
    let is_error = |problem: &&Problem| problem.note.code.level() == Level::Error;
    for problem in summary.problems.iter().filter(is_error) {
        let notes = match &problem.township {
            Some(township) => by_township.entry(township).or_default(),
            None => by_file.entry(&problem.file).or_default(),
        };
        notes.push(problem.note.clone());
    }
    for township in townships.iter_mut() {
        if let Some(notes) = by_township.get(township.code.as_str()) {
            township.outcome = broken(notes, &Sources::default());
        }
        let again = summary.again.get(&township.code).into_iter().flatten();
        for (file, rows) in again {
            let Some(name) = names.get(*file) else {
                continue;
            };
            match township.inputs.iter_mut().find(|of| of.name == *name) {
                Some(of) => of.rows = Some(of.rows.unwrap_or(0) + rows),
                None => township.inputs.push(input(name, *rows)),
            }
        }
    }
    let mine = |key: &str| how.shard.is_none_or(|shard| shard.has(key));
    for (file, notes) in by_file.into_iter().filter(|(file, _)| mine(file)) {
        let outcome = broken(&notes, &Sources::default());
        townships.push(named(file, None, Vec::new(), outcome, how));
    }
    let others = summary.problems.iter().filter(|problem| !is_error(problem));
    others.map(|problem| problem.note.clone()).collect()
}

/// A file of which so many rows are a township's; its digest is known when all of it was read.
fn input(name: &str, rows: u64) -> Input {
    Input {
        name: name.to_owned(),
        sha256: String::new(),
        rows: Some(rows),
    }
}
