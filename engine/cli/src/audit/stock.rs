//! Packages that many townships build on: read, checked and compiled once.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use luoshi_diagnostics::Sources;
use luoshi_package::LOCK_FILE;
use luoshi_package::store::installed;
use luoshi_plan::{Folder, Plan, PlanFile, Prepared, parse};
use luoshi_rules::Compiler;

use super::find::Site;
use super::threads::on_threads;
use crate::folder::{read_folder, read_text, shown};
use crate::packages::{asks, candidates, packages_for};
use crate::run::{Loaded, Run, load};

/// Sets of packages that are kept until the last township. Of further ones each is read for its townships alone, and
/// given up after them: counties that have copies of their own must not fill memory.
const KEPT: usize = 16;

/// What decides which packages a plan is given, beside where they lie: what it asks for, what it is locked to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Wish {
    asks: Vec<(String, String)>,
    lock: Option<String>,
}

/// Where packages lie, and what they are; the same for townships side by side.
type Offer = Vec<(PathBuf, String, Option<String>)>;

/// Which townships are given the same packages.
pub(crate) struct Stock<'s> {
    sites: &'s [&'s Site],
    /// The set of packages of each township; none if it has some of its own, or its plan cannot be read.
    set_of: Vec<Option<usize>>,
    sets: Vec<Set>,
    places: &'s [PathBuf],
}

/// Townships that are given the same packages.
struct Set {
    wish: Wish,
    /// Indices of the townships.
    sites: Vec<usize>,
    /// The packages, if they are kept for all of them.
    shelf: Option<OnceLock<Option<Shelf>>>,
}

/// The packages of a set.
pub(crate) struct Shelf {
    wish: Wish,
    sources: Sources,
    files: Vec<PlanFile>,
}

/// Packages, decoded and compiled as far as plans have that in common.
pub(crate) struct Ready<'s> {
    shelf: &'s Shelf,
    prepared: Prepared<'s>,
    /// For plans over these packages.
    pub(crate) compiler: Compiler,
}

/// Those of the sets that are kept, made ready when a township first needs them.
pub(crate) struct Kept<'s>(Vec<OnceLock<Option<Ready<'s>>>>);

