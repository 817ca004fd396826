//! All townships, on several threads.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::Date;
use luoshi_audit::{Audit, CountyBy, Depth, FORM, Head, PlanTable, Register, Shard, Township};
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_plan::Prepared;

use super::find::Site;
use super::stock::{Key, Shelf, shelf};
use super::township::{Made, Ready, township};
use super::trouble::broken;
use crate::run::Options;

/// Townships of one folder that one thread takes at most before it asks for more: their packages are read
/// once, and are given up after them.
const AT_ONCE: usize = 64;

/// What an audit needs to be told.
#[derive(Debug, Clone)]
pub struct Auditing {
    /// The day of the run.
    pub as_of: Date,
    /// Further places in which packages are looked for.
    pub packages: Vec<PathBuf>,
    /// By what townships are counted in counties.
    pub county_by: CountyBy,
    /// Which townships there ought to be; it says their counties, too.
    pub register: Option<Register>,
    /// The share that is audited, if not the whole.
    pub shard: Option<Shard>,
    /// Threads.
    pub jobs: NonZeroUsize,
}

impl Auditing {
    pub(super) fn options(&self) -> Options {
        Options {
            as_of: self.as_of,
            packages: self.packages.clone(),
            ledger: None,
            set: Vec::new(),
        }
    }

    /// The county of a township; `folder` is what it is called by the folder that holds it.
    pub(super) fn county(&self, code: &str, folder: &str) -> String {
        let registered = self
            .register
            .as_ref()
            .and_then(|register| register.get(code));
        match registered {
            Some(registered) => registered.county.clone(),
            None => self.county_by.county(code, folder),
        }
    }

    fn head(&self, sites: &[Site]) -> Head {
        let way = self.county_by.word();
        let register = self.register.iter().flat_map(Register::iter);
        let register = register.flat_map(|(code, of)| [code, &of.name, &of.county]);
        let all = sites.iter().map(|site| site.source.as_str());
        let all = std::iter::once(way.as_str()).chain(register).chain(all);
        Head {
            audit: FORM,
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            as_of: self.as_of,
            depth: Depth::Evidence,
            parts: self.shard.and_then(|shard| shard.parts(all)),
        }
    }
}

/// Judges townships; `told` hears after each how many are done. The same for any number of threads.
#[must_use]
pub fn audit(sites: &[Site], how: &Auditing, told: &(dyn Fn(usize) + Sync)) -> Audit {
    let mine = |site: &&Site| how.shard.is_none_or(|shard| shard.has(&site.source));
    let own: Vec<&Site> = sites.iter().filter(mine).collect();
    let batches = batches(&own, how.jobs.get());
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let all = Mutex::new(Gathered::default());
    std::thread::scope(|scope| {
        for _ in 0..how.jobs.get().min(batches.len()) {
            scope.spawn(|| {
                while let Some(batch) = batches.get(next.fetch_add(1, Ordering::Relaxed)) {
                    judge(batch, how, &mut |made| {
                        let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
                        all.add(made);
                        drop(all);
                        told(done.fetch_add(1, Ordering::Relaxed) + 1);
                    });
                }
            });
        }
    });
    let mut all = all.into_inner().unwrap_or_else(PoisonError::into_inner);
    all.townships.extend(absent(&all.townships, how));
    all.audit(how.head(sites))
}

/// The townships of the register that are not among those found. One that falls to this share and was found by
/// another is taken out again when they are merged.
fn absent(found: &[Township], how: &Auditing) -> Vec<Township> {
    let codes: BTreeSet<&str> = found
        .iter()
        .map(|township| township.code.as_str())
        .collect();
    let register = how.register.iter().flat_map(Register::iter);
    let missing = register.filter(|(code, _)| !codes.contains(code));
    let mine = missing.filter(|(code, _)| how.shard.is_none_or(|shard| shard.has(code)));
    mine.map(|(code, of)| {
        let note = Note::new(Code::TownshipAbsent)
            .arg("code", code)
            .arg("name", of.name.as_str());
        Township {
            code: code.to_owned(),
            source: String::new(),
            name: of.name.clone(),
            county: of.county.clone(),
            inputs: Vec::new(),
            outcome: broken(&[note], &Sources::default()),
        }
    })
    .collect()
}

/// Townships side by side, in lots that keep all threads at work.
fn batches<'s>(sites: &[&'s Site], jobs: usize) -> Vec<Vec<&'s Site>> {
    let size = sites.len().div_ceil(jobs * 4).clamp(1, AT_ONCE);
    let beside = sites.chunk_by(|a, b| a.folder.parent() == b.folder.parent());
    beside
        .flat_map(|folder| folder.chunks(size).map(<[_]>::to_vec))
        .collect()
}

/// Judges some townships one after the other, on shared packages.
fn judge(sites: &[&Site], how: &Auditing, each: &mut dyn FnMut(Made)) {
    let mut shelves: Vec<Shelf> = Vec::new();
    let mut tried: Vec<(Key, Option<usize>)> = Vec::new();
    let mut of_site = |site: &Site| {
        let key = Key::of(&site.folder)?;
        if let Some((_, at)) = tried.iter().find(|(known, _)| *known == key) {
            return *at;
        }
        let shelf = shelf(key.clone(), &site.folder, &how.packages);
        let at = shelf.map(|shelf| {
            shelves.push(shelf);
            shelves.len() - 1
        });
        tried.push((key, at));
        at
    };
    let at: Vec<Option<usize>> = sites.iter().map(|site| of_site(site)).collect();
    let ready = shelves.iter().map(|shelf| Ready {
        shelf,
        prepared: Prepared::new(&shelf.files),
    });
    let ready: Vec<Ready<'_>> = ready.collect();
    for (site, at) in sites.iter().zip(at) {
        each(township(site, at.and_then(|at| ready.get(at)), how));
    }
}

/// What was judged so far.
#[derive(Default)]
struct Gathered {
    townships: Vec<Township>,
    plans: BTreeMap<String, PlanTable>,
}

impl Gathered {
    fn add(&mut self, made: Made) {
        self.townships.push(made.township);
        if let Some((key, table)) = made.plan {
            self.plans.entry(key).or_insert(table);
        }
    }

    fn audit(mut self, head: Head) -> Audit {
        self.townships.sort_by(|a, b| a.order().cmp(&b.order()));
        Audit {
            head,
            plans: self.plans,
            townships: self.townships,
        }
    }
}
