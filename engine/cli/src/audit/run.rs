//! All townships, on several threads.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::Date;
use luoshi_audit::{
    Audit, CountyBy, Depth, FORM, Head, PlanTable, Pool, Register, Shard, Township,
};
use luoshi_diagnostics::{Code, Note, Sources};

use super::find::Site;
use super::stock::{Ready, Stock};
use super::threads::on_threads;
use super::township::{Made, township};
use super::trouble::broken;
use crate::run::Options;

/// Townships that one thread takes at most before it asks for more.
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
    /// The folder in each township with whose files attachments are compared, if they are.
    pub files: Option<String>,
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

    /// The head of an audit of whatever lies in these places.
    pub(super) fn head<'a>(&self, places: impl Iterator<Item = &'a str>) -> Head {
        let way = self.county_by.word();
        let register = self.register.iter().flat_map(Register::iter);
        let register = register.flat_map(|(code, of)| [code, &of.name, &of.county]);
        let places: Vec<&str> = places.collect();
        let all = [way.as_str()].into_iter().chain(register).chain(places);
        Head {
            audit: FORM,
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            as_of: self.as_of,
            depth: Depth::Evidence,
            files: self.files.clone(),
            parts: self.shard.and_then(|shard| shard.parts(all)),
        }
    }
}

/// Judges townships; `told` hears after each how many are done. The same for any number of threads.
#[must_use]
pub fn audit(sites: &[Site], how: &Auditing, told: &(dyn Fn(usize) + Sync)) -> Audit {
    let mine = |site: &&Site| how.shard.is_none_or(|shard| shard.has(&site.source));
    let own: Vec<&Site> = sites.iter().filter(mine).collect();
    let stock = Stock::of(&own, &how.packages, how.jobs);
    let kept = stock.kept();
    let done = AtomicUsize::new(0);
    let all = Mutex::new(Gathered::default());
    let most = own.len().div_ceil(how.jobs.get() * 4).clamp(1, AT_ONCE);
    on_threads(how.jobs, &stock.lots(most), |_, lot| {
        let shelf = lot.first().and_then(|first| stock.shelf_of(*first));
        let of_lot = shelf.as_ref().map(Ready::of);
        for at in lot {
            let made = match &of_lot {
                Some(ready) => township(own[*at], Some(ready), how),
                None => township(own[*at], stock.ready(*at, &kept), how),
            };
            let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
            all.add(made);
            drop(all);
            told(done.fetch_add(1, Ordering::Relaxed) + 1);
        }
    });
    let mut all = all.into_inner().unwrap_or_else(PoisonError::into_inner);
    all.townships.extend(absent(&all.townships, how));
    all.audit(how.head(sites.iter().map(|site| site.source.as_str())))
}

/// The townships of the register that are not among those found. One that falls to this share and was found by
/// another is taken out again when they are merged.
pub(super) fn absent(found: &[Township], how: &Auditing) -> Vec<Township> {
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

/// What was judged so far.
#[derive(Default)]
pub(super) struct Gathered {
    pool: Pool,
    pub(super) townships: Vec<Township>,
    pub(super) plans: BTreeMap<String, PlanTable>,
}

impl Gathered {
    fn add(&mut self, made: Made) {
        self.township(made.township);
        if let Some((key, table)) = made.plan {
            self.plans.entry(key).or_insert(table);
        }
    }

    /// What it has in common with others is kept once.
    pub(super) fn township(&mut self, mut township: Township) {
        self.pool.share(&mut township);
        self.townships.push(township);
    }

    pub(super) fn audit(mut self, head: Head) -> Audit {
        self.townships.sort_by(|a, b| a.order().cmp(&b.order()));
        Audit {
            head,
            plans: self.plans,
            townships: self.townships,
        }
    }
}