impl<'s> Stock<'s> {
    /// Looks into the plan of each township, and groups them.
    pub(crate) fn of(sites: &'s [&'s Site], places: &'s [PathBuf], jobs: NonZeroUsize) -> Self {
        let wishes: Vec<OnceLock<Option<Wish>>> = sites.iter().map(|_| OnceLock::new()).collect();
        on_threads(jobs, sites, |at, site| {
            let _ = wishes[at].set(Wish::of(&site.folder));
        });
        let mut offers: BTreeMap<Option<&Path>, Offer> = BTreeMap::new();
        let mut groups: BTreeMap<(Offer, Wish), Vec<usize>> = BTreeMap::new();
        for (at, (site, wish)) in sites.iter().zip(wishes).enumerate() {
            let Some(wish) = wish.into_inner().flatten() else {
                continue;
            };
            let beside = site.folder.parent();
            let offer = offers.entry(beside);
            let offer = offer.or_insert_with(|| offer_to(&site.folder, places));
            groups.entry((offer.clone(), wish)).or_default().push(at);
        }
        let mut sets: Vec<Set> = groups
            .into_iter()
            .map(|((_, wish), sites)| Set {
                wish,
                sites,
                shelf: None,
            })
            .collect();
        // The sort is stable: of like sets the first by what they are given.
        sets.sort_by_key(|set| std::cmp::Reverse(set.sites.len()));
        for set in sets.iter_mut().take(KEPT) {
            set.shelf = Some(OnceLock::new());
        }
        let mut set_of = vec![None; sites.len()];
        for (which, set) in sets.iter().enumerate() {
            for at in &set.sites {
                set_of[*at] = Some(which);
            }
        }
        Stock {
            sites,
            set_of,
            sets,
            places,
        }
    }

    /// The townships in lots of at most so many: of each lot all have the same packages, or the lot is of one.
    pub(crate) fn lots(&self, most: usize) -> Vec<Vec<usize>> {
        let alone = (0..self.sites.len()).filter(|at| self.set_of[*at].is_none());
        let shared = self.sets.iter().flat_map(|set| match set.shelf {
            Some(_) => set.sites.chunks(most).map(<[_]>::to_vec).collect(),
            None => vec![set.sites.clone()],
        });
        shared.chain(alone.map(|at| vec![at])).collect()
    }

    /// What is kept, before anything is ready.
    pub(crate) fn kept(&self) -> Kept<'_> {
        let kept = self.sets.iter().take_while(|set| set.shelf.is_some());
        Kept(kept.map(|_| OnceLock::new()).collect())
    }

    /// The packages of a township, if they are kept.
    pub(crate) fn ready<'k, 't>(&'t self, at: usize, kept: &'k Kept<'t>) -> Option<&'k Ready<'t>> {
        let which = self.set_of[at]?;
        let (set, cell) = (&self.sets[which], kept.0.get(which)?);
        let make = || {
            let shelf = set.shelf.as_ref()?.get_or_init(|| self.shelf(set, at));
            shelf.as_ref().map(Ready::of)
        };
        cell.get_or_init(make).as_ref()
    }

    /// The packages of a township, where they are not kept.
    pub(crate) fn shelf_of(&self, at: usize) -> Option<Shelf> {
        let set = &self.sets[self.set_of[at]?];
        match set.shelf {
            Some(_) => None,
            None => self.shelf(set, at),
        }
    }

    /// Reads the packages of a set; none if anything is to be said about them, which each plan then hears at its own
    /// place. It does not matter through which of its townships: whatever decides is the same for all.
    fn shelf(&self, set: &Set, at: usize) -> Option<Shelf> {
        let folder = &self.sites[at].folder;
        let plan = head_of(folder)?;
        let mut sources = Sources::default();
        let (files, notes) = packages_for(&plan, folder, self.places, &mut sources);
        notes.is_empty().then(|| Shelf {
            wish: set.wish.clone(),
            sources,
            files,
        })
    }
}

fn offer_to(folder: &Path, places: &[PathBuf]) -> Offer {
    let candidates = candidates(folder, places).into_iter();
    let offer = candidates.map(|c| (c.path, c.name, c.version.map(|version| version.to_string())));
    offer.collect()
}

/// The first file of a plan, which says what it extends; none if it cannot be read.
fn head_of(folder: &Path) -> Option<PlanFile> {
    let text = read_text(&folder.join("plan.yaml")).ok()?;
    let head = Folder {
        name: shown(folder),
        texts: vec![("plan.yaml".to_owned(), text)],
        ..Folder::default()
    };
    Some(parse(&head, &mut Sources::default()))
}

impl Wish {
    /// Of a folder; none if it has packages of its own, or its plan cannot be read.
    fn of(folder: &Path) -> Option<Wish> {
        if !installed(folder).is_empty() {
            return None;
        }
        Wish::with(folder, &head_of(folder)?)
    }

    /// Of a folder with this plan.
    fn with(folder: &Path, plan: &PlanFile) -> Option<Wish> {
        let asks = asks(plan).into_iter();
        let lock = folder.join(LOCK_FILE);
        Some(Wish {
            asks: asks.map(|ask| (ask.name, ask.range.to_string())).collect(),
            lock: match lock.exists() {
                true => Some(read_text(&lock).ok()?),
                false => None,
            },
        })
    }
}

impl<'s> Ready<'s> {
    pub(crate) fn of(shelf: &'s Shelf) -> Ready<'s> {
        Ready {
            shelf,
            prepared: Prepared::new(&shelf.files),
            compiler: Compiler::default(),
        }
    }
}

/// A plan with what it was read from.
pub(crate) struct Reading<'r> {
    /// The plan; none when an error stood in its way.
    pub(crate) plan: Option<Plan>,
    /// The files of its folder.
    pub(crate) file: PlanFile,
    /// The files of its packages.
    pub(crate) packages: Cow<'r, [PlanFile]>,
}

