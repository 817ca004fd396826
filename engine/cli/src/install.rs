//! Packages into a plan's folder, and the lock that says which: `engine/package/STORE.md` has the meaning.

mod choice;
mod desk;
mod listed;
mod order;
mod registry;
mod relock;
mod root;
mod shelf;

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_package::Lock;
use luoshi_package::store::{Guard, read_lock};
use luoshi_plan::{PlanFile, Version, parse};

use crate::folder::{read_folder, shown};
use crate::packages::{asks, candidates};
use crate::signing::trust_at;

use choice::choose;
use desk::Desk;
use order::{archives, ordered};
use registry::{registry, trust_file};
use shelf::Suppliers;

pub use listed::{Shelved, listed};
pub use order::Order;
pub use relock::{Prefer, Relock, relock};
pub use root::Root;

/// Tenths of a second that an install waits for another one.
const PATIENCE: u32 = 50;

/// How it is to be installed.
#[derive(Debug, Clone)]
pub struct Terms {
    /// The plan's folder.
    pub plan: PathBuf,
    /// The root of a registry.
    pub from: Option<Root>,
    /// The trust file, if not that of the plan.
    pub trust: Option<PathBuf>,
    /// Why a lower version may come in the place of a higher one.
    pub downgrade: Option<String>,
    /// Further places with packages.
    pub packages: Vec<PathBuf>,
    /// The day on which signatures must count.
    pub day: Date,
}

/// What an install came to.
#[derive(Debug)]
pub struct Installation {
    /// The lock before.
    pub old: Option<Lock>,
    /// The lock now.
    pub new: Lock,
    /// The packages that were written.
    pub written: Vec<(String, Version)>,
    /// What should be known beside it.
    pub notes: Vec<Note>,
}

/// Installs packages with all that they ask for, or nothing. Without an order it is what the plan asks for.
///
/// # Errors
/// Everything that stands in the way; then the plan uses what it used before.
pub fn install(
    orders: &[Order],
    terms: &Terms,
    sources: &mut Sources,
) -> Result<Installation, Vec<Note>> {
    let plan = read_plan(&terms.plan, sources).map_err(|note| vec![note])?;
    let guard = Guard::take(&terms.plan, PATIENCE).map_err(|note| vec![note])?;
    let trust = trust_at(&trust_file(terms), sources)?;
    let registry = registry(&guard, terms, &trust)?;
    let files = archives(orders)?;
    let old = read_lock(&terms.plan).map_err(|note| vec![note])?;
    let suppliers = Suppliers {
        files: &files,
        registry: registry.as_ref(),
        folders: &candidates(&terms.plan, &terms.packages),
    };
    let asked = asks(&plan);
    let ordered = ordered(orders, &files);
    let chosen = choose(&plan, &ordered, old.as_ref(), &suppliers)?;
    let mut desk = Desk {
        terms,
        trust: &trust,
        registry: registry.as_ref(),
        old: old.as_ref(),
        ordered: ordered.iter().map(|ask| ask.name.as_str()).collect(),
        packages: Vec::new(),
        write: Vec::new(),
        notes: Vec::new(),
    };
    for ((name, version), item) in chosen {
        desk.take(&name, version, item);
    }
    desk.finish(&guard, &asked)
}

/// The plan's folder, which must be one.
fn read_plan(folder: &Path, sources: &mut Sources) -> Result<PlanFile, Note> {
    let heads = ["plan.yaml", "package.yaml"];
    if !heads.iter().any(|head| folder.join(head).is_file()) {
        return Err(Note::new(Code::PathMissing).arg("path", shown(&folder.join(heads[0]))));
    }
    Ok(parse(&read_folder(folder).0, sources))
}
