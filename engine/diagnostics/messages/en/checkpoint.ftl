# Proof that a ledger only grew: a Merkle tree over its records, signed checkpoints, consistency proofs, bundles.