/// Reads a plan on shared packages if they are its own, else on those that it finds itself.
pub(crate) fn read<'r>(
    run: &mut Run,
    folder: &Path,
    ready: Option<&'r Ready<'_>>,
    places: &[PathBuf],
) -> Reading<'r> {
    if let Some(ready) = ready {
        let (texts, notes) = read_folder(folder);
        let mut sources = ready.shelf.sources.clone();
        let file = parse(&texts, &mut sources);
        if notes.is_empty() && Wish::with(folder, &file).as_ref() == Some(&ready.shelf.wish) {
            let staged = ready.prepared.resolve(&file);
            run.sources = sources;
            run.notes.extend(staged.notes);
            return Reading {
                plan: staged.value,
                file,
                packages: ready.shelf.files.as_slice().into(),
            };
        }
    }
    let Loaded {
        plan,
        file,
        packages,
    } = load(run, folder, places);
    Reading {
        plan,
        file,
        packages: packages.into(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::num::NonZeroUsize;
    use std::path::{Path, PathBuf};

    use super::{KEPT, Site, Stock};

    fn write(path: &Path, text: &str) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    const PACKAGE: &str = "luoshi: 1
package: { name: county/peace, version: 1.0.0, publisher: 县委政法委, title: 平安建设基本方案 }
";

    fn sites(root: &Path, counties: usize) -> Vec<Site> {
        let mut sites = Vec::new();
        for county in 0..counties {
            for town in 0..3 {
                let folder = root.join(format!("{county:02}/{town}"));
                let plan = "luoshi: 1\nextends: [{ package: county/peace, version: \"^1.0\" }]\n";
                write(&folder.join("plan.yaml"), plan);
                sites.push(Site {
                    source: folder.display().to_string(),
                    folder,
                    county: String::new(),
                    unreadable: None,
                });
            }
        }
        sites
    }

    #[test]
    fn packages_that_are_named_are_one_set_over_all_counties() {
        let root = tempfile::TempDir::new().unwrap();
        let places = [root.path().join("packages")];
        write(&places[0].join("peace/package.yaml"), PACKAGE);
        let sites = sites(&root.path().join("t"), 40);
        let sites: Vec<&Site> = sites.iter().collect();
        let stock = Stock::of(&sites, &places, NonZeroUsize::MIN);
        assert_eq!(stock.sets.len(), 1);
        let kept = stock.kept();
        let first = stock.ready(0, &kept).unwrap();
        let last = stock.ready(sites.len() - 1, &kept).unwrap();
        assert!(std::ptr::eq(first, last), "read once");
        assert_eq!(stock.lots(64).len(), 2);
    }

    #[test]
    fn counties_with_copies_of_their_own_do_not_fill_memory() {
        let root = tempfile::TempDir::new().unwrap();
        let places: [PathBuf; 0] = [];
        let sites = sites(root.path(), KEPT + 4);
        for county in 0..KEPT + 4 {
            write(
                &root.path().join(format!("{county:02}/peace/package.yaml")),
                PACKAGE,
            );
        }
        let sites: Vec<&Site> = sites.iter().collect();
        let stock = Stock::of(&sites, &places, NonZeroUsize::MIN);
        assert_eq!(stock.sets.len(), KEPT + 4);
        let kept = stock.kept();
        for at in 0..sites.len() {
            let kept = stock.ready(at, &kept).is_some();
            assert_eq!(kept, at < KEPT * 3, "{at}");
            assert_eq!(stock.shelf_of(at).is_some(), !kept, "{at}");
        }
        // A county with packages of its own is a lot: its packages are read once, too.
        assert_eq!(stock.lots(64).len(), KEPT + 4);
    }
}
