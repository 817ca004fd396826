//! Where everything is defined.

use std::fmt;
use std::sync::Arc;

use luoshi_diagnostics::Place;

use crate::decode::Space;
use crate::short::Short;

/// Every definition by its name: those of packages, shared by all plans over them, and a plan's own on top.
#[derive(Clone, Default)]
pub struct Places {
    below: Arc<Names>,
    own: Names,
}

/// Definitions of each space: as they come while a file is decoded, in the order of their names once they are settled.
#[derive(Clone, Default)]
pub struct Names([Vec<(Short, Place)>; Space::ALL.len()]);

impl Names {
    fn of(&self, space: Space) -> &[(Short, Place)] {
        &self.0[space as usize]
    }

    pub(crate) fn push(&mut self, space: Space, name: &str, place: &Place) {
        self.0[space as usize].push((Short::from(name), place.clone()));
    }

    /// Every definition, space by space.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Space, &str, &Place)> {
        let all = Space::ALL.into_iter();
        all.flat_map(|space| {
            let names = self.of(space).iter();
            names.map(move |(name, place)| (space, name.as_str(), place))
        })
    }

    /// Takes the definitions of a space in the order of their names; what is defined twice, `again` is told of, with the
    /// first place, and only the first stays.
    pub(crate) fn settle(
        &mut self,
        space: Space,
        mut again: impl FnMut(&str, &Place, &Place),
    ) -> Vec<(Short, Place)> {
        let mut names = std::mem::take(&mut self.0[space as usize]);
        // Stable, so that the first of a name comes first.
        names.sort_by(|(a, _), (b, _)| a.cmp(b));
        names.dedup_by(|(name, place), (first, at)| {
            let twice = name == first;
            if twice {
                again(name, place, at);
            }
            twice
        });
        names
    }

    /// Where a name is defined, all being settled.
    fn get(&self, space: Space, name: &str) -> Option<&Place> {
        let names = self.of(space);
        let at = names.binary_search_by(|(known, _)| known.as_str().cmp(name));
        at.ok().and_then(|at| names.get(at)).map(|(_, place)| place)
    }

    /// Lays settled definitions on those that are there.
    fn lay(&mut self, space: Space, mut on_top: Vec<(Short, Place)>) {
        let names = &mut self.0[space as usize];
        if !names.is_empty() && !on_top.is_empty() {
            let again = |name: &str| on_top.binary_search_by(|(new, _)| new.as_str().cmp(name));
            names.retain(|(name, _)| again(name).is_err());
            on_top.append(names);
            on_top.sort_by(|(a, _), (b, _)| a.cmp(b));
        }
        if !on_top.is_empty() {
            *names = on_top;
        }
    }
}

impl Places {
    /// Where a name is defined; for one that is defined again on top, there.
    #[must_use]
    pub fn get(&self, space: Space, name: &str) -> Option<&Place> {
        let own = self.own.get(space, name);
        own.or_else(|| self.below.get(space, name))
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
        let mut own = self.own.of(space).iter().peekable();
        let mut below = self.below.of(space).iter().peekable();
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

    /// Adds settled definitions of one space on top.
    pub(crate) fn lay(&mut self, space: Space, names: Vec<(Short, Place)>) {
        self.own.lay(space, names);
    }

    /// From here on, what is defined comes on top of what is there, which other plans may share.
    pub(crate) fn share(&mut self) {
        let own = std::mem::take(&mut self.own);
        let below = Arc::make_mut(&mut self.below);
        for (space, names) in Space::ALL.into_iter().zip(own.0) {
            below.lay(space, names);
        }
    }
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
