//! The ZIP file of an archive: nothing compressed, nothing optional.
//!
//! Field names are those of APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16. A library would read
//! more than may be there, and writes what its version likes.

use crate::files::MOST_FILES;

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;

/// Version 2.0 of the format, on a system without permissions.
const VERSION: u16 = 20;
/// Names are UTF-8.
const UTF8: u16 = 1 << 11;
const ENCRYPTED: u16 = 1;
const STORED: u16 = 0;
/// The first day that the format knows, 1980-01-01.
const DAY: u16 = 1 << 5 | 1;

/// Length of a local header without its name.
const LOCAL_LENGTH: usize = 30;

/// Why bytes are no archive; small differences show when the archive is written again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    NoZip,
    Truncated,
    Compressed,
    Encrypted,
    Name,
    TooMany,
}

/// Writes entries, which must be few and small enough for the lengths of the format.
pub(super) fn write<'e>(entries: impl Iterator<Item = (&'e str, &'e [u8])>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut central = Vec::new();
    let mut count = 0u16;
    for (name, bytes) in entries {
        let offset = long(out.len());
        let shared = shared(name, bytes);
        out.extend(LOCAL.to_le_bytes());
        out.extend(&shared);
        out.extend(name.as_bytes());
        out.extend(bytes);
        central.extend(CENTRAL.to_le_bytes());
        central.extend(VERSION.to_le_bytes());
        central.extend(&shared);
        // Comment length, disk, attributes within and without: all nothing.
        central.extend([0; 2 + 2 + 2 + 4]);
        central.extend(offset.to_le_bytes());
        central.extend(name.as_bytes());
        count += 1;
    }
    let (start, length) = (long(out.len()), long(central.len()));
    out.extend(central);
    out.extend(END.to_le_bytes());
    // This disk, and that of the central directory.
    out.extend([0; 2 + 2]);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(length.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// What the local header and the central one say alike: from the version needed to the length of extra fields.
fn shared(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(LOCAL_LENGTH);
    let time = 0;
    for field in [VERSION, UTF8, STORED, time, DAY] {
        out.extend(field.to_le_bytes());
    }
    let length = long(bytes.len());
    for field in [crc32fast::hash(bytes), length, length] {
        out.extend(field.to_le_bytes());
    }
    let name = u16::try_from(name.len()).expect("a path is short");
    out.extend(name.to_le_bytes());
    out.extend([0; 2]);
    out
}

fn long(length: usize) -> u32 {
    u32::try_from(length).expect("a package is smaller than 4 GB")
}

/// A name and the bytes of its file.
type Entry<'b> = (&'b str, &'b [u8]);

/// Reads the entries one after the other, up to the central directory.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Entry<'_>>, Fault> {
    let mut entries = Vec::new();
    let mut rest = bytes;
    if !bytes.starts_with(&LOCAL.to_le_bytes()) {
        return Err(Fault::NoZip);
    }
    while rest.starts_with(&LOCAL.to_le_bytes()) {
        // One more than the files: the manifest.
        if entries.len() > MOST_FILES {
            return Err(Fault::TooMany);
        }
        let header = rest.get(..LOCAL_LENGTH).ok_or(Fault::Truncated)?;
        match (u16_at(header, 6) & ENCRYPTED, u16_at(header, 8)) {
            (0, STORED) => {}
            (0, _) => return Err(Fault::Compressed),
            _ => return Err(Fault::Encrypted),
        }
        let name_end = LOCAL_LENGTH + usize::from(u16_at(header, 26));
        let end = name_end.saturating_add(u32_at(header, 22) as usize);
        let entry = rest.get(..end).ok_or(Fault::Truncated)?;
        let name = std::str::from_utf8(&entry[LOCAL_LENGTH..name_end]).map_err(|_| Fault::Name)?;
        entries.push((name, &entry[name_end..]));
        rest = &rest[end..];
    }
    let end = rest.len() >= 22 && rest[rest.len() - 22..].starts_with(&END.to_le_bytes());
    if end {
        Ok(entries)
    } else {
        Err(Fault::Truncated)
    }
}

fn u16_at(header: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([header[at], header[at + 1]])
}

fn u32_at(header: &[u8], at: usize) -> u32 {
    u32::from(u16_at(header, at)) | u32::from(u16_at(header, at + 2)) << 16
}
