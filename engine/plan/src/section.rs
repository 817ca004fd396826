//! A list whose entries are shared between plans until one of them changes.

use std::fmt;
use std::ops::Index;
use std::sync::Arc;

use serde_json::Value;

use crate::decode::{Cx, Decode, items};
use crate::schema::SchemaBook;
use crate::yaml::Node;

/// Entries in the order written. A clone shares them with the original: the whole list as long as nothing
/// is added, taken out or changed, and then each entry but the one that changes.
///
/// Forty thousand townships may build on one package, and each differs from it in little.
///
/// A section without entries is nothing in memory: a plan has many of them.
#[derive(Clone)]
pub struct Section<T>(Option<Arc<Vec<Arc<T>>>>);

/// The entries of a [`Section`], by reference.
pub type Entries<'a, T> = std::iter::Map<std::slice::Iter<'a, Arc<T>>, fn(&'a Arc<T>) -> &'a T>;

impl<T> Section<T> {
    fn list(&self) -> &[Arc<T>] {
        self.0.as_ref().map_or(&[], |list| list.as_slice())
    }

    /// Every entry.
    pub fn iter(&self) -> Entries<'_, T> {
        self.list().iter().map(|entry| &**entry)
    }

    /// Every entry, as other plans may hold it too.
    pub fn shared(&self) -> impl Iterator<Item = &Arc<T>> {
        self.list().iter()
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list().len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list().is_empty()
    }

    /// The entry at this index.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&T> {
        self.list().get(at).map(|entry| &**entry)
    }

    /// The first entry.
    #[must_use]
    pub fn first(&self) -> Option<&T> {
        self.get(0)
    }

    /// The last entry.
    #[must_use]
    pub fn last(&self) -> Option<&T> {
        self.list().last().map(|entry| &**entry)
    }

    /// Entries that other sections may have too.
    pub(crate) fn of_shared(entries: impl Iterator<Item = Arc<T>>) -> Self {
        let list: Vec<Arc<T>> = entries.collect();
        Section((!list.is_empty()).then(|| Arc::new(list)))
    }

    fn list_mut(&mut self) -> &mut Vec<Arc<T>> {
        Arc::make_mut(self.0.get_or_insert_default())
    }

    fn into_list(self) -> Vec<Arc<T>> {
        self.0.map(Arc::unwrap_or_clone).unwrap_or_default()
    }

    /// Adds an entry at the end.
    pub fn push(&mut self, entry: T) {
        self.push_shared(Arc::new(entry));
    }

    /// Adds an entry, which others may hold, at the end.
    pub(crate) fn push_shared(&mut self, entry: Arc<T>) {
        self.list_mut().push(entry);
    }

    /// Adds the entries of another section at the end.
    pub fn append(&mut self, other: Section<T>) {
        match (self.is_empty(), other.is_empty()) {
            (_, true) => {}
            (true, false) => *self = other,
            (false, false) => self.list_mut().extend(other.into_list()),
        }
    }

    /// Keeps the entries of which this is true.
    pub fn retain(&mut self, keep: impl Fn(&T) -> bool) {
        if !self.iter().all(&keep) {
            self.list_mut().retain(|entry| keep(entry));
        }
    }

    /// Puts another entry, which others may hold, in the place of one; false if there is none.
    pub(crate) fn replace(&mut self, at: usize, entry: Arc<T>) -> bool {
        let place = self.list_mut().get_mut(at);
        place.map(|place| *place = entry).is_some()
    }

    /// Where its list lies in memory.
    pub(crate) fn address(&self) -> usize {
        self.0.as_ref().map_or(0, |list| Arc::as_ptr(list).addr())
    }

    /// Whether something else holds the same list, and with it every entry.
    #[must_use]
    pub fn is_common(&self) -> bool {
        let list = self.0.as_ref();
        list.is_none_or(|list| Arc::strong_count(list) > 1)
    }

    /// Whether it is another, the same in memory.
    pub(crate) fn is_same(&self, other: &Section<T>) -> bool {
        match (&self.0, &other.0) {
            (Some(list), Some(other)) => Arc::ptr_eq(list, other),
            (None, None) => true,
            _ => false,
        }
    }

    /// The entries that do not stand, the same in memory, in the same place of another section.
    pub(crate) fn without(&self, other: &Section<T>) -> Section<T> {
        if self.is_same(other) {
            return Section::default();
        }
        let same = |(at, entry): &(usize, &Arc<T>)| {
            let other = other.list().get(*at);
            other.is_some_and(|other| Arc::ptr_eq(entry, other))
        };
        let all = self.shared().enumerate();
        Section::of_shared(
            all.filter(|entry| !same(entry))
                .map(|(_, entry)| entry.clone()),
        )
    }
}

impl<T: Clone> Section<T> {
    /// The entry at this index, to be changed.
    pub fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        self.list_mut().get_mut(at).map(Arc::make_mut)
    }

    /// The entries of which this is true, to be changed: the others stay shared.
    pub fn iter_mut_if(&mut self, wanted: impl Fn(&T) -> bool) -> impl Iterator<Item = &mut T> {
        let list = match self.iter().any(&wanted) {
            true => self.list_mut().as_mut_slice(),
            false => &mut [],
        };
        let found = list.iter_mut().filter(move |entry| wanted(entry));
        found.map(Arc::make_mut)
    }
}

impl<T> Default for Section<T> {
    fn default() -> Self {
        Section(None)
    }
}

impl<T: fmt::Debug> fmt::Debug for Section<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.list().fmt(f)
    }
}

impl<T> Index<usize> for Section<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        &self.list()[at]
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
        self.into_list().into_iter().map(Arc::unwrap_or_clone)
    }
}

impl<T> FromIterator<T> for Section<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        Section::of_shared(entries.into_iter().map(Arc::new))
    }
}

/// Written as any list is.
impl<T: Decode> Decode for Section<T> {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let items = items(node);
        let mut list = Vec::with_capacity(items.len());
        list.extend(
            items
                .iter()
                .filter_map(|item| T::decode(item, cx).map(Arc::new)),
        );
        Some(Section((!list.is_empty()).then(|| Arc::new(list))))
    }

    fn absent() -> Option<Self> {
        Some(Section::default())
    }

    fn schema(book: &mut SchemaBook) -> Value {
        Vec::<T>::schema(book)
    }
}
