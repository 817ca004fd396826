//! A bulk file: bytes that somebody else opened, and what they are.

use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, Length};
use sha2::{Digest, Sha256};

/// Bytes that are digested together.
const DIGESTED: usize = 1 << 20;

/// The format of a bulk file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Apache Parquet.
    Parquet,
    /// A table in UTF-8 with a heading, parted by commas.
    Csv,
    /// JSON, one record a line.
    Jsonl,
}

impl Format {
    /// The format that the ending of a name stands for.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Format> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "parquet" => Some(Format::Parquet),
            "csv" => Some(Format::Csv),
            "jsonl" | "ndjson" => Some(Format::Jsonl),
            _ => None,
        }
    }
}

/// What can be read from anywhere: an open file, or bytes in memory behind a [`Cursor`].
pub trait Input: Read + Seek + Send {}

impl<T: Read + Seek + Send> Input for T {}

/// A bulk file that is open.
///
/// It is a reader and not a path, for this crate opens nothing: whoever has the path says what
/// is read, and tests read from memory.
pub struct BulkFile {
    pub(crate) name: String,
    pub(crate) format: Format,
    pub(crate) bytes: Shared,
}

impl BulkFile {
    /// A file by the name that problems call it.
    ///
    /// # Errors
    /// Its length cannot be found out.
    pub fn new(
        name: &str,
        format: Format,
        mut input: impl Input + 'static,
    ) -> io::Result<BulkFile> {
        let len = input.seek(SeekFrom::End(0))?;
        Ok(BulkFile {
            name: name.to_owned(),
            format,
            bytes: Shared {
                len,
                input: Arc::new(Mutex::new(Box::new(input))),
            },
        })
    }

    /// A file whose bytes are in memory.
    #[must_use]
    pub fn of_bytes(name: &str, format: Format, bytes: impl Into<Bytes>) -> BulkFile {
        let bytes: Bytes = bytes.into();
        BulkFile {
            name: name.to_owned(),
            format,
            bytes: Shared {
                len: bytes.len() as u64,
                input: Arc::new(Mutex::new(Box::new(Cursor::new(bytes)))),
            },
        }
    }
}

/// Bytes that several threads read, each from where it wants.
#[derive(Clone)]
pub(crate) struct Shared {
    pub(crate) len: u64,
    input: Arc<Mutex<Box<dyn Input>>>,
}

impl Shared {
    /// The bytes from one on: so many, or as many as there are.
    pub(crate) fn read(&self, start: u64, bytes: usize) -> io::Result<Vec<u8>> {
        self.read_over(start, bytes, Vec::new())
    }

    /// As [`Shared::read`], in the room of bytes that are no longer needed.
    fn read_over(&self, start: u64, bytes: usize, mut buffer: Vec<u8>) -> io::Result<Vec<u8>> {
        buffer.clear();
        buffer.reserve_exact(bytes);
        let mut input = self.input.lock().unwrap_or_else(PoisonError::into_inner);
        input.seek(SeekFrom::Start(start))?;
        // Into room that was not filled with anything before.
        input.by_ref().take(bytes as u64).read_to_end(&mut buffer)?;
        Ok(buffer)
    }

    /// The SHA-256 of all bytes, in hex.
    pub(crate) fn sha256(&self) -> io::Result<String> {
        let mut digest = Sha256::new();
        let (mut at, mut buffer) = (0, Vec::new());
        loop {
            buffer = self.read_over(at, DIGESTED, buffer)?;
            if buffer.is_empty() {
                let bytes = digest.finalize();
                return Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect());
            }
            digest.update(&buffer);
            at += buffer.len() as u64;
        }
    }

    /// So many bytes from one on, and no fewer; in the room of others.
    pub(crate) fn whole(
        &self,
        start: u64,
        length: usize,
        room: Vec<u8>,
    ) -> Result<Bytes, ParquetError> {
        if length as u64 > self.len.saturating_sub(start) {
            return Err(too_short());
        }
        let buffer = self.read_over(start, length, room)?;
        if buffer.len() < length {
            return Err(too_short());
        }
        Ok(buffer.into())
    }
}

fn too_short() -> ParquetError {
    ParquetError::EOF("the file ends too early".to_owned())
}

impl Length for Shared {
    fn len(&self) -> u64 {
        self.len
    }
}

/// The bytes from one on.
pub(crate) struct BytesFrom {
    bytes: Shared,
    at: u64,
}

impl Read for BytesFrom {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(self.at, buffer.len())?;
        buffer[..read.len()].copy_from_slice(&read);
        self.at += read.len() as u64;
        Ok(read.len())
    }
}

impl ChunkReader for Shared {
    type T = BytesFrom;

    fn get_read(&self, start: u64) -> Result<Self::T, ParquetError> {
        Ok(BytesFrom {
            bytes: self.clone(),
            at: start,
        })
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes, ParquetError> {
        self.whole(start, length, Vec::new())
    }
}
