//! Proof that a ledger only grew: a Merkle tree over its records, signed checkpoints, consistency proofs, bundles.
//!
//! In: hashes of records, keys, earlier checkpoints.
//! Out: checkpoints as signed notes, proofs, what a bundle holds.
//! Never here: a judgement, a clock, a file.
