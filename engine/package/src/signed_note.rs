//! Signed notes: a text and, after an empty line, signatures of it; <https://c2sp.org/signed-note>.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::key::{KeyHash, SecretKey, VerifierKey, is_key_name};

/// Bytes of a note at most.
pub const LARGEST_NOTE: usize = 64 << 10;
/// Signatures of a note at most, as in Go.
const MOST_SIGNATURES: usize = 100;

/// A text with signatures, not yet verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedNote {
    /// What is signed, with the line break at its end.
    text: String,
    signatures: Vec<NoteSignature>,
}

/// A line of a note that says who signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    /// The name of the key.
    pub name: String,
    /// The hash of the key.
    pub hash: KeyHash,
    /// The signature itself.
    pub bytes: Vec<u8>,
}

impl NoteSignature {
    /// Whether it claims to be made with a key.
    #[must_use]
    pub fn names(&self, key: &VerifierKey) -> bool {
        self.name == key.name() && self.hash == key.hash()
    }

    /// Its key as messages call it: `NAME+HASH`.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}+{:08x}", self.name, u32::from_be_bytes(self.hash))
    }
}

impl SignedNote {
    /// A text that nobody has signed; none if it cannot be the text of a note.
    #[must_use]
    pub fn new(text: &str) -> Option<SignedNote> {
        let good = text.ends_with('\n') && is_readable(text);
        good.then(|| SignedNote {
            text: text.to_owned(),
            signatures: Vec::new(),
        })
    }

    /// Reads a note. None of its signatures is verified.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<SignedNote> {
        if bytes.len() > LARGEST_NOTE {
            return None;
        }
        let all = std::str::from_utf8(bytes).ok().filter(|t| is_readable(t))?;
        // The text may have empty lines of its own: the last one is meant.
        let at = all.rfind("\n\n")?;
        let (text, lines) = (&all[..=at], &all[at + 2..]);
        let lines = lines.strip_suffix('\n')?;
        let signatures: Option<Vec<NoteSignature>> = lines.split('\n').map(signature).collect();
        let signatures = signatures.filter(|list| list.len() <= MOST_SIGNATURES)?;
        Some(SignedNote {
            text: text.to_owned(),
            signatures,
        })
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Who signed, in the order written.
    #[must_use]
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Signs. A signature that claims to be by the same key is replaced.
    pub fn sign(&mut self, key: &SecretKey) {
        let verifier = key.verifier();
        self.signatures.retain(|s| !s.names(&verifier));
        self.signatures.push(NoteSignature {
            name: verifier.name().to_owned(),
            hash: verifier.hash(),
            bytes: key.sign(&self.text),
        });
    }
}

impl fmt::Display for SignedNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        for signature in &self.signatures {
            let mut bytes = signature.hash.to_vec();
            bytes.extend(&signature.bytes);
            writeln!(f, "— {} {}", signature.name, STANDARD.encode(bytes))?;
        }
        Ok(())
    }
}

/// No control characters but line breaks.
fn is_readable(text: &str) -> bool {
    text.bytes().all(|b| b >= 0x20 || b == b'\n')
}

fn signature(line: &str) -> Option<NoteSignature> {
    let (name, data) = line.strip_prefix("— ")?.split_once(' ')?;
    let data = STANDARD.decode(data).ok()?;
    let (hash, bytes) = data.split_first_chunk::<4>()?;
    (is_key_name(name) && !bytes.is_empty()).then(|| NoteSignature {
        name: name.to_owned(),
        hash: *hash,
        bytes: bytes.to_vec(),
    })
}
