//! Proof that a ledger only grew, and that an audit comes out the same again.
//!
//! In: the records of a ledger as bytes, keys, earlier checkpoints, proofs and bundles as texts.
//! Out: a Merkle tree over the records, signed checkpoints, proofs, what became of a ledger, bundles and what differs from them.
//! Never here: a judgement, a clock, a file, trust in a key: whose signatures count is a matter of `luoshi_package`.

mod bundle;
mod checkpoint;
mod growth;
mod hash;
mod line;
mod note;
mod proof;
mod proof_text;
mod record_list;
mod tree;

pub use bundle::{
    Audited, BundleStatement, Change, Difference, Head, Input, LedgerState, Part, Shared, Used,
    compare, compare_heads, compare_shared, other_bytes, read_head, read_township, write_head,
    write_township,
};
pub use checkpoint::{Checkpoint, SignedCheckpoint, is_origin};
pub use growth::{Growth, grown};
pub use hash::TreeHash;
pub use note::{bundle_form, diverged, not_proven, origin_missing, proof_wrong};
pub use proof::{Unproved, consistent, included};
pub use proof_text::{ConsistencyProof, InclusionProof};
pub use record_list::{Divergence, Happened, ListedRecord, RecordList};
pub use tree::Tree;
