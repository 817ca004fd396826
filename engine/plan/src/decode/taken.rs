//! Which entries of a map were taken, without memory of its own for most maps.

/// Which entries of a map were taken: a bit for each of the first 64, of which few maps have more.
pub(super) struct Taken {
    first: u64,
    rest: Vec<bool>,
}

impl Taken {
    pub(super) fn of(entries: usize) -> Self {
        let rest = vec![false; entries.saturating_sub(64)];
        Taken { first: 0, rest }
    }

    pub(super) fn set(&mut self, at: usize) {
        match at.checked_sub(64) {
            None => self.first |= 1 << at,
            Some(at) => self.rest[at] = true,
        }
    }

    pub(super) fn get(&self, at: usize) -> bool {
        match at.checked_sub(64) {
            None => self.first >> at & 1 == 1,
            Some(at) => self.rest[at],
        }
    }
}
