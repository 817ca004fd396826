//! Columns read page by page hold what Arrow reads of the same file.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, Date32Array, Int8Array, Int16Array, Int32Array, Int64Array, RecordBatch, StringArray,
    UInt8Array, UInt16Array, UInt32Array, UInt64Array,
};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::metadata::ColumnChunkMetaData;
use parquet::file::properties::{WriterProperties, WriterVersion};
use proptest::prelude::*;

use super::group::{RowGroup, is_plain};
use super::{Opened, open};
use crate::block::Block;
use crate::feed::Names;
use crate::file::{BulkFile, Format};
use crate::layout::Layout;
use crate::mapping::Mapping;

/// How a file is written.
#[derive(Debug, Clone)]
struct Written {
    version: WriterVersion,
    compression: Compression,
    dictionary: bool,
    /// Bytes of a dictionary, beyond which cells follow one another.
    dictionary_bytes: usize,
    page_rows: usize,
    group_rows: usize,
}

fn written() -> impl Strategy<Value = Written> {
    let version = prop_oneof![
        Just(WriterVersion::PARQUET_1_0),
        Just(WriterVersion::PARQUET_2_0)
    ];
    let compression = prop_oneof![Just(Compression::SNAPPY), Just(Compression::UNCOMPRESSED)];
    (
        version,
        compression,
        any::<bool>(),
        prop_oneof![Just(64_usize), Just(1 << 20)],
        1..400_usize,
        50..2_000_usize,
    )
        .prop_map(
            |(version, compression, dictionary, dictionary_bytes, page_rows, group_rows)| Written {
                version,
                compression,
                dictionary,
                dictionary_bytes,
                page_rows,
                group_rows,
            },
        )
}

/// A cell in every second row or so, in runs that are long and short.
fn cells() -> impl Strategy<Value = Vec<Option<u64>>> {
    let number = prop_oneof![4 => 0..9_u64, 2 => 0..300_u64, 1 => 0..1_u64 << 40];
    let cell = prop_oneof![Just(None), number.prop_map(Some)];
    let run = (cell, prop_oneof![4 => 1..4_usize, 1 => 1..200_usize]);
    let runs = prop::collection::vec(run, 1..150);
    runs.prop_map(|runs| {
        let each = runs.into_iter();
        each.flat_map(|(cell, count)| std::iter::repeat_n(cell, count))
            .collect()
    })
}

/// The cells in every type that is read page by page, and in one that is not.
fn batch(cells: &[Option<u64>]) -> RecordBatch {
    let whole = || cells.iter().map(|cell| cell.unwrap_or(7));
    let some = || cells.iter().copied();
    let text = |cell: Option<u64>| cell.map(|n| format!("村{n}"));
    let columns: Vec<(&str, ArrayRef)> = vec![
        (
            "jurisdiction",
            Arc::new(UInt32Array::from_iter_values(whole().map(|n| n as u32))),
        ),
        (
            "kind",
            Arc::new(StringArray::from_iter_values(
                whole().map(|n| text(Some(n % 5)).unwrap_or_default()),
            )),
        ),
        (
            "date",
            Arc::new(some().map(|n| n.map(|n| n as i32)).collect::<Date32Array>()),
        ),
        ("id", Arc::new(UInt64Array::from_iter_values(whole()))),
        ("duty", Arc::new(some().map(text).collect::<StringArray>())),
        (
            "subject",
            Arc::new(some().map(|n| n.map(|n| n as u8)).collect::<UInt8Array>()),
        ),
        (
            "actor",
            Arc::new(some().map(|n| n.map(|n| n as u16)).collect::<UInt16Array>()),
        ),
        (
            "status",
            Arc::new(some().map(|n| n.map(|n| n as i8)).collect::<Int8Array>()),
        ),
        (
            "marks",
            Arc::new(some().map(|n| n.map(|n| n as i16)).collect::<Int16Array>()),
        ),
        (
            "quantity",
            Arc::new(some().map(|n| n.map(|n| n as i32)).collect::<Int32Array>()),
        ),
        (
            "amount",
            Arc::new(
                some()
                    .map(|n| n.map(|n| n.cast_signed().wrapping_neg()))
                    .collect::<Int64Array>(),
            ),
        ),
        // The texts of ids do not repeat, and are read over Arrow.
        ("ref", Arc::new(some().map(text).collect::<StringArray>())),
    ];
    RecordBatch::try_from_iter(columns).unwrap()
}

