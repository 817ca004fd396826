//! Whether a signature counts, as of the day of installing: `SIGNATURES.md` has the meaning.

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note};

use crate::archive::Archive;
use crate::key::SecretKey;
use crate::signed_note::{NoteSignature, SignedNote};
use crate::statement::Statement;
use crate::trust::{Publisher, Trust, TrustedKey};

/// A package of which it is known who published it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The publisher, as the trust file calls it.
    pub publisher: String,
    /// The key whose signature counted.
    pub key: String,
    /// Why other signatures of the note did not count, if there are some.
    pub passed_over: Vec<Note>,
}

/// Finds a signature of an archive that counts on a day.
///
/// # Errors
/// Everything that keeps the archive from being trusted; at least one note.
pub fn verify(
    archive: &Archive,
    note: Option<&[u8]>,
    trust: &Trust,
    day: Date,
) -> Result<Verified, Vec<Note>> {
    let name = archive.manifest.name.as_str();
    let Some(note) = note else {
        return Err(vec![Note::new(Code::SignatureMissing).arg("package", name)]);
    };
    let note = signed_note_of(archive, note).map_err(|note| vec![note])?;
    in_force(trust, day).map_err(|note| vec![note])?;
    let mut passed_over = Vec::new();
    let mut counted = None;
    for signature in note.signatures() {
        match counts(&note, signature, name, trust, day) {
            Ok((publisher, key)) if counted.is_none() => {
                counted = Some((publisher.name.clone(), key.key.to_string()));
            }
            Ok(_) => {}
            // Whoever put it there meddled with the note: nothing in it is taken.
            Err(note) if note.code == Code::SignatureWrong => return Err(vec![note]),
            Err(note) => passed_over.push(note),
        }
    }
    match counted {
        Some((publisher, key)) => Ok(Verified {
            publisher,
            key,
            passed_over,
        }),
        None => Err(passed_over),
    }
}

/// Reads the note of an archive, and sees that it is about this one. None of its signatures is verified.
///
/// # Errors
/// `LS0914` if it is none, `LS0917` or `LS0919` if it is about another archive.
pub fn signed_note_of(archive: &Archive, note: &[u8]) -> Result<SignedNote, Note> {
    let note = SignedNote::parse(note).ok_or_else(|| unreadable("note-form"))?;
    let said = Statement::parse(note.text()).ok_or_else(|| unreadable("note-statement"))?;
    same(&said, &Statement::of(archive))?;
    Ok(note)
}

/// Signs an archive; `there` is the note with the signatures that it has.
///
/// # Errors
/// As [`signed_note_of`] says of that note.
pub fn sign(archive: &Archive, there: Option<&[u8]>, key: &SecretKey) -> Result<SignedNote, Note> {
    let mut note = match there {
        Some(there) => signed_note_of(archive, there)?,
        None => Statement::of(archive).note(),
    };
    note.sign(key);
    Ok(note)
}

fn unreadable(why: &'static str) -> Note {
    Note::new(Code::SignatureForm).term("why", why)
}

/// Whether a note is about this archive.
fn same(said: &Statement, real: &Statement) -> Result<(), Note> {
    if (&said.name, said.version) != (&real.name, real.version) {
        let shown = |s: &Statement| format!("{} {}", s.name, s.version);
        let note = Note::new(Code::SignatureOtherPackage);
        return Err(note.arg("package", shown(real)).arg("signed", shown(said)));
    }
    if said.digest != real.digest {
        let note = Note::new(Code::SignatureOtherDigest).arg("package", real.name.as_str());
        return Err(note
            .arg("real", real.digest.to_string())
            .arg("signed", said.digest.to_string()));
    }
    Ok(())
}

/// Whether the trust file itself still counts.
pub(crate) fn in_force(trust: &Trust, day: Date) -> Result<(), Note> {
    if day <= trust.to {
        return Ok(());
    }
    let note = Note::new(Code::TrustExpired).arg("to", trust.to.to_string());
    Err(note.arg("day", day.to_string()))
}

/// Whose signature it is, if it counts for a package of this name.
fn counts<'t>(
    note: &SignedNote,
    signature: &NoteSignature,
    package: &str,
    trust: &'t Trust,
    day: Date,
) -> Result<(&'t Publisher, &'t TrustedKey), Note> {
    let known = trust.publisher(signature);
    let (publisher, key) = known.ok_or_else(|| unknown(signature))?;
    signed_with(note, signature, key, day)?;
    let mut names = publisher.packages.iter();
    let why = match (
        day <= publisher.to,
        names.any(|names| names.include(package)),
    ) {
        (true, true) => return Ok((publisher, key)),
        (_, false) => "names",
        (false, true) => "term",
    };
    let note = Note::new(Code::PublisherNotAllowed).arg("package", package);
    Err(note
        .arg("publisher", publisher.name.as_str())
        .arg("to", publisher.to.to_string())
        .arg("why", why))
}

/// Nobody who is trusted has such a key.
pub(crate) fn unknown(signature: &NoteSignature) -> Note {
    Note::new(Code::SignatureUnknownKey).arg("key", signature.key())
}

/// Whether a signature was made with a key that counts on a day.
pub(crate) fn signed_with(
    note: &SignedNote,
    signature: &NoteSignature,
    key: &TrustedKey,
    day: Date,
) -> Result<(), Note> {
    let refused = |code| Note::new(code).arg("key", signature.key());
    if !key.key.verifies(note.text(), &signature.bytes) {
        return Err(refused(Code::SignatureWrong));
    }
    if let Some(revoked) = &key.revoked {
        return Err(refused(Code::KeyRevoked)
            .arg("date", revoked.date.to_string())
            .arg("reason", revoked.reason.as_str()));
    }
    if day < key.from || day > key.to {
        return Err(refused(Code::KeyOutsideTerm)
            .arg("from", key.from.to_string())
            .arg("to", key.to.to_string())
            .arg("day", day.to_string()));
    }
    Ok(())
}
