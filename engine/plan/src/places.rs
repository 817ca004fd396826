//! Where everything is defined.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use luoshi_diagnostics::Place;

use crate::decode::Space;

/// Every definition by its name: those of packages, shared by all plans over them, and a plan's own on top.
#[derive(Clone, Default)]
pub struct Places {
    below: Arc<Names>,
    own: Names,
}

type Names = BTreeMap<Space, BTreeMap<String, Place>>;

impl Places {
    /// Where a name is defined; for one that is defined again on top, there.
    #[must_use]
    pub fn get(&self, space: Space, name: &str) -> Option<&Place> {
        find(&self.own, space, name).or_else(|| find(&self.below, space, name))
    }

    /// Every name, space by space in the order of the letters.
    pub fn iter(&self) -> impl Iterator<Item = (Space, &str, &Place)> {
        let spaces = Space::ALL.into_iter();
        spaces.flat_map(|space| {
            self.of(space)
                .map(move |(name, place)| (space, name, place))
        })
    }

    /// The names of one space.
    pub fn of(&self, space: Space) -> impl Iterator<Item = (&str, &Place)> {
        let mut own = self.own.get(&space).into_iter().flatten().peekable();
        let mut below = self.below.get(&space).into_iter().flatten().peekable();
        let next = move || match (own.peek(), below.peek()) {
            (Some((top, _)), Some((under, _))) if under < top => below.next(),
            (Some((top, _)), Some((under, _))) if under == top => {
                below.next();
                own.next()
            }
            (Some(_), _) => own.next(),
            (None, _) => below.next(),
        };
        std::iter::from_fn(next).map(|(name, place)| (name.as_str(), place))
    }

    /// Adds a definition on top.
    pub(crate) fn insert(&mut self, space: Space, name: String, place: Place) {
        self.own.entry(space).or_default().insert(name, place);
    }

    /// From here on, what is defined comes on top of what is there, which other plans may share.
    pub(crate) fn share(&mut self) {
        let below = Arc::make_mut(&mut self.below);
        for (space, names) in std::mem::take(&mut self.own) {
            below.entry(space).or_default().extend(names);
        }
    }
}

fn find<'n>(names: &'n Names, space: Space, name: &str) -> Option<&'n Place> {
    names.get(&space)?.get(name)
}

/// As one map, wherever a name comes from.
impl fmt::Debug for Places {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entries = self
            .iter()
            .map(|(space, name, place)| ((space, name), place));
        f.debug_map().entries(entries).finish()
    }
}
