//! What is left of sections without the duties that are off, kept for other plans with the same sections.
//!
//! Townships of one county turn off much the same duties, and hold the sections of their packages in common, so that what
//! is left of a section is the same too, and whatever is made of it later is made once.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use crate::plan::Inactive;
use crate::section::Section;
use crate::short::Short;

/// So many sections are kept; one is met in few forms, for few parameters change it.
const MOST: usize = 4096;

/// Names of duties that are off.
pub(crate) type Names = Arc<[Short]>;

/// Where the list of a section lies in memory, and the names of the duties that are off.
type Key = (usize, usize);

/// What is told of duties that are off, each for all plans that share it.
pub(crate) type Listed = Arc<[Arc<Inactive>]>;

/// What is left of a section, and what is not.
#[derive(Clone)]
pub(crate) struct Left<T> {
    pub(crate) section: Section<T>,
    /// Each without the reason of a plan; those with all common keys of a duty apart from those without.
    pub(crate) duties: Listed,
    pub(crate) others: Listed,
}

/// The section and the names, which keep their places in memory as long as this is kept, and what is left.
type Cut<T> = (Section<T>, Names, Left<T>);

/// Sections without the duties that are off; nothing is kept where no other plan can hold the same section.
#[derive(Default)]
pub(crate) struct Remains(Option<Kept>);

#[derive(Default)]
struct Kept {
    names: Mutex<BTreeSet<Names>>,
    sections: Mutex<BTreeMap<Key, Box<dyn Any + Send + Sync>>>,
}

impl Remains {
    /// For plans over the same packages.
    pub(crate) fn shared() -> Remains {
        Remains(Some(Kept::default()))
    }

    /// The same names, the same in memory as those of other plans.
    pub(crate) fn names(&self, names: Names) -> Names {
        let Some(kept) = &self.0 else {
            return names;
        };
        let mut known = kept.names.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(&names) {
            return known.clone();
        }
        if known.len() < MOST {
            known.insert(names.clone());
        }
        names
    }

    /// What is left of a section: what `cut` makes of it, which hangs on its entries and on the names that are off alone.
    pub(crate) fn of<T: Clone + Send + Sync + 'static>(
        &self,
        section: &Section<T>,
        off: &Names,
        cut: impl FnOnce(Section<T>) -> Left<T>,
    ) -> Left<T> {
        if section.is_empty() {
            return Left {
                section: Section::default(),
                duties: Arc::default(),
                others: Arc::default(),
            };
        }
        let kept = self.0.as_ref().filter(|_| section.is_common());
        let Some(Kept { sections, .. }) = kept else {
            return cut(section.clone());
        };
        let key: Key = (section.address(), Arc::as_ptr(off).addr());
        let known = sections.lock().unwrap_or_else(PoisonError::into_inner);
        let found = known
            .get(&key)
            .and_then(|kept| kept.downcast_ref::<Cut<T>>());
        if let Some((_, _, left)) = found {
            return left.clone();
        }
        drop(known);
        let left = cut(section.clone());
        let mut known = sections.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() < MOST {
            let both: Cut<T> = (section.clone(), off.clone(), left.clone());
            known.insert(key, Box::new(both));
        }
        left
    }
}
