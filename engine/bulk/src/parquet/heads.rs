//! What the heads of pages claim, held against what is there: some bytes may claim to stand for billions of
//! cells, and readers make room for what is claimed.

use parquet::basic::{Compression, Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::ColumnChunkMetaData;

/// The most that a byte of Snappy can stand for: three of them repeat at most 64 bytes.
const SNAPPY: u64 = 22;

/// Looks at the head of every page of a column of a row group, which has so many rows.
pub(super) fn check(
    bytes: &[u8],
    column: &ColumnChunkMetaData,
    rows: usize,
) -> Result<(), ParquetError> {
    let packed = match column.compression() {
        Compression::UNCOMPRESSED => false,
        Compression::SNAPPY => true,
        // Other forms pack more tightly, and are refused by their name before anything is unpacked.
        _ => return Ok(()),
    };
    let mut rest = bytes;
    let mut left = rows as u64;
    // What follows the last cell is not read.
    while left > 0 && !rest.is_empty() {
        let head = Head::read(&mut rest).ok_or_else(odd)?;
        let stored = usize::try_from(head.stored).map_err(|_| odd())?;
        rest = rest.get(stored..).ok_or_else(odd)?;
        let whole = if packed { head.whole } else { head.stored };
        if whole > head.stored.saturating_mul(SNAPPY) {
            return Err(odd());
        }
        match head.cells {
            Cells::None => {}
            Cells::Dictionary(words) => {
                if words.saturating_mul(least(column)) > whole {
                    return Err(odd());
                }
            }
            Cells::Rows(cells) => left = left.checked_sub(cells).ok_or_else(odd)?,
        }
    }
    Ok(())
}

fn odd() -> ParquetError {
    ParquetError::General("a page claims to hold more than it can".to_owned())
}

/// The fewest bytes of a word in a dictionary, which is written plainly.
fn least(column: &ColumnChunkMetaData) -> u64 {
    match column.column_type() {
        Type::BOOLEAN => 1,
        Type::INT32 | Type::FLOAT | Type::BYTE_ARRAY => 4,
        Type::INT64 | Type::DOUBLE => 8,
        Type::INT96 => 12,
        Type::FIXED_LEN_BYTE_ARRAY => {
            let length = column.column_descr().type_length();
            u64::try_from(length).unwrap_or(1).max(1)
        }
    }
}

/// What a page says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
struct Head {
    /// Its bytes once they are unpacked.
    whole: u64,
    /// Its bytes in the file.
    stored: u64,
    cells: Cells,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum Cells {
    #[default]
    None,
    Dictionary(u64),
    Rows(u64),
}

impl Head {
    /// Takes a head off the bytes: a struct in the compact protocol of Thrift. None if it is no such thing.
    fn read(bytes: &mut &[u8]) -> Option<Head> {
        let mut head = Head::default();
        let mut id = 0;
        while let Some(kind) = field(bytes, &mut id)? {
            match (id, kind) {
                (2, I32) => head.whole = size(bytes)?,
                (3, I32) => head.stored = size(bytes)?,
                (5 | 8, STRUCT) => head.cells = Cells::Rows(first(bytes)?),
                (7, STRUCT) => head.cells = Cells::Dictionary(first(bytes)?),
                _ => skip(bytes, kind, 0)?,
            }
        }
        Some(head)
    }
}

/// The first field of a struct, a count in every one that is looked at; the others are passed over.
fn first(bytes: &mut &[u8]) -> Option<u64> {
    let (mut count, mut id) = (0, 0);
    while let Some(kind) = field(bytes, &mut id)? {
        match (id, kind) {
            (1, I32) => count = size(bytes)?,
            _ => skip(bytes, kind, 0)?,
        }
    }
    Some(count)
}

const I32: u8 = 5;
const STRUCT: u8 = 12;

/// Structs and lists in one another beyond which there is nothing that a page says of itself.
const DEEPEST: u32 = 8;

/// The sort of the next field, whose id is put into `id`; none after the last of a struct.
fn field(bytes: &mut &[u8], id: &mut i64) -> Option<Option<u8>> {
    let head = byte(bytes)?;
    if head == 0 {
        return Some(None);
    }
    *id = match head >> 4 {
        0 => zigzag(varint(bytes)?),
        more => id.checked_add(i64::from(more))?,
    };
    Some(Some(head & 0xf))
}

fn skip(bytes: &mut &[u8], kind: u8, depth: u32) -> Option<()> {
    if depth > DEEPEST {
        return None;
    }
    match kind {
        // The value of a boolean field is its sort.
        1 | 2 => {}
        3 => drop(byte(bytes)?),
        4..=6 => drop(varint(bytes)?),
        7 => {
            take(bytes, 8)?;
        }
        8 => {
            let len = usize::try_from(varint(bytes)?).ok()?;
            take(bytes, len)?;
        }
        9 | 10 => {
            let head = byte(bytes)?;
            let count = match head >> 4 {
                15 => varint(bytes)?,
                few => u64::from(few),
            };
            for _ in 0..count {
                match head & 0xf {
                    // In a list a boolean is a byte of its own, so that no entry is without bytes.
                    1 | 2 => drop(byte(bytes)?),
                    kind => skip(bytes, kind, depth + 1)?,
                }
            }
        }
        STRUCT => {
            let mut id = 0;
            while let Some(kind) = field(bytes, &mut id)? {
                skip(bytes, kind, depth + 1)?;
            }
        }
        _ => return None,
    }
    Some(())
}

/// A count of bytes or cells, which is never negative.
fn size(bytes: &mut &[u8]) -> Option<u64> {
    u64::try_from(zigzag(varint(bytes)?)).ok()
}

fn zigzag(n: u64) -> i64 {
    (n >> 1).cast_signed() ^ (n & 1).cast_signed().wrapping_neg()
}

fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let byte = byte(bytes)?;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

fn byte(bytes: &mut &[u8]) -> Option<u8> {
    let (first, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(*first)
}

fn take<'b>(bytes: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (first, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(first)
}
