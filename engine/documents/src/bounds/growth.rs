//! How large a value can become through `set`.

use std::collections::BTreeMap;

/// For every name that a template sets, how many times over it may hold what the paper is made from.
///
/// A value is as heavy as the names in its expression together: `a ~ b` is as heavy as both, and so
/// is anything else made from the two. A `set` inside a loop starts from the same values in each
/// round, because Tera forgets what a round has set; so reading the template once from top to
/// bottom is enough.
#[derive(Default)]
pub(super) struct Growth<'s> {
    weights: BTreeMap<&'s str, u64>,
}

impl<'s> Growth<'s> {
    /// How heavy a name is; what the program gives weighs one.
    pub(super) fn of(&self, name: &str) -> u64 {
        self.weights.get(name).copied().unwrap_or(1)
    }

    /// Notes that a name holds a value of that weight. Of two branches that both set it, the heavier counts.
    pub(super) fn set(&mut self, name: &'s str, weight: u64) {
        let known = self.weights.entry(name).or_insert(1);
        *known = weight.max(*known);
    }
}
