//! What is left of sections without the duties that are off, kept for other plans with the same entries.
//!
//! Townships of one county turn off much the same duties, and hold the entries of their packages in common, so that what
//! is left of a section is the same too, and whatever is made of it later is made once.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::section::Section;

/// So many sections are kept; one is met in few forms, for few parameters change it.
const MOST: usize = 4096;

/// A section by its name, where its entries lie in memory, and the names of the duties that are off.
type Key = (&'static str, Vec<usize>, Arc<[String]>);

/// The section as it was, whose entries keep their places in memory as long as this is kept, and what is left of it.
type Left<T> = (Section<T>, Section<T>);

/// Sections without the duties that are off; nothing is kept where no other plan can hold the same entries.
#[derive(Default)]
pub(crate) struct Remains(Option<Mutex<BTreeMap<Key, Box<dyn Any + Send + Sync>>>>);

impl Remains {
    /// For plans over the same packages.
    pub(crate) fn shared() -> Remains {
        Remains(Some(Mutex::default()))
    }

    /// What is left of a section: what `without` makes of it, which hangs on the entries and on the names that are off alone.
    pub(crate) fn of<T: Clone + Send + Sync + 'static>(
        &self,
        name: &'static str,
        section: &Section<T>,
        off: &Arc<[String]>,
        without: impl FnOnce(&mut Section<T>),
    ) -> Section<T> {
        let kept = self.0.as_ref().filter(|_| is_common(section));
        let Some(kept) = kept else {
            let mut left = section.clone();
            without(&mut left);
            return left;
        };
        let places = section.shared().map(|entry| Arc::as_ptr(entry).addr());
        let key: Key = (name, places.collect(), off.clone());
        let known = kept.lock().unwrap_or_else(PoisonError::into_inner);
        let found = known
            .get(&key)
            .and_then(|left| left.downcast_ref::<Left<T>>());
        if let Some((_, left)) = found {
            return left.clone();
        }
        drop(known);
        let mut left = section.clone();
        without(&mut left);
        let mut known = kept.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() < MOST {
            let both: Left<T> = (section.clone(), left.clone());
            known.insert(key, Box::new(both));
        }
        left
    }
}

/// Whether something else holds every entry too: an entry of a plan's own is met once.
fn is_common<T>(section: &Section<T>) -> bool {
    section.shared().all(|entry| Arc::strong_count(entry) > 1)
}
