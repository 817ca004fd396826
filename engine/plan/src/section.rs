//! A list whose entries are shared between plans until one of them changes.

use std::fmt;
use std::ops::Index;
use std::sync::Arc;

use serde_json::Value;

use crate::decode::{Cx, Decode};
use crate::schema::SchemaBook;
use crate::yaml::Node;

/// Entries in the order written. A clone shares them with the original; to change one copies it alone.
///
/// Forty thousand townships may build on one package, and each differs from it in little.
#[derive(Clone)]
pub struct Section<T>(Vec<Arc<T>>);

/// The entries of a [`Section`], by reference.
pub type Entries<'a, T> = std::iter::Map<std::slice::Iter<'a, Arc<T>>, fn(&'a Arc<T>) -> &'a T>;

impl<T> Section<T> {
    /// Every entry.
    pub fn iter(&self) -> Entries<'_, T> {
        self.0.iter().map(|entry| &**entry)
    }

    /// Every entry, as other plans may hold it too.
    pub fn shared(&self) -> impl Iterator<Item = &Arc<T>> {
        self.0.iter()
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entry at this index.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&T> {
        self.0.get(at).map(|entry| &**entry)
    }

    /// The first entry.
    #[must_use]
    pub fn first(&self) -> Option<&T> {
        self.get(0)
    }

    /// The last entry.
    #[must_use]
    pub fn last(&self) -> Option<&T> {
        self.0.last().map(|entry| &**entry)
    }

    /// Entries that other sections may have too.
    pub(crate) fn of_shared(entries: impl Iterator<Item = Arc<T>>) -> Self {
        Section(entries.collect())
    }

    /// Adds an entry at the end.
    pub fn push(&mut self, entry: T) {
        self.0.push(Arc::new(entry));
    }

    /// Adds the entries of another section at the end.
    pub fn append(&mut self, other: Section<T>) {
        self.0.extend(other.0);
    }

    /// Keeps the entries of which this is true.
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        self.0.retain(|entry| keep(entry));
    }

    /// Puts another entry in the place of one; false if there is none.
    pub(crate) fn replace(&mut self, at: usize, entry: T) -> bool {
        let place = self.0.get_mut(at);
        place.map(|place| *place = Arc::new(entry)).is_some()
    }
}

impl<T: Clone> Section<T> {
    /// The entry at this index, to be changed.
    pub fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        self.0.get_mut(at).map(Arc::make_mut)
    }

    /// The entries of which this is true, to be changed: the others stay shared.
    pub fn iter_mut_if(&mut self, wanted: impl Fn(&T) -> bool) -> impl Iterator<Item = &mut T> {
        let found = self.0.iter_mut().filter(move |entry| wanted(entry));
        found.map(Arc::make_mut)
    }
}

impl<T> Default for Section<T> {
    fn default() -> Self {
        Section(Vec::new())
    }
}

impl<T: fmt::Debug> fmt::Debug for Section<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T> Index<usize> for Section<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        &self.0[at]
    }
}

impl<'a, T> IntoIterator for &'a Section<T> {
    type Item = &'a T;
    type IntoIter = Entries<'a, T>;

    fn into_iter(self) -> Entries<'a, T> {
        self.iter()
    }
}

impl<T: Clone> IntoIterator for Section<T> {
    type Item = T;
    type IntoIter = std::iter::Map<std::vec::IntoIter<Arc<T>>, fn(Arc<T>) -> T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(Arc::unwrap_or_clone)
    }
}

impl<T> FromIterator<T> for Section<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        Section(entries.into_iter().map(Arc::new).collect())
    }
}

/// Written as any list is.
impl<T: Decode> Decode for Section<T> {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        Vec::decode(node, cx).map(Section::from_iter)
    }

    fn absent() -> Option<Self> {
        Some(Section::default())
    }

    fn schema(book: &mut SchemaBook) -> Value {
        Vec::<T>::schema(book)
    }
}
