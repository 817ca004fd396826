//! What a Parquet file says of itself when luoshi has arranged it: that its rows stand by township, kind and day, and
//! where each stood before.

use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;

/// The key under which an arranged file says so, with the version of how.
const MARK: &str = "luoshi.arranged";
/// How files are arranged now.
const VERSION: &str = "1";
/// The column of the file in which a row stood before.
pub(crate) const FILE: &str = "luoshi_file";
/// The column of the number that a row had there.
pub(crate) const ROW: &str = "luoshi_row";

/// The names of the files that were arranged into one, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Origins {
    pub(crate) files: Vec<String>,
}

impl Origins {
    /// What is written beside the rows, with the SHA-256 of each file. Reading needs no digest: it is there for whoever
    /// wants to see that this is what was made of those files.
    pub(crate) fn to_pairs(&self, digests: &[String]) -> Vec<KeyValue> {
        let mut pairs = vec![KeyValue::new(MARK.to_owned(), VERSION.to_owned())];
        for (at, (file, digest)) in (1..).zip(self.files.iter().zip(digests)) {
            pairs.push(KeyValue::new(source(at), file.clone()));
            pairs.push(KeyValue::new(source(at) + ".sha256", digest.clone()));
        }
        pairs
    }

    /// What a file says of itself; none if it was not arranged.
    ///
    /// # Errors
    /// It was arranged in a way that is not known here.
    pub(crate) fn of_pairs(pairs: Option<&Vec<KeyValue>>) -> Result<Option<Origins>, ParquetError> {
        let value = |key: &str| -> Option<&str> {
            let found = pairs?.iter().find(|pair| pair.key == key);
            found?.value.as_deref()
        };
        let Some(version) = value(MARK) else {
            return Ok(None);
        };
        if version != VERSION {
            let why = format!("it was arranged in a later way ({version})");
            return Err(ParquetError::General(why));
        }
        let files = (1..).map_while(|at| value(&source(at)).map(str::to_owned));
        Ok(Some(Origins {
            files: files.collect(),
        }))
    }
}

/// The key under which the name of a file stands.
fn source(at: usize) -> String {
    format!("{MARK}.source.{at}")
}
