//! One township of an audit that anybody can do again: what went in, by digest, and what came out.

mod bulk;
mod called;
mod inputs;
mod side_by_side;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use jiff::civil::Date;
use luoshi_checkpoint::{Audited, Input, LedgerState, Part, Tree, Used};
use luoshi_diagnostics::{Messages, Sources, render_json};
use luoshi_package::Digest;
use luoshi_report::{Glossary, Reader, to_json};
use luoshi_rules::Compiler;
use serde_json::Value;

use crate::audit::{Reading, Ready, Site, Stock, defect, read};
use crate::digest::digest_of_file;
use crate::evidence::{EVIDENCE_FILE, LEDGER_FILE, Store};
use crate::records::{chain_broken, kept};
use crate::run::{Options, Outcome, Run, judge_plan};

use called::Called;
use inputs::{inputs, used};

pub use bulk::{bulk_shared, bulk_township};
use side_by_side::processors;
pub use side_by_side::side_by_side;

/// What a repeatable audit needs to be told.
pub struct Bundling {
    /// The day of the audit.
    pub as_of: Date,
    /// Further places in which packages are looked for.
    pub packages: Vec<PathBuf>,
    /// The language of the texts in it.
    pub words: Messages,
    /// The packages that were met, by folder: townships share them.
    pub met: Mutex<BTreeMap<PathBuf, Used>>,
}

/// Audits townships that have names: `then` is given what audits the township of a name, and gives back the tree over
/// its records too. Packages that several townships build on are read and compiled once.
///
/// Whatever is wrong with a township is part of its result, and stops no other. Nothing in the result says where it lies.
pub fn audited<R>(
    sites: &BTreeMap<String, Site>,
    how: &Bundling,
    then: impl FnOnce(&(dyn Fn(&str) -> Option<(Audited, Tree)> + Sync)) -> R,
) -> R {
    let all: Vec<&Site> = sites.values().collect();
    let places: BTreeMap<&str, usize> = sites.keys().map(String::as_str).zip(0..).collect();
    let stock = Stock::of(&all, &how.packages, processors());
    let kept = stock.kept();
    then(&|name| {
        let at = *places.get(name)?;
        let shelf = stock.shelf_of(at);
        let judged = || match &shelf {
            Some(shelf) => judged(name, all[at], Some(&Ready::of(shelf)), how),
            None => judged(name, all[at], stock.ready(at, &kept), how),
        };
        Some(
            catch_unwind(AssertUnwindSafe(judged)).unwrap_or_else(|panic| {
                let run = Run {
                    notes: vec![defect(&*panic)],
                    ..Run::default()
                };
                stopped(name, all[at], run, how)
            }),
        )
    })
}

/// A township of which nothing is known but what stands in the way.
fn stopped(name: &str, site: &Site, run: Run, how: &Bundling) -> (Audited, Tree) {
    let called = Called::of(name, &site.folder, &[]);
    let result = result(run, &called, how.words);
    (nothing(name, result), Tree::default())
}

fn judged(name: &str, site: &Site, ready: Option<&Ready<'_>>, how: &Bundling) -> (Audited, Tree) {
    let mut run = Run::default();
    let folder = site.folder.as_path();
    if let Some(note) = &site.unreadable {
        run.notes.push(note.clone());
        return stopped(name, site, run, how);
    }
    let Reading { plan, packages, .. } = read(&mut run, folder, ready, &how.packages);
    let options = Options {
        as_of: how.as_of,
        packages: how.packages.clone(),
        ledger: None,
        set: Vec::new(),
    };
    let own = Compiler::default();
    let compiler = ready.map_or(&own, |ready| &ready.compiler);
    judge_plan(&mut run, folder, plan, &options, compiler, &mut |_| {});
    let met = packages.iter().map(|file| used(file, &how.met));
    let met: Vec<Used> = met.collect();
    let (evidence, tree) = evidence(folder, &mut run);
    let called = Called::of(name, folder, &packages);
    let mut audited = nothing(name, Value::Null);
    audited.inputs = inputs(folder, &run.sources);
    if let Some((input, ledger)) = evidence {
        audited.inputs.push(input);
        audited.ledger = Some(ledger);
    } else {
        audited.inputs.extend(unread(folder));
    }
    audited.inputs.sort_by(|a, b| a.path.cmp(&b.path));
    audited.packages = met;
    audited.packages.sort_by(|a, b| a.name.cmp(&b.name));
    audited.result = result(run, &called, how.words);
    (audited, tree)
}

fn nothing(name: &str, result: Value) -> Audited {
    Audited {
        name: name.to_owned(),
        inputs: Vec::new(),
        packages: Vec::new(),
        ledger: None,
        result,
    }
}

/// The evidence of a folder, if all of it can be read; notes where its chain is broken.
fn evidence(folder: &Path, run: &mut Run) -> (Option<(Input, LedgerState)>, Tree) {
    // Whatever is wrong with it was noted when it was read to be judged.
    let mut sources = Sources::default();
    let Ok(store) = Store::open(folder, None, &mut sources) else {
        return (None, Tree::default());
    };
    match chain_broken(&store) {
        Ok(broken) => run.notes.extend(broken),
        Err(_) => return (None, Tree::default()),
    }
    let Ok(kept) = kept(&store, &sources) else {
        return (None, Tree::default());
    };
    let (path, digest) = match &store {
        Store::Ledger(_) => (LEDGER_FILE, Some(kept.digest)),
        Store::Text(_) => (EVIDENCE_FILE, of_file(&folder.join(EVIDENCE_FILE))),
    };
    let Some(digest) = digest else {
        return (None, Tree::default());
    };
    let input = Input {
        path: path.to_owned(),
        part: Part::Evidence,
        digest,
    };
    let state = LedgerState {
        size: kept.tree.size(),
        root: kept.tree.root(),
    };
    (Some((input, state)), kept.tree)
}

/// Files of evidence that cannot be read as such, by their bytes.
fn unread(folder: &Path) -> Vec<Input> {
    let input = |name: &str| {
        Some(Input {
            path: name.to_owned(),
            part: Part::Evidence,
            digest: of_file(&folder.join(name))?,
        })
    };
    let files = [EVIDENCE_FILE, LEDGER_FILE].into_iter();
    files.filter_map(input).collect()
}

fn of_file(path: &Path) -> Option<Digest> {
    digest_of_file(path).ok()
}

/// What `luoshi check --format json` says, wherever the township lies.
fn result(mut run: Run, called: &Called, words: Messages) -> Value {
    run.sources.rename(|name| called.name(name));
    run.notes.iter_mut().for_each(|note| called.note(note));
    let notes = render_json(&run.notes, &run.sources, words);
    let Some(Outcome::Plan {
        plan, assessment, ..
    }) = &mut run.outcome
    else {
        return to_json(notes, None);
    };
    // The packages stand beside the result with all their files: one that changed is told once, there.
    for package in &mut assessment.plan.packages {
        package.digest = None;
    }
    let glossary = Glossary::of(plan);
    let reader = Reader {
        words,
        assessment,
        glossary: &glossary,
    };
    to_json(notes, Some(&reader))
}
