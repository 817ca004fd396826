//! The parts of a file that hold the columns of a row group.

use std::io::Cursor;

use bytes::Bytes;
use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, Length};

/// Parts of a file in memory.
#[derive(Clone)]
pub(super) struct Chunks {
    pub(super) len: u64,
    pub(super) parts: Vec<(u64, Bytes)>,
}

impl Chunks {
    /// Gives the rooms of the bytes back, as far as nobody else has them: the first is the last.
    pub(super) fn end(self, rooms: &mut Vec<Vec<u8>>) {
        for (_, bytes) in self.parts.into_iter().rev() {
            if let Ok(mut room) = bytes.try_into_mut() {
                room.clear();
                rooms.push(room.into());
            }
        }
    }

    fn from(&self, start: u64) -> Result<Bytes, ParquetError> {
        let inside =
            |(from, bytes): &&(u64, Bytes)| (*from..*from + bytes.len() as u64).contains(&start);
        let found = self.parts.iter().find(inside);
        let (from, bytes) = found.ok_or_else(too_short)?;
        Ok(bytes.slice(usize::try_from(start - from).unwrap_or(0)..))
    }
}

fn too_short() -> ParquetError {
    ParquetError::EOF("the file ends too early".to_owned())
}

impl Length for Chunks {
    fn len(&self) -> u64 {
        self.len
    }
}

impl ChunkReader for Chunks {
    type T = Cursor<Bytes>;

    fn get_read(&self, start: u64) -> Result<Self::T, ParquetError> {
        Ok(Cursor::new(self.from(start)?))
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes, ParquetError> {
        let rest = self.from(start)?;
        if rest.len() < length {
            return Err(too_short());
        }
        Ok(rest.slice(..length))
    }
}
