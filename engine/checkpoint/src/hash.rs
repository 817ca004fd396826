//! Hashes of leaves and nodes, as RFC 6962 and RFC 9162 make them.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// What stands before the bytes of a leaf, so that no leaf is ever taken for a node.
const LEAF: [u8; 1] = [0];
/// What stands before the two hashes of a node.
const NODE: [u8; 1] = [1];

/// A hash of the tree: of a record, of a node, or the root. Shown as base64.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TreeHash(pub [u8; 32]);

impl TreeHash {
    /// The root of the tree that has no leaf.
    #[must_use]
    pub fn empty() -> TreeHash {
        TreeHash(Sha256::digest([]).into())
    }

    /// Of a leaf.
    #[must_use]
    pub fn leaf(bytes: &[u8]) -> TreeHash {
        let sum = Sha256::new().chain_update(LEAF).chain_update(bytes);
        TreeHash(sum.finalize().into())
    }

    /// Of a node with these two below it.
    #[must_use]
    pub fn node(left: TreeHash, right: TreeHash) -> TreeHash {
        let sum = Sha256::new().chain_update(NODE);
        let sum = sum.chain_update(left.0).chain_update(right.0);
        TreeHash(sum.finalize().into())
    }

    /// Reads base64, in its one form.
    #[must_use]
    pub fn parse(text: &str) -> Option<TreeHash> {
        let bytes = STANDARD.decode(text).ok()?;
        bytes.try_into().ok().map(TreeHash)
    }

    /// 64 hexadecimal digits, as `sha256sum` prints them.
    #[must_use]
    pub fn hex(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Reads 64 small hexadecimal digits.
    #[must_use]
    pub fn parse_hex(text: &str) -> Option<TreeHash> {
        let read = luoshi_package::Digest::parse(&format!("sha256:{text}"))?;
        Some(TreeHash(read.bytes()))
    }
}

impl fmt::Display for TreeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&STANDARD.encode(self.0))
    }
}

impl fmt::Debug for TreeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
