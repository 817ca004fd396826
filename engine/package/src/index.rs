//! What a registry offers: a list with a serial number and a last day, signed as one.

mod record;

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Version;

use crate::archive::Archive;
use crate::digest::Digest;
use crate::key::VerifierKey;
use crate::name::registry_path;
use crate::signed_note::SignedNote;
use crate::trust::Trust;
use crate::verify::{in_force, signed_with, unknown};

/// The file with the list.
pub const INDEX: &str = "index.json";
/// The file with its signatures.
pub const INDEX_NOTE: &str = "index.sig";
/// Bytes of an index at most.
pub const LARGEST_INDEX: usize = 16 << 20;
/// The first line of what is signed.
const FORMAT: &str = "luoshi index v1";

/// What a registry offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// The name of the registry.
    pub registry: String,
    /// One more with each issue.
    pub serial: u64,
    /// The day of issue.
    pub issued: Date,
    /// The last day on which it counts.
    pub expires: Date,
    /// The archives on offer.
    pub packages: BTreeMap<(String, Version), Offer>,
}

/// An archive on offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// The digest of the archive.
    pub digest: Digest,
    /// Its bytes.
    pub size: usize,
}

/// The newest index of a registry that somebody has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Its serial number.
    pub serial: u64,
    /// The digest of `index.json`.
    pub digest: Digest,
}

impl Index {
    /// The first index of a registry, which offers nothing and is yet to be issued; none if it cannot have that name.
    #[must_use]
    pub fn new(registry: &str, day: Date) -> Option<Index> {
        let good = SignedNote::new(&format!("{registry}\n")).is_some()
            && !registry.is_empty()
            && !registry.contains('\n');
        good.then(|| Index {
            registry: registry.to_owned(),
            serial: 0,
            issued: day,
            expires: day,
            packages: BTreeMap::new(),
        })
    }

    /// Puts an archive on offer.
    ///
    /// # Errors
    /// `LS0929`: the version is on offer with other bytes already.
    pub fn offer(&mut self, archive: &Archive) -> Result<(), Note> {
        let manifest = &archive.manifest;
        let offer = Offer {
            digest: archive.digest,
            size: archive.bytes.len(),
        };
        let of = (manifest.name.clone(), manifest.version);
        let there = *self.packages.entry(of).or_insert(offer);
        if there == offer {
            return Ok(());
        }
        let note = Note::new(Code::VersionTaken).arg("package", manifest.name.as_str());
        Err(note.arg("version", manifest.version.to_string()))
    }

    /// Where the archive of an offer lies, from the registry's root.
    #[must_use]
    pub fn path(name: &str, version: Version) -> String {
        registry_path(name, version)
    }

    /// Whether an archive is the one on offer.
    ///
    /// # Errors
    /// `LS0928`: it is not on offer, or with another digest.
    pub fn offers(&self, archive: &Archive) -> Result<(), Note> {
        let manifest = &archive.manifest;
        let of = (manifest.name.clone(), manifest.version);
        let offered = self.packages.get(&of).map(|offer| offer.digest);
        if offered == Some(archive.digest) {
            return Ok(());
        }
        let shown = offered.map_or_else(|| "none".to_owned(), |digest| digest.to_string());
        let note = Note::new(Code::IndexOffers).arg("package", manifest.name.as_str());
        Err(note
            .arg("version", manifest.version.to_string())
            .arg("offered", shown)
            .arg("real", archive.digest.to_string()))
    }

    /// The bytes of `index.json`.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        record::write(self)
    }

    /// What is signed of an index: everything that a reader must not be deceived about.
    #[must_use]
    pub fn note(&self) -> SignedNote {
        let Index {
            registry,
            serial,
            issued,
            expires,
            ..
        } = self;
        let digest = Digest::of(&self.bytes());
        let text = format!("{FORMAT}\n{registry}\n{serial}\n{issued}\n{expires}\n{digest}\n");
        SignedNote::new(&text).expect("a registry's name has no control characters")
    }

    /// What to remember of it, so that no older one is taken for news.
    #[must_use]
    pub fn seen(&self) -> Seen {
        Seen {
            serial: self.serial,
            digest: Digest::of(&self.bytes()),
        }
    }
}

