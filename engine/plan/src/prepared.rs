//! Packages for many plans: what the plans have in common is decoded, checked and counted once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use luoshi_calendar::{Span, Workdays};
use luoshi_diagnostics::{FileId, Note};

use crate::answers::{Answers, answers};
use crate::calendars;
use crate::layer::{Kept, Layer};
use crate::link::{self, Sorts};
use crate::model::{Chain, File, Package, Role};
use crate::parameters::Values;
use crate::parse::PlanFile;
use crate::plan::Texts;
use crate::quiet::quiet;
use crate::remains::Remains;
use crate::section::Section;
use crate::subjects::UnitSubjects;

/// Packages for many plans: what they have in common is decoded once.
pub struct Prepared<'p> {
    pub(crate) packages: &'p [PlanFile],
    /// By the packages that lie under a plan, as indices.
    kept: Mutex<BTreeMap<Vec<usize>, Arc<Common<'p>>>>,
}

/// What plans over the same packages have in common.
pub(crate) struct Common<'p> {
    pub(crate) values: Values<'p>,
    pub(crate) layer: Kept<'p>,
    pub(crate) ground: Ground,
    pub(crate) workdays: Arc<Workdays>,
    /// What no check says anything of.
    pub(crate) quiet: File,
    /// What is left of sections without the duties that are off.
    pub(crate) remains: Remains,
    /// The sort of each duty.
    pub(crate) sorts: Sorts,
    /// The units as subjects.
    pub(crate) units: UnitSubjects,
    /// Who answers to whom among these roles, along these chains.
    pub(crate) answers: (Section<Role>, Section<Chain>, Answers),
}

/// What the packages under a plan bring along beside rules.
#[derive(Clone)]
pub(crate) struct Ground {
    pub(crate) packages: Section<Package>,
    pub(crate) digests: Arc<BTreeMap<String, String>>,
    pub(crate) package_of: Arc<BTreeMap<FileId, usize>>,
    pub(crate) scripts: Texts,
    pub(crate) templates: Texts,
}

impl Ground {
    pub(crate) fn of(below: &[&PlanFile]) -> Self {
        let packages = below.iter().filter_map(|f| f.head.package.clone());
        let digest = |f: &&PlanFile| f.head.package_name.clone().zip(f.digest.clone());
        let files = below.iter().enumerate();
        let files = files.flat_map(|(at, f)| f.trees.iter().map(move |tree| (tree.place.file, at)));
        let scripts = below.iter().flat_map(|f| f.scripts.clone()).collect();
        let templates = below.iter().flat_map(|f| f.templates.clone()).collect();
        Ground {
            packages: packages.collect(),
            digests: Arc::new(below.iter().filter_map(digest).collect()),
            package_of: Arc::new(files.collect()),
            scripts: Arc::new(scripts),
            templates: Arc::new(templates),
        }
    }
}

/// Lays texts of a plan on those of its packages.
pub(crate) fn lay_texts(below: &mut Texts, own: &BTreeMap<String, (FileId, String)>) {
    if !own.is_empty() {
        Arc::make_mut(below).extend(own.clone());
    }
}

impl<'p> Prepared<'p> {
    /// Nothing is decoded before a plan asks for it.
    #[must_use]
    pub fn new(packages: &'p [PlanFile]) -> Self {
        Prepared {
            packages,
            kept: Mutex::default(),
        }
    }

    /// What is kept for plans over these folders.
    pub(crate) fn common(&self, below: &[&'p PlanFile]) -> Option<Arc<Common<'p>>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(&self.indices(below)?).cloned()
    }

    pub(crate) fn keep(&self, below: &[&'p PlanFile], layer: &Layer, under: &Values<'_>) {
        let mut notes: Vec<Note> = below.iter().flat_map(|f| f.notes.clone()).collect();
        let mut values = Values::default();
        for file in below {
            values.folder(file, false, true, &mut notes);
        }
        let (workdays, wrong) = calendars::workdays(below.iter().flat_map(|f| &f.calendars));
        notes.extend(wrong);
        if !notes.is_empty() {
            return;
        }
        let any = Span::new(Date::MIN, Date::MAX);
        let kept = self.indices(below).zip(Kept::of(layer, below, under));
        if let Some(((key, layer), any)) = kept.zip(any)
            && let Some((content, open)) = layer.content()
        {
            values.share();
            let (roles, chains) = (content.roles.clone(), content.chains.clone());
            let common = Common {
                values,
                ground: Ground::of(below),
                workdays: Arc::new(workdays),
                quiet: quiet(content, open, below, under, any),
                remains: Remains::shared(),
                sorts: link::sorts_of(content),
                units: UnitSubjects::of(&content.units),
                answers: (roles, chains, answers(content)),
                layer,
            };
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.entry(key).or_insert_with(|| Arc::new(common));
        }
    }

    fn indices(&self, below: &[&PlanFile]) -> Option<Vec<usize>> {
        let index = |file: &&PlanFile| {
            let mut packages = self.packages.iter();
            packages.position(|package| std::ptr::eq(package, *file))
        };
        below.iter().map(index).collect()
    }
}