fn file(batch: &RecordBatch, written: &Written) -> BulkFile {
    let properties = WriterProperties::builder()
        .set_writer_version(written.version)
        .set_compression(written.compression)
        .set_dictionary_enabled(written.dictionary)
        .set_dictionary_page_size_limit(written.dictionary_bytes)
        .set_write_batch_size(16)
        .set_data_page_row_count_limit(written.page_rows)
        .set_max_row_group_row_count(Some(written.group_rows))
        .build();
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), Some(properties)).unwrap();
    writer.write(batch).unwrap();
    writer.close().unwrap();
    BulkFile::of_bytes("a.parquet", Format::Parquet, bytes)
}

/// Every cell of a row group as it is shown.
fn shown(
    opened: &Opened,
    group: usize,
    rows: usize,
    direct: fn(&ColumnChunkMetaData) -> bool,
) -> Vec<Vec<String>> {
    let mut read = RowGroup::new(opened, (group, rows), &mut Vec::new(), direct).unwrap();
    let mut block = Block::default();
    block.clear(opened.roots.len());
    // Some of the rows are dropped on the way, as those of townships that are over.
    let mut shown = vec![Vec::new(); opened.roots.len()];
    loop {
        let before = block.rows;
        if read.next(&mut block).unwrap() == 0 {
            return shown;
        }
        for (column, shown) in block.columns.iter().zip(&mut shown) {
            shown.extend((before..block.rows).map(|row| column.text(row).into_owned()));
        }
        block.forget(block.rows / 2);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn pages_hold_what_arrow_reads(cells in cells(), written in written(), rows in 1..700_usize) {
        let file = file(&batch(&cells), &written);
        let layout = Layout::of(&Mapping::own());
        let opened = open(&file, &layout, &Names::default(), &mut Vec::new()).unwrap();
        let mut group = 0;
        while opened.rows_of(group).is_some() {
            let direct = shown(&opened, group, rows, is_plain);
            prop_assert_eq!(&direct, &shown(&opened, group, rows, |_| false));
            group += 1;
        }
        prop_assert!(group > 0);
    }
}

/// Which columns are read page by page.
fn plain(opened: &Opened) -> usize {
    let group = opened.metadata.metadata().row_group(0);
    opened
        .leaves
        .iter()
        .filter(|leaf| is_plain(group.column(**leaf)))
        .count()
}

#[test]
fn what_is_written_plainly_is_read_page_by_page() {
    let written = Written {
        version: WriterVersion::PARQUET_1_0,
        compression: Compression::SNAPPY,
        dictionary: true,
        dictionary_bytes: 1 << 20,
        page_rows: 100,
        group_rows: 1_000,
    };
    let cells: Vec<Option<u64>> = (0..500).map(|n| (n % 3 > 0).then_some(n)).collect();
    let file = file(&batch(&cells), &written);
    let layout = Layout::of(&Mapping::own());
    let opened = open(&file, &layout, &Names::default(), &mut Vec::new()).unwrap();
    assert_eq!(plain(&opened), opened.leaves.len());
}

/// Whatever is changed in the pages: it is an error or other cells, never a panic.
#[test]
fn damaged_pages_are_errors() {
    let written = Written {
        version: WriterVersion::PARQUET_1_0,
        compression: Compression::UNCOMPRESSED,
        dictionary: true,
        dictionary_bytes: 200,
        page_rows: 40,
        group_rows: 1_000,
    };
    let cells: Vec<Option<u64>> = (0..150)
        .map(|n| (n % 4 > 0).then_some(n * n % 57))
        .collect();
    let BulkFile { bytes, .. } = file(&batch(&cells), &written);
    let bytes = bytes.read(0, usize::try_from(bytes.len).unwrap()).unwrap();
    let layout = Layout::of(&Mapping::own());
    let mut errors = 0;
    for at in (4..bytes.len()).step_by(3) {
        for change in [1, 0xff] {
            let mut bytes = bytes.clone();
            bytes[at] ^= change;
            let file = BulkFile::of_bytes("a.parquet", Format::Parquet, bytes);
            let Ok(opened) = open(&file, &layout, &Names::default(), &mut Vec::new()) else {
                continue;
            };
            let Some(0..=150) = opened.rows_of(0) else {
                continue;
            };
            let Ok(mut read) = RowGroup::new(&opened, (0, 64), &mut Vec::new(), is_plain) else {
                continue;
            };
            let mut block = Block::default();
            block.clear(opened.roots.len());
            loop {
                match read.next(&mut block) {
                    Ok(0) => break,
                    Ok(_) => {}
                    Err(_) => {
                        errors += 1;
                        break;
                    }
                }
            }
        }
    }
    assert!(errors > 50, "{errors}");
}
