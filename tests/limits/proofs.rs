//! Checkpoints and proofs, papers to be checked.

use luoshi_checkpoint::{ConsistencyProof, TreeHash};
use luoshi_diagnostics::Code;
use luoshi_layout::check;

use crate::Probe;

pub(crate) const PROBES: &[Probe] = &[
    Probe {
        what: "hashes of a proof",
        run: hashes,
    },
    Probe {
        what: "bytes of a .docx",
        run: paper,
    },
];

fn hashes(n: usize) -> Vec<Code> {
    let hash = format!("{}\n", TreeHash::empty());
    let proof = format!("old 1\n{}\n", hash.repeat(n));
    let read = ConsistencyProof::parse(&proof, "proof");
    read.err().iter().map(|note| note.code).collect()
}

/// It is no .docx either way.
fn paper(n: usize) -> Vec<Code> {
    let read = check(&vec![0; n], None);
    read.err()
        .iter()
        .map(|why| why.note("a.docx").code)
        .collect()
}
