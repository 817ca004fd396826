//! `luoshi package publish`: puts archives into a registry, and issues its next index.

use std::path::Path;

use jiff::ToSpan;
use jiff::civil::Date;
use luoshi::{
    at_most, read_key, read_package, read_signatures, shown, trust_at, unreadable, whole,
};
use luoshi_diagnostics::{Arg, Code, Note, Sources, write_failed};
use luoshi_package::{
    Archive, INDEX, INDEX_NOTE, Index, LARGEST_INDEX, LARGEST_NOTE, SecretKey, Trust, VerifierKey,
    read_own_index, signed_note_of,
};
use serde_json::json;

use super::Done;
use crate::args::PackagePublishArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::usage;

/// Beside the index, while its two files are replaced: the signature of the list that is there.
const LAST_NOTE: &str = ".index.sig.last";

pub(in crate::command) fn run(args: &PackagePublishArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let day = session.as_of();
    let expires = expires(args, day)?;
    let key = read_key(&args.key)?;
    let mut index = last(args, &key, day)?;
    // Nothing is written before everything has been read: a registry is never left half changed by a slip.
    let mut parcels = Vec::new();
    for file in &args.files {
        let parcel = parcel(file)?;
        index.offer(&parcel.archive)?;
        parcels.push(parcel);
    }
    index.serial += 1;
    index.issued = day;
    index.expires = expires;
    let mut note = index.note();
    note.sign(&key);
    for parcel in &parcels {
        put(&args.registry, parcel)?;
    }
    issue(&args.registry, &index, &note.to_string())?;
    if json {
        session.out.json(&json!({
            "version": 1,
            "registry": index.registry,
            "serial": index.serial,
            "issued": index.issued.to_string(),
            "expires": index.expires.to_string(),
            "added": parcels.iter().map(|parcel| shown(&parcel.inside())).collect::<Vec<_>>(),
            "offers": index.packages.len(),
        }));
    } else if !session.quiet {
        tell(&index, parcels.len(), session);
    }
    Ok(Exit::Clean)
}

/// Puts the next index into its place. Whoever reads between its two files is refused, and tries again; whoever is killed
/// there goes on from the last index, whose signature is kept until then.
fn issue(registry: &Path, index: &Index, note: &str) -> Result<(), Note> {
    whole::folder(registry)?;
    let last = registry.join(LAST_NOTE);
    let signed = std::fs::read(registry.join(INDEX_NOTE)).unwrap_or_default();
    whole::write(&last, &signed)?;
    whole::write(&registry.join(INDEX_NOTE), note.as_bytes())?;
    whole::write(&registry.join(INDEX), &index.bytes())?;
    std::fs::remove_file(&last).map_err(|error| write_failed(&last, &error))
}

fn tell(index: &Index, added: usize, session: &mut Session) {
    let number = |count: usize| Arg::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let args = [
        ("registry", index.registry.as_str().into()),
        ("serial", index.serial.to_string().into()),
        ("expires", index.expires.to_string().into()),
        ("added", number(added)),
        ("count", number(index.packages.len())),
    ];
    session.say("package-published", args);
}

/// The last day of the new index.
fn expires(args: &PackagePublishArgs, day: Date) -> Result<Date, Failure> {
    let after = args
        .days
        .and_then(|days| day.checked_add(i64::from(days).days()).ok());
    match args.expires.or(after) {
        Some(expires) if expires >= day => Ok(expires),
        other => {
            let typed = other.map_or_else(String::new, |expires| expires.to_string());
            Err(usage::bad_value("--expires", &typed, &format!("{day}…")).into())
        }
    }
}

/// The last index of the registry, or one that offers nothing.
fn last(args: &PackagePublishArgs, key: &SecretKey, day: Date) -> Result<Index, Failure> {
    let verifier = key.verifier();
    let list = args.registry.join(INDEX);
    let note = args.registry.join(INDEX_NOTE);
    let kept = args.registry.join(LAST_NOTE);
    let read = |path: &Path, most| at_most(path, most).map_err(|error| unreadable(path, &error));
    // Empty where the very first index was about to be issued.
    let before = kept
        .exists()
        .then(|| read(&kept, LARGEST_NOTE))
        .transpose()?;
    let begun = note.exists() && before.as_ref().is_none_or(|note| !note.is_empty());
    if !list.exists() && !begun {
        let name = args.name.as_deref().unwrap_or_else(|| verifier.name());
        return Index::new(name, day)
            .ok_or_else(|| usage::bad_value("--name", name, "county").into());
    }
    let (list, note) = (read(&list, LARGEST_INDEX)?, read(&note, LARGEST_NOTE)?);
    let mut sources = Sources::default();
    let mut keys = vec![verifier];
    if let Some(path) = &args.trust {
        let trust = trust_at(path, &mut sources).map_err(|notes| Failure { notes, sources })?;
        keys.extend(earlier(&trust));
    }
    // What somebody else put into the list must not get this signature.
    let own = read_own_index(&list, &note, &keys);
    match before {
        Some(before) => {
            Ok(own.or_else(|note| read_own_index(&list, &before, &keys).map_err(|_| note))?)
        }
        None => Ok(own?),
    }
}

/// The keys of registries that are not revoked: the last index may be signed with one that is about to go.
fn earlier(trust: &Trust) -> impl Iterator<Item = VerifierKey> {
    let keys = trust.registries.iter().flat_map(|registry| &registry.keys);
    keys.filter(|key| key.revoked.is_none())
        .map(|key| key.key.clone())
}

/// An archive with its signatures.
struct Parcel {
    archive: Archive,
    signatures: Vec<u8>,
}

impl Parcel {
    /// Where it lies in a registry.
    fn inside(&self) -> std::path::PathBuf {
        let manifest = &self.archive.manifest;
        Index::path(&manifest.name, manifest.version).into()
    }
}

/// An archive is published with signatures, and they are its own.
fn parcel(file: &Path) -> Result<Parcel, Failure> {
    let archive = read_package(file)?;
    let Some(signatures) = read_signatures(file)? else {
        let note = Note::new(Code::SignatureMissing);
        return Err(note.arg("package", archive.manifest.name.as_str()).into());
    };
    signed_note_of(&archive, &signatures)?;
    Ok(Parcel {
        archive,
        signatures,
    })
}

fn put(registry: &Path, parcel: &Parcel) -> Result<(), Note> {
    let path = registry.join(parcel.inside());
    whole::folder(path.parent().unwrap_or(registry))?;
    whole::write(&path, &parcel.archive.bytes)?;
    whole::write(&luoshi::signature_file(&path), &parcel.signatures)
}
