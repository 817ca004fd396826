//! Bulk files to one that an audit reads faster: Parquet, uncompressed, with the rows of each township by kind and day.

mod rows;
mod table;
mod township;

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::Arc;

use arrow_schema::{DataType, Field as Column, Schema};
use luoshi_diagnostics::{Code, Note};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::ArrowWriterOptions;
use parquet::basic::Compression;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::schema::types::ColumnPath;
use rows::rows;
use township::{Township, parts};

use crate::arranged::{FILE, Origins, ROW};
use crate::feed::unreadable;
use crate::file::BulkFile;
use crate::layout::Layout;
use crate::mapping::Mapping;
use crate::problem::Problem;

/// Rows of a group, at least: it ends with a township. Fewer cost more for each, more cost memory.
const GROUP: usize = 1 << 18;

/// What was arranged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Arranged {
    /// How many townships.
    pub townships: usize,
    /// How many rows.
    pub rows: u64,
}

/// Why nothing was arranged.
#[derive(Debug)]
pub enum ArrangeError {
    /// What is wrong with the files: a row that cannot be read must not get lost in silence.
    Files(Vec<Problem>),
    /// The target cannot be written.
    Target(io::Error),
}

impl From<io::Error> for ArrangeError {
    fn from(error: io::Error) -> ArrangeError {
        ArrangeError::Target(error)
    }
}

impl From<Box<Problem>> for ArrangeError {
    fn from(problem: Box<Problem>) -> ArrangeError {
        ArrangeError::Files(vec![*problem])
    }
}

/// Writes the rows of files into one: townships in the order of the files, the rows of each by kind, day and the place
/// where they stood, with all their columns and that place. What is read of it is what is read of the files.
///
/// All records of a township must stand together, as for [`read`](crate::read); only one township is in memory, and the
/// rows of a group as they are written. The same files give the same bytes.
///
/// # Errors
/// A file or a row cannot be read, or the target cannot be written.
pub fn arrange(
    files: &[BulkFile],
    mapping: &Mapping,
    out: &mut (dyn Write + Send),
) -> Result<Arranged, ArrangeError> {
    let layout = Layout::of(mapping);
    let mut writer = Writer::new(out, &layout, files);
    let mut township = Township::default();
    let mut known = BTreeSet::new();
    rows(files, &layout, &mut |piece| {
        for part in parts(&piece, &layout)? {
            if !township.takes(&part) {
                writer.write(std::mem::take(&mut township))?;
            }
            if township.is_empty() && !known.insert(part.code.clone()) {
                let problem = Problem::of_file("", Note::new(Code::BulkScattered));
                return Err(ArrangeError::Files(vec![problem.of(&part.code)]));
            }
            township.add(part);
        }
        Ok(())
    })?;
    writer.write(township)?;
    writer.finish()
}

/// Files that cannot be arranged, and why.
fn refused(file: &str, reason: &'static str) -> Box<Problem> {
    let note = Note::new(Code::BulkArrange)
        .arg("reason", reason)
        .arg("column", "");
    Box::new(Problem::of_file(file, note))
}

/// An arranged file that is being written.
struct Writer<'w> {
    layout: &'w Layout,
    files: &'w [BulkFile],
    /// None before the first row, which says what columns there are.
    out: Option<Out<'w>>,
    target: Option<&'w mut (dyn Write + Send)>,
    /// Rows of the group.
    group: usize,
    done: Arranged,
}

struct Out<'w> {
    writer: ArrowWriter<&'w mut (dyn Write + Send)>,
    schema: Arc<Schema>,
}

impl<'w> Writer<'w> {
    fn new(
        out: &'w mut (dyn Write + Send),
        layout: &'w Layout,
        files: &'w [BulkFile],
    ) -> Writer<'w> {
        Writer {
            layout,
            files,
            out: None,
            target: Some(out),
            group: 0,
            done: Arranged::default(),
        }
    }

    fn write(&mut self, township: Township) -> Result<(), ArrangeError> {
        let Some(columns) = township.columns() else {
            return Ok(());
        };
        if let Some(target) = self.target.take() {
            self.out = Some(Out::start(target, &columns, self.layout, self.files)?);
        }
        let Some(Out { writer, schema }) = &mut self.out else {
            return Ok(());
        };
        let batch = township.arranged(schema, self.layout)?;
        writer.write(&batch).map_err(io::Error::other)?;
        self.done.townships += 1;
        self.done.rows += batch.num_rows() as u64;
        self.group += batch.num_rows();
        if self.group >= GROUP {
            writer.flush().map_err(io::Error::other)?;
            self.group = 0;
        }
        Ok(())
    }

    fn finish(self) -> Result<Arranged, ArrangeError> {
        let Some(out) = self.out else {
            return Err(refused("", "empty").into());
        };
        out.writer.close().map_err(io::Error::other)?;
        Ok(self.done)
    }
}

impl<'w> Out<'w> {
    fn start(
        target: &'w mut (dyn Write + Send),
        columns: &Schema,
        layout: &Layout,
        files: &[BulkFile],
    ) -> Result<Out<'w>, ArrangeError> {
        let mut fields: Vec<Arc<Column>> = columns.fields().iter().cloned().collect();
        let names: Vec<&str> = columns.fields().iter().map(|f| f.name().as_str()).collect();
        if names.contains(&FILE) || names.contains(&ROW) {
            return Err(refused("", "arranged").into());
        }
        let origins = Origins {
            files: files.iter().map(|file| file.name.clone()).collect(),
        };
        let digest = |file: &BulkFile| {
            let digest = file.bytes.sha256();
            digest.map_err(|error| unreadable(&file.name, &error.to_string()))
        };
        let digests = files.iter().map(digest).collect::<Result<Vec<_>, _>>()?;
        let mut properties = WriterProperties::builder()
            .set_compression(Compression::UNCOMPRESSED)
            .set_max_row_group_row_count(None)
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_key_value_metadata(Some(origins.to_pairs(&digests)))
            // The same files give the same bytes, whichever version wrote them.
            .set_created_by("luoshi".to_owned());
        // Where nearly each cell is another, a dictionary would be a second column.
        let found = layout.find("", &names, &mut Vec::new())?;
        let single = (0..names.len()).filter(|at| !layout.repeats(&found, *at));
        for name in single.map(|at| names[at]).chain([ROW]) {
            let path = ColumnPath::from(vec![name.to_owned()]);
            properties = properties.set_column_dictionary_enabled(path, false);
        }
        let options = ArrowWriterOptions::new()
            .with_properties(properties.build())
            .with_skip_arrow_metadata(true);
        fields.push(Arc::new(Column::new(FILE, DataType::Utf8, false)));
        fields.push(Arc::new(Column::new(ROW, DataType::UInt32, false)));
        let schema = Arc::new(Schema::new(fields));
        let writer = ArrowWriter::try_new_with_options(target, Arc::clone(&schema), options);
        Ok(Out {
            writer: writer.map_err(io::Error::other)?,
            schema,
        })
    }
}
