//! Whether a proof proves what it claims (RFC 9162, sections 2.1.3.2 and 2.1.4.2). No tree is needed for that.

use crate::hash::TreeHash;

/// Why something is not proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unproved {
    /// The record is said to stand behind the end.
    Outside,
    /// The later tree has fewer records.
    Shrunk,
    /// As many records, and another root.
    Forked,
    /// Too few hashes, or too many.
    Length,
    /// The hashes do not lead to the root of the earlier tree.
    OldRoot,
    /// The hashes do not lead to the root of the tree, or of the later one.
    Root,
}

/// Sees that a record stands at a place, from 0, in the tree of this size and root.
///
/// # Errors
/// Why it is not proved.
pub fn included(
    record: TreeHash,
    index: u64,
    size: u64,
    root: TreeHash,
    path: &[TreeHash],
) -> Result<(), Unproved> {
    if index >= size {
        return Err(Unproved::Outside);
    }
    let (mut node, mut last) = (index, size - 1);
    let mut reached = record;
    for hash in path {
        if last == 0 {
            return Err(Unproved::Length);
        }
        if node & 1 == 1 || node == last {
            reached = TreeHash::node(*hash, reached);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            reached = TreeHash::node(reached, *hash);
        }
        node >>= 1;
        last >>= 1;
    }
    match (last, reached == root) {
        (0, true) => Ok(()),
        (0, false) => Err(Unproved::Root),
        _ => Err(Unproved::Length),
    }
}

/// Sees that the tree of the first size and root is the beginning of that of the second.
///
/// # Errors
/// Why it is not proved. [`Unproved::Shrunk`] and [`Unproved::Forked`] are proved themselves: no other proof could help.
pub fn consistent(
    (old_size, old_root): (u64, TreeHash),
    (new_size, new_root): (u64, TreeHash),
    proof: &[TreeHash],
) -> Result<(), Unproved> {
    if new_size < old_size {
        return Err(Unproved::Shrunk);
    }
    if new_size == old_size && new_root != old_root {
        return Err(Unproved::Forked);
    }
    if old_size == 0 && old_root != TreeHash::empty() {
        return Err(Unproved::OldRoot);
    }
    if old_size == 0 || old_size == new_size {
        let spare = !proof.is_empty();
        return if spare { Err(Unproved::Length) } else { Ok(()) };
    }
    let reached = climb(old_size, new_size, old_root, proof).ok_or(Unproved::Length)?;
    match (reached.0 == old_root, reached.1 == new_root) {
        (true, true) => Ok(()),
        (false, _) => Err(Unproved::OldRoot),
        (true, false) => Err(Unproved::Root),
    }
}

/// The two roots to which a proof leads; none if it is too short or too long.
fn climb(
    old_size: u64,
    new_size: u64,
    old_root: TreeHash,
    proof: &[TreeHash],
) -> Option<(TreeHash, TreeHash)> {
    // An earlier tree that is complete is itself the first node of the way, and not written.
    let (start, rest) = match (old_size.is_power_of_two(), proof.split_first()) {
        (true, _) => (old_root, proof),
        (false, Some((first, rest))) => (*first, rest),
        (false, None) => return None,
    };
    let (mut node, mut last) = (old_size - 1, new_size - 1);
    while node & 1 == 1 {
        node >>= 1;
        last >>= 1;
    }
    let (mut old, mut new) = (start, start);
    for hash in rest {
        if last == 0 {
            return None;
        }
        if node & 1 == 1 || node == last {
            old = TreeHash::node(*hash, old);
            new = TreeHash::node(*hash, new);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            new = TreeHash::node(new, *hash);
        }
        node >>= 1;
        last >>= 1;
    }
    (last == 0).then_some((old, new))
}
