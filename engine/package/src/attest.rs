//! Whether an auditor whom a trust file names signed a text: a checkpoint of a ledger, or an audit.

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note};

use crate::signed_note::SignedNote;
use crate::trust::Trust;
use crate::verify::{in_force, signed_with, unknown};

/// A text of which it is known who signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attested {
    /// The auditor, as the trust file calls him.
    pub auditor: String,
    /// The key whose signature counted.
    pub key: String,
    /// Why other signatures did not count, if there are some.
    pub passed_over: Vec<Note>,
}

/// Finds a signature of an auditor that counts. A key counts if the day on which the text says it was signed lies
/// in its term, for nobody can sign an old text anew; the trust file must count today.
///
/// # Errors
/// Why no signature counts; at least one note.
pub fn attested(
    note: &SignedNote,
    trust: &Trust,
    signed: Date,
    today: Date,
) -> Result<Attested, Vec<Note>> {
    in_force(trust, today).map_err(|note| vec![note])?;
    let mut passed_over = Vec::new();
    let mut counted = None;
    for signature in note.signatures() {
        let Some((auditor, key)) = trust.auditor(signature) else {
            passed_over.push(unknown(signature));
            continue;
        };
        match signed_with(note, signature, key, signed) {
            Ok(()) => {
                counted.get_or_insert((auditor.name.clone(), key.key.to_string()));
            }
            // Whoever put it there meddled with the text: nothing in it is taken.
            Err(note) if note.code == Code::SignatureWrong => return Err(vec![note]),
            Err(note) => passed_over.push(note),
        }
    }
    match counted {
        Some((auditor, key)) => Ok(Attested {
            auditor,
            key,
            passed_over,
        }),
        None => Err(passed_over),
    }
}
