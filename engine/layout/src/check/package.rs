//! The parts of a .docx, unpacked within limits.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::unreadable::Unreadable;
use super::xml::{Fault, MANY, Node, parse};

const MIB: u64 = 1 << 20;
/// The longest file that is looked at: papers with photographs stay below it.
const FILE_AT_MOST: u64 = 64 * MIB;
/// The longest single part that is unpacked; a paper of a thousand pages has about 20 MiB.
const PART_AT_MOST: u64 = 48 * MIB;
/// All parts that are looked at, together.
const ALL_AT_MOST: u64 = 128 * MIB;
/// More parts than an editor writes.
const ENTRIES_AT_MOST: usize = 10_000;
/// XML shrinks to a tenth or a thirtieth; only a bomb shrinks to less than this share.
const RATIO_AT_MOST: u64 = 400;
/// A small part may shrink as much as it likes.
const RATIO_FROM: u64 = 4 * MIB;

/// A package.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The main part.
    pub(super) main: String,
    /// How many bytes may still be unpacked, and how many elements read.
    left: (u64, usize),
}

/// One part that another refers to.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    /// The last word of its type: `styles`, `footer`.
    pub(super) kind: String,
    /// The name of the part.
    pub(super) part: String,
}

/// From the ids of relations to what they refer to.
pub(super) type Relations = BTreeMap<String, Relation>;

impl<'a> Package<'a> {
    /// Opens a package and finds its main part.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Package<'a>, Unreadable> {
        if bytes.len() as u64 > FILE_AT_MOST {
            return Err(Unreadable::TooLarge(FILE_AT_MOST / MIB));
        }
        told_by_its_start(bytes)?;
        let zip = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| Unreadable::Damaged(error.to_string()))?;
        if zip.len() > ENTRIES_AT_MOST {
            return Err(Unreadable::Bomb);
        }
        let mut package = Package {
            zip,
            main: String::new(),
            left: (ALL_AT_MOST, MANY),
        };
        let roots = package.relations("")?;
        let main = roots.into_values().find(|r| r.kind == "officeDocument");
        package.main = main.map_or_else(|| "word/document.xml".to_owned(), |r| r.part);
        if package.zip.index_for_name(&package.main).is_none() {
            let mut names = package.zip.file_names();
            let word = names.any(|name| name.is_ok_and(|name| name.starts_with("word/")));
            drop(names);
            return Err(if word {
                Unreadable::PartMissing(package.main)
            } else {
                Unreadable::NotDocx
            });
        }
        Ok(package)
    }

    /// What a part refers to; nothing if it has no list of relations. The empty name stands for the package.
    pub(super) fn relations(&mut self, part: &str) -> Result<Relations, Unreadable> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let list = match folder {
            "" => format!("_rels/{name}.rels"),
            _ => format!("{folder}/_rels/{name}.rels"),
        };
        let mut relations = Relations::new();
        let Some(tree) = self.tree(&list)? else {
            return Ok(relations);
        };
        for node in tree.nodes().filter(|n| n.name == "Relationship") {
            let (Some(id), Some(target)) = (node.attribute("Id"), node.attribute("Target")) else {
                continue;
            };
            if node.attribute("TargetMode") == Some("External") {
                continue;
            }
            let kind = node.attribute("Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let part = joined(folder, target);
            relations.insert(id.to_owned(), Relation { kind, part });
        }
        Ok(relations)
    }

    /// A part as a tree; none if the package does not have it.
    pub(super) fn tree(&mut self, name: &str) -> Result<Option<Node>, Unreadable> {
        let Some(bytes) = self.part(name)? else {
            return Ok(None);
        };
        let broken = |detail: String| Unreadable::PartBroken {
            part: name.to_owned(),
            detail,
        };
        let text = decoded(bytes).ok_or_else(|| broken("UTF-8".to_owned()))?;
        let tree = parse(&text, &mut self.left.1).map_err(|fault| match fault {
            Fault::Malformed(detail) => broken(detail),
            Fault::TooMuch => Unreadable::PartTooMuch(name.to_owned()),
            Fault::DocumentType => Unreadable::DocumentType(name.to_owned()),
        })?;
        Ok(Some(tree))
    }

    fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let Some(at) = self.zip.index_for_name(name) else {
            return Ok(None);
        };
        let damaged = |error: String| Unreadable::Damaged(format!("{name}: {error}"));
        let entry = self
            .zip
            .by_index_raw(at)
            .map_err(|e| damaged(e.to_string()))?;
        if entry.encrypted() {
            return Err(Unreadable::Encrypted);
        }
        let packed = entry.compressed_size().max(1);
        drop(entry);
        let entry = self.zip.by_index(at).map_err(|e| damaged(e.to_string()))?;
        // The stated size can lie, so what really comes out is counted.
        let mut bytes = Vec::new();
        let read = entry
            .take(PART_AT_MOST + 1)
            .read_to_end(&mut bytes)
            .map_err(|e| damaged(e.to_string()))? as u64;
        if read > PART_AT_MOST || (read > RATIO_FROM && read / packed > RATIO_AT_MOST) {
            return Err(Unreadable::Bomb);
        }
        self.left.0 = self.left.0.checked_sub(read).ok_or(Unreadable::Bomb)?;
        Ok(Some(bytes))
    }
}

/// Tells other kinds of files by how they begin.
fn told_by_its_start(bytes: &[u8]) -> Result<(), Unreadable> {
    const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    if bytes.starts_with(&COMPOUND) {
        // A locked .docx is a compound file with a stream of this name, in UTF-16.
        let name: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let locked = bytes.windows(name.len()).any(|part| part == name);
        return Err(if locked {
            Unreadable::Encrypted
        } else {
            Unreadable::OldDoc
        });
    }
    if bytes.starts_with(b"PK") {
        Ok(())
    } else {
        Err(Unreadable::NotDocx)
    }
}

/// A target as the name of a part; it cannot leave the package.
fn joined(folder: &str, target: &str) -> String {
    let (from, target) = match target.strip_prefix('/') {
        Some(rest) => ("", rest),
        None => (folder, target),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

/// The text of a part: UTF-8 as a rule, UTF-16 where it says so.
fn decoded(bytes: Vec<u8>) -> Option<String> {
    let little = bytes.starts_with(&[0xFF, 0xFE]);
    if little || bytes.starts_with(&[0xFE, 0xFF]) {
        let pairs = bytes.chunks_exact(2).skip(1);
        let units = pairs.map(|pair| match little {
            true => u16::from_le_bytes([pair[0], pair[1]]),
            false => u16::from_be_bytes([pair[0], pair[1]]),
        });
        return char::decode_utf16(units)
            .collect::<Result<String, _>>()
            .ok();
    }
    let text = String::from_utf8(bytes).ok()?;
    Some(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}