/// Reads the index of a registry on a day; `last` is the newest one seen before.
///
/// # Errors
/// Everything that keeps it from counting: not signed by the registry, expired, older than what was
/// seen before, or another one with the same number.
pub fn read_index(
    bytes: &[u8],
    note: &[u8],
    trust: &Trust,
    day: Date,
    last: Option<Seen>,
) -> Result<Index, Vec<Note>> {
    let (index, note) = said(bytes, note).map_err(|note| vec![note])?;
    in_force(trust, day).map_err(|note| vec![note])?;
    signed(&index, &note, trust, day)?;
    fresh(&index, day, last).map_err(|note| vec![note])?;
    Ok(index)
}

/// Reads the index that a key has signed, for whoever issues the next one; its last day may be over.
///
/// # Errors
/// `LS0924` if it is none, `LS0918` if that key has not signed it, `LS0915` if it was altered.
pub fn read_own_index(bytes: &[u8], note: &[u8], keys: &[VerifierKey]) -> Result<Index, Note> {
    let (index, note) = said(bytes, note)?;
    let mut stranger = None;
    for signature in note.signatures() {
        match keys.iter().find(|key| signature.names(key)) {
            Some(key) if key.verifies(note.text(), &signature.bytes) => return Ok(index),
            Some(_) => return Err(Note::new(Code::SignatureWrong).arg("key", signature.key())),
            None => stranger = Some(unknown(signature)),
        }
    }
    Err(stranger.unwrap_or_else(|| bad("index-note")))
}

/// The index and its note, if they belong together. Nothing is verified.
fn said(bytes: &[u8], note: &[u8]) -> Result<(Index, SignedNote), Note> {
    if bytes.len() > LARGEST_INDEX {
        return Err(bad("index-large"));
    }
    let note = SignedNote::parse(note).ok_or_else(|| bad("index-note"))?;
    let index = record::read(bytes).ok_or_else(|| bad("index-json"))?;
    // One form for each list, so that the note can be made again out of it.
    if index.bytes() != bytes {
        return Err(bad("index-json"));
    }
    if index.note().text() != note.text() {
        return Err(bad("index-other"));
    }
    Ok((index, note))
}

fn bad(why: &'static str) -> Note {
    Note::new(Code::IndexForm).term("why", why)
}

/// Whether the registry itself has signed.
fn signed(index: &Index, note: &SignedNote, trust: &Trust, day: Date) -> Result<(), Vec<Note>> {
    let registries = trust.registries.iter();
    let own = registries.filter(|registry| registry.name == index.registry);
    let keys: Vec<_> = own.flat_map(|registry| &registry.keys).collect();
    let mut passed_over = Vec::new();
    let mut counted = false;
    for signature in note.signatures() {
        let known = keys.iter().find(|key| signature.names(&key.key));
        let result = known
            .ok_or_else(|| unknown(signature))
            .and_then(|key| signed_with(note, signature, key, day));
        match result {
            Ok(()) => counted = true,
            Err(note) if note.code == Code::SignatureWrong => return Err(vec![note]),
            Err(note) => passed_over.push(note),
        }
    }
    if counted { Ok(()) } else { Err(passed_over) }
}

/// Whether an index is news: neither frozen, nor older than one seen before, nor a second one of its number.
fn fresh(index: &Index, day: Date, last: Option<Seen>) -> Result<(), Note> {
    let about = |code| Note::new(code).arg("registry", index.registry.as_str());
    if day > index.expires {
        let note = about(Code::IndexExpired).arg("expires", index.expires.to_string());
        return Err(note.arg("day", day.to_string()));
    }
    let Some(last) = last else { return Ok(()) };
    if index.serial < last.serial {
        let note = about(Code::IndexRollback).arg("serial", index.serial.to_string());
        return Err(note.arg("seen", last.serial.to_string()));
    }
    if index.serial == last.serial && index.seen().digest != last.digest {
        return Err(about(Code::IndexFork).arg("serial", index.serial.to_string()));
    }
    Ok(())
}
