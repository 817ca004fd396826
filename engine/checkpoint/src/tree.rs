//! The Merkle tree over the records of a ledger, in the order in which they entered (RFC 6962, section 2.1).

use crate::hash::TreeHash;

/// The hashes of all records, in order; 32 bytes a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    leaves: Vec<TreeHash>,
}

impl Tree {
    /// Adds a record.
    pub fn push(&mut self, record: &[u8]) {
        self.leaves.push(TreeHash::leaf(record));
    }

    /// How many records there are.
    #[must_use]
    pub fn size(&self) -> u64 {
        size(&self.leaves)
    }

    /// The hashes of all records.
    #[must_use]
    pub fn leaves(&self) -> &[TreeHash] {
        &self.leaves
    }

    /// The root over all records.
    #[must_use]
    pub fn root(&self) -> TreeHash {
        root(&self.leaves)
    }

    /// The root over the first so many records; none if there are fewer.
    #[must_use]
    pub fn root_at(&self, size: u64) -> Option<TreeHash> {
        self.first(size).map(root)
    }

    /// The way from a record to the root over the first so many, from the leaf up; none if it is not among them.
    #[must_use]
    pub fn inclusion(&self, index: u64, size: u64) -> Option<Vec<TreeHash>> {
        let leaves = self.first(size)?;
        let index = usize::try_from(index).ok().filter(|i| *i < leaves.len())?;
        let mut path = Vec::new();
        audit_path(leaves, index, &mut path);
        Some(path)
    }

    /// The proof that the tree over the first `old` records is the beginning of that over the first `new`;
    /// none if there are fewer records, or `new` is less than `old`.
    #[must_use]
    pub fn consistency(&self, old: u64, new: u64) -> Option<Vec<TreeHash>> {
        let leaves = self.first(new)?;
        let old = usize::try_from(old).ok().filter(|n| *n <= leaves.len())?;
        let mut proof = Vec::new();
        // Of nothing, and of what is the same, nothing has to be shown.
        if old != 0 && old != leaves.len() {
            subproof(leaves, old, true, &mut proof);
        }
        Some(proof)
    }

    fn first(&self, size: u64) -> Option<&[TreeHash]> {
        self.leaves.get(..usize::try_from(size).ok()?)
    }
}

impl FromIterator<TreeHash> for Tree {
    fn from_iter<I: IntoIterator<Item = TreeHash>>(hashes: I) -> Tree {
        Tree {
            leaves: hashes.into_iter().collect(),
        }
    }
}

fn size(leaves: &[TreeHash]) -> u64 {
    u64::try_from(leaves.len()).unwrap_or(u64::MAX)
}

fn root(leaves: &[TreeHash]) -> TreeHash {
    match leaves {
        [] => TreeHash::empty(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            TreeHash::node(root(left), root(right))
        }
    }
}

/// The largest power of two below the number of leaves, which is at least two.
fn split(leaves: usize) -> usize {
    1 << (leaves - 1).ilog2()
}

/// `PATH(m, D[n])` of RFC 6962, section 2.1.1.
fn audit_path(leaves: &[TreeHash], index: usize, path: &mut Vec<TreeHash>) {
    if leaves.len() < 2 {
        return;
    }
    let at = split(leaves.len());
    let (left, right) = leaves.split_at(at);
    if index < at {
        audit_path(left, index, path);
        path.push(root(right));
    } else {
        audit_path(right, index - at, path);
        path.push(root(left));
    }
}

/// `SUBPROOF(m, D[n], b)` of RFC 6962, section 2.1.2. `known` is its `b`: whether the verifier has this root already.
fn subproof(leaves: &[TreeHash], old: usize, known: bool, proof: &mut Vec<TreeHash>) {
    if old == leaves.len() {
        if !known {
            proof.push(root(leaves));
        }
        return;
    }
    let at = split(leaves.len());
    let (left, right) = leaves.split_at(at);
    if old <= at {
        subproof(left, old, known, proof);
        proof.push(root(right));
    } else {
        subproof(right, old - at, false, proof);
        proof.push(root(left));
    }
}
