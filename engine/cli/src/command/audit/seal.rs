//! The signature of a bundle: a signed note about its digest, in a `.sig` file beside it.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use luoshi::{read_signatures, shown, signature_file, trust_at, whole};
use luoshi_checkpoint::{BundleStatement, other_bytes};
use luoshi_diagnostics::{Code, Note, Sources, write_failed};
use luoshi_package::{Attested, Digest, SecretKey, SignedNote, attested};
use serde_json::{Value, json};

use super::super::ledger::{passed_over, short};
use crate::clock;
use crate::failure::Failure;
use crate::session::Session;

/// Who made a bundle, as far as that can be told.
pub(super) enum Seal {
    /// Nobody says so.
    None,
    /// These keys are named; nobody looked whether they signed.
    Unchecked(Vec<String>, Date),
    /// An auditor whom the trust file names.
    Attested(Attested, Date),
}

/// Signs a bundle. The day of signing is today, whatever day was audited.
pub(super) fn seal(
    bundle: &Path,
    digest: Digest,
    key: &SecretKey,
) -> Result<(PathBuf, Vec<String>), Note> {
    let signed = clock::today();
    let mut note = BundleStatement { signed, digest }.note();
    note.sign(key);
    let path = signature_file(bundle);
    whole::write(&path, note.to_string().as_bytes())?;
    let keys = note.signatures().iter().map(|s| s.key()).collect();
    Ok((path, keys))
}

/// Takes away the signature of a bundle that was written over: it would accuse the new one of having been altered.
pub(super) fn without_old(bundle: &Path, digest: Digest) -> Result<(), Note> {
    let Some(there) = read_signatures(bundle)? else {
        return Ok(());
    };
    let said = SignedNote::parse(&there).and_then(|note| BundleStatement::parse(note.text()));
    // What signs the same bytes still holds, and what is no signature of a bundle is none of ours.
    let Some(said) = said.filter(|said| said.digest != digest) else {
        return Ok(());
    };
    let path = signature_file(bundle);
    tracing::info!(digest = %said.digest, "signature of the old bundle removed");
    std::fs::remove_file(&path).map_err(|error| write_failed(&path, &error))
}

/// Looks at the signature of a bundle. A bundle that is not what was signed is told as such, and is no failure.
pub(super) fn look(
    bundle: &Path,
    digest: Digest,
    trust: Option<&Path>,
) -> Result<Result<Seal, Note>, Failure> {
    let called = shown(bundle);
    let Some(there) = read_signatures(bundle)? else {
        return match trust {
            None => Ok(Ok(Seal::None)),
            Some(_) => Err(Note::new(Code::SignatureMissing)
                .arg("package", called)
                .into()),
        };
    };
    let form = |why| Failure::from(Note::new(Code::SignatureForm).term("why", why));
    let note = SignedNote::parse(&there).ok_or_else(|| form("note-form"))?;
    let said = BundleStatement::parse(note.text()).ok_or_else(|| form("note-bundle"))?;
    let seal = match trust {
        None => {
            let keys = note.signatures().iter().map(|s| s.key()).collect();
            Seal::Unchecked(keys, said.signed)
        }
        Some(path) => {
            let mut sources = Sources::default();
            let read = trust_at(path, &mut sources);
            let trust = read.map_err(|notes| Failure { notes, sources })?;
            // Whether the trust file counts is a matter of today: `--as-of` is the day of the audit.
            let found = attested(&note, &trust, said.signed, clock::today());
            let found = found.map_err(|notes| Failure {
                notes,
                ..Failure::default()
            })?;
            Seal::Attested(found, said.signed)
        }
    };
    if said.digest != digest {
        return Ok(Err(other_bytes(&called, digest, said.digest)));
    }
    Ok(Ok(seal))
}

impl Seal {
    /// A line about it.
    pub(super) fn say(&self, session: &mut Session) {
        match self {
            Seal::None => session.say("bundle-unsigned", []),
            Seal::Unchecked(keys, day) => session.say(
                "bundle-unchecked",
                [
                    ("keys", keys.clone().into()),
                    ("day", day.to_string().into()),
                ],
            ),
            Seal::Attested(found, day) => {
                let about = [
                    ("auditor", found.auditor.as_str().into()),
                    ("key", short(&found.key).into()),
                    ("day", day.to_string().into()),
                ];
                session.say("bundle-attested", about);
                passed_over(found, session);
            }
        }
    }

    /// The same for tools.
    pub(super) fn json(&self) -> Value {
        match self {
            Seal::None => Value::Null,
            Seal::Unchecked(keys, day) => {
                json!({ "verified": false, "keys": keys, "day": day.to_string() })
            }
            Seal::Attested(found, day) => json!({
                "verified": true,
                "auditor": found.auditor,
                "key": found.key,
                "day": day.to_string(),
            }),
        }
    }
}
